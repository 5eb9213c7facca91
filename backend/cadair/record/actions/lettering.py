"""The letter to a child: kept while it is written, given once, and what the child says of it."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.children import queries as children
from cadair.children.queries.around import OFFICER_KINDS
from cadair.foundation.clock import today
from cadair.foundation.errors import BadInput, Stale
from cadair.foundation.inserting import insert_unless_there
from cadair.foundation.sealing import seal
from cadair.notifications import actions as notifications
from cadair.notifications.rules import About
from cadair.record.actions.noting import note
from cadair.record.models.letters import Letter, LetterRemark
from cadair.record.queries.letter_pages import (
    LetterPage,
    OwnLetter,
    OwnLetters,
    letter_page,
    own_letter,
    own_letters,
)
from cadair.record.queries.letters import Remark, closed_letter, place_of_remark
from cadair.record.rules.letters import (
    MOST_REMARKS,
    LetterGiven,
    LetterNotSaved,
    NothingShared,
    Paragraph,
    RemarkSaidDifferently,
    TooManyRemarks,
    check_paragraphs,
)
from cadair.record.rules.outcomes import ReviewIsAdjourned
from cadair.record.rules.releasing import StoppedByGuard


def read_letter(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> LetterPage:
    """The letter as it stands, for the child's officer; the reading leaves its trace."""
    page = letter_page(session, actor=actor, review_id=review_id, now=now, is_guarded=True)
    note(session, actor, "letter.read", page.review.child_id, review_id, {}, now)
    return page


def save_letter(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    language: str,
    paragraphs: Sequence[Paragraph],
    revision_read: int,
    now: datetime,
) -> LetterPage:
    """Keep the letter if it is still the one that was read; the same again changes nothing.

    Raises Stale with the current one, and LetterGiven once the child has it.
    """
    check_paragraphs(paragraphs)
    page = letter_page(session, actor=actor, review_id=review_id, now=now, is_guarded=False)
    if page.kept and page.kept.given_at:
        raise LetterGiven
    wanted = (language, tuple(paragraphs))
    if page.kept and (page.kept.language, page.kept.paragraphs) == wanted:
        return page
    if page.revision != revision_read or not _written(session, actor, page, *wanted, now=now):
        _refuse_stale(session, actor, review_id, now)
    facts = {"revision": page.revision + 1}
    note(session, actor, "letter.saved", page.review.child_id, review_id, facts, now)
    return letter_page(session, actor=actor, review_id=review_id, now=now, is_guarded=False)


def give_letter(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    reason: str | None,
    revision_read: int,
    now: datetime,
) -> LetterPage:
    """Give the child the letter that was read; again, it is the same as once.

    Refused while the review is adjourned, until an answer or a decision was shared, and when the
    release guard finds what the child must not learn and no reason is given.
    """
    page = letter_page(session, actor=actor, review_id=review_id, now=now, is_guarded=True)
    if page.kept is None:
        raise LetterNotSaved
    if page.kept.given_at is not None:
        return page
    if page.review.is_adjourned:
        raise ReviewIsAdjourned
    if not page.has_outcomes:
        raise NothingShared
    if page.findings and not reason:
        raise StoppedByGuard
    given = session.execute(
        update(Letter)
        .where(
            Letter.review_id == review_id,
            Letter.revision == revision_read,
            Letter.given_at.is_(None),
        )
        .values(given_at=now, given_by_id=actor.person_id)
        .returning(Letter.review_id)
    ).one_or_none()
    if given is None:
        _refuse_stale(session, actor, review_id, now)
    child_id = page.review.child_id
    notifications.tell(session, told=[(child_id, review_id)], about=About.LETTER, now=now)
    facts = {"overridden": sorted({one.why.value for one in page.findings})}
    note(session, actor, "letter.given", child_id, review_id, facts, now)
    return letter_page(session, actor=actor, review_id=review_id, now=now, is_guarded=False)


