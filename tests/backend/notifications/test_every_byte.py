"""Every byte that leaves Cadair, in every language: one of a few fixed sentences, to one person.

The list stands here a second time and by hand, so that nobody changes what a notice says without
reading this (security bar L1, L2, B6).
"""

import json
import re
from email.message import EmailMessage
from itertools import product

import pytest
from sqlalchemy import select, update

from cadair.access.actor import Job
from cadair.foundation.languages import known_languages
from cadair.notifications.actions.ways.notify import Notify
from cadair.notifications.models import ContactPoint, Delivery
from cadair.notifications.rules import About, Kind
from cadair.notifications.rules.sentences import CODES, SENTENCES, notice_for
from cadair.people.models import Person
from tests.backend.notifications.conftest import Told
from tests.backend.notifications.providers import (
    NOTIFY_KEY,
    SENDER,
    SITE,
    TEMPLATES,
    FakeNotify,
    Provider,
)

MAY_SAY = {
    ("en", "child"): ("Something is waiting for you.", r"Your code is \d{6}\."),
    ("en", "adult"): ("Something is waiting for you.", r"Your code is \d{6}\."),
    ("cy", "child"): ("Mae rhywbeth yn aros amdanat ti.", r"Dy god yw \d{6}\."),
    ("cy", "adult"): ("Mae rhywbeth yn aros amdanoch chi.", r"Eich cod yw \d{6}\."),
}
HEADERS = {
    "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version",
    "Content-Type", "Content-Transfer-Encoding",
}  # fmt: skip
MESSAGE_ID = re.compile(r"<[0-9a-f]{32}@seat\.example\.org>")
NEVER = re.compile(
    r"care|gofal|review|adolygiad|council|cyngor|northmoor|reed|ada|priya|social|iro\b|cadair",
    re.IGNORECASE,
)


def kind_of(job: Job) -> str:
    return "child" if job is Job.CHILD else "adult"


def test_the_sentences_are_these_and_no_others():
    said = {(language, "child" if child else "adult"): SENTENCES[language, child]
            for language, child in SENTENCES}  # fmt: skip
    assert said == {key: sentence for key, (sentence, _) in MAY_SAY.items()}
    assert CODES.keys() == SENTENCES.keys()
    assert known_languages() == {language for language, _ in SENTENCES}


def test_none_of_them_says_a_name_a_matter_or_a_number():
    for language, job in product(known_languages(), Job):
        said = notice_for(job=job, language=language, site=SITE)
        assert not NEVER.search(said.text + said.subject)
        assert not re.search(r"\d", said.words + said.subject)
        assert said.words == said.subject == MAY_SAY[language, kind_of(job)][0]
        assert said.site == SITE


@pytest.mark.parametrize("language", sorted(known_languages()))
@pytest.mark.parametrize("who", ["Ada", "Mum", "Carol", "Teacher", "Wendy", "Priya", "Boss"])
def test_every_letter_of_every_matter_is_the_same_but_for_its_reference(told: Told, who, language):
    address = f"{who.lower()}@mail.example"
    with told.world.inside() as session:
        session.execute(
            update(Person).where(Person.id == told.world.ids[who]).values(language=language)
        )
    told.has_email(who, address)
    seen = set()
    for about in About:
        told.tell(who, about)
        with told.world.inside() as session:  # as if it were another day
            session.execute(update(Delivery).values(outcome="dropped").where(
                Delivery.outcome == "sent"))  # fmt: skip
        told.turn()
        letters = told.letters_to(address)
        assert len(letters) == 1, about
        seen.add(without_reference(letters[0].raw))
        check_letter(letters[0].read, address, MAY_SAY[language, kind_of(told.world.jobs[who])][0])
        assert (letters[0].sender, letters[0].to) == (SENDER, [address])
        told.mail.letters.clear()
    assert len(seen) == 1


def check_letter(letter: EmailMessage, address: str, sentence: str) -> None:
    assert set(letter.keys()) == HEADERS
    assert letter["From"] == SENDER
    assert letter["To"] == address
    assert letter["Subject"] == sentence
    assert MESSAGE_ID.fullmatch(letter["Message-ID"])
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content() == f"{sentence}\r\n\r\n{SITE}\r\n"
    assert not letter.is_multipart()
    plain = str(letter).replace(address, "").replace(letter["Message-ID"], "")
    assert not NEVER.search(plain)


def without_reference(raw: bytes) -> bytes:
    return re.sub(rb"Message-ID: <[0-9a-f]{32}@", b"Message-ID: <@", raw)


