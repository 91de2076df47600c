"""Accounts: closed sign-up, passphrases, sessions, second step."""

from prongsai.config.environment import read_environment

_environment = read_environment()

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["prongsai.platform.accounts.backend.AccountBackend"]
PASSWORD_HASHERS = ["prongsai.platform.accounts.hashing.PassphraseHasher"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
BEHIND_PROXY = _environment.behind_proxy

SESSION_ENGINE = "prongsai.platform.accounts.sessions"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

# The demonstration's accounts and their passphrases are printed for everybody: a second step would only be in the way.
DEMO_NEEDS_SECOND_FACTOR = False

ACCOUNT_ADAPTER = "prongsai.platform.entrance.adapter.EntranceAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False  # accounts.throttle counts instead: allauth's limits let others lock an account
ACCOUNT_LOGIN_TIMEOUT = 300
MFA_ADAPTER = "prongsai.platform.accounts.secrecy.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODE_COUNT = 20
MFA_RECOVERY_CODE_DIGITS = 10
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not _environment.https  # a browser offers passkeys there on localhost only
