"""Leaks of a rule that asks about everybody: walls, stages, days, places, quotas, names, ids."""

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import make_response, request
from sqlalchemy import func, select

from cadair.children.queries.walls import Walls
from cadair.commands.demo.people import demo_id
from cadair.contributions.actions import sharing
from cadair.contributions.models import Contribution
from cadair.contributions.rules.flooding import COUNTED_FOR, MOST_SHARED
from cadair.contributions.rules.sharing import AlreadySharedDifferently
from cadair.foundation.database import beyond_councils, db
from cadair.foundation.errors import NotFound
from cadair.meeting.queries import live
from cadair.people.actions import sessions, signing_in
from cadair.people.models import Device, Person
from cadair.people.rules import TryAgainLater
from cadair.reviews.actions import opening
from cadair.reviews.models import PartSeat, Review
from cadair.reviews.queries import own_pages
from tests.security.twins.planting import ask, count_of, in_place_of, planted
from tests.security.twins.stories import A_ID
from tests.security.twins.worlds import JADEN, World


@planted("beside")
def everybody_beside_one_is_named(_world: World) -> None:
    """Who sits in the same part is named, wall or not."""
    Walls.named_to = lambda self, _person_id: frozenset(self.members)


@planted("in_the_room")
def the_number_of_the_whole_log(_world: World) -> None:
    """Whoever sits in a meeting is told how much has happened, of it what they do not see."""
    live.number_for = lambda _viewer, state: state["number"]


@planted("untimed")
def the_stage_as_it_is(_world: World) -> None:
    """The stage is the whole review's, which waits until every part has its time."""
    own_pages._stage = lambda rows, _my_parts, _now: rows[0].stage


@planted("later")
def asked_when_any_part_is_near(_world: World) -> None:
    """Everybody is asked as soon as the review opens, which the first part brings forward."""
    opening._whose_time_has_come = lambda _session, new, _now: {
        review: list(people) for review, people in new.items()
    }


@planted()
def the_day_of_the_first_part(_world: World) -> None:
    """Views are taken until the first part begins, whosever it is and in whatever zone."""
    real = own_pages.views_close_on

    def by_any_part(due_by: Any, _mine: Any, *, on: Any) -> Any:
        first = ask(select(func.min(Review.meets_at)).where(Review.child_id == JADEN))
        return real(due_by, first.date() if first else None, on=on)

    own_pages.views_close_on = by_any_part


@planted("beside")
def a_place_that_another_may_know(_world: World) -> None:
    """A part's place is shown to all, once anybody was told where it is."""
    real = own_pages.own_parts

    def to_all(rows: Any, **told: Any) -> Any:
        said = ask(count_of(PartSeat).where(PartSeat.told_where.is_(True)))
        return real(rows, **{**told, "knows_home": told["knows_home"] or said > 0})

    own_pages.own_parts = to_all


@planted()
def the_same_words_only_once(_world: World) -> None:
    """What was said before is refused, to keep doubles out, whoever said it."""
    real, said_by = sharing.write, dict[str, UUID]()

    def once(session: Any, shared: Any) -> bool:
        author = shared.place.author_id
        if any(said_by.setdefault(each.words, author) != author for each in shared.answers):
            raise AlreadySharedDifferently
        return real(session, shared)

    sharing.write = once


@planted("flooding")
def one_quota_for_the_child(_world: World) -> None:
    """How much fits in an hour is counted for the child, not for whoever writes."""

    def counted(*, most_shared_since: datetime | None, now: datetime) -> None:
        within = Contribution.child_id == JADEN, Contribution.shared_at > now - COUNTED_FOR
        if ask(count_of(Contribution).where(*within)) >= MOST_SHARED:
            raise TryAgainLater(COUNTED_FOR)

    sharing.check_not_flooding = counted


@planted()
def a_hint_at_signing_in(world: World) -> None:
    """A name that nobody has is told apart from a passphrase that is wrong."""

    def made(view: Any) -> Any:
        def with_a_hint() -> Any:
            with beyond_councils(db.session):
                name = Person.sign_in_name == request.get_json()["who"]
                if not ask(count_of(Person).where(name)):
                    raise NotFound
            return view()

        return with_a_hint

    in_place_of(world, "people.sign_in", made)


@planted()
def it_is_not_yours(world: World) -> None:
    """Taking back what another shared is forbidden, in the place of not being there."""

    def made(view: Any) -> Any:
        def forbidden(contribution_id: UUID) -> Any:
            author = select(Contribution.author_id).where(Contribution.id == contribution_id)
            if ask(author) not in (None, demo_id(world.b.who)):
                return make_response({"code": "not_yours", "status": 403}, 403)
            return view(contribution_id=contribution_id)

        return forbidden

    in_place_of(world, "contributions.withdraw_contribution", made)


@planted()
def ids_that_count_up(_world: World) -> None:
    """A device's id is the next number of the whole council."""
    sessions.uuid4 = lambda: UUID(int=ask(count_of(Device)) + 1)


@planted()
def a_passphrase_of_known_names(_world: World) -> None:
    """A passphrase is refused when it is made of a name out of the child's circle."""
    real = signing_in.words_told

    def of_all(session: Any, *, person_id: UUID) -> list[str]:
        another = ask(select(Person.name).where(Person.id == A_ID))
        return [*real(session, person_id=person_id), another or ""]

    signing_in.words_told = of_all
