"""What may stand in a plan: whom it names, what its agenda is made of, and nothing twice."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cadair.foundation.errors import BadInput

MY_OWN_LINES: Final = frozenset({"welcome", "goodbye"})  # of the script, beside each item's
LEADS: Final = frozenset({"me", "officer"})  # beside a person of the circle
MOST_BESIDE_ME: Final = 2

Plan = Mapping[str, Any]
Faults = Iterator[tuple[str, str]]  # place, code


class BadPlan(BadInput):
    """A plan that names or repeats what it may not; `fields` says where and how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a child may name in their plan: nobody and nothing that they do not know of."""

    people: frozenset[str]
    wishes: frozenset[str]
    last_time: frozenset[str]
    matters: frozenset[str]
    added: frozenset[str]

    def and_those_of(self, plan: Plan | None) -> "Known":
        """These, and what stands in the plan already: who left since must not block a saving."""
        if plan is None:
            return self
        before = {origin: _of(plan, origin) for origin in ("wish", "last_time", "added")}
        return Known(
            people=self.people | _people_in(plan),
            wishes=self.wishes | before["wish"],
            last_time=self.last_time | before["last_time"],
            matters=self.matters,
            added=self.added | before["added"],
        )

    def of(self, origin: str) -> frozenset[str]:
        """The ids that an item of the agenda may come from."""
        return {
            "wish": self.wishes,
            "last_time": self.last_time,
            "must": self.matters,
            "added": self.added,
        }.get(origin, frozenset())


def check_plan(plan: Plan, *, known: Known) -> None:
    """Refuse a plan with anything in it that the child cannot mean; raises BadPlan."""
    problems: dict[str, list[str]] = {}
    for check in (_in_people, _around_the_table, _in_agenda, _in_rules_and_script):
        for place, code in check(plan, known):
            problems.setdefault(f"plan.{place}", []).append(code)
    if problems:
        raise BadPlan(fields=problems)


def _in_people(plan: Plan, known: Known) -> Faults:
    items = {item["id"] for item in plan["agenda"]}
    yield from _repeated("people", "person_id", plan["people"])
    yield from _repeated("ask_for", "id", plan["ask_for"])
    for number, person in enumerate(plan["people"]):
        if person["person_id"] not in known.people:
            yield f"people.{number}.person_id", "unknown"
        if person["items"] is not None and person["wanted"] != "part":
            yield f"people.{number}.items", "not_for_a_part"
        elif not items.issuperset(person["items"] or ()):
            yield f"people.{number}.items", "unknown"


def _around_the_table(plan: Plan, known: Known) -> Faults:
    supporter = plan["supporter"]
    if supporter is not None and supporter["person_id"] is None and supporter["who"] is None:
        yield "supporter", "required"
    elif supporter is not None and supporter["person_id"] not in (None, *known.people):
        yield "supporter.person_id", "unknown"
    for place in ("seats", "beside_me"):
        yield from _listed(place, plan[place], known.people)
    times = plan["when"]["times"]
    yield from _listed("when.times", times, times)
    if len(plan["beside_me"]) > MOST_BESIDE_ME:
        yield "beside_me", "too_many"


def _in_agenda(plan: Plan, known: Known) -> Faults:
    agenda = plan["agenda"]
    yield from _repeated("agenda", "id", agenda)
    seen: set[tuple[str, str]] = set()
    for number, item in enumerate(agenda):
        place, origin, of = f"agenda.{number}", item["from"], item["of"]
        if origin == "mine" and item["words"] is None:
            yield f"{place}.words", "required"
        if (of is not None) if origin == "mine" else (of not in known.of(origin)):
            yield f"{place}.of", "unknown"
        elif of is not None and (origin, of) in seen:
            yield f"{place}.of", "repeated"
        seen.add((origin, of or ""))
        if item["lead"] not in LEADS | known.people:
            yield f"{place}.lead", "unknown"
        yield from _listed(f"{place}.not_while", item["not_while"], known.people)


def _in_rules_and_script(plan: Plan, _known: Known) -> Faults:
    for number, rule in enumerate(plan["ground_rules"]):
        if (rule.get("key") is None) == (rule.get("words") is None):
            yield f"ground_rules.{number}", "key_or_words"
        elif rule in plan["ground_rules"][:number]:
            yield f"ground_rules.{number}", "repeated"
    lines = MY_OWN_LINES | {item["id"] for item in plan["agenda"]}
    if not lines.issuperset(plan["script"]):
        yield "script", "unknown"


def _repeated(place: str, name: str, those: Sequence[Mapping[str, Any]]) -> Faults:
    seen = set()
    for number, each in enumerate(those):
        if each[name] in seen:
            yield f"{place}.{number}.{name}", "repeated"
        seen.add(each[name])


def _listed(place: str, ids: Sequence[str], known: Iterable[str]) -> Faults:
    if not set(ids) <= set(known):
        yield place, "unknown"
    elif len(set(ids)) < len(ids):
        yield place, "repeated"


def _of(plan: Plan, origin: str) -> frozenset[str]:
    return frozenset(item["of"] for item in plan["agenda"] if item["from"] == origin)


def _people_in(plan: Plan) -> frozenset[str]:
    named = {person["person_id"] for person in plan["people"]}
    named |= {*plan["seats"], *plan["beside_me"]}
    named |= {item["lead"] for item in plan["agenda"]} - LEADS
    named |= {who for item in plan["agenda"] for who in item["not_while"]}
    supporter = plan["supporter"]
    if supporter is not None and supporter["person_id"] is not None:
        named.add(supporter["person_id"])
    return frozenset(named)
