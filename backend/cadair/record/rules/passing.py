"""Which answer may pass from the one who gave it to another person of the review; pure.

Nothing passes by itself.  What is listed here may be given on if the reviewing officer picks it;
everything else cannot be given to that person at all.  A new kind of audience, author or recipient
passes nothing until a line here says so.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from cadair.access.actor import Job
from cadair.contributions.rules.forms import Audience


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who said something, and as what."""

    author_id: UUID
    author_job: Job


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Author):
    """One answer, by whom, and whom its author lets hear it."""

    counts: bool  # what its author says now: neither taken back nor said anew
    says_something: bool  # more than a skip, and not only a helper's words
    has_words: bool
    audience: Audience
    not_people: Collection[UUID]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody of the review to whom something might be given, and what they are to the child."""

    person_id: UUID
    is_child: bool
    is_in_circle: bool
    is_social_worker: bool


Walled = Callable[[UUID, UUID], bool]  # whether a wall stands between two people of the circle


def may_pass(source: Source, recipient: Recipient, *, walled: Walled) -> bool:
    """Whether this answer may be given to this person, should the reviewing officer choose to."""
    return (
        source.counts
        and source.says_something
        and source.author_id != recipient.person_id
        and not is_kept_from(source, recipient, walled=walled)
    )


def is_kept_from(source: Source, recipient: Recipient, *, walled: Walled) -> bool:
    """Whether this person must not learn what was said; nobody is kept from their own words."""
    if source.author_id == recipient.person_id:
        return False
    return (
        recipient.person_id in source.not_people
        or not is_meant_for(source.audience, recipient)
        or stands_between(source, recipient, walled=walled)
    )


def is_meant_for(audience: Audience, recipient: Recipient) -> bool:
    """Whether the audience that the author chose has this person in it."""
    if audience is Audience.EVERYONE:
        return recipient.is_child or recipient.is_in_circle
    return audience is Audience.OFFICER_AND_SOCIAL_WORKER and recipient.is_social_worker


def stands_between(source: Author, recipient: Recipient, *, walled: Walled) -> bool:
    """Whether a wall keeps what the author says from this person.

    Walls stand between people around the child.  The child's own words go by their audience and
    by whom the child left out; a reviewing officer is walled from nobody.
    """
    if recipient.is_child:
        return False
    if source.author_job in (Job.CHILD, Job.REVIEWING_OFFICER):
        return False
    return walled(source.author_id, recipient.person_id)


def may_go_unnamed(source: Source) -> bool:
    """Whether it can be given on without saying who said it.

    Then only the words go: a question tells whose form it stood in, and a face or a choice says
    nothing without its question.
    """
    return source.has_words


def may_be_named(source: Author, recipient: Recipient, *, named_to: Collection[UUID]) -> bool:
    """Whether this person may be told who said it; `named_to` are those they may be told of."""
    return (
        recipient.is_child
        or source.author_job in (Job.CHILD, Job.REVIEWING_OFFICER)
        or source.author_id in named_to
    )


def may_still_be_read(
    source: Author,
    recipient: Recipient,
    *,
    named: bool,
    walled: Walled,
    named_to: Collection[UUID],
) -> bool:
    """Whether a line that was given to this person is there at their next request.

    A wall that stands again, or a name that they may be told no more, takes it away.
    """
    return not stands_between(source, recipient, walled=walled) and (
        not named or may_be_named(source, recipient, named_to=named_to)
    )
