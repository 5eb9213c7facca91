"""Who may know where a child lives, who cares for them and which school they go to; pure.

Whoever cares for the child, or works for the council, knows by what they are; everybody else knows
only what they were told they may.
"""

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cadair.children.rules.kinds import RelationshipKind as Kind


class Knowable(StrEnum):
    """What is kept from all but a few."""

    HOME = "home"  # the address and the placement
    CARERS = "carers"  # names and phones of whoever the child lives with
    SCHOOL = "school"


EVERYTHING: Final = frozenset(Knowable)
CARERS: Final = frozenset(
    {Kind.FOSTER_CARER, Kind.KINSHIP_CARER, Kind.RESIDENTIAL_WORKER, Kind.PROSPECTIVE_ADOPTER}
)
KNOWN_BY_KIND: Final[Mapping[Kind, frozenset[Knowable]]] = MappingProxyType(
    {
        **dict.fromkeys(CARERS, EVERYTHING),
        Kind.SOCIAL_WORKER: EVERYTHING,
        Kind.PERSONAL_ADVISER: EVERYTHING,
        Kind.SUPERVISING_SOCIAL_WORKER: EVERYTHING,
        Kind.SCHOOL: frozenset({Knowable.SCHOOL}),
    }
)


def known_by_kind(kinds: Collection[str]) -> frozenset[Knowable]:
    """What somebody knows anyway, by all that they are to the child today."""
    return frozenset(
        what for kind in kinds for what in KNOWN_BY_KIND.get(Kind(kind), frozenset[Knowable]())
    )


def may_be_named_to(
    kinds: Collection[str], *, wall_is_open: bool, knows: Collection[Knowable]
) -> bool:
    """Whether somebody who is this to the child may be named to somebody who knows that much.

    Only where the wall between them is down; a carer is named only to whoever may know the carers.
    """
    is_carer = any(kind in CARERS for kind in kinds)
    return wall_is_open and (not is_carer or Knowable.CARERS in knows)
