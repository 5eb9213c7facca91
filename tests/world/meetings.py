"""How a child wants their meeting: one of everything that a plan can hold."""

from typing import Any
from uuid import UUID, uuid5

IDS = UUID("0d9b8c1e-3f0e-4b35-8a44-6f6a5d3f5c77")


def a_meeting_plan(
    about: UUID | str, *, added: UUID | str | None = None, wish: UUID | str | None = None
) -> dict[str, Any]:
    """A plan in which somebody of the circle may come for a part, sits beside me, and so on.

    `added` is what the officer added to the agenda, and `wish` one of the child's.
    """
    who, ids = str(about), [str(uuid5(IDS, str(number))) for number in range(5)]
    line = {
        "of": None, "words": None, "lead": "me", "minutes": 10, "without_me": False,
        "not_while": [], "private": False,
    }  # fmt: skip
    mine = {
        **line, "id": ids[0], "from": "mine", "words": "My bike", "lead": who, "not_while": [who],
        "without_me": True, "private": True,
    }  # fmt: skip
    agenda = [mine, {**line, "id": ids[1], "from": "must", "of": "school", "lead": "officer"}]
    for id_, origin, of in ((ids[2], "added", added), (ids[3], "wish", wish)):
        if of is not None:
            agenda.append({**line, "id": id_, "from": origin, "of": str(of)})
    return {
        "level": 3,
        "people": [{"person_id": who, "wanted": "part", "items": [], "reason": "They shout."}],
        "ask_for": [{"id": ids[4], "who": "My friend Ash", "why": "She is kind."}],
        "supporter": {"person_id": who, "who": "Ash too"},
        "seats": [who],
        "beside_me": [who],
        "place": {"where": "outside", "words": "The park"},
        "when": {"times": ["weekend"], "words": "Not Sunday"},
        "minutes": 45,
        "how": "both",
        "breaks": "often",
        "snacks": "Crisps",
        "agenda": agenda,
        "ground_rules": [{"key": "kind_words"}, {"words": "No shouting"}],
        "script": {"welcome": "Hi.", "goodbye": "Thanks."},
    }
