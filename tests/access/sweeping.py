"""Puts other people's ids in every slot, as everybody, and compares with an id that is nobody's.

Nothing that is asked is kept, so that every request meets the world as it was.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cadair.access.policy import Permission
from cadair.commands.demo.people import demo_id
from cadair.foundation.clock import frozen, now, today
from cadair.people.routes import SESSION_COOKIE
from cadair.web.blueprint import NEEDS
from tests.access.slots import SLOTS, Slot
from tests.access.true_requests import AS_IT_IS, BODIES, IF_MATCH, IN_PLACE, NEW
from tests.world.everything import LEFT, OFFICERS, Everything
from tests.world.two_councils import BRO_GWYNFRYN, HALF_SIGNED_IN, IN_WALES, JOBS, NORTHMOOR

ANONYMOUS = "anonymous"
NOT_IN = {ANONYMOUS, HALF_SIGNED_IN}
ASKERS = (ANONYMOUS, HALF_SIGNED_IN, *JOBS)
OFTEN = (ANONYMOUS, "jaden", "priya", "helen", "ade")
HOME = {"amelia": "amelia", **dict.fromkeys(IN_WALES, "elin")}  # all others: Jaden
PEOPLE = ("maud", "olu", "daniel", "priya", "helen", "tom", "carys", "dewi")
ALSO_FITS = {
    "person": {"person", "child"},
    "invited": {"invited", "person", "child"},
    "recipient": {"recipient", "child"},
}
# Secrets are made anew for each answer, so only whether there was one can be compared.
PEOPLES_KINDS = {"person", "invited", "recipient", "around", "staff", "officer"}
MADE_ANEW = {"invite", "let_staff_in"}
# What stands in a path and is no id: the return in which Theo's last reviews are.
NUMBERS = {"year": (today(now()) - timedelta(days=30 + 90)).year + 1}
UUIDS = re.compile(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Operation(NamedTuple):
    """One operation of the API."""

    name: str
    method: str
    path: str


def operations_of(document: dict[str, Any]) -> list[Operation]:
    """All of them."""
    return [
        Operation(operation["operationId"], method.upper(), path)
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if method != "parameters"
    ]


class Sweeper:
    """Asks as everybody, and remembers what went wrong."""

    def __init__(self, world: Everything, app: Flask) -> None:
        self.world = world
        self.cookies = {ANONYMOUS: world.guest_cookie}  # it opens one meeting and nothing else
        for key in (HALF_SIGNED_IN, *JOBS):
            cookie = world.client(key).get_cookie(SESSION_COOKIE)
            assert cookie is not None
            self.cookies[key] = f"{SESSION_COOKIE}={cookie.value}"
        self.browser: FlaskClient = app.test_client(use_cookies=False)
        self.moment = now() + timedelta(seconds=1)  # after all that is there
        self.document: dict[str, Any] = self.browser.get("/api/openapi.json").json or {}
        self.operations = operations_of(self.document)
        self.needs: dict[str, Permission | None] = {
            endpoint.split(".")[1]: needs for endpoint, needs in app.extensions[NEEDS].items()
        }
        self.asked: Counter[str] = Counter()
        self.answered: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self.refused: defaultdict[tuple[str, str], set[bytes]] = defaultdict(set)
        self.etags: dict[tuple[str, str], str] = {}

    def send(
        self,
        operation: Operation,
        asker: str,
        ids: dict[str, Any],
        *,
        body: dict[str, Any] | None = None,
    ) -> TestResponse:
        """The true request about the asker's own child, with these ids put in their places.

        Or with another `body` altogether.
        """
        child = HOME.get(asker, "jaden")
        in_path = {place: self._of(slot, child) for place, slot in self._path_slots(operation)}
        in_path |= {place: id_ for place, id_ in ids.items() if place in in_path}
        path = operation.path.format(**NUMBERS, **in_path)
        query = {place[1:]: str(id_) for place, id_ in ids.items() if place.startswith("?")}
        sent = self.body(operation, asker) if body is None else body
        for place in ids if body is None else ():
            if (operation.name, place) in IN_PLACE:
                sent = IN_PLACE[operation.name, place](asker)
        for place, id_ in ids.items():
            if place not in in_path and not place.startswith("?"):
                sent = put(sent or {}, place, id_)
        headers = {"Cookie": self.cookies[asker], "Sec-Fetch-Site": "same-origin"}
        if operation.name in IF_MATCH:
            headers["If-Match"] = self._etag(operation, asker, in_path)
        if operation.name in NEW:
            headers["If-Match"] = '"0"'
        if operation.name in AS_IT_IS:
            headers["If-Match"] = AS_IT_IS[operation.name]
        self.asked[operation.name] += 1
        with frozen(self.moment):
            return self.browser.open(
                path, method=operation.method, query_string=query, headers=headers,
                json=sent,
            )  # fmt: skip

    def body(self, operation: Operation, asker: str) -> dict[str, Any] | None:
        """The true body, if there is one."""
        child, made = HOME.get(asker, "jaden"), BODIES.get(operation.name)
        with frozen(self.moment):
            body = made(self.world, child, asker) if made else None
        if body and operation.name == "release":
            path = f"/api/reviews/{self.world.of(child, 'review')}/recipients"
            body["fingerprint"] = self._fingerprint(asker, path, {"lines": []}, body)
        if body and operation.name == "distribute":
            path = f"/api/reviews/{self.world.of(child, 'signed_review')}/distribution"
            body["fingerprint"] = self._fingerprint(asker, path, {"keys": []}, body)
        return body

    def foreign(self, slot: Slot, asker: str) -> list[Any]:
        """Ids that do not fit here for this asker: not theirs to know, or something else's."""
        child = HOME.get(asker, "jaden")
        things = [each for each in self.world.things if _fits(each.kind, slot.kind)]
        fits = {
            each.id
            for each in things
            if asker in each.knows and (slot.is_chosen or each.child == child)
        }
        found = [each.id for each in things if each.id not in fits]
        if slot.kind in ("answer", "review", "contribution"):
            found = found[::4] + found[-1:]
        if slot.kind in ("person", "invited", "around"):
            found += [demo_id(key) for key in PEOPLE if demo_id(key) not in fits]
        if slot.kind == "staff":
            found += [demo_id(key) for key in ("sandra", "karen", "amelia")]
        if slot.kind == "council":
            found += [NORTHMOOR, BRO_GWYNFRYN]
        if slot.kind == "officer":  # whether one may cover oneself is no secret
            found = [id_ for id_ in found if id_ != demo_id(asker)]
        others = [
            each
            for each in self.world.things
            if each.child == child and each.id not in fits
            and not {each.kind, slot.kind} <= PEOPLES_KINDS  # one person may be several of them
        ]  # fmt: skip
        of_another_kind = {each.kind: each.id for each in others}
        return list(dict.fromkeys([*found, *list(of_another_kind.values())[:4]]))

    def _etag(self, operation: Operation, asker: str, in_path: dict[str, Any]) -> str:
        path = IF_MATCH[operation.name].format(**in_path)
        if (asker, path) not in self.etags:
            headers = {"Cookie": self.cookies[asker], "Sec-Fetch-Site": "same-origin"}
            with frozen(self.moment):
                read = self.browser.get(path, headers=headers)
            revision = (read.get_json(silent=True) or {}).get("revision", 1)
            self.etags[asker, path] = f'"{revision}"'
        return self.etags[asker, path]

    def _fingerprint(self, asker: str, to: str, what: dict[str, Any], body: dict[str, Any]) -> str:
        """What a preview gives to whoever may release."""
        path = f"{to}/{body['person_id']}/preview"
        if (asker, path) not in self.etags:
            sent = {**what, "words": body["words"]}
            headers = {"Cookie": self.cookies[asker], "Sec-Fetch-Site": "same-origin"}
            with frozen(self.moment):
                seen = self.browser.post(path, json=sent, headers=headers).get_json(silent=True)
            self.etags[asker, path] = (seen or {}).get("fingerprint", "0" * 64)
        return self.etags[asker, path]

    def who_may(self, operation: Operation) -> str:
        """Somebody whose true request is answered, or else is refused for no fault of theirs."""
        status: dict[str, int] = {}
        for asker in dict.fromkeys((*OFTEN, *ASKERS)):
            status[asker] = self.send(operation, asker, {}).status_code
            if status[asker] < 300:
                break
            if asker == OFTEN[-1] and status.keys() - self._kept_out(status):
                break
        return min(status, key=lambda asker: (asker in self._kept_out(status), status[asker]))

    def _kept_out(self, status: dict[str, int]) -> set[str]:
        return {asker for asker, code in status.items() if code in (401, 404)}

    def _of(self, slot: Slot, child: str) -> Any:
        if slot.is_made:
            return uuid4()
        known = [each.id for each in self.world.things if each.child == child]
        kinds = {each.kind for each in self.world.things if each.child == child}
        return self.world.of(child, slot.kind) if slot.kind in kinds else known[0]

    def _path_slots(self, operation: Operation) -> list[tuple[str, Slot]]:
        slots = SLOTS.get(operation.name, {})
        return [(place, slot) for place, slot in slots.items() if f"{{{place}}}" in operation.path]


