"""Councils full of made-up children with their history, as plain rows for `bulk`.

About fifty rows a child: people, episodes, seven reviews, who was asked, what was shared, the
trail.  What is sealed holds noise of true length: only the demo's own children are ever opened.
"""

import random
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from cadair.access.actor import Job
from cadair.audit.models import AuditEvent
from cadair.children.models import Allocation, Child, ChildKey, Episode, Relationship
from cadair.children.rules.kinds import RelationshipKind
from cadair.children.rules.out_of_area import OutOfAreaBy
from cadair.contributions.models import Contribution, ContributionAnswer, ContributionRead
from cadair.contributions.rules.forms import Audience
from cadair.foundation.database import Base
from cadair.people.models import Council, Nation, Passphrase, Person
from cadair.reviews.models import Invitation, Review
from cadair.reviews.rules import ReviewKind, Stage

PER_OFFICER = 118
PER_WORKER = 18
PER_COUNCIL = 1_500
HELD = 6

Rows = dict[type[Base], list[dict[str, Any]]]


def councils_full(children: int, *, first: UUID, already: int, now: datetime) -> Iterator[Rows]:
    """Rows of so many children in councils of 1,500; `first` exists and has some already."""
    made = min(children, PER_COUNCIL) - already
    yield CouncilFull(first, number=0, now=now).filled(made)
    done, number = made + already, 0
    while done < children:
        number += 1
        count = min(PER_COUNCIL, children - done)
        yield CouncilFull(None, number=number, now=now).filled(count)
        done += count


