"""What must not be told to one person of a review, for the release guard to look for; pure.

Whoever lives with the child or works for the council knows more than a parent does; the child
knows it all.  A social worker's name is no secret: whoever has to do with the council knows it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from uuid import UUID

from cadair.children.rules.kinds import ProtectedKind, RelationshipKind
from cadair.children.rules.knowing import CARERS, Knowable
from cadair.record.rules.guard_terms import Secret, Term

COUNCIL_STAFF: Final = frozenset(
    {
        RelationshipKind.SOCIAL_WORKER,
        RelationshipKind.PERSONAL_ADVISER,
        RelationshipKind.SUPERVISING_SOCIAL_WORKER,
    }
)
NAMED_TO_ALL: Final = frozenset({RelationshipKind.SOCIAL_WORKER, RelationshipKind.PERSONAL_ADVISER})
# What each fact of the vault is looked for as, and what somebody knows who may be told it; where
# the family lived is for nobody but the council's own staff.
FACTS: Final[Mapping[ProtectedKind, tuple[Secret, Knowable | None]]] = MappingProxyType(
    {
        ProtectedKind.HOME_POSTCODE: (Secret.POSTCODE, None),
        ProtectedKind.PLACEMENT_POSTCODE: (Secret.POSTCODE, Knowable.HOME),
        ProtectedKind.ADDRESS: (Secret.ADDRESS, Knowable.HOME),
        ProtectedKind.SCHOOL: (Secret.SCHOOL, Knowable.SCHOOL),
        ProtectedKind.CARER_PHONE: (Secret.PHONE, Knowable.CARERS),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """Somebody around the child, now or before, as the recipient stands to them."""

    name: str
    kinds: Collection[str]
    is_walled: bool  # from the recipient


@dataclass(frozen=True, slots=True, kw_only=True)
class Knows:
    """What the recipient is to the child, and knows."""

    is_child: bool
    kinds: Collection[str]
    knows: Collection[Knowable]


def terms_for(
    recipient: Knows, *, facts: Iterable[tuple[ProtectedKind, str]], others: Iterable[Around]
) -> list[Term]:
    """Everything that this person must not be told; `facts` are all that the vault ever held."""
    if recipient.is_child:
        return []
    found = [*_facts(recipient, facts), *_names(recipient, others)]
    return list(dict.fromkeys(found))


def _facts(recipient: Knows, facts: Iterable[tuple[ProtectedKind, str]]) -> Iterator[Term]:
    for kind, words in facts:
        secret, knowable = FACTS[kind]
        is_known = knowable in recipient.knows if knowable else _is_staff(recipient)
        if words.strip() and not is_known:
            yield Term(secret, words)


def _names(recipient: Knows, others: Iterable[Around]) -> Iterator[Term]:
    for other in others:
        if any(kind in CARERS for kind in other.kinds) and Knowable.CARERS not in recipient.knows:
            yield Term(Secret.CARER, other.name)
        elif other.is_walled and not is_named_to_all(other.kinds):
            yield Term(Secret.PERSON, other.name)


def is_named_to_all(kinds: Collection[str]) -> bool:
    """Whether everybody who has to do with the council may know their name."""
    return any(kind in NAMED_TO_ALL for kind in kinds)


def _is_staff(recipient: Knows) -> bool:
    return any(kind in COUNCIL_STAFF for kind in recipient.kinds)


def is_action_kept(
    doer_id: UUID | None,
    *,
    person_id: UUID,
    child_id: UUID,
    officers: Collection[UUID],
    is_walled: Callable[[UUID, UUID], bool],
) -> bool:
    """Whether what somebody has to do is kept from one who sees to all that was decided.

    What the child or an officer does is kept from nobody; what somebody does between whom and
    them a wall stands is, and so is what somebody does who has left the circle.
    """
    if doer_id is None or doer_id == child_id or doer_id in officers:
        return False
    return is_walled(doer_id, person_id)
