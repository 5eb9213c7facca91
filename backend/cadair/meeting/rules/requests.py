"""What a plan asks of the reviewing officer, one by one, and whether it is still what was answered.

A request has a key that stays (`place`, `person:<id>`, `item:<id>`), and a value: all that the
child says of it.
"""

import hmac
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, Final

from cadair.foundation.errors import BadInput
from cadair.meeting.rules.checking import LEADS, Plan

SIMPLE: Final = ("minutes", "how", "breaks", "snacks")  # asked for when anything is chosen
SAYS: Final = ("who", "why", "reason", "words", "snacks")  # what of a request is in words


class Answer(StrEnum):
    """What the officer answers to one request."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


def check_answer(answer: Answer, reason: str | None) -> None:
    """Refuse a no, or half a yes, without saying why; raises BadInput."""
    if answer is not Answer.YES and reason is None:
        raise BadInput(fields={"reason": ["required"]})


def requests_of(plan: Plan | None) -> dict[str, Any]:
    """All that the plan asks, by key, in the order in which it is read."""
    return {} if plan is None else dict(_requests(plan))


def _requests(plan: Plan) -> Iterator[tuple[str, Any]]:
    yield "level", plan["level"]
    for person in plan["people"]:
        yield f"person:{person['person_id']}", _of_person(plan, person)
    for asked in plan["ask_for"]:
        yield f"ask_for:{asked['id']}", asked
    yield from _around_it(plan)
    for item in plan["agenda"]:
        if _asks(item):
            yield f"item:{item['id']}", {name: item[name] for name in item if name != "minutes"}


def _around_it(plan: Plan) -> Iterator[tuple[str, Any]]:
    """Who helps, who sits where, and where, when and how it is: whatever was chosen."""
    table = {name: plan[name] for name in ("seats", "beside_me")}
    chosen = {
        "supporter": plan["supporter"] or {},
        "seats": table,
        "place": plan["place"],
        "when": plan["when"],
        **{name: {name: plan[name]} for name in SIMPLE},
    }
    yield from ((name, value) for name, value in chosen.items() if any(value.values()))


def _of_person(plan: Plan, person: Mapping[str, Any]) -> dict[str, Any]:
    """What is asked of somebody's coming; for a part, whatever stands in its place on the list."""
    return {**person, "items": sorted(person["items"] or ())}


def _asks(item: Mapping[str, Any]) -> bool:
    """Whether a line of the agenda asks for more than what the review talks about anyway."""
    return bool(
        item["from"] == "mine"
        or item["without_me"]
        or item["not_while"]
        or item["private"]
        or item["lead"] not in LEADS
    )


def kind_of(request: str) -> str:
    """What sort of request it is, without whom or what it is about."""
    return request.partition(":")[0]


def person_of(request: str, value: Any) -> str | None:
    """The person whom the request is about, if it is about one."""
    if kind_of(request) == "person":
        return request.partition(":")[2]
    named = value.get("person_id") if isinstance(value, dict) else None
    return str(named) if named is not None else None


def words_of(value: Any) -> list[str]:
    """What the child says of a request in words of their own."""
    if not isinstance(value, dict):
        return []
    return [value[name] for name in SAYS if value.get(name) is not None]


def kept_as(key: bytes, request: str) -> str:
    """A keyed digest of a request's key: whom a child named stands open in no column."""
    return hmac.digest(key, b"plan_answer|request|" + request.encode(), "sha256").hex()


def fingerprint(key: bytes, request: str, value: Any) -> bytes:
    """A keyed digest of what is asked: the same is the same, and what it was cannot be guessed."""
    whole = json.dumps([request, value], separators=(",", ":"), sort_keys=True)
    return hmac.digest(key, b"plan_answer|asked|" + whole.encode(), "sha256")
