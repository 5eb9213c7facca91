"""Which fields of an answer carried something, for the list of who may be sent what."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any, Final

import yaml

from tests.access.sweeping import ANONYMOUS, ASKERS, Operation, Sweeper
from tests.world.two_councils import HALF_SIGNED_IN, JOBS

LISTED: Final = Path(__file__).parent / "fields.yaml"
# What stands for a key that is no field: an id, or a question of a form.
A_KEY: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[a-z_]+\.[a-z_.]+")
HASHED: Final = {"/api/me/unlock", "/api/me/prove", "/api/me/passphrase", "/api/me/pictures"}
Fields = dict[str, dict[str, set[str]]]  # operation → role → fields


def carried(value: Any, place: str = "") -> Iterator[str]:
    """Every field that says something: null, nothing and an empty list say nothing."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from carried(
                inner, f"{place}{{}}" if A_KEY.fullmatch(name) else f"{place}.{name}"
            )
    elif isinstance(value, list):
        for inner in value:
            yield from carried(inner, f"{place}[]")
    elif value not in (None, ""):
        yield place.lstrip(".")


def role_of(asker: str) -> str:
    """What the list calls them."""
    return asker if asker in (ANONYMOUS, HALF_SIGNED_IN) else JOBS[asker].value


def askers_of(sweeper: Sweeper, operation: Operation) -> tuple[str, ...]:
    """Everybody; few where a secret is hashed, which takes its time and tells them who they are."""
    if sweeper.needs[operation.name] is None:
        return (ANONYMOUS,)
    return ("jaden", "karen", "priya") if operation.path in HASHED else ASKERS


def sent(sweeper: Sweeper) -> Fields:
    """What everybody was sent, by every request that was answered."""
    found: Fields = defaultdict(lambda: defaultdict(set))
    for operation in sweeper.operations:
        for asker in askers_of(sweeper, operation):
            answer = sweeper.send(operation, asker, {})
            if answer.status_code < 300 and answer.data:
                found[operation.name][role_of(asker)].update(carried(answer.json))
    return found


def listed() -> Fields:
    """The list, by operation and role."""
    found: Fields = defaultdict(lambda: defaultdict(set))
    for operation, groups in yaml.load(LISTED.read_text("utf-8"), yaml.BaseLoader).items():
        for roles, objects in groups.items():
            for role, (place, names) in product(roles.split(", "), objects.items()):
                found[operation][role] |= {f"{place}.{name}".lstrip(".") for name in names.split()}
    return found


def beyond(some: Fields, others: Fields) -> list[tuple[str, str, str]]:
    """(role, field, operation) of what is in the first and not in the second."""
    return sorted(
        (role, field, operation)
        for operation, roles in some.items()
        for role, fields in roles.items()
        for field in fields - others.get(operation, {}).get(role, set())
    )
