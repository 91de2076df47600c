"""The room of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts, roles, second factors, links."""

    name = "prongsai.platform.accounts"
    label = "accounts"
