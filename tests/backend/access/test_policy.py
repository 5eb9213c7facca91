"""The policy read as facts: who may, who may not, and nothing in between."""

from dataclasses import replace
from uuid import uuid4

import pytest

from cadair.access.actor import Actor, Job
from cadair.access.policy import (
    POLICY,
    WHILE_HALF_SIGNED_IN,
    Permission,
    Standing,
    check,
    holds,
    jobs_that_may,
)
from cadair.foundation.errors import NotFound

CHILD = uuid4()


def actor(job: Job) -> Actor:
    return Actor(person_id=uuid4(), council_id=uuid4(), job=job)


NOBODY_TO_THE_CHILD = Standing(child_id=CHILD)
ITSELF = Standing(child_id=CHILD, is_self=True)
IN_CIRCLE = Standing(child_id=CHILD, is_in_circle=True)
OFFICER = Standing(child_id=CHILD, is_reviewing_officer=True)
MANAGER = Standing(child_id=CHILD, is_manager=True)


def test_every_permission_has_a_row():
    assert set(POLICY) == set(Permission)


ABOUT_ONESELF = {
    Permission.LET_STAFF_IN,  # about accounts, no child's
    Permission.COME_IN,
    Permission.SET_UP_SECOND_STEP,
    Permission.KEEP_SECOND_STEP,
    Permission.SEE_OWN_PAGES,
    Permission.SEE_OWN_OUTCOMES,
    Permission.SEE_OWN_ACTIONS,
    Permission.KEEP_OWN_WORDS,
    Permission.SEE_OWN_DISPUTES,
}
# Lists of one's own children, and what one chooses for oneself: no child is named.
ABOUT_NO_CHILD = {
    Permission.SEE_CASELOAD,
    Permission.SEE_TODAY,
    Permission.SEE_WALL_PROPOSALS,
    Permission.SEE_WAITING_RELEASES,
    Permission.SEE_POSTPONEMENTS,
    Permission.SEE_NOT_TOLD,
    Permission.CHOOSE_FOR_OWN_PHONE,
    Permission.SEE_WHO_HAS_SEEN,
    Permission.ANSWER_UNSAFE_ANY,
    Permission.SEE_INBOX,
    Permission.SEE_WAITING_MESSAGES,
    Permission.EXPORT_RETURN,
}
ABOUT_A_CHILD = [each for each in Permission if each not in ABOUT_ONESELF | ABOUT_NO_CHILD]


@pytest.mark.parametrize("job", Job)
@pytest.mark.parametrize("permission", ABOUT_A_CHILD)
def test_nobody_may_do_anything_to_a_child_they_have_nothing_to_do_with(permission, job):
    assert not holds(permission, actor(job), NOBODY_TO_THE_CHILD)
    with pytest.raises(NotFound):
        check(permission, actor(job), NOBODY_TO_THE_CHILD)


@pytest.mark.parametrize("job", set(Job) - {Job.REVIEWING_OFFICER})
def test_only_the_reviewing_officer_reads_what_a_child_says(job):
    """Not even when another fact were wrongly true: the job must fit as well."""
    all_true = Standing(
        child_id=CHILD, is_self=True, is_in_circle=True, is_reviewing_officer=True, is_manager=True
    )
    assert not holds(Permission.READ_CHILD_WORDS, actor(job), all_true)


def test_a_reviewing_officer_reads_and_plans_for_their_own_children():
    priya = actor(Job.REVIEWING_OFFICER)
    for permission in (Permission.READ_CHILD_WORDS, Permission.PLAN_REVIEW, Permission.SEE_CHILD):
        assert holds(permission, priya, OFFICER)


def test_a_manager_sees_facts_and_never_words():
    helen = actor(Job.SERVICE_MANAGER)
    assert holds(Permission.SEE_CHILD, helen, MANAGER)
    for permission in (Permission.READ_CHILD_WORDS, Permission.PLAN_REVIEW, Permission.CONTRIBUTE):
        assert not holds(permission, helen, MANAGER)


@pytest.mark.parametrize("job", Job)
def test_between_the_password_and_the_second_step_there_is_only_the_second_step(job):
    half = replace(actor(job), half_signed_in=True)
    for standing in (None, ITSELF, IN_CIRCLE, OFFICER, MANAGER):
        open_ = {permission for permission in Permission if holds(permission, half, standing)}
        assert open_ <= WHILE_HALF_SIGNED_IN
        assert Permission.COME_IN in open_


def test_an_administrator_sees_no_child():
    ade = actor(Job.ADMINISTRATOR)
    for standing in (ITSELF, IN_CIRCLE, OFFICER, MANAGER):
        for permission in set(Permission) - ABOUT_ONESELF:
            assert not holds(permission, ade, standing)


def test_a_child_and_their_circle_may_give_their_views():
    assert holds(Permission.CONTRIBUTE, actor(Job.CHILD), ITSELF)
    for job in (Job.CARER, Job.PARENT, Job.PROFESSIONAL, Job.SOCIAL_WORKER):
        assert holds(Permission.CONTRIBUTE, actor(job), IN_CIRCLE)


def test_the_jobs_that_may_are_those_of_the_rows():
    assert jobs_that_may(Permission.PLAN_REVIEW) == {Job.REVIEWING_OFFICER}
    assert jobs_that_may(Permission.SEE_OWN_PAGES) == set(Job)