@pytest.mark.parametrize("language", sorted(known_languages()))
@pytest.mark.parametrize("who", ["Ada", "Mum"])
def test_a_code_says_the_code_and_nothing_else(told: Told, who, language):
    with told.world.inside() as session:
        session.execute(update(Person).values(language=language))
    body = {"kind": "email", "address": "somebody@mail.example"}
    assert told.world.sign_in(who).put("/api/my/notices/contact", json=body).status_code == 200
    told.turn()
    letter = told.mail.letters[0].read
    sentence, code = MAY_SAY[language, kind_of(told.world.jobs[who])]
    assert set(letter.keys()) == HEADERS
    assert letter["Subject"] == sentence
    assert re.fullmatch(rf"{code}\r\n\r\n{re.escape(SITE)}\r\n", letter.get_content())


@pytest.mark.parametrize("language", sorted(known_languages()))
def test_a_text_message_is_the_sentence_and_the_bare_address(told: Told, language):
    with told.world.inside() as session:
        session.execute(update(Person).values(language=language))
    fake = FakeNotify()
    with Provider(fake.answer).up() as provider:
        told.by = {Kind.TEXT: notify_at(provider.url)}
        mum = told.world.sign_in("Mum")
        mum.put("/api/my/notices/contact", json={"kind": "text", "address": "07700 900123"})
        told.turn()
        sentence, code = MAY_SAY[language, "adult"]
        said = fake.kept[0]["personalisation"]
        assert re.fullmatch(f"{code} {re.escape(SITE)}", said["words"])
        given = re.search(r"\d{6}", said["words"])
        assert given
        confirmed = mum.post("/api/my/notices/confirm", json={"code": given[0]})
        assert confirmed.status_code == 200
        chosen = {"channel": "text", "quiet_from": None, "quiet_until": None}
        assert mum.put("/api/my/notices", json=chosen).status_code == 200
        told.tell("Mum")
        told.turn()
        assert fake.kept[1]["personalisation"] == {"words": f"{sentence} {SITE}"}
        sent = json.loads(provider.sent[-1].body)
        assert set(sent) == {"phone_number", "template_id", "personalisation", "reference"}
        assert len(f"{sentence} {SITE}") <= 160  # one text message


def notify_at(url: str) -> Notify:
    from cadair.foundation.notice_settings import NotifyService

    service = NotifyService(
        key=NOTIFY_KEY, email_template=None, text_template=TEMPLATES["text"], url=url
    )
    return Notify(service)


def test_one_envelope_has_one_recipient_however_many_are_told(told: Told):
    everybody = ("Ada", "Mum", "Carol", "Teacher", "Wendy", "Priya")
    for who in everybody:
        told.has_email(who)
    for who in everybody:
        told.tell(who)
    told.turn()
    assert sorted(letter.to for letter in told.mail.letters) == sorted(
        [f"{who.lower()}@mail.example"] for who in everybody
    )
    for letter in told.mail.letters:
        assert [str(letter.read["To"])] == letter.to
        others = [each for each in told.mail.letters if each is not letter]
        assert not any(other.to[0].encode() in letter.raw for other in others)


def test_nothing_goes_to_an_address_that_its_owner_has_not_confirmed(told: Told):
    """Every address that was ever written to, against what was confirmed by then (bar L2)."""
    told.has_email("Mum")
    body = {"kind": "email", "address": "unconfirmed@mail.example"}
    told.world.sign_in("Mum").put("/api/my/notices/contact", json=body)
    told.world.sign_in("Carol").put("/api/my/notices/contact", json=body)
    for about in About:
        for who in ("Mum", "Carol", "Ada"):
            told.tell(who, about)
    told.turn()
    unconfirmed = told.letters_to("unconfirmed@mail.example")
    assert len(unconfirmed) == 2
    for letter in unconfirmed:
        assert re.match(r"Your code is \d{6}\.", letter.words)
    with told.world.inside() as session:
        rows = session.execute(
            select(Delivery.what, ContactPoint.confirmed_at).join(
                ContactPoint, ContactPoint.id == Delivery.contact_id
            )
        ).all()
    assert all(confirmed_at is not None or what == "code" for what, confirmed_at in rows)


def test_no_address_lies_in_the_database_to_be_read(told: Told):
    told.has_email("Mum", "secret.canary@mail.example")
    told.tell("Mum")
    told.turn()
    with told.world.inside() as session:
        for table in (ContactPoint.__table__, Delivery.__table__):
            for row in session.connection().execute(select(table)):
                assert "canary" not in repr(tuple(row))