def see_remarks(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> None:
    """The officer has seen what the child says of the letter."""
    page = letter_page(session, actor=actor, review_id=review_id, now=now, is_guarded=False)
    session.execute(
        update(LetterRemark)
        .where(LetterRemark.review_id == review_id, LetterRemark.seen_at.is_(None))
        .values(seen_at=now, seen_by_id=actor.person_id)
    )
    note(session, actor, "letter.remarks_seen", page.review.child_id, review_id, {}, now)


def read_own_letters(session: Session, *, actor: Actor) -> OwnLetters:
    """Every letter that the child who asks was given, and their certificates, the newest first."""
    return own_letters(session, actor=actor)


def read_own_letter(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> OwnLetter:
    """One letter of the child who asks."""
    found = own_letter(session, actor=actor, review_id=review_id, now=now)
    assert actor.person_id is not None  # the policy lets nobody through but the child
    note(session, actor, "letter.read_by_child", actor.person_id, review_id, {}, now)
    return found


def remark(
    session: Session,
    *,
    actor: Actor,
    review_id: UUID,
    remark_id: UUID,
    paragraph: str | None,
    words: str,
    now: datetime,
) -> Remark:
    """Keep what the child says of their letter beside it, and have their officer told.

    The same again is the same as once.
    """
    letter = own_letter(session, actor=actor, review_id=review_id, now=now)
    before = next((each for each in letter.remarks if each.id == remark_id), None)
    if before is not None:
        if (before.paragraph, before.words) != (paragraph, words):
            raise RemarkSaidDifferently
        return before
    if paragraph is not None and all(each.key != paragraph for each in letter.paragraphs):
        raise BadInput(fields={"paragraph": ["not_there"]})
    if len(letter.remarks) >= MOST_REMARKS:
        raise TooManyRemarks
    child_id = actor.person_id
    assert child_id is not None  # the policy lets nobody through but the child
    key = children.sealing_key(session, child_id=child_id)
    row = {
        "review_id": review_id,
        "id": remark_id,
        "paragraph": paragraph,
        "words": seal(key, words, place_of_remark(review_id, remark_id)),
        "at": now,
        "seen_at": None,
        "seen_by_id": None,
    }
    if not insert_unless_there(session, LetterRemark, row):
        raise RemarkSaidDifferently
    around = children.around(session, child_ids=[child_id], on=today(now))[child_id]
    officers = [each.person_id for each in around.circle if each.kind in OFFICER_KINDS]
    told = [(officer_id, remark_id) for officer_id in officers]
    notifications.tell(session, told=told, about=About.LETTER, now=now)
    note(session, actor, "letter.remarked", child_id, review_id, {}, now)
    return Remark(id=remark_id, paragraph=paragraph, words=words, at=now, seen_at=None)


def _written(
    session: Session,
    actor: Actor,
    page: LetterPage,
    language: str,
    paragraphs: Sequence[Paragraph],
    *,
    now: datetime,
) -> bool:
    """Whether it was still as it was read."""
    review_id = page.review.id
    values = {
        "content": closed_letter(page.key, review_id, language=language, paragraphs=paragraphs),
        "revision": page.revision + 1,
        "saved_at": now,
        "saved_by_id": actor.person_id,
    }
    if page.kept is None:
        row = {"review_id": review_id, "child_id": page.review.child_id, "given_at": None,
               "given_by_id": None, **values}  # fmt: skip
        return insert_unless_there(session, Letter, row)
    changed = session.execute(
        update(Letter)
        .where(
            Letter.review_id == review_id,
            Letter.revision == page.revision,
            Letter.given_at.is_(None),
        )
        .values(values)
        .returning(Letter.review_id)
    ).one_or_none()
    return changed is not None


def _refuse_stale(session: Session, actor: Actor, review_id: UUID, now: datetime) -> None:
    page = letter_page(session, actor=actor, review_id=review_id, now=now, is_guarded=False)
    paragraphs = [{"key": each.key, "words": each.words} for each in page.paragraphs]
    current = {"revision": page.revision, "language": page.language, "paragraphs": paragraphs}
    raise Stale(more={"current": current})