class CouncilFull:
    """One council's rows in the making."""

    def __init__(self, council_id: UUID | None, *, number: int, now: datetime) -> None:
        self.chance = random.Random(number)
        self.now, self.today = now.astimezone(UTC), now.date()
        self.rows: Rows = defaultdict(list)
        self.council_id = council_id or self.new_id()
        self.number = number
        if council_id is None:
            self.rows[Council].append(
                {"id": self.council_id, "name": f"Council {number}", "nation": Nation.ENGLAND,
                 "settings": {}}
            )  # fmt: skip

    def new_id(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)

    def add(self, model: type[Base], **values: Any) -> None:
        self.rows[model].append({"council_id": self.council_id, **values})

    def filled(self, count: int) -> Rows:
        officers = [
            self._person(Job.REVIEWING_OFFICER, f"Officer {n}")
            for n in range(count // PER_OFFICER + 1)
        ]
        workers = [
            self._person(Job.SOCIAL_WORKER, f"Worker {n}") for n in range(count // PER_WORKER + 1)
        ]
        for number in range(count):
            officer, worker = officers[number // PER_OFFICER], workers[number // PER_WORKER]
            self._child(number, officer, worker)
        return self.rows

    def _person(self, job: Job, name: str) -> UUID:
        id_ = self.new_id()
        self.add(
            Person, id=id_, job=job, reference=id_.hex[:12], name=name, called=name.split()[0],
            email=None, sign_in_name=id_.hex, language="en", chair=None,
        )  # fmt: skip
        if self.chance.random() < 0.6:
            self.add(Passphrase, person_id=id_, hashed="x" * 97, changed_at=self.now)
        return id_

    def _child(self, number: int, officer: UUID, worker: UUID) -> None:
        child = self._person(Job.CHILD, f"First{number} Last{self.number}")
        began = self.today - timedelta(days=900 + number % 400)
        self.add(
            Child, person_id=child, case_number=f"F{number}", sex=str(number % 2 + 1),
            born_on=date(2009 + number % 15, 1 + number % 12, 3), band_override=None,
            wants_support_to_25=False, care_started_on=began, care_ended_on=None,
            legal_status="C2", out_of_area=number % 4 == 0, out_of_area_by=OutOfAreaBy.NOTHING,
        )  # fmt: skip
        self.add(ChildKey, child_id=child, wrapped=self.chance.randbytes(61), wrapped_by=1)
        self._places(child, began)
        self.add(
            Allocation, id=self.new_id(), child_id=child, officer_id=officer, from_on=began,
            until_on=None, covers=False,
        )  # fmt: skip
        circle = {
            worker: RelationshipKind.SOCIAL_WORKER,
            self._person(Job.CARER, "Sam Carer"): RelationshipKind.FOSTER_CARER,
            self._person(Job.PARENT, "Alex Parent"): RelationshipKind.MOTHER,
        }
        for person, kind in circle.items():
            self.add(
                Relationship, id=self.new_id(), child_id=child, person_id=person, kind=kind,
                parental_responsibility=kind is RelationshipKind.MOTHER, from_on=began,
                until_on=None,
            )  # fmt: skip
        self._reviews(child, officer, list(circle))

    def _places(self, child: UUID, began: date) -> None:
        moved = began + timedelta(days=300)
        for first, last in ((began, moved), (moved, None)):
            self.add(
                Episode, id=self.new_id(), child_id=child, began_on=first, reason_began="S",
                legal_status="C2", place="U4", provider="PR1", ended_on=last,
                reason_ended="X1" if last else "", out_of_area=None,
                out_of_area_by=OutOfAreaBy.NOTHING, withdrawn_at=None,
            )  # fmt: skip

    def _reviews(self, child: UUID, officer: UUID, circle: list[UUID]) -> None:
        last = self.today - timedelta(days=self.chance.randrange(2, 170))
        for back in range(HELD):
            held_on = last - timedelta(days=back * 140)
            review = self._review(child, HELD - back, stage=Stage.CLOSED, held_on=held_on)
            asked = datetime.combine(held_on, self.now.time(), UTC) - timedelta(days=20)
            for person in (child, circle[0]):
                self._asked(review, person, asked, answered=asked)
            self._shared(review, child, child, Job.CHILD, asked, read_by=officer, full=back == 0)
            self._noted(child, review, asked)
        due = last + timedelta(days=176)
        opens = due - timedelta(days=28)
        open_ = opens <= self.today
        review = self._review(
            child, HELD + 1, stage=Stage.OPEN_FOR_VIEWS if open_ else Stage.PLANNED, due_by=due
        )
        for person in (child, *circle) if open_ else ():
            answers = self.chance.random() < 0.4
            moment = self.now - timedelta(days=2)
            self._asked(review, person, moment, answered=moment if answers else None)
            if answers:
                job = Job.CHILD if person == child else Job.CARER
                read_by = officer if self.chance.random() < 0.5 else None
                self._shared(review, child, person, job, moment, read_by=read_by, full=False)

    def _review(
        self, child: UUID, number: int, *, stage: Stage, held_on: date | None = None,
        due_by: date | None = None,
    ) -> UUID:  # fmt: skip
        id_ = self.new_id()
        reason = {"code": "later_months", "counted_from": "2026-06-01", "amount": 6}
        self.add(
            Review, id=id_, child_id=child, kind=ReviewKind.LOOKED_AFTER, sequence=number,
            due_by=due_by, due_reason=reason if due_by else None,
            opens_on=due_by - timedelta(days=28) if due_by else None, meets_at=None, stage=stage,
            opened_at=self.now if stage is Stage.OPEN_FOR_VIEWS else None, held_on=held_on,
            not_owed_at=None, returned_code="PN1" if held_on else None, revision=1,
        )  # fmt: skip
        return id_

    def _asked(
        self, review: UUID, person: UUID, at: datetime, *, answered: datetime | None
    ) -> None:
        self.add(
            Invitation, review_id=review, person_id=person, invited_at=at, answered_at=answered
        )

    def _shared(
        self, review: UUID, child: UUID, author: UUID, job: Job, at: datetime, *,
        read_by: UUID | None, full: bool,
    ) -> None:  # fmt: skip
        id_ = self.new_id()
        self.add(
            Contribution, id=id_, review_id=review, child_id=child, author_id=author,
            author_job=job, form="child_8_to_11", form_version=1, language="en", helper=None,
            fingerprint=self.chance.randbytes(32), replaces_id=None, shared_at=at,
            withdrawn_at=None,
        )  # fmt: skip
        for place in range(12 if full else 1):
            self.add(
                ContributionAnswer, id=self.new_id(), contribution_id=id_, place=place,
                question=f"question.{place}", value=self.chance.randbytes(200),
                audience=Audience("everyone_at_my_review"), wish=False,
            )  # fmt: skip
        if read_by:
            self.add(ContributionRead, contribution_id=id_, reader_id=read_by, first_read_at=at)

    def _noted(self, child: UUID, subject: UUID, at: datetime) -> None:
        self.add(
            AuditEvent, id=self.new_id(), at=at, event="summary.read", actor_id=None,
            actor_job=None, child_id=child, subject_id=subject, facts={"contributions": 1},
        )  # fmt: skip
