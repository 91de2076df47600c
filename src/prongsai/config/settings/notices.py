"""Ways out of the house: e-mail where a server is named, LINE where an agency sets it up."""

from prongsai.config.mail_server import read_mail_server, read_own_address

_mail = read_mail_server()

MAIL_CONFIGURED = _mail.is_set
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _mail.is_set else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = _mail.host, _mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.user, _mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.starttls, _mail.tls
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _mail.sender or "prongsai@localhost"

OWN_ADDRESS = read_own_address()
LINE_API = "https://api.line.me"
