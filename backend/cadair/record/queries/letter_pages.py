"""A letter on the officer's desk: its first draft in each language, what is kept, what stops it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.access.policy import Permission
from cadair.children import queries as children
from cadair.children.rules.ages import Band
from cadair.foundation.clock import today
from cadair.foundation.errors import NotFound
from cadair.messages.queries.officers import NamedChild, named
from cadair.messages.queries.who import Who
from cadair.record.queries.decisions import Decided
from cadair.record.queries.guarding import stopped
from cadair.record.queries.letters import (
    Certificate,
    KeptLetter,
    ListedLetter,
    Remark,
    certificates,
    given_letters,
    kept_letter,
    remarks_of,
)
from cadair.record.queries.outcomes import Outcomes, of_child, outcomes_of
from cadair.record.queries.releases import Found
from cadair.record.queries.sharing import guarded, recipient_among
from cadair.record.queries.wish_answers import Answer, AskedWish
from cadair.record.rules.letters import (
    WRITTEN_IN,
    Doer,
    Does,
    Paragraph,
    ToldAnswer,
    ToldDecision,
    ToTell,
    draft,
)
from cadair.reviews import queries as reviews
from cadair.reviews.queries import ReviewFacts
from cadair.reviews.rules import ReviewKind

YOUNG = frozenset({Band.UNDER_4, Band.UNDER_8, Band.FROM_8_TO_11})


@dataclass(frozen=True, kw_only=True)
class LetterPage:
    """One review's letter, for whoever writes it."""

    outcomes: Outcomes
    key: bytes  # the child's
    kept: KeptLetter | None
    drafts: Mapping[str, tuple[Paragraph, ...]]
    remarks: tuple[Remark, ...]
    findings: tuple[Found, ...]  # in the paragraph of that number

    @property
    def review(self) -> ReviewFacts:
        """After which review it is written."""
        return self.outcomes.review

    @property
    def child(self) -> NamedChild:
        """To whom it is written."""
        return named(self.outcomes.around)

    @property
    def revision(self) -> int:
        """0 where nothing was kept yet."""
        return self.kept.revision if self.kept else 0

    @property
    def language(self) -> str:
        """As it was kept; until then the child's own, where drafts are made in it."""
        if self.kept:
            return self.kept.language
        own = self.outcomes.around.language
        return own if own in WRITTEN_IN else WRITTEN_IN[0]

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """As they were kept; until then the draft's."""
        return self.kept.paragraphs if self.kept else self.drafts[self.language]

    @property
    def saved_at(self) -> datetime | None:
        """When it was last kept."""
        return self.kept.saved_at if self.kept else None

    @property
    def saved_by(self) -> Who | None:
        """By whom."""
        return self.kept.saved_by if self.kept else None

    @property
    def given_at(self) -> datetime | None:
        """Since when the child has it."""
        return self.kept.given_at if self.kept else None

    @property
    def given_by(self) -> Who | None:
        """From whom."""
        return self.kept.given_by if self.kept else None

    @property
    def has_outcomes(self) -> bool:
        """Whether any answer or decision was shared with the child."""
        return bool(_told_of(self.outcomes)) or any(
            each.shared_at is not None for each in self.outcomes.decisions
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLetters:
    """What came of my reviews on paper: letters, and a certificate of each, letter or none."""

    letters: list[ListedLetter]
    certificates: list[Certificate]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadParagraph:
    """A paragraph as the child reads it, with whoever does what it tells of."""

    key: str
    words: str
    who: Who | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLetter:
    """A letter of mine, with what I said of it."""

    review_id: UUID
    kind: ReviewKind
    held_on: date | None
    called: str
    language: str
    given_at: datetime
    given_by: Who
    paragraphs: tuple[ReadParagraph, ...]
    remarks: tuple[Remark, ...]


def letter_page(
    session: Session, *, actor: Actor, review_id: UUID, now: datetime, is_guarded: bool
) -> LetterPage:
    """The letter of a review for the child's officer; raises NotFound.

    `is_guarded`: with what the release guard finds in it, which takes some statements more.
    """
    permission = Permission.WRITE_LETTER
    outcomes = outcomes_of(
        session, actor=actor, review_id=review_id, permission=permission, now=now
    )
    child_id = outcomes.review.child_id
    key = children.sealing_key(session, child_id=child_id)
    kept = kept_letter(session, review_id=review_id, key=key)
    tell = _to_tell(session, outcomes, actor)
    page = LetterPage(
        outcomes=outcomes,
        key=key,
        kept=kept,
        drafts={language: draft(tell, language=language) for language in WRITTEN_IN},
        remarks=remarks_of(session, review_id=review_id, key=key) if kept else (),
        findings=(),
    )
    if not is_guarded or (kept and kept.given_at):
        return page
    around = guarded(session, actor=actor, child_id=child_id, now=now)
    texts = [paragraph.words for paragraph in page.paragraphs]
    to = recipient_among(around.walls, child_id, child_id=child_id)
    found = stopped(around, to, texts, lines=range(len(texts)))
    return LetterPage(**{**vars(page), "findings": found})


def own_letters(session: Session, *, actor: Actor) -> OwnLetters:
    """Every letter and certificate of the child who asks."""
    child_id = actor.person_id
    assert child_id is not None  # the policy lets nobody through but a child
    return OwnLetters(
        letters=given_letters(session, child_id=child_id),
        certificates=certificates(session, child_id=child_id),
    )


def own_letter(session: Session, *, actor: Actor, review_id: UUID, now: datetime) -> OwnLetter:
    """One letter that the child who asks was given; raises NotFound, also while it is written."""
    review = reviews.review_of(session, review_id=review_id)
    on = today(now)
    around = children.around_for(
        session,
        actor=actor,
        permission=Permission.SEE_OWN_LETTERS,
        child_id=review.child_id,
        on=on,
    )
    key = children.sealing_key(session, child_id=review.child_id)
    kept = kept_letter(session, review_id=review_id, key=key)
    if kept is None or kept.given_at is None or kept.given_by is None:
        raise NotFound
    doers = _doers(session, around, on=on)
    return OwnLetter(
        review_id=review_id,
        kind=review.kind,
        held_on=review.held_on,
        called=around.called,
        language=kept.language,
        given_at=kept.given_at,
        given_by=kept.given_by,
        paragraphs=tuple(
            ReadParagraph(key=each.key, words=each.words, who=doers.get(each.key))
            for each in kept.paragraphs
        ),
        remarks=remarks_of(session, review_id=review_id, key=key),
    )


def _doers(session: Session, around: children.Around, *, on: date) -> dict[str, Who]:
    """Who does what a paragraph tells of, as it was shared with the child."""
    every = of_child(session, around=around, on=on)
    found = {f"wish:{wish.id}": wish.told.who for wish in every.wishes if wish.told}
    found |= {f"decision:{each.id}": each.who for each in every.decisions if each.shared_at}
    return {key: who for key, who in found.items() if who is not None}


def _to_tell(session: Session, outcomes: Outcomes, actor: Actor) -> ToTell:
    around = outcomes.around
    upcoming = reviews.upcoming_for(session, child_ids=[outcomes.review.child_id])
    following = upcoming.get(outcomes.review.child_id)
    is_next = following is not None and following.id != outcomes.review.id
    officer = next(each for each in around.circle if each.person_id == actor.person_id)
    return ToTell(
        called=around.called,
        officer=officer.name,
        is_young=around.child.band in YOUNG,
        held_on=outcomes.review.held_on,
        next_by=following.due_by if following is not None and is_next else None,
        answers=[_answer(wish, told, actor, outcomes) for wish, told in _told_of(outcomes)],
        decisions=[
            ToldDecision(
                decision_id=str(each.id),
                what=each.what,
                doer=_doer(each, actor, outcomes),
            )
            for each in outcomes.decisions
            if each.shared_at is not None
        ],
    )


def _told_of(outcomes: Outcomes) -> list[tuple[AskedWish, Answer]]:
    """Each wish that this review answered, with the answer that the child was told."""
    return [
        (wish, wish.told)
        for wish in outcomes.every_wish
        if wish.told is not None and wish.told.review_id == outcomes.review.id
    ]


def _answer(wish: AskedWish, told: Answer, actor: Actor, outcomes: Outcomes) -> ToldAnswer:
    return ToldAnswer(
        wish_id=str(wish.id),
        wish=wish.words or ", ".join(wish.chosen) or wish.ask or "",
        answer=told.answer.value,
        why=told.why,
        doer=_doer(told, actor, outcomes),
    )


def _doer(told: Answer | Decided, actor: Actor, outcomes: Outcomes) -> Doer:
    who = told.who
    if who is None:
        does = Does.THEY if told.who_words else Does.SOMEBODY
        return Doer(does=does, name=told.who_words, by_on=told.by_on)
    if who.id == actor.person_id:
        return Doer(does=Does.I, by_on=told.by_on)
    if who.id == outcomes.review.child_id:
        return Doer(does=Does.YOU, by_on=told.by_on)
    return Doer(
        does=Does.THEY,
        name=who.called,
        is_social_worker=who.job is Job.SOCIAL_WORKER,
        by_on=told.by_on,
    )
