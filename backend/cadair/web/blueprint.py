"""The blueprint that every room uses: it cannot make a route without saying who may use it."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from flask import current_app, request
from flask_login import current_user
from flask_smorest import Blueprint

from cadair.access.actor import Actor
from cadair.access.policy import WHILE_HALF_SIGNED_IN, Permission, is_proved, jobs_that_may
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.foundation.errors import (
    Locked,
    NotFound,
    NotSignedIn,
    Refusal,
    RevisionMissing,
    SecondStepNeeded,
    StepUpNeeded,
)
from cadair.web.bodies import BodyParser

WHOSE_PAGE: Final = "Cadair-Person"
NEEDS: Final = "cadair.needs"  # endpoint → the permission it needs; None for an open door
WHILE_LOCKED: Final = "cadair.while_locked"  # endpoints that a locked session may still ask
STEP_UP: Final = "cadair.step_up"  # endpoints for which they must have shown lately who they are


class RoomBlueprint(Blueprint):
    """A room's routes: each names the permission it needs, and commits once, at its end."""

    ARGUMENTS_PARSER = BodyParser()

    def __init__(self, room: str, *, description: str) -> None:
        super().__init__(room, room, description=description)
        self._needs: dict[str, Permission | None] = {}
        self._step_up: set[str] = set()
        self._while_locked: set[str] = set()
        self.record_once(lambda state: self._list(state.app.extensions))

    def route(  # type: ignore[override]  # a route here cannot leave out what it needs
        self,
        rule: str,
        *,
        needs: Permission | None,
        step_up: bool = False,
        while_locked: bool = False,
        **options: Any,
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Serve `rule` to those with the permission `needs`; None opens the door to everyone.

        With `step_up` they must have shown in the last five minutes that it is they.  Nothing is
        served to a session that was left and has locked, but what is open `while_locked`.
        """
        register = super().route(rule, **options)

        def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
            name = view.__name__
            self._needs[name] = needs
            if while_locked:
                self._while_locked.add(name)
            said = {"operationId": name}
            if step_up:
                self._step_up.add(name)
                said["x-step-up"] = "needed"
            register(self.doc(**said)(_committing(view)))
            return view

        return decorate

    def arguments(self, schema: Any, **options: Any) -> Callable[..., Any]:
        """What the route takes; the schema is made once, not anew for every request."""
        made = schema() if isinstance(schema, type) else schema
        arguments: Callable[..., Any] = super().arguments(made, **options)
        return arguments

    def _list(self, extensions: dict[str, Any]) -> None:
        extensions[NEEDS] |= {f"{self.name}.{name}": needs for name, needs in self._needs.items()}
        extensions[STEP_UP] |= {f"{self.name}.{name}" for name in self._step_up}
        extensions[WHILE_LOCKED] |= {f"{self.name}.{name}" for name in self._while_locked}


def _committing(view: Callable[..., Any]) -> Callable[..., Any]:
    """One commit per request, before the answer; a refusal takes back what was written."""

    @wraps(view)
    def committed(*args: Any, **kwargs: Any) -> Any:
        try:
            answer = view(*args, **kwargs)
        except Refusal as refusal:
            if refusal.keeps_what_was_written:
                db.session.commit()
            raise
        db.session.commit()
        return answer

    return committed


def check_door() -> None:
    """Before every request to a room: an unlisted route is closed, a listed one asks who."""
    endpoint = request.endpoint
    listed: dict[str, Permission | None] = current_app.extensions[NEEDS]
    if endpoint is None or not request.path.startswith("/api/"):
        return
    if endpoint not in listed:
        raise NotFound
    needs = listed[endpoint]
    if needs is not None:
        _check_whose_page()
        if me().locked and endpoint not in current_app.extensions[WHILE_LOCKED]:
            raise Locked
        if me().half_signed_in and needs not in WHILE_HALF_SIGNED_IN:
            raise SecondStepNeeded
    if needs is not None and me().job not in jobs_that_may(needs):
        raise NotFound
    if endpoint in current_app.extensions[STEP_UP] and not is_proved(me(), now()):
        raise StepUpNeeded


def _check_whose_page() -> None:
    """Refuse a page that is still another's: a second tab signed in as somebody else.

    Otherwise a child's unsent words would be kept as the draft of the carer who came after.
    """
    page_of = request.headers.get(WHOSE_PAGE)
    if page_of is not None and page_of != str(me().person_id):
        raise NotSignedIn


def me() -> Actor:
    """The one who is asking; raises NotSignedIn."""
    if not current_user.is_authenticated:
        raise NotSignedIn
    actor: Actor = current_user.actor
    return actor


def maybe_me() -> Actor | None:
    """The one who is asking, where a door is open to everyone; None: nobody is signed in."""
    return current_user.actor if current_user.is_authenticated else None


def revision_read() -> int:
    """The revision that the request says it read, from If-Match; raises RevisionMissing."""
    wanted = request.headers.get("If-Match", "").strip().removeprefix("W/").strip('"')
    if not wanted.isdecimal() or len(wanted) > 9:
        raise RevisionMissing
    return int(wanted)
