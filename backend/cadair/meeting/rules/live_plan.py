"""What a meeting runs by: the child's plan as it stands when the meeting is opened; pure.

Where the child has chosen nothing, it is what their own page suggests (`web_client`, `suggested`):
the same things in the same order under the same ids, so that a phone without signal agrees.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from cadair.meeting.rules.live_kinds import LEVEL_AT_FIRST
from cadair.meeting.rules.matters import MATTERS, covered

WORDS_OF: Final = frozenset({"wish", "last_time", "added"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What there is to talk about: each (id, words), in its order."""

    nation: str
    last_time: Sequence[tuple[str, str]]
    wishes: Sequence[tuple[str, str]]
    added: Sequence[tuple[str, str]]
    topics: Mapping[str, str]  # by a wish's id, what it is about
    in_confidence: Collection[str] = ()  # wishes that were not said to everybody
    not_people: Mapping[str, Collection[str]] = field(default_factory=dict)  # whom each is not for


def run_of(plan: Mapping[str, Any] | None, talk: Talk) -> dict[str, Any]:
    """The plan that a meeting runs by: things with their words, rules, script, level and helper."""
    level = plan["level"] if plan else LEVEL_AT_FIRST
    agenda = list(_agenda(plan["agenda"] if plan else (), talk, level))
    words = dict([*talk.last_time, *talk.wishes, *talk.added])
    covers: dict[str, list[str]] = {}
    for each in covered(nation=talk.nation, agenda=agenda, topics=talk.topics):
        for item in each.by:
            covers.setdefault(item, []).append(each.matter)
    supporter = plan["supporter"] if plan else None
    return {
        "level": level,
        "items": [
            {
                **_as_it_was_said(item, talk),
                "words": item["words"]
                or (words.get(item["of"]) if item["from"] in WORDS_OF else None),
                "covers": covers.get(item["id"], []),
            }
            for item in agenda
        ],
        "ground_rules": list(plan["ground_rules"]) if plan else [],
        "script": dict(plan["script"]) if plan else {},
        "seats": list(plan["seats"]) if plan else [],
        "helper": supporter["person_id"] if supporter else None,
    }


def _as_it_was_said(item: Mapping[str, Any], talk: Talk) -> Mapping[str, Any]:
    """A wish goes no further in the room than where it was said, whatever the agenda holds.

    The first thing that a child chooses takes the whole suggested list along, so that a wish stands
    on their agenda is not yet their word that everybody may read it.
    """
    if item["from"] != "wish":
        return item
    others = sorted({*item["not_while"], *talk.not_people.get(item["of"], ())})
    is_private = item["private"] or item["of"] in talk.in_confidence
    return {**item, "private": is_private, "not_while": others}


def _agenda(
    chosen: Sequence[Mapping[str, Any]], talk: Talk, level: int
) -> Iterable[Mapping[str, Any]]:
    suggested = list(_suggested(talk, level))
    if not chosen:
        return suggested
    there = {(item["from"], item["of"]) for item in chosen}
    added = {id_ for id_, _ in talk.added}
    return [
        *(item for item in chosen if item["from"] != "added" or item["of"] in added),
        *(
            item
            for item in suggested
            if item["from"] in ("added", "must") and (item["from"], item["of"]) not in there
        ),
    ]


def _suggested(talk: Talk, level: int) -> Iterable[dict[str, Any]]:
    those = [
        *((id_, "last_time", id_) for id_, _ in talk.last_time),
        *((id_, "wish", id_) for id_, _ in talk.wishes),
        *((id_, "added", id_) for id_, _ in talk.added),
        *((id_for(each.key), "must", each.key) for each in MATTERS[talk.nation]),
    ]
    for place, (id_, origin, of) in enumerate(those):
        yield {
            "id": id_, "from": origin, "of": of, "words": None, "minutes": None,
            "lead": _lead_at_first(origin, place, level), "without_me": False, "not_while": [],
            "private": False,
        }  # fmt: skip


def _lead_at_first(origin: str, place: int, level: int) -> str:
    if level in (0, 5):
        return "me" if level else "officer"
    if level == 4:
        return "officer" if place % 2 else "me"
    return "me" if origin == "wish" else "officer"


def id_for(seed: str) -> str:
    """The id that the child's page gives to what must be covered, by its key."""
    digits = "".join(_hash(f"{turn}:{seed}") for turn in (1, 2, 3, 4))
    variant = "89ab"[int(digits[16], 16) % 4]
    cut = (digits[:8], digits[8:12], f"4{digits[13:16]}", f"{variant}{digits[17:20]}", digits[20:])
    return "-".join(cut)


def _hash(text: str) -> str:
    total = 0x811C9DC5
    for letter in text:
        total = (total ^ ord(letter)) * 0x01000193 & 0xFFFFFFFF
    total = (total ^ total >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    return f"{total ^ total >> 13:08x}"
