"""Which answer may pass to whom: the whole rule as a table, and every way of getting it wrong."""

from dataclasses import fields
from types import ModuleType
from uuid import UUID, uuid4

import pytest

from cadair.access.actor import Job
from cadair.contributions.rules.forms import Audience
from cadair.record.rules import passing
from tests.security.mutants import mutants_of

ADA, CAROL, DAD, WENDY, PRIYA = (uuid4() for _ in range(5))
CHILD = {"person_id": ADA, "is_child": True, "is_in_circle": False, "is_social_worker": False}
FATHER = {"person_id": DAD, "is_child": False, "is_in_circle": True, "is_social_worker": False}
CARER = {**FATHER, "person_id": CAROL}
WORKER = {**FATHER, "person_id": WENDY, "is_social_worker": True}
GONE = {**FATHER, "is_in_circle": False}
SAID = {
    "author_id": CAROL,
    "author_job": Job.CARER,
    "counts": True,
    "says_something": True,
    "has_words": True,
    "audience": Audience.EVERYONE,
    "not_people": (),
}
BY_ADA = {"author_id": ADA, "author_job": Job.CHILD}
BY_PRIYA = {"author_id": PRIYA, "author_job": Job.REVIEWING_OFFICER}
FEW, ONE = Audience.OFFICER_AND_SOCIAL_WORKER, Audience.ONLY_OFFICER


def no_walls(_one: UUID, _other: UUID) -> bool:
    return False


def all_walled(_one: UUID, _other: UUID) -> bool:
    return True


def only_carol_and_dad(one: UUID, other: UUID) -> bool:
    return {one, other} == {CAROL, DAD}


# what is said differently from SAID, to whom, the walls; may it pass, and is it kept from them?
TABLE = [
    ("a carer to the father", {}, FATHER, no_walls, True, False),
    ("a carer to the father behind a wall", {}, FATHER, all_walled, False, True),
    ("the wall is between these two", {}, FATHER, only_carol_and_dad, False, True),
    ("the wall is between two others", {}, WORKER, only_carol_and_dad, True, False),
    ("a carer to the child, whatever the walls", {}, CHILD, all_walled, True, False),
    ("a carer for the few, to the child", {"audience": FEW}, CHILD, no_walls, False, True),
    ("a carer for the few, to the father", {"audience": FEW}, FATHER, no_walls, False, True),
    ("a carer for the few, to the worker", {"audience": FEW}, WORKER, no_walls, True, False),
    ("for the few, to a walled worker", {"audience": FEW}, WORKER, all_walled, False, True),
    ("for the officer, to the worker", {"audience": ONE}, WORKER, no_walls, False, True),
    ("for the officer, to the child", {"audience": ONE}, CHILD, no_walls, False, True),
    ("for the officer, to the father", {"audience": ONE}, FATHER, no_walls, False, True),
    ("to one who left the circle", {}, GONE, no_walls, False, True),
    ("not for him", {"not_people": (DAD,)}, FATHER, no_walls, False, True),
    ("not for somebody else", {"not_people": (WENDY,)}, FATHER, no_walls, True, False),
    ("not for the child", {"not_people": (ADA,)}, CHILD, no_walls, False, True),
    ("taken back", {"counts": False}, FATHER, no_walls, False, False),
    ("taken back, behind a wall", {"counts": False}, FATHER, all_walled, False, True),
    ("nothing said", {"says_something": False}, FATHER, no_walls, False, False),
    ("one's own words", {}, CARER, no_walls, False, False),
    ("one's own words for the officer", {"audience": ONE}, CARER, all_walled, False, False),
    ("the child to the father", BY_ADA, FATHER, all_walled, True, False),
    ("the child, for the few", {**BY_ADA, "audience": FEW}, FATHER, no_walls, False, True),
    ("the child, for the officer", {**BY_ADA, "audience": ONE}, WORKER, no_walls, False, True),
    ("the child, not for him", {**BY_ADA, "not_people": (DAD,)}, FATHER, no_walls, False, True),
    ("the officer to the father", BY_PRIYA, FATHER, all_walled, True, False),
    ("the officer to the child", BY_PRIYA, CHILD, all_walled, True, False),
    ("a father to the carer, walled", {"author_id": DAD, "author_job": Job.PARENT}, CARER,
     only_carol_and_dad, False, True),
]  # fmt: skip
# what is said differently, to whom, whom they may be told of; may the author be named?
NAMING = [
    ("the carer, who may not be named", {}, FATHER, (), False),
    ("the carer, who may", {}, FATHER, (CAROL,), True),
    ("another may", {}, FATHER, (WENDY,), False),
    ("the child knows who cares for them", {}, CHILD, (), True),
    ("the child's name is no secret", BY_ADA, FATHER, (), True),
    ("nor the officer's", BY_PRIYA, FATHER, (), True),
]

# what was given, to whom, the walls since, with a name, whom they may be told of; is it there?
LATER = [
    ("words of the carer, behind a wall again", {}, FATHER, only_carol_and_dad, False, (), False),
    ("with her name, behind a wall again", {}, FATHER, all_walled, True, (CAROL,), False),
    ("words alone, where no wall stands", {}, FATHER, no_walls, False, (), True),
    ("with her name, who may be named", {}, FATHER, no_walls, True, (CAROL,), True),
    ("with her name, who may be named no more", {}, FATHER, no_walls, True, (WENDY,), False),
    ("the child's own words", BY_ADA, FATHER, all_walled, True, (), True),
    ("the officer's", BY_PRIYA, FATHER, all_walled, True, (), True),
    ("anybody's, to the child", {}, CHILD, all_walled, True, (), True),
]


def wrong(rules: ModuleType) -> list[str]:
    """The rows of the tables that these rules get wrong."""
    found = []
    for name, said, to, walled, passes, kept in TABLE:
        source, recipient = rules.Source(**{**SAID, **said}), rules.Recipient(**to)
        if rules.may_pass(source, recipient, walled=walled) is not passes:
            found.append(f"passes: {name}")
        if rules.is_kept_from(source, recipient, walled=walled) is not kept:
            found.append(f"kept: {name}")
    for name, said, to, named_to, named in NAMING:
        source, recipient = rules.Source(**{**SAID, **said}), rules.Recipient(**to)
        if rules.may_be_named(source, recipient, named_to=named_to) is not named:
            found.append(f"named: {name}")
    for name, said, to, walled, is_named, named_to, stays in LATER:
        author = rules.Author(**{key: {**SAID, **said}[key] for key in ("author_id", "author_job")})
        still = rules.may_still_be_read(
            author, rules.Recipient(**to), named=is_named, walled=walled, named_to=named_to
        )
        if still is not stays:
            found.append(f"later: {name}")
    for has_words in (True, False):
        source = rules.Source(**{**SAID, "has_words": has_words})
        if rules.may_go_unnamed(source) is not has_words:
            found.append(f"unnamed: {has_words}")
    return found


def test_what_passes_to_whom():
    assert wrong(passing) == []


@pytest.mark.parametrize("name", ["Source", "Recipient"])
def test_the_table_leaves_nothing_to_chance(name):
    """A new fact about an answer or a person asks for rows of its own."""
    known = {"Source": set(SAID), "Recipient": set(FATHER)}[name]
    assert {each.name for each in fields(getattr(passing, name))} == known


def test_every_mutant_of_the_rule_is_caught():
    survivors = [one.what for one in mutants_of(passing) if not wrong(one.module)]
    assert survivors == []
