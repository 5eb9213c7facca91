"""A signed record on its way to people: what each may be given, and what it would look like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission
from cadair.foundation.errors import BadInput
from cadair.record.queries.guarding import stopped
from cadair.record.queries.kept_records import Kept, kept_record
from cadair.record.queries.outcomes import outcomes_of
from cadair.record.queries.preparing import Preview
from cadair.record.queries.releases import Found, GivenOnce
from cadair.record.queries.sharing import Sharing, sharing
from cadair.record.rules.distribution import Offer, Piece, line_of, offers_to
from cadair.record.rules.passing import Recipient
from cadair.record.rules.releasing import ChangedSincePreview, NothingToRelease, fingerprint
from cadair.record.rules.rendering import Given, given_before
from cadair.record.rules.writing import Heading, RecordNotSigned


@dataclass(frozen=True, kw_only=True)
class Distributing:
    """One review's signed record, and everybody to whom something of it may be given."""

    sharing: Sharing
    kept: Kept
    pieces: tuple[Piece, ...]

    @property
    def is_signed(self) -> bool:
        """Whether there is anything to give."""
        return self.kept.signed is not None

    @property
    def edition(self) -> int:
        """The record as it was signed is the first; what is added to it makes another."""
        return 1 + len(self.kept.addenda)

    def offers(self, recipient: Recipient) -> tuple[Offer, ...]:
        """What may be given to this person; nothing of a record that is not signed."""
        if self.kept.signed is None:
            return ()
        return offers_to(
            recipient,
            self.pieces,
            is_split=self.sharing.is_split,
            named_to=self.sharing.walls.named_to(recipient.person_id),
        )


def distributing(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> Distributing:
    """All that giving a record stands on; raises NotFound for all but the child's officer."""
    found = sharing(session, actor=actor, review_id=review_id, now=now)
    outcomes = outcomes_of(
        session, actor=actor, review_id=review_id, permission=Permission.RELEASE, now=now
    )
    kept = kept_record(session, review_id=review_id, key=found.key)
    written: Mapping[str, str] = kept.content["written"]
    pieces = [
        Piece(key=f"written:{key}", heading=key.value, words=written[key])
        for key in Heading
        if written.get(key)
    ]
    pieces += [
        Piece(key=f"addendum:{each.id}", heading="addendum", words=each.words)
        for each in kept.addenda
    ]
    pieces += [
        Piece(
            key=f"decision:{each.id}",
            heading=Heading.DECISIONS.value,
            words=each.what,
            doer_id=each.who_id,
            doer=each.who.name if each.who else each.who_words,
            is_officers=each.who is not None and each.who.job is Job.REVIEWING_OFFICER,
            by_on=each.by_on,
            language=outcomes.around.language,  # a decision is written for the child to read
        )
        for each in outcomes.decisions
        if each.shared_at is not None
    ]
    return Distributing(sharing=found, kept=kept, pieces=tuple(pieces))


def preview_record(
    found: Distributing,
    recipient: Recipient,
    *,
    keys: Sequence[str],
    words: str | None,
    language: str,
    before: Sequence[GivenOnce],
) -> Preview:
    """Exactly what this person would be given of the record; refuses what may not pass (any more).

    Raises RecordNotSigned, ChangedSincePreview.
    """
    if found.kept.signed is None:
        raise RecordNotSigned
    if not keys and not words:
        raise NothingToRelease(fields={"words": ["required"]})
    if len(set(keys)) != len(keys):
        raise BadInput(fields={"keys": ["twice"]})
    may = {each.piece.key: each for each in found.offers(recipient)}
    if not may.keys() >= set(keys):
        raise ChangedSincePreview
    chosen = [each for key, each in may.items() if key in keys]
    given = Given(
        officer=found.sharing.officer.name,
        words=words,
        language=language,
        lines=tuple(line_of(each, language=language) for each in chosen),
    )
    stops = _guard(found, recipient, given)
    words_before, lines_before = given_before(given, (each.given for each in before))
    return Preview(
        given=given,
        words_before=words_before,
        lines_before=lines_before,
        findings=stops,
        needs_second=found.sharing.is_split,
        has_childs_words=False,
        fingerprint=_fingerprint(found, recipient, given, stops, chosen),
    )


def doers_of(found: Distributing, keys: Sequence[str]) -> list[str | None]:
    """Whom each chosen piece names, in the record's order."""
    return [
        str(piece.doer_id) if piece.doer_id else None for piece in found.pieces if piece.key in keys
    ]


def _guard(found: Distributing, recipient: Recipient, given: Given) -> tuple[Found, ...]:
    own: list[int | None] = [None] if given.words else []
    places: list[int | None] = [*own, *range(len(given.lines))]
    return stopped(found.sharing.guarded, recipient, given.texts, lines=places)


def _fingerprint(
    found: Distributing,
    recipient: Recipient,
    given: Given,
    stops: Sequence[Found],
    chosen: Sequence[Offer],
) -> str:
    """Of what the preview showed, and of the record, the walls and the people it stood on."""
    person_id, walls = recipient.person_id, found.sharing.walls
    others = [other for other in walls.members if other != person_id]
    whole = {
        "review": found.sharing.review.id,
        "record": (found.kept.revision, found.edition),
        "to": person_id,
        "officer": found.sharing.officer.person_id,
        "given": given,
        "found": list(stops),
        "needs_second": found.sharing.is_split,
        "walled": sorted(str(o) for o in others if walls.stands(person_id, o)),
        "people": sorted(str(o) for o in others),
        "knows": sorted(walls.knows(person_id)),
        "pieces": [each.piece.key for each in chosen],
    }
    return fingerprint(found.sharing.key, whole)
