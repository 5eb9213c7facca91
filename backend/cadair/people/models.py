"""Councils, people, and what signing in needs."""

from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from cadair.access.actor import Job
from cadair.foundation.database import Base, CouncilRow, Moment
from cadair.people.rules import DeviceKind
from cadair.people.rules.second_step import Notice, Purpose, SecondStep


class Nation(StrEnum):
    """Whose law holds: that of the responsible council, not of the address."""

    ENGLAND = "england"
    WALES = "wales"


class Council(Base):
    """A local authority: the tenant.  Its own id is its council_id."""

    __tablename__ = "council"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    nation: Mapped[Nation]
    settings: Mapped[dict[str, Any]] = mapped_column(JSON)  # people.rules.COUNCIL_SETTINGS


class Person(CouncilRow, Base):
    """Somebody who can sign in, or for whom others speak."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("sign_in_name"),
        UniqueConstraint("email"),
        UniqueConstraint("council_id", "reference"),
        Index("ix_person_council", "council_id", "job"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    job: Mapped[Job]
    reference: Mapped[str | None]  # the council's own number for this person, from its case system
    name: Mapped[str]  # empty until somebody tells it
    called: Mapped[str]  # what to call them: the first name, unless they say otherwise
    email: Mapped[str | None]  # staff only; lower case
    sign_in_name: Mapped[str]  # such as brave-otter-42: says nothing about who it is
    language: Mapped[str]
    chair: Mapped[dict[str, str] | None] = mapped_column(JSON)


class Passphrase(CouncilRow, Base):
    """The Argon2id hash of a person's passphrase or password."""

    __tablename__ = "passphrase"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    hashed: Mapped[str]
    changed_at: Mapped[Moment]


class Card(CouncilRow, Base):
    """An invitation: four words and a link, for one person, once, for seven days."""

    __tablename__ = "card"

    id: Mapped[UUID] = mapped_column(primary_key=True)  # chosen on the device that asks for it
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    issued_by_id: Mapped[UUID | None]
    token_digest: Mapped[bytes] = mapped_column(unique=True)
    words_digest: Mapped[bytes] = mapped_column(unique=True)
    issued_at: Mapped[Moment]
    expires_at: Mapped[Moment]
    used_at: Mapped[Moment | None]
    offers_pictures: Mapped[bool] = mapped_column(default=False)


