"""What waits between reviews stands on Today, and is gone once it is done."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from cadair.messages.models import ChildRequest, Message, UnsafeReport
from cadair.messages.rules.asking import RequestKind
from tests.backend.contributions.conftest import NOW
from tests.backend.service.conftest import add_children

DAY = timedelta(days=1)


def whys(world, who: str = "Priya") -> list[tuple[Any, ...]]:
    read = world.sign_in(who).get("/api/today").json
    return [
        (why["code"], why["days"])
        for line in read["urgent"]
        for why in line["why"]
        if why["code"] in ("unsafe", "message_late", "request_waiting", "speak_alone")
    ]


def keep(world, row: Any) -> None:
    with world.inside() as session:
        session.add(row)


def a_report(world) -> UnsafeReport:
    return UnsafeReport(id=uuid4(), child_id=world.child_id, said_at=NOW - 2 * DAY, received_at=NOW)


def a_message(world, *, days_ago: float, by: str = "Ada") -> Message:
    author = world.ids[by]
    at = NOW - days_ago * DAY
    return Message(
        id=uuid4(), child_id=world.child_id, party_id=world.child_id, author_id=author,
        author_job=world.jobs[by], words=b"sealed", language="en", tell_social_worker=False,
        written_at=at, received_at=at, fingerprint=b"", raises_safety=False,
    )  # fmt: skip


def test_not_safe_stands_before_everything_until_it_is_closed(world):
    report = a_report(world)
    keep(world, report)
    assert whys(world)[0] == ("unsafe", 2)
    add_children(world, 3)
    read = world.sign_in("Priya").get("/api/today").json
    assert read["urgent"][0]["child"]["called"] == "Ada"
    priya = world.sign_in("Priya")
    priya.post(f"/api/unsafe/{report.id}/acknowledge")
    assert whys(world)[0] == ("unsafe", 2)
    done = {"what_was_done": "We went there."}
    assert priya.post(f"/api/unsafe/{report.id}/close", json=done).status_code == 200
    assert ("unsafe", 2) not in whys(world)


def test_a_request_waits_with_its_days(world):
    asked = ChildRequest(
        id=uuid4(), child_id=world.child_id, kind=RequestKind.VISIT, asked_at=NOW - 3 * DAY
    )
    keep(world, asked)
    assert ("request_waiting", 3) in whys(world)
    yes = {"answer": "yes", "reason": None, "on": None}
    world.sign_in("Priya").post(f"/api/requests/{asked.id}/answer", json=yes)
    assert ("request_waiting", 3) not in whys(world)


def test_a_review_asked_for_sooner_waits_too_until_the_child_takes_it_back(world):
    ada, id_ = world.sign_in("Ada"), uuid4()
    ada.put(f"/api/my/requests/{id_}", json={"kind": "sooner", "words": None})
    assert ("request_waiting", 0) in whys(world)
    ada.post(f"/api/my/requests/{id_}/take-back")
    assert ("request_waiting", 0) not in whys(world)


@pytest.mark.parametrize(("days_ago", "late"), [(3, []), (7, [("message_late", 2)])])
def test_a_message_is_late_past_the_promised_working_day(world, days_ago, late):
    """NOW is a Monday: three days ago was a Friday, and seven days ago a Monday."""
    keep(world, a_message(world, days_ago=days_ago))
    assert [why for why in whys(world) if why[0] == "message_late"] == late


def test_an_answer_makes_it_late_no_more_once_it_is_read(world):
    sent = a_message(world, days_ago=9)
    keep(world, sent)
    keep(world, a_message(world, days_ago=1, by="Priya"))
    assert "message_late" in [code for code, _ in whys(world)]  # answered, yet nobody read it
    read = f"/api/children/{world.child_id}/conversations/{world.child_id}/read"
    up_to = {"up_to": str(sent.id)}
    assert world.sign_in("Priya").post(read, json=up_to).status_code == 204
    assert "message_late" not in [code for code, _ in whys(world)]


def test_spoken_in_private_takes_the_task_away(world):
    assert ("speak_alone", 10) in whys(world)
    path = f"/api/children/{world.child_id}/visits/{uuid4()}"
    body = {
        "planned_at": None, "how": "phone", "done_on": NOW.date().isoformat(),
        "spoke_alone": "yes", "why": None, "wants_recorded": None, "review_id": None,
        "request_id": None,
    }  # fmt: skip
    kept = world.sign_in("Priya").put(path, json=body, headers={"If-Match": '"0"'})
    assert kept.status_code == 200, kept.text
    assert "speak_alone" not in [code for code, _ in whys(world)]


def test_it_stands_on_nobody_elses_day(world):
    keep(world, a_report(world))
    assert whys(world, "Omar") == []
