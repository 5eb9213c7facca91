"""Who may look, who is around a child, and what it costs to ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job, the_service
from cadair.children import actions, queries
from cadair.children.actions import NewAllocation, NewRelationship
from cadair.children.rules import Band
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.children.rules.kinds import RelationshipKind
from cadair.foundation.database import db
from cadair.foundation.errors import NotFound
from cadair.people import actions as people
from tests.backend.children.conftest import NOW, ON

YESTERDAY, TOMORROW = ON - timedelta(days=1), ON + timedelta(days=1)


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """The statements that run inside."""
    ran: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        ran.append(statement)

    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield ran
    finally:
        event.remove(engine, "before_cursor_execute", note)


class World:
    """A council with Sam, Priya who reviews Sam, and people who can be added."""

    def __init__(self, session: Session, council_id: UUID) -> None:
        self.session, self.council_id = session, council_id
        self.service = the_service(council_id)
        self.priya = self.person(Job.REVIEWING_OFFICER, "Priya Shah")
        self.sam = self.child("Sam Reed")

    def person(self, job: Job, name: str) -> UUID:
        return people.add_person(self.session, person_id=uuid4(), job=job, name=name)

    def child(self, name: str) -> UUID:
        child_id = self.person(Job.CHILD, name)
        actions.add_child(
            self.session,
            actor=self.service,
            person_id=child_id,
            record=ChildRecord(
                case_number=f"N{child_id.hex[:8]}",
                born_on=date(2014, 6, 5),
                sex="1",
                episodes=(
                    EpisodeFacts(
                        began_on=date(2025, 3, 3), reason_began="S", legal_status="C2",
                        place="U6", placement_postcode="CF11 2BB", home_postcode="CF10 1AA",
                    ),
                ),
            ),
            now=NOW,
        )  # fmt: skip
        return child_id

    def relate(self, kind: RelationshipKind, name: str, **how: object) -> UUID:
        person_id = self.person(Job.PARENT, name)
        actions.relate(
            self.session,
            actor=self.service,
            relationship=NewRelationship(child_id=self.sam, person_id=person_id, kind=kind, **how),
            now=NOW,
        )
        return person_id

    def allocate(self, officer_id: UUID, **how: object) -> None:
        actions.allocate(
            self.session,
            actor=self.service,
            allocation=NewAllocation(child_id=self.sam, officer_id=officer_id, **how),
            now=NOW,
        )

    def actor(self, person_id: UUID, job: Job) -> Actor:
        return Actor(person_id=person_id, council_id=self.council_id, job=job)

    def standing(self, person_id: UUID, job: Job = Job.PARENT, on: date = ON):
        return queries.standing(
            self.session, actor=self.actor(person_id, job), child_id=self.sam, on=on
        )


@pytest.fixture
def world(session: Session, council: UUID) -> World:
    return World(session, council)


def test_a_person_stands_to_a_child_from_one_day_until_another(world):
    mother = world.relate(RelationshipKind.MOTHER, "Jo Reed", from_on=YESTERDAY, until_on=ON)
    assert world.standing(mother).relationship_kinds == {"mother"}
    assert world.standing(mother, on=YESTERDAY).is_in_circle
    assert not world.standing(mother, on=YESTERDAY - timedelta(days=1)).is_in_circle
    assert not world.standing(mother, on=TOMORROW).is_in_circle


def test_a_child_stands_as_themselves_and_a_stranger_as_nobody(world):
    assert world.standing(world.sam, Job.CHILD).is_self
    stranger = world.person(Job.PARENT, "A Stranger")
    nobody = world.standing(stranger)
    assert not (nobody.is_self or nobody.is_in_circle or nobody.is_reviewing_officer)


def test_an_unknown_child_and_another_councils_child_are_not_found(world, app, session):
    with pytest.raises(NotFound):
        queries.standing(
            session, actor=world.actor(world.priya, Job.CHILD), child_id=uuid4(), on=ON
        )
    from cadair.people.models import Nation
    from tests.backend.children.conftest import a_council

    session.commit()
    a_council(app, session, "Elsewhere", Nation.ENGLAND)
    with pytest.raises(NotFound):
        world.standing(world.priya)


def test_allocation_and_cover_both_make_a_reviewing_officer(world):
    omar = world.person(Job.REVIEWING_OFFICER, "Omar Aziz")
    world.allocate(world.priya)
    world.allocate(omar, covers=True, from_on=ON, until_on=ON)
    assert world.standing(world.priya, Job.REVIEWING_OFFICER).is_reviewing_officer
    assert world.standing(omar, Job.REVIEWING_OFFICER).is_reviewing_officer
    assert not world.standing(omar, Job.REVIEWING_OFFICER, TOMORROW).is_reviewing_officer
    officer = queries.reviewing_officer(world.session, child_id=world.sam, on=ON)
    assert officer is not None
    assert officer.name == "Priya Shah"


def test_a_new_reviewing_officer_ends_the_one_before(world):
    omar = world.person(Job.REVIEWING_OFFICER, "Omar Aziz")
    world.allocate(world.priya, from_on=YESTERDAY)
    world.allocate(omar, from_on=ON)
    assert world.standing(world.priya, on=YESTERDAY).is_reviewing_officer
    assert not world.standing(world.priya, on=ON).is_reviewing_officer
    # bringing the same rows in again does not bring the first one back
    world.allocate(world.priya, from_on=YESTERDAY)
    assert not world.standing(world.priya, on=ON).is_reviewing_officer


def test_the_circle_puts_whoever_reviews_first_and_each_person_once(world):
    world.allocate(world.priya)
    mother = world.relate(RelationshipKind.MOTHER, "Zoe Reed", parental_responsibility=True)
    world.relate(RelationshipKind.FOSTER_CARER, "Ann Price")
    actions.relate(
        world.session,
        actor=world.service,
        relationship=NewRelationship(
            child_id=world.sam, person_id=mother, kind=RelationshipKind.FAMILY_OR_FRIEND
        ),
        now=NOW,
    )
    circle = queries.circle(world.session, child_id=world.sam, on=ON)
    assert [member.name for member in circle] == ["Priya Shah", "Ann Price", "Zoe Reed"]
    assert circle[0].kind == "reviewing_officer"
    assert circle[2].parental_responsibility


def test_saying_a_relationship_again_changes_nothing(world):
    mother = world.relate(RelationshipKind.MOTHER, "Jo Reed")
    again = NewRelationship(child_id=world.sam, person_id=mother, kind=RelationshipKind.MOTHER)
    how = {"actor": world.service, "now": NOW + timedelta(days=9)}
    assert actions.relate_many(world.session, relationships=[again], **how) == 0
    ended = replace(again, until_on=TOMORROW)
    assert actions.relate_many(world.session, relationships=[ended], **how) == 1
    assert not world.standing(mother, on=TOMORROW + timedelta(days=1)).is_in_circle


def test_only_whoever_reviews_the_child_opens_the_vault(world):
    carer = world.relate(RelationshipKind.FOSTER_CARER, "Ann Price")
    world.allocate(world.priya)

    def facts(person_id: UUID, job: Job):
        return queries.protected_facts(
            world.session, actor=world.actor(person_id, job), child_id=world.sam, on=ON
        )

    opened = facts(world.priya, Job.REVIEWING_OFFICER)
    assert (opened.home_postcode, opened.placement_postcode) == ("CF10 1AA", "CF11 2BB")
    assert (opened.address, opened.school, opened.carer_phone) == (None, None, None)
    manager = world.person(Job.SERVICE_MANAGER, "Owen Hughes")
    for person_id, job in (
        (carer, Job.CARER),
        (world.sam, Job.CHILD),
        (manager, Job.SERVICE_MANAGER),
    ):
        with pytest.raises(NotFound):
            facts(person_id, job)


def test_a_caseload_costs_as_many_statements_as_one_child(world):
    world.allocate(world.priya)
    counts = []
    for more in (0, 30):
        for number in range(more):
            world.sam = world.child(f"Child {number:03}")
            world.allocate(world.priya)
        world.session.commit()
        db.session.expunge_all()
        with statements(world.session) as ran:
            caseload = queries.children_of_officer(world.session, officer_id=world.priya, on=ON)
            ids = [child.child_id for child in caseload]
            queries.circles(world.session, child_ids=ids, on=ON)
            queries.clock_facts(world.session, child_ids=ids, on=ON)
            queries.sealing_keys(world.session, child_ids=ids)
        assert len(caseload) == more + 1
        counts.append(len([one for one in ran if one.startswith("SELECT")]))
    assert counts[0] == counts[1] <= 12


def test_a_child_is_told_of_as_plain_facts(world):
    facts = queries.child_facts(world.session, child_id=world.sam, on=ON)
    assert (facts.called, facts.age, facts.nation) == ("Sam", 12, "england")
    assert (facts.band, facts.legal_status) == (Band.FROM_12_TO_15, "C2")
    assert facts.care_started_on == date(2025, 3, 3)


def test_the_band_is_chosen_by_whoever_reviews_the_child(world):
    world.allocate(world.priya)
    priya = world.actor(world.priya, Job.REVIEWING_OFFICER)
    chosen = actions.set_band(
        world.session, actor=priya, child_id=world.sam, band=Band.FROM_8_TO_11, now=NOW
    )
    assert (chosen.band, chosen.band_suggested) == (Band.FROM_8_TO_11, Band.FROM_12_TO_15)
    by_age = actions.set_band(world.session, actor=priya, child_id=world.sam, band=None, now=NOW)
    assert by_age.band is Band.FROM_12_TO_15
    stranger = world.actor(world.person(Job.REVIEWING_OFFICER, "Other"), Job.REVIEWING_OFFICER)
    with pytest.raises(NotFound):
        actions.set_band(world.session, actor=stranger, child_id=world.sam, band=None, now=NOW)
