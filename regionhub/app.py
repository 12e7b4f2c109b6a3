"""The application, put together."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from regionhub import models
from regionhub.blueprints import (
    account,
    admin,
    auth,
    calendar,
    change_log,
    groups,
    my_page,
    overview,
    public,
    registry,
    reports,
)
from regionhub.config import Settings, from_environment
from regionhub.database import guard
from regionhub.database import prepare as prepare_engine
from regionhub.extensions import babel, csrf, db
from regionhub.folders import TEMPLATES
from regionhub.web import (
    access,
    addresses,
    errors,
    filters,
    frame,
    headers,
    language,
    limits,
    logs,
    signed_in,
    static_files,
    transaction,
    unchanged,
)

BLUEPRINTS = (
    public,
    auth,
    my_page,
    groups,
    overview,
    calendar,
    reports,
    change_log,
    account,
    admin,
    *registry.ALL,
)
assert models.__all__, "importing the models makes the metadata whole"


def create_app(settings: Settings | None = None) -> Flask:
    """The application for these settings, or for those in the environment."""
    settings = settings or from_environment()
    settings.instance_path.mkdir(mode=0o700, parents=True, exist_ok=True)
    app = Flask(
        "regionhub",
        template_folder=str(TEMPLATES),
        instance_path=str(settings.instance_path.absolute()),
    )
    app.config.from_mapping(settings.for_flask(), REGIONHUB=settings, WORK_GROUPS=registry.GROUPS)
    addresses.prepare(app)
    logs.prepare(app, as_json=settings.log_json)
    limits.prepare(app)
    _bind_extensions(app)
    transaction.watch(app)
    cookies = signed_in.prepare(app)
    headers.prepare(app)
    errors.prepare(app)
    filters.prepare(app)
    frame.prepare(app)
    language.prepare(app)
    static_files.prepare(app)
    for module in BLUEPRINTS:
        app.register_blueprint(module.bp)
    access.check_declared(app)
    unchanged.prepare(app, cookies)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
    return app


def _bind_extensions(app: Flask) -> None:
    db.init_app(app)
    csrf.init_app(app)
    babel.init_app(app, locale_selector=language.of_request)
    guard(db.session)
    with app.app_context():
        prepare_engine(db.engine)
