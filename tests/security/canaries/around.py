"""Brings in the people of the canaries' world, their children, the circle and its walls."""

from datetime import timedelta
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job, the_service
from cadair.children import actions as children
from cadair.children.actions import NewAllocation, NewRelationship
from cadair.children.rules.episodes import AdoptionDecisionFacts, ChildRecord, EpisodeFacts
from cadair.children.rules.kinds import ProtectedKind, RelationshipKind
from cadair.foundation.database import db
from cadair.people import actions as people
from cadair.people.models import Nation
from cadair.reviews import actions as reviews
from cadair.reviews import queries as review_queries
from tests.backend.contributions.conftest import CARE_BEGAN, NOW, World
from tests.security.canaries.people import AROUND_ADA, AROUND_BEN, STAFF_WITH_MAIL
from tests.security.canaries.words import canary

DAY = timedelta(days=1)
PROTECTED = {
    ProtectedKind.ADDRESS: "vault.address",
    ProtectedKind.SCHOOL: "vault.school",
    ProtectedKind.CARER_PHONE: "vault.carer_phone",
}


def bring_in(app: Flask, council: str, nation: Nation, jobs: dict[str, Job]) -> World:
    """A council with its people; who is who stands in the world's ids."""
    with app.app_context():
        council_id = people.add_council(
            db.session, keyring=app.extensions["cadair.keyring"], name=council, nation=nation
        )
        world = World(app=app, council_id=council_id, child_id=uuid4(), review_id=uuid4())
        for who, job in jobs.items():
            world.jobs[who], world.ids[who] = job, uuid4()
            _add_person(db.session, world.ids[who], who, job)
        db.session.commit()
    world.child_id = world.ids["Ada" if "Ada" in jobs else "Zoe"]
    return world


def _add_person(session: Session, person_id: UUID, who: str, job: Job) -> None:
    key = who.lower()
    people.add_person(
        session,
        person_id=person_id,
        job=job,
        name=f"{canary(f'{key}.called')} {canary(f'{key}.name')}",
        email=f"{canary(f'{key}.email')}@council.example" if who in STAFF_WITH_MAIL else None,
        reference=canary(f"{key}.reference"),
        sign_in_name=canary(f"{key}.sign_in_name").lower(),
    )


def add_child(
    world: World, who: str, officer: str, around: dict[str, RelationshipKind], *, born: int
) -> UUID:
    """A child in care since a fortnight; returns the id of their review, open for views."""
    key, child_id = who.lower(), world.ids[who]
    with world.inside() as session:
        service = the_service(world.council_id)
        children.add_child(
            session, actor=service, person_id=child_id, record=_record(key, born), now=NOW
        )
        officers = NewAllocation(
            child_id=child_id, officer_id=world.ids[officer], from_on=CARE_BEGAN
        )
        children.allocate(session, actor=service, allocation=officers, now=NOW)
        for person, kind in around.items():
            relate(session, world, service, who, person, kind)
        reviews.schedule(session, actor=service, child_ids=[child_id], now=NOW)
        reviews.open_due(session, actor=service, now=NOW)
        return review_queries.upcoming_for(session, child_ids=[child_id])[child_id].id


def _record(key: str, born: int) -> ChildRecord:
    first = CARE_BEGAN.replace(year=born)
    return ChildRecord(
        case_number=canary(f"{key}.case_number"),
        born_on=first,
        sex="2",
        episodes=(
            EpisodeFacts(
                began_on=CARE_BEGAN,
                reason_began="S",
                legal_status="C2",
                place="U1",
                provider=canary(f"{key}.provider"),
                home_postcode=canary(f"{key}.home_postcode"),
                placement_postcode=canary(f"{key}.placement_postcode"),
            ),
        ),
        adoption_decisions=(
            AdoptionDecisionFacts(
                decided_on=CARE_BEGAN + DAY,
                reversed_on=CARE_BEGAN + 2 * DAY,
                reason_reversed=canary(f"{key}.adoption_reversed"),
            ),
        ),
    )


def relate(
    session: Session,
    world: World,
    service: Actor,
    child: str,
    person: str,
    kind: RelationshipKind,
    *,
    until: int | None = None,
) -> None:
    """Say what a person is to a child, or was until so many days ago."""
    relationship = NewRelationship(
        child_id=world.ids[child],
        person_id=world.ids[person],
        kind=kind,
        from_on=CARE_BEGAN,
        until_on=None if until is None else NOW.date() - until * DAY,
    )
    children.relate(session, actor=service, relationship=relationship, now=NOW)


def keep_vault(world: World) -> None:
    """Priya keeps where Ada lives; Mum may know the school, and nobody else anything."""
    priya = world.sign_in("Priya")
    for kind, name in PROTECTED.items():
        kept = priya.put(
            f"/api/children/{world.child_id}/protected-facts",
            json={"kind": kind.value, "words": canary(name)},
        )
        assert kept.status_code == 204, kept.text
    told = priya.put(
        f"/api/children/{world.child_id}/circle/{world.ids['Mum']}/may-know",
        json={"what": "school"},
    )
    assert told.status_code == 204, told.text


def propose(world: World, one: str, other: str, outcome: str) -> None:
    """Priya would lower a wall; it is agreed to, refused, taken back, or waits."""
    priya, proposal_id = world.sign_in("Priya"), uuid4()
    between = {"one_id": str(world.ids[one]), "other_id": str(world.ids[other])}
    asked = priya.put(
        f"/api/children/{world.child_id}/wall-proposals/{proposal_id}",
        json={**between, "reason": f"{canary(f'wall.{outcome}')} because."},
    )
    assert asked.status_code == 204, asked.text
    world.ids[f"proposal.{outcome}"] = proposal_id
    path = f"/api/wall-proposals/{proposal_id}"
    if outcome in ("agreed", "refused"):
        agrees = {"agrees": outcome == "agreed"}
        answer = world.sign_in("Boss").post(f"{path}/answer", json=agrees)
    elif outcome == "withdrawn":
        answer = priya.post(f"{path}/withdraw")
    else:
        return
    assert answer.status_code < 300, answer.text


def bring_in_northmoor(app: Flask, jobs: dict[str, Job]) -> World:
    """Ada and Ben, with everybody around them."""
    world = bring_in(app, "Northmoor", Nation.ENGLAND, jobs)
    world.review_id = add_child(world, "Ada", "Priya", AROUND_ADA, born=2012)
    world.ids["bens_review"] = add_child(world, "Ben", "Priya", AROUND_BEN, born=2022)
    with world.inside() as session:
        service = the_service(world.council_id)
        carer = RelationshipKind.FOSTER_CARER
        relate(session, world, service, "Ada", "Maud", carer, until=1)
    keep_vault(world)
    propose(world, "Carol", "Wendy", "agreed")
    propose(world, "Mum", "Carol", "refused")
    propose(world, "Dad", "Teacher", "withdrawn")
    propose(world, "Mum", "Teacher", "waiting")
    return world