def _fits(kind: str, wanted: str) -> bool:
    return kind in ALSO_FITS.get(wanted, {wanted})


def put(body: dict[str, Any], place: str, id_: Any) -> dict[str, Any]:
    """The body with this id alone in a place such as `parts[].people[]`."""
    steps = re.findall(r"[a-z_]+|\[\]|\{\}", place)
    return _put(body, steps, str(id_))


def _put(value: Any, steps: list[str], id_: str) -> Any:
    if not steps:
        return id_
    step, *rest = steps
    if step == "[]":
        return [_put(value[0] if value else {"named": True}, rest, id_)]
    if step == "{}":
        key = next(iter(value))
        return {key: _put(value[key], rest, id_)}
    return {**value, step: _put(value.get(step), rest, id_)}


def told(answer: TestResponse) -> tuple[int, list[tuple[str, str]], bytes]:
    """All that an answer tells, but the day and the id that was asked for."""
    headers = sorted((k, v) for k, v in answer.headers if k not in ("Date", "Set-Cookie"))
    return answer.status_code, headers, UUIDS.sub(b"ID", answer.data)


def wrong_in(
    sweeper: Sweeper, operation: Operation, asker: str, *, door_is_shut: bool
) -> Iterator[str]:
    """What one asker could tell apart in the slots of one operation."""
    for place, slot in SLOTS[operation.name].items():
        nobodys = sweeper.send(operation, asker, {place: _nobodys(slot)})
        where = f"{asker} · {operation.name} · {place}"
        open_ = nobodys.status_code < 300
        sweeper.answered[operation.name, place].add(nobodys.status_code)
        if nobodys.status_code >= 500 or (open_ and not slot.is_made and slot.answers >= 300):
            yield f"{where}: an id that is nobody's: {nobodys.status_code} {nobodys.text[:150]}"
        things = sweeper.foreign(slot, asker)
        for id_ in things[:2] if door_is_shut else things:
            answer = sweeper.send(operation, asker, {place: id_})
            same = told(answer) == told(nobodys) or (
                operation.name in MADE_ANEW and open_ and answer.status_code == nobodys.status_code
            )
            if slot.is_made and open_ and answer.status_code == slot.answers >= 400:
                sweeper.refused[operation.name, place].add(answer.data)
                same = True
            if not same:
                kinds = {
                    each.kind + " " + each.child for each in sweeper.world.things if each.id == id_
                }
                yield (
                    f"{where}: {kinds or id_} {answer.status_code} {answer.text[:150]}"
                    f" | nobody's: {nobodys.status_code} {nobodys.text[:150]}"
                )


def wrong_with_all(sweeper: Sweeper, operation: Operation, asker: str) -> Iterator[str]:
    """The same with every slot of an operation about one child of whom the asker knows nothing."""
    slots = {
        place: slot
        for place, slot in SLOTS[operation.name].items()
        if not slot.is_made and slot.kind not in ("credential", "council")
    }
    if len(slots) < 2:
        return
    nobodys = sweeper.send(operation, asker, {place: uuid4() for place in slots})
    for child in (*OFFICERS, LEFT):
        things = [each for each in sweeper.world.things if each.child == child]
        if any(asker in each.knows for each in things):
            continue
        ids = {}
        for place, slot in slots.items():
            there = [each.id for each in things if each.kind in (slot.kind, "child")]
            ids[place] = there[-1]
        answer = sweeper.send(operation, asker, ids)
        if told(answer) != told(nobodys):
            yield f"{asker} · {operation.name} · all of {child}: {answer.text} | {nobodys.text}"


def _nobodys(slot: Slot) -> UUID | str:
    return "AAAA" * 8 if slot.kind == "credential" else uuid4()
