"""What the made-up people of the demo wrote between reviews, sent as they themselves would."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.commands.demo.people import demo_id
from cadair.messages import actions as messages
from cadair.messages.rules.conversations import Start, Written
from cadair.record import actions as record


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One message of the story: by whom, in which conversation, and how long ago."""

    by: str
    job: Job
    child: str
    with_: str  # whose conversation with the officers it stands in
    hours_ago: int
    words: str
    language: str = "en"
    start: Start | None = None
    is_read: bool = True  # by the other side, an hour later


OFFICER: Final = Job.REVIEWING_OFFICER
ENGLAND: Final = (
    Sent(
        by="jaden", job=Job.CHILD, child="jaden", with_="jaden", hours_ago=171,
        start=Start.QUESTION,
        words="Did anyone ask about the football team? You said you would at my last review.",
    ),
    Sent(
        by="priya", job=OFFICER, child="jaden", with_="jaden", hours_ago=148,
        words="Thanks for reminding me, Jaden. I asked Tom and he is ringing two clubs this week. "
        "I will write to you by Friday, whatever they say.",
    ),
    Sent(
        by="sandra", job=Job.CARER, child="jaden", with_="sandra", hours_ago=75,
        start=Start.SORT_OUT,
        words="The taxi for contact on Saturdays still comes half an hour late. Who can change it?",
    ),
    Sent(
        by="jaden", job=Job.CHILD, child="jaden", with_="jaden", hours_ago=27, is_read=False,
        start=Start.GOOD_NEWS,
        words="I had a trial on Sunday and they want me back! Can you make sure I can get there?",
    ),
)  # fmt: skip
WALES: Final = (
    Sent(
        by="elin", job=Job.CHILD, child="elin", with_="elin", hours_ago=99, language="cy",
        start=Start.SORT_OUT,
        words="Dw i wedi colli'r ffôn eto. Wnei di ofyn i Ifan am un arall, plis?",
    ),
    Sent(
        by="carys", job=OFFICER, child="elin", with_="elin", hours_ago=76, language="cy",
        words="Diolch am ddweud, Elin. Dw i wedi gofyn i Ifan, ac mae o am dy ffonio di heno.",
    ),
    Sent(
        by="elin", job=Job.CHILD, child="elin", with_="elin", hours_ago=29, language="cy",
        start=Start.GOOD_NEWS, is_read=False,
        words="Ges i ran yn y sioe! Wnei di ddod i weld?",
    ),
)  # fmt: skip


def tell_talk(session: Session, *, council_id: UUID, told: tuple[Sent, ...], now: datetime) -> None:
    """Send each message when it was sent, and have it read."""
    officers = {each.child: each.by for each in told if each.job is OFFICER}
    for each in told:
        sent_at = now - timedelta(hours=each.hours_ago)
        message_id = _send(session, council_id, each, sent_at)
        if each.is_read:
            read_at = sent_at + timedelta(hours=1)
            _read(session, council_id, each, message_id, officers[each.child], read_at)


def _send(session: Session, council_id: UUID, sent: Sent, at: datetime) -> UUID:
    message_id = uuid4()
    actor = _actor(council_id, sent.by, sent.job)
    written = Written(
        words=sent.words,
        start=sent.start,
        language=sent.language,
        tell_social_worker=False,
        waited=timedelta(0),
    )
    if sent.job is OFFICER:
        record.write_as_officer(
            session,
            actor=actor,
            child_id=demo_id(sent.child),
            person_id=demo_id(sent.with_),
            message_id=message_id,
            written=written,
            reason=None,
            now=at,
        )
    else:
        messages.write(
            session,
            actor=actor,
            child_id=demo_id(sent.child),
            message_id=message_id,
            written=written,
            now=at,
        )
    return message_id


def _read(
    session: Session,
    council_id: UUID,
    sent: Sent,
    message_id: UUID,
    officer: str,
    at: datetime,
) -> None:
    child_id = demo_id(sent.child)
    if sent.job is OFFICER:
        messages.mark_own_read(
            session,
            actor=_actor(council_id, sent.with_, Job.CHILD),
            child_id=child_id,
            up_to=message_id,
            now=at,
        )
        return
    messages.mark_read_by_officer(
        session,
        actor=_actor(council_id, officer, OFFICER),
        child_id=child_id,
        person_id=demo_id(sent.with_),
        up_to=message_id,
        now=at,
    )


def _actor(council_id: UUID, key: str, job: Job) -> Actor:
    return Actor(person_id=demo_id(key), council_id=council_id, job=job)
