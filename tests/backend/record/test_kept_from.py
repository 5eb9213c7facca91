"""What the guard looks for on whose behalf: every fact of the vault and every name, by a table."""

from itertools import product
from uuid import uuid4

import pytest

from cadair.children.rules.kinds import ProtectedKind
from cadair.children.rules.kinds import RelationshipKind as Kind
from cadair.children.rules.knowing import CARERS, Knowable
from cadair.record.rules.guard_terms import Secret, Term
from cadair.record.rules.kept_from import Around, Knows, is_action_kept, is_named_to_all, terms_for

STAFF_OF_COUNCIL = {Kind.SOCIAL_WORKER, Kind.PERSONAL_ADVISER, Kind.SUPERVISING_SOCIAL_WORKER}
# What is in the vault, what the guard looks for it as, and who is told it anyway.
VAULT = [
    (ProtectedKind.HOME_POSTCODE, Secret.POSTCODE, None),
    (ProtectedKind.PLACEMENT_POSTCODE, Secret.POSTCODE, Knowable.HOME),
    (ProtectedKind.ADDRESS, Secret.ADDRESS, Knowable.HOME),
    (ProtectedKind.SCHOOL, Secret.SCHOOL, Knowable.SCHOOL),
    (ProtectedKind.CARER_PHONE, Secret.PHONE, Knowable.CARERS),
]


def knows(*what: Knowable, kinds: tuple[Kind, ...] = (Kind.FATHER,)) -> Knows:
    return Knows(is_child=False, kinds=kinds, knows=what)


def around(name: str, kind: Kind, *, is_walled: bool) -> Around:
    return Around(name=name, kinds=(kind,), is_walled=is_walled)


def test_every_fact_of_the_vault_is_thought_about():
    assert {kind for kind, _, _ in VAULT} == set(ProtectedKind)


@pytest.mark.parametrize(("kind", "secret", "told_by"), VAULT)
def test_a_fact_is_kept_from_whoever_was_not_told_that_very_thing(kind, secret, told_by):
    facts = [(kind, "CF10 3AT")]
    kept = [Term(secret, "CF10 3AT")]
    assert terms_for(knows(), facts=facts, others=()) == kept
    for what in Knowable:
        expected = [] if what is told_by else kept
        assert terms_for(knows(what), facts=facts, others=()) == expected


@pytest.mark.parametrize("kind", Kind)
def test_where_the_family_lived_is_for_the_councils_own_staff_alone(kind):
    facts = [(ProtectedKind.HOME_POSTCODE, "CF10 3AT")]
    found = terms_for(knows(*Knowable, kinds=(kind,)), facts=facts, others=())
    assert (found == []) is (kind in STAFF_OF_COUNCIL)


def test_what_is_empty_is_nothing_to_look_for():
    assert terms_for(knows(), facts=[(ProtectedKind.ADDRESS, "  ")], others=()) == []


def test_nothing_is_kept_from_the_child():
    child = Knows(is_child=True, kinds=(), knows=())
    facts = [(ProtectedKind.ADDRESS, "14 Harbour Row")]
    others = [around("Carol", Kind.FOSTER_CARER, is_walled=True)]
    assert terms_for(child, facts=facts, others=others) == []


@pytest.mark.parametrize(
    ("kind", "is_walled", "knows_carers"), [*product(Kind, (True, False), (True, False))]
)
def test_a_name_is_kept_behind_a_wall_and_a_carers_from_whoever_may_not_know(
    kind, is_walled, knows_carers
):
    recipient = knows(Knowable.CARERS) if knows_carers else knows(Knowable.HOME, Knowable.SCHOOL)
    found = terms_for(recipient, facts=(), others=[around("Carol", kind, is_walled=is_walled)])
    if kind in CARERS and not knows_carers:
        assert found == [Term(Secret.CARER, "Carol")]
    elif is_walled and kind not in (Kind.SOCIAL_WORKER, Kind.PERSONAL_ADVISER):
        assert found == [Term(Secret.PERSON, "Carol")]
    else:
        assert found == []


def test_who_is_two_things_is_kept_as_a_carer_and_told_as_a_worker():
    both = Around(name="Carol", kinds=("grandparent", "kinship_carer"), is_walled=False)
    assert terms_for(knows(), facts=(), others=[both]) == [Term(Secret.CARER, "Carol")]
    assert is_named_to_all(["mother", "social_worker"])
    assert not is_named_to_all(["mother", "supervising_social_worker"])
    assert not is_named_to_all([])


def test_each_is_looked_for_once():
    twice = [(ProtectedKind.ADDRESS, "14 Harbour Row")] * 2
    assert len(terms_for(knows(), facts=twice, others=())) == 1


def test_what_somebody_has_to_do_is_kept_by_a_wall_and_by_nothing_else():
    child, officer, me, other, neighbour = (uuid4() for _ in range(5))
    asked = []

    def kept(doer, *, wall: bool) -> bool:
        def is_walled(one, another) -> bool:
            asked.append({one, another})
            return wall

        return is_action_kept(
            doer, person_id=me, child_id=child, officers={officer}, is_walled=is_walled
        )

    assert not any(kept(doer, wall=True) for doer in (None, child, officer))
    assert asked == []
    assert (kept(other, wall=True), kept(other, wall=False)) == (True, False)
    assert asked == [{other, me}, {other, me}]
    assert kept(neighbour, wall=True)