class Device(CouncilRow, Base):
    """A device on which this person has signed in before: known by a cookie's digest."""

    __tablename__ = "device"
    __table_args__ = (UniqueConstraint("token_digest", "person_id"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    token_digest: Mapped[bytes]
    kind: Mapped[DeviceKind]
    first_seen_at: Mapped[Moment]
    joined_at: Mapped[Moment | None]  # by a card: only then may a picture code open it
    revoked_at: Mapped[Moment | None]


class PictureCode(CouncilRow, Base):
    """Four pictures that open one device; hashed together with the device's own secret."""

    __tablename__ = "picture_code"

    device_id: Mapped[UUID] = mapped_column(ForeignKey("device.id"), primary_key=True)
    hashed: Mapped[str]
    wrong_tries: Mapped[int] = mapped_column(default=0)  # since it last was right
    chosen_at: Mapped[Moment]


class PhoneChoices(CouncilRow, Base):
    """What a child has chosen because somebody else may look at their phone."""

    __tablename__ = "phone_choices"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    leaves_no_trace: Mapped[bool]  # what they shared is not shown again without asking anew
    not_safe_since: Mapped[Moment | None]  # it is not safe to reply to them here
    safe_again_since: Mapped[Moment | None]  # when they last took that back


class SignInSession(CouncilRow, Base):
    """One signed-in browser; only the digest of its cookie is kept."""

    __tablename__ = "sign_in_session"
    __table_args__ = (CheckConstraint("expires_at > started_at", name="ends_after_it_starts"),)

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    device_id: Mapped[UUID] = mapped_column(ForeignKey("device.id"))
    started_at: Mapped[Moment]
    seen_at: Mapped[Moment]
    proved_at: Mapped[Moment]  # when its person last showed that it is they
    second_step: Mapped[SecondStep | None]  # None: staff are only half signed in
    expires_at: Mapped[Moment]  # the absolute end
    ended_at: Mapped[Moment | None]
    locked_at: Mapped[Moment | None]  # until they show again that it is they
    page_nonce: Mapped[bytes | None]  # what a page that they opened sends along is made of it
    awake_until: Mapped[Moment | None]  # in a meeting: until then it neither rests nor locks


class WrongTry(Base):
    """A sign-in or a card that did not fit, counted by bucket; no council is known yet."""

    __tablename__ = "wrong_try"
    __table_args__ = (Index("ix_wrong_try_bucket", "bucket", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    bucket: Mapped[bytes]  # a digest: nothing here says who or from where
    at: Mapped[Moment]


class Authenticator(CouncilRow, Base):
    """An app that makes a code of the moment.  Its secret is written, used, and never read out."""

    __tablename__ = "authenticator"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    seed: Mapped[bytes]  # sealed with the council's own key
    begun_at: Mapped[Moment]
    confirmed_at: Mapped[Moment | None]  # by a first code; until then it opens nothing
    last_code: Mapped[int]  # the number of the code used last: it and those before are refused


class RecoveryCode(CouncilRow, Base):
    """One of ten codes on paper for whoever lost their phone; each works once."""

    __tablename__ = "recovery_code"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    code_digest: Mapped[bytes]
    used_at: Mapped[Moment | None]


class Passkey(CouncilRow, Base):
    """A key pair on somebody's device or in their keychain; here lies its public half."""

    __tablename__ = "passkey"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    credential: Mapped[bytes] = mapped_column(unique=True)  # the authenticator's name for it
    public_key: Mapped[bytes]
    used_count: Mapped[int]  # the authenticator's own count; one that goes back is a copy
    transports: Mapped[list[str]] = mapped_column(JSON)
    name: Mapped[str]  # its owner's
    added_at: Mapped[Moment]
    used_at: Mapped[Moment | None]


class PasskeyChallenge(Base):
    """What a passkey is asked to sign, once; before signing in no council is known yet."""

    __tablename__ = "passkey_challenge"
    __table_args__ = (Index("ix_passkey_challenge_asked_from", "asked_from", "expires_at"),)

    challenge_digest: Mapped[bytes] = mapped_column(primary_key=True)
    purpose: Mapped[Purpose]
    bound_to: Mapped[bytes]  # the digest of the session, or of the browser's own cookie
    asked_from: Mapped[bytes]
    expires_at: Mapped[Moment]


class SignInNotice(CouncilRow, Base):
    """What a person is told when they next sign in: that somebody opened their account anew."""

    __tablename__ = "sign_in_notice"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    what: Mapped[Notice]
    by_id: Mapped[UUID | None]  # who made the card; None: whoever runs Cadair
    at: Mapped[Moment]
    read_at: Mapped[Moment | None]


class CouncilSignOn(CouncilRow, Base):
    """Where a council's staff sign in with their council, and what it must say of them."""

    __tablename__ = "council_sign_on"

    council_id: Mapped[UUID] = mapped_column(ForeignKey("council.id"), primary_key=True)
    issuer: Mapped[str]
    client_id: Mapped[str]
    secret: Mapped[bytes]  # sealed with the council's own key; never read out
    acr: Mapped[list[str]] = mapped_column(JSON)
    amr: Mapped[list[str]] = mapped_column(JSON)


class CouncilSubject(CouncilRow, Base):
    """Who somebody is to their council's sign-on, from the first time on."""

    __tablename__ = "council_subject"
    __table_args__ = (UniqueConstraint("council_id", "subject"),)

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), primary_key=True)
    subject: Mapped[str]


class SignOnTry(Base):
    """Somebody has left for their council's page; what they bring back must fit to this, once."""

    __tablename__ = "sign_on_try"

    state_digest: Mapped[bytes] = mapped_column(primary_key=True)
    of_council: Mapped[UUID]
    browser_digest: Mapped[bytes]
    expires_at: Mapped[Moment]
