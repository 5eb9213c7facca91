"""What may be asked of the children room: every answer is a plain value, for one child or many."""

from cadair.children.queries.around import Around, around, around_for
from cadair.children.queries.care import born_until, clock_facts
from cadair.children.queries.children import (
    ChildFacts,
    ChildRow,
    case_numbers_in_care,
    child_facts,
    children_by_case_number,
    children_of_council,
    children_of_officer,
    facts_of,
)
from cadair.children.queries.circle import (
    CircleMember,
    circle,
    circles,
    reviewing_officer,
    reviewing_officers,
)
from cadair.children.queries.circle_page import (
    CirclePage,
    WaitingProposal,
    circle_page,
    waiting_for,
)
from cadair.children.queries.keys import sealing_key, sealing_keys
from cadair.children.queries.standing import (
    band_and_key,
    beside_standing,
    standing,
    standing_of,
)
from cadair.children.queries.vault import facts_over_time, protected_facts
from cadair.children.queries.walls import Member, Walls, is_walled, walls, walls_of

__all__ = [
    "Around",
    "ChildFacts",
    "ChildRow",
    "CircleMember",
    "CirclePage",
    "Member",
    "WaitingProposal",
    "Walls",
    "around",
    "around_for",
    "band_and_key",
    "beside_standing",
    "born_until",
    "case_numbers_in_care",
    "child_facts",
    "children_by_case_number",
    "children_of_council",
    "children_of_officer",
    "circle",
    "circle_page",
    "circles",
    "clock_facts",
    "facts_of",
    "facts_over_time",
    "is_walled",
    "protected_facts",
    "reviewing_officer",
    "reviewing_officers",
    "sealing_key",
    "sealing_keys",
    "standing",
    "standing_of",
    "waiting_for",
    "walls",
    "walls_of",
]
