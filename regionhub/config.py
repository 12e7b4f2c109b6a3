"""Settings, read once from the environment.

Every default is right in production and fit to publish; demo and tests say what they need.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, cast

from environs import Env, EnvError, EnvValidationError, ValidationError

DEMO_KEY_FILE = "demo-key"
SHORTEST_KEY = 16
DATABASES = ("sqlite:", "postgresql+psycopg:")
_NOT_SET = "Environment variable not set."


class SettingsFault(EnvError):
    """The settings cannot be used: every fault in one line, and never a value."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set, with its type. See `docs/operations.md` for what each means."""

    secret_key: str
    database_url: str
    instance_path: Path
    base_url: str = ""
    demo: bool = False
    testing: bool = False
    today: date | None = None
    secure_cookies: bool = True
    trusted_proxies: int = 0
    mail_host: str = ""
    mail_port: int = 25
    mail_from: str = "regionhub@example.org"
    mail_user: str = ""
    mail_password: str = ""
    mail_tls: bool = True
    support_email: str = ""
    log_json: bool = True

    def __post_init__(self) -> None:
        faults = (
            (
                self.today is not None and not (self.demo or self.testing),
                "REGIONHUB_TODAY gäller bara i demo och prov. Ta bort den.",
            ),
            (
                len(self.secret_key) < SHORTEST_KEY,
                f"REGIONHUB_SECRET_KEY är för kort. Den ska ha minst {SHORTEST_KEY} tecken.",
            ),
            (
                not self.database_url.startswith(DATABASES),
                f"REGIONHUB_DATABASE_URL ska börja med {' eller '.join(DATABASES)}.",
            ),
            (self.trusted_proxies < 0, "REGIONHUB_TRUSTED_PROXIES kan inte vara mindre än 0."),
        )
        told = [sentence for wrong, sentence in faults if wrong]
        if told:
            raise SettingsFault(" ".join(told))

    def for_flask(self) -> dict[str, Any]:
        """The settings that Flask and its extensions look for by name."""
        return {
            "SECRET_KEY": self.secret_key,
            "TESTING": self.testing,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            # The connection that was used last knows most of what will be asked.
            "SQLALCHEMY_ENGINE_OPTIONS": {"pool_use_lifo": True},
            "SESSION_COOKIE_NAME": "regionhub",
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_COOKIE_SECURE": self.secure_cookies,
            "PERMANENT_SESSION_LIFETIME": 12 * 3600,
            # A session ends so long after it began, whatever is asked for meanwhile.
            "SESSION_REFRESH_EACH_REQUEST": False,
            "MAX_CONTENT_LENGTH": 12 * 1024 * 1024,
            "MAX_FORM_MEMORY_SIZE": 2 * 1024 * 1024,
            "WTF_CSRF_TIME_LIMIT": None,
            # It would read the catalogue of WTForms from its file in each request.
            "WTF_I18N_ENABLED": False,
            "BABEL_DEFAULT_TIMEZONE": "Europe/Stockholm",
        }


def from_environment() -> Settings:
    """Read `REGIONHUB_…`; raises one SettingsFault that lists everything missing or wrong.

    An instance folder in which `regionhub demo` has kept its secret is a demo, unless the
    environment says otherwise: every command then finds the demo without further settings.
    """
    env = Env(prefix="REGIONHUB_", eager=False)
    instance = instance_folder()
    demo_secret = _kept_demo_secret(env, instance)
    demo = env.bool("DEMO", demo_secret is not None)
    read: dict[str, Any] = {
        "secret_key": demo_secret or _secret(env, "SECRET_KEY", required=True),
        "database_url": env.str("DATABASE_URL", f"sqlite:///{instance / 'regionhub.sqlite3'}"),
        "instance_path": instance,
        "base_url": env.str("BASE_URL", ""),
        "demo": demo,
        "today": env.date("TODAY", None),
        "secure_cookies": env.bool("SECURE_COOKIES", not demo),
        "trusted_proxies": env.int("TRUSTED_PROXIES", 0),
        "mail_host": env.str("MAIL_HOST", ""),
        "mail_port": env.int("MAIL_PORT", 25),
        "mail_from": env.str("MAIL_FROM", "regionhub@example.org"),
        "mail_user": env.str("MAIL_USER", ""),
        "mail_password": _secret(env, "MAIL_PASSWORD", required=False),
        "mail_tls": env.bool("MAIL_TLS", True),
        "support_email": env.str("SUPPORT_EMAIL", ""),
        "log_json": env.bool("LOG_JSON", not demo),
    }
    try:
        env.seal()
    except EnvValidationError as faults:
        raise SettingsFault(_told(faults)) from faults
    return Settings(**read)


def instance_folder() -> Path:
    """Where the embedded database and the demo's secret lie."""
    return Path(os.environ.get("REGIONHUB_INSTANCE") or "instance").absolute()


def _kept_demo_secret(env: Env, instance: Path) -> str | None:
    if env.str("SECRET_KEY", "") or env.str("SECRET_KEY_FILE", ""):
        return None
    file = instance / DEMO_KEY_FILE
    return file.read_text(encoding="utf-8").strip() if file.exists() else None


def _secret(env: Env, name: str, *, required: bool) -> str:
    """A secret from NAME, or from the file that NAME_FILE points to."""
    if env.str(f"{name}_FILE", ""):
        file = env.path(f"{name}_FILE", validate=_is_file)
        return file.read_text(encoding="utf-8").strip() if file else ""
    value = env.str(name) if required else env.str(name, "")
    return value or ""


def _is_file(path: Path) -> None:
    if not os.access(path, os.R_OK) or not path.is_file():
        raise ValidationError("filen finns inte eller går inte att läsa")


def _told(faults: EnvValidationError) -> str:
    told = cast(Mapping[str, list[str]], faults.error_messages)
    return "; ".join(
        f"{name} {'saknas' if _NOT_SET in told[name] else 'går inte att läsa'}" for name in told
    )
