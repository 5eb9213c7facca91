"""What a review must cover, nation by nation, and which lines of an agenda cover it.

`confirmed` tells what was read in the law's own list from what is remembered or read elsewhere; the
latter wants a lawyer's eye before a council relies on it.  The client has the sentences.

Sources: England, Care Planning, Placement and Case Review Regulations 2010, schedule 7; Wales, Care
Planning, Placement and Case Review Regulations 2015, schedule 8, whose seventeen paragraphs were
counted and not yet read one by one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that every review of the nation must look at."""

    key: str
    source: str
    confirmed: bool


def _england(key: str, paragraph: str, *, confirmed: bool) -> Matter:
    return Matter(key, f"Sch 7 {paragraph}", confirmed)


_ENGLAND: Final = (
    _england("last_time", "para 1", confirmed=True),
    _england("home", "para 5", confirmed=True),
    _england("family_time", "para 4", confirmed=True),
    _england("school", "para 6", confirmed=True),
    _england("health", "para 8", confirmed=False),
    _england("fun", "para 7", confirmed=False),
    _england("identity", "para 9", confirmed=True),
    _england("legal_status", "para 2", confirmed=True),
    _england("plan", "para 3", confirmed=False),
    _england("help", "para 10", confirmed=True),  # advice, support and an advocate
    _england("visits", "para 13", confirmed=True),
    _england("who_decides", "para 14", confirmed=False),
    _england("leaving_care", "para 11", confirmed=False),
    _england("wishes", "para 12", confirmed=False),
)
MATTERS: Final[Mapping[str, tuple[Matter, ...]]] = MappingProxyType(
    {
        "england": _ENGLAND,
        "wales": tuple(Matter(each.key, "Sch 8 paras 1 to 17", False) for each in _ENGLAND),
    }
)
# What a wish that was said under a topic of the questions is about.
OF_TOPIC: Final[Mapping[str, str]] = MappingProxyType(
    {
        "last_time": "last_time",
        "home": "home",
        "family": "family_time",
        "school": "school",
        "health": "health",
        "fun": "fun",
        "me": "identity",
        "social_worker": "visits",
        "plan": "plan",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One matter, and the lines of the agenda that cover it; none yet when there are none."""

    matter: str
    source: str
    confirmed: bool
    by: tuple[str, ...]


def covered(
    *, nation: str, agenda: Sequence[Mapping[str, Any]], topics: Mapping[str, str]
) -> list[Covered]:
    """The nation's matters beside an agenda; `topics` tells by a wish's id what it is about.

    Wishes and feelings are covered by whatever the child wishes for or brings along.
    """
    lines: dict[str, list[str]] = {}
    for item in agenda:
        for matter in _matters_of(item, topics):
            lines.setdefault(matter, []).append(item["id"])
    return [
        Covered(
            matter=each.key,
            source=each.source,
            confirmed=each.confirmed,
            by=tuple(lines.get(each.key, ())),
        )
        for each in MATTERS[nation]
    ]


def _matters_of(item: Mapping[str, Any], topics: Mapping[str, str]) -> set[str]:
    match item["from"]:
        case "must":
            return {item["of"]}
        case "wish":
            return {"wishes", OF_TOPIC.get(topics.get(item["of"], ""), "wishes")}
        case "last_time":
            return {"last_time"}
        case "mine":
            return {"wishes"}
    return set()
