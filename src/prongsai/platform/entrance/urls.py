"""Addresses of the entrance. allauth's own pages are not routed; its flows are entered by these views."""

from django.conf import settings
from django.urls import path

from prongsai.platform.entrance.views import accounts, codes, entering, links, own, steps

urlpatterns = [
    path("account/login/", entering.log_in, name="account_login"),
    path("account/second-step/", entering.second_step, name="mfa_authenticate"),
    path("account/logout/", entering.log_out, name="account_logout"),
    path("account/prove/", entering.prove, name="prove"),
    path("account/forgotten/", codes.forgotten, name="forgotten"),
    path("account/code/", codes.use_code, name="use-code"),
    path("account/passphrase/", codes.change, name="change-passphrase"),
    path("account/", own.own_account, name="own-account"),
    path("account/elsewhere/", own.log_out_elsewhere, name="log-out-elsewhere"),
    path("account/second-factor/", steps.overview, name="second-factor"),
    path("account/second-factor/app/", steps.add_app, name="add-app"),
    path("account/second-factor/list/", steps.printed_codes, name="printed-codes"),
    path("account/second-factor/passkey/", steps.add_passkey, name="add-passkey"),
    path("account/second-factor/remove/", steps.remove, name="remove-step"),
    path("link/", links.open_link, name="open-link"),
    path("link/home/", links.link_home, name="link-home"),
    path("links/", links.personal_links, name="personal-links"),
    path("links/for/<int:account>/", links.make_link, name="make-link"),
    path("links/<int:link>/withdraw/", links.withdraw_link, name="withdraw-link"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/new/", accounts.new_account, name="new-account"),
    path("accounts/requests/", codes.code_requests, name="code-requests"),
    path("accounts/<int:account>/", accounts.account, name="account"),
    path("accounts/<int:account>/role/", accounts.grant, name="grant-role"),
    path("accounts/<int:account>/switch/", accounts.switch, name="switch-account"),
    path("accounts/<int:account>/ask/", codes.ask, name="ask-code"),
    path("accounts/<int:account>/code/", codes.make, name="make-code"),
    path("accounts/roles/<int:grant>/revoke/", accounts.revoke, name="revoke-role"),
    path("accounts/proposed/<int:proposal>/", accounts.decide, name="decide-role"),
]

if settings.SIGN_ON:
    from prongsai.platform.entrance.views import sign_on

    urlpatterns += [
        path("account/sign-on/", sign_on.sign_on, name="sign-on"),
        path("account/sign-on/tie/", sign_on.tie_sign_on, name="tie-sign-on"),
        path("account/sign-on/untie/", sign_on.untie_sign_on, name="untie-sign-on"),
        path("account/sign-on/<slug:provider_id>/answer/", sign_on.answered, name="openid_connect_callback"),
    ]
