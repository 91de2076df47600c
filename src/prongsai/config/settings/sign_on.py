"""Single sign-on by OpenID Connect: off until a server, a client and its secret are named."""

from typing import Any
from urllib.parse import urlsplit

from prongsai.config.environment import read_environment

_environment = read_environment()
_server = urlsplit(_environment.sign_on_server)

SIGN_ON = bool(_environment.sign_on_server)
SIGN_ON_NAME = _environment.sign_on_name
SIGN_ON_ORIGINS = [f"{_server.scheme}://{_server.netloc}"] if SIGN_ON else []
SIGN_ON_APPS = ["allauth.socialaccount", "allauth.socialaccount.providers.openid_connect"] if SIGN_ON else []

SOCIALACCOUNT_ADAPTER = "prongsai.platform.entrance.sign_on.SignOnAdapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {
        "OAUTH_PKCE_ENABLED": True,
        "APPS": [
            {
                "provider_id": "office",
                "name": _environment.sign_on_name,
                "client_id": _environment.sign_on_client,
                "secret": _environment.sign_on_secret,
                "settings": {"server_url": _environment.sign_on_server},
            }
        ],
    }
}
