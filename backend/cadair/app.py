"""Puts the rooms together into one application."""

import importlib
import logging
from typing import Any, Final

from flask import Flask, Request, request
from flask_login import LoginManager
from flask_sqlalchemy_lite._extension import _close_async_sessions
from werkzeug.middleware.proxy_fix import ProxyFix

from cadair.access.actor import Actor
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.foundation.keyring import Keyring
from cadair.foundation.settings import Settings
from cadair.people import actions as people
from cadair.people import queries as people_queries
from cadair.people.routes import SESSION_COOKIE, add_new_cookies, page_secret_sent
from cadair.people.rules import digest
from cadair.web import blueprint as web_blueprint
from cadair.web import bodies, errors, headers, origins, shell, streams

# Every room that speaks HTTP, in the order of the house.
ROOMS: Final = (
    "people",
    "children",
    "notifications",
    "reviews",
    "contributions",
    "messages",
    "meeting",
    "record",
    "service",
)
LARGEST_BODY: Final = 1024 * 1024


class Cadair(Flask):
    """Flask, but for what it says of an error that not even our own handler could answer."""

    def log_exception(self, exc_info: Any) -> None:
        """Say which route failed; Flask would name the address, with its ids."""
        errors.say_failed(exc_info)


class SignedInPerson:
    """What Flask-Login keeps of the person who is signed in, for one request."""

    is_authenticated = True

    def __init__(self, actor: Actor) -> None:
        self.actor = actor


def create_app(settings: Settings) -> Flask:
    """The application, ready to serve; raises SettingsRefused rather than start unsafe."""
    app = Cadair("cadair", static_folder=None)
    app.config.update(
        SQLALCHEMY_ENGINES={"default": _engine_options(settings)},
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        TRUSTED_HOSTS=list(settings.trusted_hosts),
        API_TITLE="Cadair",
        API_VERSION="1",
        OPENAPI_VERSION="3.1.0",
        OPENAPI_URL_PREFIX="/api",
        OPENAPI_JSON_PATH="openapi.json",
    )
    app.extensions["cadair.settings"] = settings
    app.extensions["cadair.keyring"] = Keyring(settings.keys_folder)
    app.extensions[web_blueprint.NEEDS] = {"api-docs.openapi_json": None}
    app.extensions[web_blueprint.STEP_UP] = set()
    app.extensions[web_blueprint.WHILE_LOCKED] = set()
    db.init_app(app)
    # No session here is asynchronous; closing none of them would start an event loop per request.
    app.teardown_appcontext_funcs.remove(_close_async_sessions)
    errors.install(app)
    origins.install(app)
    _install_sign_in(app)
    app.before_request(bodies.take_in)
    app.before_request(bodies.refuse_repeated)
    app.before_request(web_blueprint.check_door)
    app.after_request(add_new_cookies)
    headers.install(app)
    api = errors.CadairApi(app)
    for room in ROOMS:
        api.register_blueprint(importlib.import_module(f"cadair.{room}.routes").blueprint)
    shell.install(app, settings.client_folder)
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # the documented way
            app.wsgi_app,
            x_for=settings.proxies,
            x_proto=settings.proxies,
            x_host=settings.proxies,
        )
    logging.getLogger("sqlalchemy").setLevel(logging.WARNING)
    return app


def _engine_options(settings: Settings) -> dict[str, object]:
    # What was sent to the database never reaches a log or an error's text.
    return {"url": settings.database_url, "hide_parameters": True}


def _install_sign_in(app: Flask) -> None:
    manager = LoginManager()
    manager.session_protection = None  # our own session table holds what must hold

    @manager.request_loader
    def _signed_in_person(asking: Request) -> SignedInPerson | None:
        token = asking.cookies.get(SESSION_COOKIE)
        if not token or not request.path.startswith("/api/"):
            return None
        found = people_queries.open_session(
            db.session,
            session_digest=digest("session", token),
            page_secret=page_secret_sent(asking),
            now=now(),
        )
        if found is None:
            return None
        people.keep_seen(db.session, open_session=found, now=now())
        return SignedInPerson(found.actor)

    manager.init_app(app)
    streams.install(app, still_open=people_queries.still_open)
