"""The rules of walls and of who may know, every line of them: the guard between the parties."""

from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest

from cadair.access.actor import Actor, Job
from cadair.children.rules.joining import JOB_OF
from cadair.children.rules.kinds import RelationshipKind as Kind
from cadair.children.rules.knowing import (
    CARERS,
    EVERYTHING,
    Knowable,
    known_by_kind,
    may_be_named_to,
)
from cadair.children.rules.walls import (
    AlreadyProposed,
    NeedsAnother,
    Outcome,
    ProposalDecided,
    Proposed,
    WallIsLowered,
    check_may_answer,
    check_may_withdraw,
    check_waits,
    is_open,
    pair_of,
    still_holds,
)
from cadair.foundation.errors import BadInput

MUM, DAD, GRAN = UUID(int=1), UUID(int=2), UUID(int=3)
COUNCIL = UUID(int=9)
DAY = date(2026, 3, 16)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
OFFICER, MANAGER = Job.REVIEWING_OFFICER, Job.SERVICE_MANAGER


def someone(person_id: UUID, job: Job) -> Actor:
    return Actor(person_id=person_id, council_id=COUNCIL, job=job)


def test_a_pair_is_the_same_whoever_is_named_first():
    assert pair_of(MUM, DAD) == pair_of(DAD, MUM) == (MUM, DAD)


def test_nobody_is_a_pair_with_themselves():
    with pytest.raises(BadInput) as refused:
        pair_of(MUM, MUM)
    assert refused.value.fields == {"other_id": ["same_person"]}


@pytest.mark.parametrize(
    ("joined_on", "open_"),
    [
        ({MUM: BEFORE, DAD: BEFORE}, True),
        ({MUM: DAY, DAD: DAY}, True),
        ({MUM: BEFORE, DAD: AFTER}, False),
        ({MUM: AFTER, DAD: BEFORE}, False),
        ({MUM: BEFORE}, False),
        ({DAD: BEFORE}, False),
        ({}, False),
        ({MUM: BEFORE, GRAN: BEFORE}, False),
    ],
)
def test_a_lowered_wall_is_down_only_for_those_who_were_there_then_and_still_are(joined_on, open_):
    assert is_open((MUM, DAD), opened_on=DAY, joined_on=joined_on) is open_


def test_what_was_decided_before_somebody_joined_is_not_about_them():
    assert still_holds(DAY, joined_on=DAY)
    assert still_holds(DAY, joined_on=BEFORE)
    assert not still_holds(DAY, joined_on=AFTER)


@pytest.mark.parametrize("by_job", Job)
@pytest.mark.parametrize("job", Job)
@pytest.mark.parametrize("same_person", [True, False])
def test_only_the_other_of_the_two_answers(by_job, job, same_person):
    proposed = Proposed(by_id=MUM, by_job=by_job, outcome=None)
    asker = someone(MUM if same_person else DAD, job)
    if not same_person and {by_job, job} == {OFFICER, MANAGER}:
        check_may_answer(proposed, asker)
    else:
        with pytest.raises(NeedsAnother):
            check_may_answer(proposed, asker)


def test_the_service_itself_answers_nothing():
    nobody = Actor(person_id=None, council_id=COUNCIL, job=None)
    with pytest.raises(NeedsAnother):
        check_may_answer(Proposed(by_id=MUM, by_job=OFFICER, outcome=None), nobody)


def test_only_whoever_proposed_takes_it_back():
    proposed = Proposed(by_id=MUM, by_job=OFFICER, outcome=None)
    check_may_withdraw(proposed, someone(MUM, OFFICER))
    for asker in (someone(DAD, MANAGER), someone(DAD, OFFICER)):
        with pytest.raises(NeedsAnother):
            check_may_withdraw(proposed, asker)


@pytest.mark.parametrize("outcome", Outcome)
def test_what_is_decided_stays_decided(outcome):
    proposed = Proposed(by_id=MUM, by_job=OFFICER, outcome=outcome)
    for check, asker in (
        (check_may_answer, someone(DAD, MANAGER)),
        (check_may_withdraw, someone(MUM, OFFICER)),
    ):
        with pytest.raises(ProposalDecided):
            check(proposed, asker)
    with pytest.raises(ProposalDecided):
        check_waits(proposed)


def test_the_refusals_have_their_codes():
    refusals = (NeedsAnother, ProposalDecided, AlreadyProposed, WallIsLowered)
    assert {refusal.status for refusal in refusals} == {409}
    assert [refusal.code for refusal in refusals] == [
        "needs_another",
        "proposal_decided",
        "already_proposed",
        "wall_is_lowered",
    ]


def test_what_lies_in_the_database_keeps_its_name():
    assert [each.value for each in Outcome] == ["agreed", "refused", "withdrawn", "overtaken"]
    assert [each.value for each in Knowable] == ["home", "carers", "school"]


KNOW_ALL = {
    Kind.FOSTER_CARER, Kind.KINSHIP_CARER, Kind.RESIDENTIAL_WORKER, Kind.PROSPECTIVE_ADOPTER,
    Kind.SOCIAL_WORKER, Kind.PERSONAL_ADVISER, Kind.SUPERVISING_SOCIAL_WORKER,
}  # fmt: skip


@pytest.mark.parametrize("kind", Kind)
def test_who_knows_by_what_they_are(kind):
    knows = known_by_kind([kind.value])
    if kind in KNOW_ALL:
        assert knows == EVERYTHING == frozenset(Knowable)
    elif kind is Kind.SCHOOL:
        assert knows == {Knowable.SCHOOL}
    else:
        assert knows == frozenset()


def test_who_is_two_things_knows_what_either_does():
    assert known_by_kind(["mother", "school"]) == {Knowable.SCHOOL}
    assert known_by_kind(["grandparent", "kinship_carer"]) == EVERYTHING
    assert known_by_kind([]) == frozenset()


@pytest.mark.parametrize(
    ("kind", "open_", "knows_carers"), [*product(Kind, (True, False), (True, False))]
)
def test_a_name_passes_only_an_open_wall_and_a_carers_only_to_who_may_know(
    kind, open_, knows_carers
):
    named = may_be_named_to(
        [kind.value],
        wall_is_open=open_,
        knows={Knowable.CARERS} if knows_carers else {Knowable.HOME, Knowable.SCHOOL},
    )
    assert named is (open_ and (knows_carers or kind not in CARERS))


def test_a_grandparent_who_is_the_carer_is_a_carer():
    kinds = ["grandparent", "kinship_carer"]
    assert not may_be_named_to(kinds, wall_is_open=True, knows=())


def test_workers_of_the_council_are_not_added_by_hand():
    assert set(Kind) - set(JOB_OF) == {
        Kind.SOCIAL_WORKER,
        Kind.PERSONAL_ADVISER,
        Kind.SUPERVISING_SOCIAL_WORKER,
    }
    assert {JOB_OF[kind] for kind in CARERS} == {Job.CARER}
