"""Builds the demo through the same actions that people's own requests use."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import product
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import STAFF, Actor, Job, the_service
from cadair.children import actions as children
from cadair.children.actions import NewAllocation, NewRelationship
from cadair.children.rules import birthday
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.children.rules.kinds import RelationshipKind
from cadair.children.rules.out_of_area import OutOfAreaBy
from cadair.commands.demo import outcomes, talk
from cadair.commands.demo.circle import tell_circle
from cadair.commands.demo.people import (
    ENGLAND,
    ENGLAND_CHILDREN,
    FIRST_NAMES,
    LAST_NAMES,
    PASSPHRASE,
    WALES,
    WALES_CHILDREN,
    DemoChild,
    DemoPerson,
    demo_id,
    demo_secret,
)
from cadair.commands.demo.words import EARLIER, NOW, share_all
from cadair.foundation.clock import today
from cadair.foundation.database import beyond_councils, scope_to
from cadair.foundation.keyring import Keyring
from cadair.people import actions as people
from cadair.people import queries as people_queries
from cadair.people.models import Nation
from cadair.reviews import actions as reviews

CHILDREN_OF_PRIYA: Final = 118
ASKED_AGO: Final = timedelta(days=4)  # before anybody in the demo answered


def build(
    session: Session, *, keyring: Keyring, now: datetime, caseload: int = CHILDREN_OF_PRIYA
) -> None:
    """Make both councils, as they stand at `now`, Priya with at least `caseload` children."""
    for name, nation, persons, told in (
        ("Northmoor", Nation.ENGLAND, ENGLAND, ENGLAND_CHILDREN),
        ("Bro Gwynfryn", Nation.WALES, WALES, WALES_CHILDREN),
    ):
        council_id = people.add_council(
            session,
            keyring=keyring,
            name=name,
            nation=nation,
            council_id=demo_id(name),
            settings={"duty_line": "01632 960 123", "area_postcodes": ["NM", "BG"]},
        )
        actor = the_service(council_id)
        for person in persons:
            _add_person(session, actor, person, now)
        for child in told:
            _add_child(session, actor, child, now)
        if nation is Nation.ENGLAND:
            _add_many(session, actor, "priya", max(0, caseload - len(told)), now)
            _add_many(session, actor, "daniel", caseload // 3, now)
        _tell_stories(session, actor, told, now)
        if nation is Nation.ENGLAND:
            tell_circle(session, council_id=council_id, now=now)
        came = outcomes.ENGLAND if nation is Nation.ENGLAND else outcomes.WALES
        outcomes.tell_outcomes(session, council_id=council_id, told=came, now=now)
        talked = talk.ENGLAND if nation is Nation.ENGLAND else talk.WALES
        talk.tell_talk(session, council_id=council_id, told=talked, now=now)


def signing_in_list(session: Session) -> list[dict[str, str]]:
    """Whom to sign in as, with what."""
    listed = []
    for council, persons in (
        ("Northmoor", (*ENGLAND_CHILDREN, *ENGLAND)),
        ("Bro Gwynfryn", (*WALES_CHILDREN, *WALES)),
    ):
        for person in persons:
            if isinstance(person, DemoChild) and not person.can_sign_in:
                continue
            with beyond_councils(session):
                facts = people_queries.person(session, person_id=demo_id(person.key))
            listed.append(
                {
                    "key": person.key,
                    "council": council,
                    "name": person.name,
                    "job": facts.job.value,
                    "who_they_are": person.who_they_are,
                    "sign_in_as": facts.email or facts.sign_in_name,
                    "passphrase": PASSPHRASE,
                    **({"totp_secret": demo_secret(person.key)} if facts.job in STAFF else {}),
                }
            )
    return listed


def _add_person(session: Session, actor: Actor, person: DemoPerson, now: datetime) -> None:
    person_id = people.add_person(
        session,
        person_id=demo_id(person.key),
        job=person.job,
        name=person.name,
        email=person.email,
        language=person.language,
        sign_in_name=person.key,
    )
    _let_in(session, actor, person_id, person.job, person.chair, now)
    if person.job in STAFF:
        people.add_authenticator(
            session, person_id=person_id, secret=demo_secret(person.key), now=now
        )


def _let_in(
    session: Session,
    actor: Actor,
    person_id: UUID,
    job: Job,
    chair: tuple[str, str, str] | None,
    now: datetime,
) -> None:
    people.set_passphrase(session, person_id=person_id, passphrase=PASSPHRASE, now=now)
    if chair:
        shape, colour, pattern = chair
        people.choose_chair(
            session,
            actor=Actor(person_id=person_id, council_id=actor.council_id, job=job),
            shape=shape,
            colour=colour,
            pattern=pattern,
            now=now,
        )


def _add_child(session: Session, actor: Actor, child: DemoChild, now: datetime) -> None:
    child_id, day = demo_id(child.key), today(now)
    people.add_person(
        session,
        person_id=child_id,
        job=Job.CHILD,
        name=child.name,
        language=child.language,
        sign_in_name=child.key,
    )
    if child.can_sign_in:
        _let_in(session, actor, child_id, Job.CHILD, child.chair, now)
    began = day - timedelta(days=child.care_began_days_ago)
    children.add_child(
        session,
        actor=actor,
        person_id=child_id,
        record=ChildRecord(
            case_number=f"{int(demo_id(child.key)) % 900_000 + 100_000}",
            born_on=day - timedelta(days=child.age_days),
            sex=child.sex,
            episodes=(_episode(began, child.legal_status, child.place, far=child.far),),
        ),
        now=now,
    )
    children.allocate(
        session,
        actor=actor,
        allocation=NewAllocation(
            child_id=child_id, officer_id=demo_id(child.officer), from_on=began
        ),
        now=now,
    )
    _relate_all(session, actor, child, began, now)


def _relate_all(
    session: Session, actor: Actor, child: DemoChild, began: date, now: datetime
) -> None:
    for person, kind, responsibility in child.circle:
        children.relate(
            session,
            actor=actor,
            relationship=NewRelationship(
                child_id=demo_id(child.key),
                person_id=demo_id(person),
                kind=RelationshipKind(kind),
                parental_responsibility=responsibility,
                from_on=began,
            ),
            now=now,
        )


def _add_many(session: Session, actor: Actor, officer: str, count: int, now: datetime) -> None:
    """Children without a story, so that a caseload is as long as a real one."""
    day, names = today(now), list(product(LAST_NAMES, FIRST_NAMES))
    histories: dict[UUID, list[tuple[date, str | None]]] = {}
    for number in range(count):
        child_id = demo_id(f"{officer} {number}")
        last, first = names[(number * 97 + len(officer) * 11) % len(names)]
        people.add_person(session, person_id=child_id, job=Job.CHILD, name=f"{first} {last}")
        held = _made_up_reviews(day, number)
        began = held[0] - timedelta(days=26)
        born_on = day - timedelta(days=700 + (number * 211) % 5600)
        legal_status = ("C2", "V2", "C1", "E1")[number % 13 % 4]
        children.add_child(
            session,
            actor=actor,
            person_id=child_id,
            record=ChildRecord(
                case_number=f"{200_000 + len(officer) * 1000 + number}",
                born_on=born_on,
                sex=str(number % 2 + 1),
                episodes=(_episode(began, legal_status, "U4", far=number % 10 in (2, 5, 8)),),
            ),
            now=now,
        )
        children.allocate(
            session,
            actor=actor,
            allocation=NewAllocation(child_id=child_id, officer_id=demo_id(officer), from_on=began),
            now=now,
        )
        histories[child_id] = [
            (on, _code(born_on, on, f"PN{(number + on.month) % 7 + 1}")) for on in held
        ]
    reviews.bring_in_histories(session, actor=actor, histories=histories, now=now)
    reviews.schedule(session, actor=actor, child_ids=list(histories), now=now)


def _made_up_reviews(day: date, number: int) -> list[date]:
    """When reviews were held: nearly always in time, the last of a few too long ago."""
    count = number % 7 + 1
    longest = 84 if count == 1 else 176
    late = 14 if number % 31 == 5 else 0
    held = [day - timedelta(days=(longest - 2 if late else number * 37 % longest) + 3 + late)]
    while len(held) < count:
        step = 84 if len(held) == count - 1 else 172
        held.insert(0, held[0] - timedelta(days=step))
    return held


def _episode(began: date, legal_status: str, place: str, *, far: bool) -> EpisodeFacts:
    return EpisodeFacts(
        began_on=began,
        reason_began="S",
        legal_status=legal_status,
        place=place,
        out_of_area=far,
        out_of_area_by=OutOfAreaBy.CASE_SYSTEM.value,
    )


def _code(born_on: date, on: date, code: str) -> str:
    """A participation code; a child under four has PN0 (domain rule 441 of the return)."""
    return code if on >= birthday(born_on, 4) else "PN0"


def _tell_stories(session: Session, actor: Actor, told: Iterable[DemoChild], now: datetime) -> None:
    """Go through each child's last review and into the next, as it would have happened."""
    scope_to(session, actor.council_id)
    for child in told:
        child_id = demo_id(child.key)
        *before, last = [now - timedelta(days=days) for days in child.reviews_days_ago]
        born_on = today(now) - timedelta(days=child.age_days)
        history: list[tuple[date, str | None]] = [
            (on, _code(born_on, on, "PN4")) for on in map(today, before)
        ]
        asked = last - timedelta(days=10)
        reviews.bring_in_histories(session, actor=actor, histories={child_id: history}, now=asked)
        reviews.schedule(session, actor=actor, child_ids=[child_id], now=asked)
        reviews.open_due(session, actor=actor, now=asked)
        share_all(session, actor=actor, child=child_id, told=EARLIER.get(child.key, ()), now=asked)
        history = [(today(last), _code(born_on, today(last), "PN1"))]
        reviews.bring_in_histories(session, actor=actor, histories={child_id: history}, now=last)
        reviews.schedule(session, actor=actor, child_ids=[child_id], now=now)
    reviews.open_due(session, actor=actor, now=now - ASKED_AGO)
    reviews.open_due(session, actor=actor, now=now)
    for child in told:
        share_all(
            session,
            actor=actor,
            child=demo_id(child.key),
            told=NOW.get(child.key, ()),
            now=now - timedelta(hours=30),
        )
