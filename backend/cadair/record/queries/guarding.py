"""What must not go out to one person of a child's circle, with all that the guard is told of.

The same for a release and for a message of an officer's: whatever was said to a review or between
reviews, whatever the vault ever held, and everybody by name, as the recipient stands to them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from cadair.access.actor import Job
from cadair.children import queries as children
from cadair.children.rules.kinds import ProtectedKind
from cadair.contributions import queries as contributions
from cadair.contributions.queries import SharedContribution
from cadair.messages.queries.between import SaidBetween
from cadair.record.queries.releases import Found
from cadair.record.queries.said import Someone
from cadair.record.rules.guard import Finding, NotMeant, findings
from cadair.record.rules.kept_from import Around, Knows, is_named_to_all, terms_for
from cadair.record.rules.passing import Recipient, Source, is_kept_from


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarded:
    """All about one child that the guard is told of."""

    child_id: UUID
    council: str
    people: Mapping[UUID, Someone]
    walls: children.Walls
    shared: Sequence[SharedContribution]  # with every review
    between: Sequence[SaidBetween]  # in every conversation, and every officer's note
    facts: Sequence[tuple[ProtectedKind, str]]  # all that the vault ever held


def stopped(
    guarded: Guarded, recipient: Recipient, texts: Sequence[str], *, lines: Sequence[int | None]
) -> tuple[Found, ...]:
    """What in the texts this person must not learn; `lines`: which line each text is, if any."""
    not_meant, meant = _said_to_others(guarded, recipient)
    found = findings(
        texts,
        terms=terms_for(
            _knows(guarded, recipient), facts=guarded.facts, others=_others(guarded, recipient)
        ),
        known=_known(guarded, recipient),
        not_meant=not_meant,
        meant=meant,
    )
    return tuple(_told(guarded, lines, one) for one in found)


def source_of(shared: SharedContribution, answer: contributions.Answer) -> Source:
    """One answer, as the rule of passing asks for it."""
    return Source(
        author_id=shared.author_id,
        author_job=shared.author_job,
        counts=shared.counts,
        says_something=bool(answer.face or answer.choices or answer.words),
        has_words=bool(answer.words),
        audience=answer.audience,
        not_people=answer.not_people,
    )


def _told(guarded: Guarded, places: Sequence[int | None], one: Finding) -> Found:
    return Found(
        why=one.why,
        words=one.words,
        line=places[one.text],
        start=one.start,
        end=one.end,
        term=one.term,
        author=guarded.people[one.author_id].name if one.author_id else None,
    )


def _said_to_others(guarded: Guarded, recipient: Recipient) -> tuple[list[NotMeant], list[str]]:
    """What this person must not learn of all that was ever said, and what was said for them too.

    A newer answer does not make the older one less of a secret, nor more.
    """
    not_meant, meant = [], []
    for shared in guarded.shared:
        for answer in shared.answers:
            source = source_of(shared, answer)
            is_secret = is_kept_from(source, recipient, walled=guarded.walls.stands)
            if answer.words and is_secret:
                not_meant.append(NotMeant(author_id=shared.author_id, text=answer.words))
            elif answer.words:
                meant.append(answer.words)
            if answer.helper_words and shared.author_id != recipient.person_id:
                not_meant.append(NotMeant(author_id=shared.author_id, text=answer.helper_words))
    for said in guarded.between:
        if said.is_note:
            not_meant.append(NotMeant(author_id=said.author_id, text=said.words))
        elif said.party_id == recipient.person_id:
            meant.append(said.words)
        elif said.author_id == said.party_id:  # an officer's own phrases go to many
            not_meant.append(NotMeant(author_id=said.author_id, text=said.words))
    return not_meant, meant


def _knows(guarded: Guarded, recipient: Recipient) -> Knows:
    member = guarded.walls.members.get(recipient.person_id)
    return Knows(
        is_child=recipient.is_child,
        kinds=member.kinds if member else (),
        knows=guarded.walls.knows(recipient.person_id),
    )


def _others(guarded: Guarded, recipient: Recipient) -> list[Around]:
    """Everybody else, as the recipient stands to them; who left the circle is walled from all."""
    found = []
    for person_id, person in guarded.people.items():
        is_officer = person.job is Job.REVIEWING_OFFICER
        if person_id in (recipient.person_id, guarded.child_id) or is_officer:
            continue
        member = guarded.walls.members.get(person_id)
        found.append(
            Around(
                name=person.name,
                kinds=member.kinds if member else _as_before(person),
                is_walled=guarded.walls.stands(recipient.person_id, person_id),
            )
        )
    return found


def _as_before(person: Someone) -> tuple[str, ...]:
    """What somebody who has left the circle was, by their job."""
    before = {Job.CARER: ("foster_carer",), Job.SOCIAL_WORKER: ("social_worker",)}
    return before.get(person.job, ())


def _known(guarded: Guarded, recipient: Recipient) -> list[str]:
    """Names that this person knows anyway."""
    named_to = guarded.walls.named_to(recipient.person_id)
    names = [
        person.name
        for person_id, person in guarded.people.items()
        if person_id in (recipient.person_id, guarded.child_id, *named_to)
        or person.job is Job.REVIEWING_OFFICER
        or is_named_to_all(_kinds(guarded, person))
    ]
    return [guarded.council, *names]


def _kinds(guarded: Guarded, person: Someone) -> tuple[str, ...]:
    member = guarded.walls.members.get(person.person_id)
    return tuple(member.kinds) if member else _as_before(person)
