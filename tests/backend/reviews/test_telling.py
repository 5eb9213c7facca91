"""What a party is told of a review's stage, line by line."""

from datetime import UTC, datetime, timedelta

import pytest

from cadair.access.actor import Job
from cadair.reviews.rules import Stage
from cadair.reviews.rules.telling import meets_a_wall, stage_told

NOW = datetime(2026, 3, 16, 16, 0, tzinfo=UTC)
SOON, LATER = NOW - timedelta(minutes=1), NOW + timedelta(minutes=1)


@pytest.mark.parametrize(
    ("stage", "my_parts", "told"),
    [
        (Stage.PLANNED, [], Stage.PLANNED),
        (Stage.OPEN_FOR_VIEWS, [], Stage.OPEN_FOR_VIEWS),
        (Stage.READY, [], Stage.OPEN_FOR_VIEWS),
        (Stage.READY, [SOON], Stage.OPEN_FOR_VIEWS),
        (Stage.MEETING, [], Stage.OPEN_FOR_VIEWS),
        (Stage.MEETING, [None], Stage.OPEN_FOR_VIEWS),
        (Stage.MEETING, [LATER], Stage.OPEN_FOR_VIEWS),
        (Stage.MEETING, [SOON, LATER], Stage.OPEN_FOR_VIEWS),
        (Stage.MEETING, [SOON, None], Stage.OPEN_FOR_VIEWS),
        (Stage.MEETING, [SOON], Stage.WRITING_UP),
        (Stage.MEETING, [NOW], Stage.WRITING_UP),
        (Stage.WRITING_UP, [LATER], Stage.WRITING_UP),
        (Stage.SHARED, [], Stage.SHARED),
        (Stage.CLOSED, [SOON], Stage.CLOSED),
    ],
)
def test_a_party_is_told_the_stage_by_their_own_parts(stage, my_parts, told):
    assert stage_told(stage, was_asked=True, my_parts=my_parts, now=NOW) is told


@pytest.mark.parametrize("stage", Stage)
def test_who_has_a_seat_and_was_not_asked_yet_is_told_that_it_is_planned(stage):
    told = stage_told(stage, was_asked=False, my_parts=[LATER], now=NOW)
    early = {Stage.PLANNED, Stage.OPEN_FOR_VIEWS, Stage.READY, Stage.MEETING}
    assert told is (Stage.PLANNED if stage in early else stage)


@pytest.mark.parametrize(
    ("one", "other", "meets"),
    [
        (Job.PARENT, Job.PARENT, True),
        (Job.PARENT, Job.CARER, True),
        (Job.CARER, Job.PARENT, True),
        (Job.CARER, Job.CARER, False),
        (Job.PARENT, Job.PROFESSIONAL, False),
        (Job.SOCIAL_WORKER, Job.PARENT, False),
    ],
)
def test_a_parent_who_would_meet_the_other_or_the_carer_is_told_of_to_the_officer(
    one, other, meets
):
    assert meets_a_wall(one, other) is meets
