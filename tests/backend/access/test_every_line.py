"""The whole policy again, by hand: a line that is added, lost or widened must be added here too."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from uuid import UUID

import pytest

from cadair.access import policy
from cadair.access.actor import CONTRIBUTORS, STAFF, Actor, Job, the_service
from cadair.access.policy import POLICY, Permission, Predicate, Standing, holds, is_proved

SOMEBODY, COUNCIL, CHILD = UUID(int=1), UUID(int=2), UUID(int=3)
NOW = datetime(2026, 3, 16, 16, 0, tzinfo=UTC)
OFFICER = "is the child's reviewing officer, or covers for them, today"
MANAGER = "is a service manager of the child's council"
ITSELF, CIRCLE = "is the child", "is in the child's circle today"
AN_OFFICER, A_MANAGER = "is a reviewing officer", "is a service manager"
A_SOCIAL_WORKER = "is a social worker"
A_CHILD, A_CLERK = "is a child or young person", "is a council administrator"
OF_A_CIRCLE = "is a carer, parent, professional or social worker"
SIGNED_IN, OF_STAFF = "is signed in", "is one of the staff"
COMING, COMING_STAFF = "has begun to sign in", "is one of the staff, and has begun to sign in"
SAID_WHY = "has said within the last hour why they must read what this child said"

# Each line: any one of these rows is enough; all that stands in a row must be true.
EXPECTED = {
    "come_in": [(COMING,)],
    "set_up_second_step": [(COMING_STAFF,)],
    "keep_second_step": [(OF_STAFF,)],
    "see_own_pages": [(SIGNED_IN,)],
    "let_staff_in": [(A_MANAGER,), (A_CLERK,)],
    "see_child": [(OFFICER,), (MANAGER,)],
    "change_band": [(OFFICER,)],
    "issue_card": [(OFFICER,), (MANAGER,)],
    "see_today": [(AN_OFFICER,)],
    "see_caseload": [(AN_OFFICER,), (A_MANAGER,)],
    "see_plan": [(OFFICER,)],
    "plan_review": [(OFFICER,)],
    "ask_for_early_review": [(ITSELF,), (OFFICER,)],
    "see_postponements": [(A_MANAGER,)],
    "approve_postponement": [(MANAGER,)],
    "tell_care_plan": [(OFFICER,), (CIRCLE, A_SOCIAL_WORKER)],
    "contribute": [(ITSELF,), (CIRCLE,), (OFFICER,)],
    "read_child_words": [(OFFICER,)],
    "see_protected_facts": [(OFFICER,)],
    "confirm_participation": [(OFFICER,)],
    "release": [(OFFICER,)],
    "agree_to_release": [(OFFICER,), (MANAGER,)],
    "see_waiting_releases": [(AN_OFFICER,), (A_MANAGER,)],
    "see_what_was_shared": [(ITSELF,), (CIRCLE,)],
    "write_letter": [(OFFICER,)],
    "see_own_letters": [(ITSELF,)],
    "choose_for_own_phone": [(A_CHILD,)],
    "close_lost_phone": [(OFFICER,)],
    "see_circle": [(OFFICER,), (MANAGER,)],
    "change_circle": [(OFFICER,)],
    "raise_wall": [(OFFICER,), (MANAGER,)],
    "lower_wall": [(OFFICER,), (MANAGER,)],
    "see_not_told": [(AN_OFFICER,), (A_MANAGER,)],
    "see_wall_proposals": [(AN_OFFICER,), (A_MANAGER,)],
    "tell_protected_facts": [(OFFICER,)],
    "hide_protected_facts": [(OFFICER,), (MANAGER,)],
    "keep_protected_facts": [(OFFICER,)],
    "break_glass": [(MANAGER,)],
    "read_for_a_reason": [(MANAGER, SAID_WHY)],
    "see_broken_glass": [(OFFICER,), (MANAGER,)],
    "note_broken_glass": [(OFFICER,)],
    "see_who_has_seen": [(A_CHILD,)],
    "see_as_another": [(OFFICER,)],
    "message_officer": [(ITSELF,), (CIRCLE,)],
    "bring_to_review": [(ITSELF,)],
    "see_inbox": [(AN_OFFICER,)],
    "read_messages": [(OFFICER,)],
    "write_as_officer": [(OFFICER,)],
    "keep_notes": [(OFFICER,)],
    "ask_officer": [(ITSELF,)],
    "answer_request": [(OFFICER,)],
    "keep_visits": [(OFFICER,)],
    "see_waiting_messages": [(A_MANAGER,)],
    "hand_over": [(OFFICER,), (MANAGER,)],
    "answer_unsafe": [(OFFICER,), (MANAGER,)],
    "answer_unsafe_any": [(AN_OFFICER,), (A_MANAGER,)],
    "keep_own_words": [(A_CHILD,)],
    "keep_disputes": [(OFFICER,)],
    "see_own_disputes": [(A_CHILD,)],
    "export_return": [(A_MANAGER,)],
    "plan_own_meeting": [(ITSELF,)],
    "check_midpoint": [(OFFICER,)],
    "keep_outcomes": [(OFFICER,)],
    "see_own_outcomes": [(A_CHILD,)],
    "see_own_actions": [(OF_A_CIRCLE,)],
    "report_progress": [(CIRCLE,), (OFFICER,)],
    "lead_meeting": [(ITSELF,)],
    "hold_meeting": [(OFFICER,)],
    "join_meeting": [(ITSELF,), (CIRCLE,), (OFFICER,)],
    "read_meeting_plan": [(OFFICER,)],
    "answer_meeting_plan": [(OFFICER,)],
    "write_record": [(OFFICER,)],
}
# For which jobs each can be true, and which fact about the child must be; None: no child is meant.
PREDICATES = {
    COMING: (set(Job), None),
    COMING_STAFF: (STAFF, None),
    SIGNED_IN: (set(Job), None),
    OF_STAFF: (STAFF, None),
    AN_OFFICER: ({Job.REVIEWING_OFFICER}, None),
    A_MANAGER: ({Job.SERVICE_MANAGER}, None),
    A_CHILD: ({Job.CHILD}, None),
    OF_A_CIRCLE: (CONTRIBUTORS, None),
    A_SOCIAL_WORKER: ({Job.SOCIAL_WORKER}, None),
    A_CLERK: ({Job.ADMINISTRATOR}, None),
    ITSELF: ({Job.CHILD}, "is_self"),
    CIRCLE: (CONTRIBUTORS, "is_in_circle"),
    OFFICER: ({Job.REVIEWING_OFFICER}, "is_reviewing_officer"),
    MANAGER: ({Job.SERVICE_MANAGER}, "is_manager"),
    SAID_WHY: ({Job.SERVICE_MANAGER}, "has_broken_glass"),
}
FACTS = sorted(fact for _, fact in PREDICATES.values() if fact)
NAMED = {each.name: each for each in vars(policy).values() if isinstance(each, Predicate)}


def somebody(job: Job) -> Actor:
    return Actor(person_id=SOMEBODY, council_id=COUNCIL, job=job)


def test_the_policy_is_this_and_nothing_else():
    found = {
        permission.value: [tuple(each.name for each in row) for row in rows]
        for permission, rows in POLICY.items()
    }
    assert found == EXPECTED


def test_every_condition_is_thought_about():
    assert set(NAMED) == set(PREDICATES)


@pytest.mark.parametrize("name", PREDICATES)
def test_a_condition_holds_for_its_jobs_by_its_fact_and_by_no_other(name):
    jobs, fact = PREDICATES[name]
    predicate = NAMED[name]
    assert predicate.jobs == jobs
    for job in jobs:
        actor = somebody(job)
        assert predicate.holds(actor, None) is (fact is None)
        assert predicate.holds(actor, Standing(child_id=CHILD)) is (fact is None)
        for other in FACTS:
            standing = Standing(child_id=CHILD, **{other: True})
            assert predicate.holds(actor, standing) is (fact in (None, other))


@pytest.mark.parametrize("permission", Permission)
def test_a_permission_holds_for_whom_its_line_says(permission):
    for job, facts in product(Job, ([], *([fact] for fact in FACTS), FACTS)):
        standing = Standing(child_id=CHILD, **dict.fromkeys(facts, True))
        expected = any(
            all(
                job in PREDICATES[name][0] and PREDICATES[name][1] in (None, *facts) for name in row
            )
            for row in EXPECTED[permission.value]
        )
        assert holds(permission, somebody(job), standing) is expected, (job, facts)


@pytest.mark.parametrize("job", Job)
def test_by_one_job_alone_nobody_is_what_another_job_is(job):
    by_job_alone = {A_CHILD: Job.CHILD, AN_OFFICER: Job.REVIEWING_OFFICER,
                    A_MANAGER: Job.SERVICE_MANAGER, A_CLERK: Job.ADMINISTRATOR}  # fmt: skip
    for name, of_job in by_job_alone.items():
        assert NAMED[name].holds(somebody(job), None) is (job is of_job)


def test_the_service_itself_is_nobody_who_signs_in():
    service = the_service(COUNCIL)
    assert service == Actor(person_id=None, council_id=COUNCIL, job=None)
    for name in (COMING, COMING_STAFF, SIGNED_IN, OF_STAFF):
        assert not NAMED[name].holds(service, None)
    assert not any(holds(permission, service, None) for permission in Permission)


def test_half_signed_in_staff_may_set_up_their_second_step_and_others_have_none():
    for job in Job:
        half = replace(somebody(job), half_signed_in=True)
        assert holds(Permission.COME_IN, half)
        assert holds(Permission.SET_UP_SECOND_STEP, half) is (job in STAFF)
        assert not holds(Permission.SEE_OWN_PAGES, half)
        assert not holds(Permission.KEEP_SECOND_STEP, half)


def test_nothing_is_true_of_somebody_unless_it_is_said():
    plain = Standing(child_id=CHILD)
    said = {each.name: getattr(plain, each.name) for each in fields(plain)}
    assert said == {"child_id": CHILD, "relationship_kinds": frozenset()} | dict.fromkeys(
        FACTS, False
    )
    actor = somebody(Job.CHILD)
    assert (actor.language, actor.session_id, actor.proved_at) == ("en", None, None)
    assert (actor.locked, actor.half_signed_in) == (False, False)


@pytest.mark.parametrize(
    ("ago", "proved"),
    [
        (timedelta(0), True),
        (timedelta(minutes=5) - timedelta(microseconds=1), True),
        (timedelta(minutes=5), False),
        (timedelta(hours=2), False),
    ],
)
def test_a_proof_is_good_for_five_minutes(ago, proved):
    assert is_proved(replace(somebody(Job.CHILD), proved_at=NOW - ago), NOW) is proved


def test_who_never_proved_it_has_not():
    assert not is_proved(somebody(Job.REVIEWING_OFFICER), NOW)


def test_the_jobs_keep_the_names_that_lie_in_the_database():
    assert [job.value for job in Job] == [
        "child", "carer", "parent", "professional", "social_worker", "reviewing_officer",
        "service_manager", "administrator",
    ]  # fmt: skip
    assert {job.value for job in STAFF} == {
        "social_worker", "reviewing_officer", "service_manager", "administrator",
    }  # fmt: skip
    assert {job.value for job in CONTRIBUTORS} == {
        "carer", "parent", "professional", "social_worker",
    }  # fmt: skip
