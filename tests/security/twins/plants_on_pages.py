"""Leaks of what is put beside a page: counts, moments, headers, lights, numbers, lists."""

from typing import Any
from uuid import UUID

from flask import Response, request
from sqlalchemy import func, select

from cadair.commands.demo.people import demo_id
from cadair.contributions.models import Contribution, Draft
from cadair.people.models import SignInSession
from cadair.record.models import Release
from cadair.reviews.models import PartSeat, Review, ReviewPart
from tests.security.twins.planting import (
    MY_CONTRIBUTIONS,
    MY_REVIEWS,
    ask,
    count_of,
    each_review,
    everything_said,
    planted,
    retold,
)
from tests.security.twins.worlds import World


@planted()
def how_many_have_answered(world: World) -> None:
    """A review says how many answers it has."""
    each_review(world, "answers", lambda _: everything_said())


@planted()
def when_anybody_last_wrote(world: World) -> None:
    """Last-Modified is that of the newest contribution, whoever wrote it."""

    def change(_body: Any, answer: Response) -> None:
        answer.last_modified = ask(select(func.max(Contribution.shared_at)))

    retold(world, MY_REVIEWS, change)


@planted()
def etag_of_the_whole_plan(world: World) -> None:
    """The ETag of one's own page is the revision of the plan of all."""

    def change(_body: Any, answer: Response) -> None:
        answer.set_etag(str(ask(select(func.max(Review.revision)))))

    retold(world, MY_REVIEWS, change)


@planted("beside")
def for_how_many_a_part_is(world: World) -> None:
    """A part says how many seats it has, as a calendar's invitation lists its guests."""

    def seats(review: dict[str, Any]) -> list[int]:
        ids = [UUID(part["id"]) for part in review["parts"]]
        return [ask(count_of(PartSeat).where(PartSeat.part_id == part_id)) for part_id in ids]

    each_review(world, "seats", seats)


@planted()
def which_part_of_how_many(world: World) -> None:
    """One's own part is numbered among all."""

    def numbers(review: dict[str, Any]) -> list[int]:
        ids = [UUID(part["id"]) for part in review["parts"]]
        return [ask(select(ReviewPart.position).where(ReviewPart.id == id_)) for id_ in ids]

    each_review(world, "numbers", numbers)


@planted("of_a_carer")
def what_has_news_comes_first(world: World) -> None:
    """Reviews stand in the order in which others have said something since one wrote oneself."""
    me = demo_id(world.b.who)
    newest = select(func.max(Contribution.shared_at))

    def is_quiet(review: dict[str, Any]) -> bool:
        of_others = Contribution.review_id == UUID(review["id"]), Contribution.author_id != me
        last, mine = ask(newest.where(*of_others)), ask(newest.where(Contribution.author_id == me))
        return last is None or last < mine

    def change(body: Any, _answer: Response) -> Any:
        return {"reviews": sorted(body["reviews"], key=is_quiet)}

    retold(world, MY_REVIEWS, change)


@planted()
def how_much_there_is_in_all(world: World) -> None:
    """The total beside one's own list counts everybody's."""
    retold(world, MY_CONTRIBUTIONS, lambda body, _: {**body, "total": everything_said()})


@planted()
def a_page_kept_for_its_address(world: World) -> None:
    """Pages are kept by their address, without whose they are."""
    kept: dict[str, bytes] = {}

    def change(_body: Any, answer: Response) -> None:
        answer.set_data(kept.setdefault(request.full_path, answer.data))

    retold(world, MY_REVIEWS, change)
    retold(world, MY_CONTRIBUTIONS, change)


@planted()
def somebody_is_writing(world: World) -> None:
    """A light shows that others are at it too."""
    others = count_of(Draft).where(
        Draft.author_id != demo_id(world.b.who), Draft.content.is_not(None)
    )
    each_review(world, "busy", lambda _: ask(others) > 0)


@planted()
def replaced_by_what_came_after(world: World) -> None:
    """What one shared counts as replaced by the next contribution, of anybody."""
    newest = select(Contribution.id).where(Contribution.review_id == UUID(world.review_id))
    newest = newest.order_by(Contribution.shared_at.desc(), Contribution.id).limit(1)

    def change(body: Any, _answer: Response) -> Any:
        replaced = {"replaced_by": str(ask(newest))}
        return {"contributions": [{**one, **replaced} for one in body["contributions"]]}

    retold(world, MY_CONTRIBUTIONS, change)


@planted()
def read_by_whoever_came_in(world: World) -> None:
    """Whoever has signed in since counts as having read it."""
    came_in = select(func.count(SignInSession.person_id.distinct()))

    def change(body: Any, _answer: Response) -> Any:
        read = {"read_by": [{"called": f"{ask(came_in)} people"}]}
        return {"contributions": [{**one, **read} for one in body["contributions"]]}

    retold(world, MY_CONTRIBUTIONS, change)


@planted()
def how_much_work_it_was(world: World) -> None:
    """Server-Timing tells over how many rows an answer was made."""

    def timed(answer: Response) -> Response:
        if request.path.startswith("/api/my/") and answer.status_code == 200:
            answer.headers["Server-Timing"] = f"db;desc={everything_said()}"
        return answer

    world.council.app.after_request_funcs.setdefault(None, []).append(timed)


@planted()
def something_is_new(world: World) -> None:
    """A dot shows that somebody wrote after oneself."""
    me = demo_id(world.b.who)
    newest = select(func.max(Contribution.shared_at))

    def change(body: Any, _answer: Response) -> Any:
        theirs = ask(newest.where(Contribution.author_id != me))
        return {**body, "news": theirs > ask(newest.where(Contribution.author_id == me))}

    retold(world, "people.get_me", change)


@planted()
def as_long_as_all_that_was_said(world: World) -> None:
    """An answer is filled up to a length that comes from everybody's words."""

    def change(_body: Any, answer: Response) -> None:
        answer.set_data(answer.data + b" " * everything_said())

    retold(world, MY_REVIEWS, change)


@planted()
def to_whom_else_it_went(world: World) -> None:
    """What one was given lists how many others were given something."""
    others = select(func.count(Release.person_id.distinct()))
    retold(world, "record.get_shared_with_me", lambda body, _: {**body, "also_to": ask(others) - 1})
