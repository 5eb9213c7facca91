"""Invitation cards: issued by a reviewing officer, looked at, and used once to sign in."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.audit import actions as audit
from cadair.foundation.database import scope_to
from cadair.foundation.errors import BadInput, Refusal
from cadair.people import queries
from cadair.people.actions.devices import drop_secrets
from cadair.people.actions.factors import drop_factors
from cadair.people.actions.picture_codes import keep_pictures_here
from cadair.people.actions.second_step import tell_at_next_sign_in
from cadair.people.actions.sessions import (
    SignedIn,
    end_sessions,
    ours_or_new,
    start_session,
)
from cadair.people.actions.signing_in import (
    hashed_passphrase,
    hashed_secret,
    keep_passphrase,
    words_told,
)
from cadair.people.actions.tries import check_tries, count_wrong_try, let_others_on
from cadair.people.models import Card
from cadair.people.rules import (
    CARD_LASTS,
    CARD_WORDS,
    OFFERED_WORDS,
    TRIES_FROM_ONE_ADDRESS,
    CardNotValid,
    DeviceKind,
    card_words_normal,
    check_pictures,
    code_with_device,
    digest,
    from_one_place,
    offered_words,
)
from cadair.people.rules.second_step import Notice


class CardAlreadyMade(Refusal):
    """A card's secret words are shown once, when it is made; a lost card wants a new one."""

    code = "card_already_made"
    status = 409


@dataclass(frozen=True, kw_only=True)
class IssuedCard:
    """A card as it is printed: the only time that its words and token are known."""

    words: list[str]
    token: str
    expires_at: datetime
    called: str
    sign_in_name: str


def issue_card(
    session: Session,
    *,
    actor: Actor,
    card_id: UUID,
    person_id: UUID,
    offers_pictures: bool = False,
    now: datetime,
) -> IssuedCard:
    """Make a card for a person; earlier cards of theirs that were not used stop working.

    With `offers_pictures` a picture code is what it offers first, as suits a younger child.
    """
    person = queries.person(session, person_id=person_id)
    if session.get(Card, card_id) is not None:
        raise CardAlreadyMade
    session.execute(
        update(Card)
        .where(Card.person_id == person_id, Card.used_at.is_(None), Card.expires_at > now)
        .values(expires_at=now)
    )
    words, token = offered_words(CARD_WORDS), secrets.token_urlsafe(18)
    card = Card(
        id=card_id,
        person_id=person_id,
        issued_by_id=actor.person_id,
        token_digest=digest("card", token),
        words_digest=digest("card", "-".join(words)),
        issued_at=now,
        expires_at=now + CARD_LASTS,
        offers_pictures=offers_pictures,
    )
    session.add(card)
    try:
        session.flush()
    except IntegrityError as conflict:  # made at the same moment, or another council's
        raise CardAlreadyMade from conflict
    audit.note(session, actor=actor, event="card.issued", subject_id=person_id, now=now)
    return IssuedCard(
        words=words,
        token=token,
        expires_at=card.expires_at,
        called=person.called,
        sign_in_name=person.sign_in_name,
    )


def look_at_card(session: Session, *, said: str, address: str, now: datetime) -> dict[str, object]:
    """Whom a card welcomes, and a passphrase to offer; the card is not used up."""
    card = _valid_card(session, said=said, address=address, now=now)
    scope_to(session, card.council_id)
    person = queries.person(session, person_id=card.person_id)
    return {
        "called": person.called,
        "job": person.job,
        "language": person.language,
        "sign_in_name": person.sign_in_name,
        "council_name": queries.council(session, council_id=card.council_id).name,
        "offered_passphrase": " ".join(offered_words(OFFERED_WORDS)),
        "offers_pictures": card.offers_pictures,
    }


def use_card(
    session: Session,
    *,
    said: str,
    passphrase: str | None = None,
    pictures: list[str] | None = None,
    device_token: str | None,
    device_kind: DeviceKind = DeviceKind.COMPUTER,
    address: str,
    now: datetime,
    leaving: str | None = None,
) -> SignedIn:
    """Use a card up: choose a passphrase or, for a child, four pictures, and sign in.

    Raises CardNotValid, BadInput.
    """
    card = _valid_card(session, said=said, address=address, now=now)
    card_id, person_id, council_id = card.id, card.person_id, card.council_id
    scope_to(session, council_id)
    person = queries.person(session, person_id=person_id)
    told = words_told(session, person_id=person_id)
    device_token = ours_or_new(session, device_token=device_token)
    let_others_on(session)
    if pictures is not None:
        _check_may_have_pictures(person.job, pictures)
        hashed = hashed_secret(code_with_device(pictures, device_token))
    else:
        hashed = hashed_passphrase(passphrase or "", job=person.job, told=told)
    _take(session, card_id=card_id, now=now)
    _open_anew(session, person_id=person_id, card_id=card_id, now=now)
    drop_secrets(session, person_id=person_id)
    # A card is also how a lost phone is closed: whoever held the account before is out.
    end_sessions(session, person_id=person_id, but=b"", now=now)
    signed_in = start_session(
        session,
        person_id=person_id,
        council_id=council_id,
        job=person.job,
        device_token=device_token,
        device_kind=device_kind,
        by_card=True,
        now=now,
        leaving=leaving,
    )
    if pictures is not None:
        keep_pictures_here(session, actor=signed_in.actor, hashed=hashed, now=now)
    else:
        keep_passphrase(session, person_id=person_id, hashed=hashed, now=now)
    audit.note(
        session,
        actor=signed_in.actor,
        event="card.used",
        subject_id=person_id,
        now=now,
    )
    return signed_in


def _check_may_have_pictures(job: Job, pictures: list[str]) -> None:
    if job is not Job.CHILD:
        raise BadInput(fields={"pictures": ["not_allowed"]})
    check_pictures(pictures)


def _open_anew(session: Session, *, person_id: UUID, card_id: UUID, now: datetime) -> None:
    """Drop every second factor; whoever had signed in before is told when they next do."""
    theirs = queries.ways_in(session, person_id=person_id)
    dropped = drop_factors(session, person_id=person_id)
    if not (dropped or theirs.has_passphrase):
        return
    tell_at_next_sign_in(
        session,
        person_id=person_id,
        what=Notice.FACTORS_DROPPED if dropped else Notice.CAME_IN_BY_CARD,
        by_id=session.get_one(Card, card_id).issued_by_id,
        now=now,
    )


def _take(session: Session, *, card_id: UUID, now: datetime) -> None:
    """Use the card up before anything else is written: two phones may use it at one moment."""
    taken = session.execute(
        update(Card)
        .where(Card.id == card_id, Card.used_at.is_(None), Card.expires_at > now)
        .values(used_at=now)
    )
    if taken.rowcount != 1:  # type: ignore[attr-defined]  # an UPDATE's result has it
        raise CardNotValid


def _valid_card(session: Session, *, said: str, address: str, now: datetime) -> Card:
    buckets = [(digest("card-address", from_one_place(address)), TRIES_FROM_ONE_ADDRESS)]
    check_tries(session, buckets=buckets, now=now)
    card = queries.open_card(session, digest=digest("card", said.strip()), now=now)
    card = card or queries.open_card(
        session, digest=digest("card", card_words_normal(said)), now=now
    )
    if card is None:
        count_wrong_try(session, buckets=buckets, now=now)
        raise CardNotValid
    return card
