"""How long a letter and a whole record take to print: five years of reviews, 400 things said."""

import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from types import SimpleNamespace
from uuid import uuid4

from cadair.access.actor import Job
from cadair.messages.queries.who import Who
from cadair.record.documents.letters import page_of_letter
from cadair.record.documents.portable import as_pdf
from cadair.record.documents.records import page_of_record
from cadair.record.queries.kept_records import By
from cadair.record.queries.letter_pages import OwnLetter, ReadParagraph
from cadair.record.queries.records import Section
from cadair.record.rules.known import Fact, KnownLine, Source, Whom
from cadair.record.rules.writing import EMPTY, Heading
from cadair.reviews.rules import ReviewKind
from tests.bench.demo_world import Demo
from tests.bench.figures import Figures

TIMES = 9
SAID = 400  # answers, as in a record of five years
AT = datetime(2026, 3, 3, 9, tzinfo=UTC)
WORDS = "I want to stay where I am, and I would like to see my brother more often than now. "


def measure_documents(figures: Figures, _demo: Demo) -> None:
    """The median of some printings, after one that reads the fonts."""
    figures.saw("letter_pdf_ms", _median(lambda: as_pdf(page_of_letter(a_letter()))), "ms")
    record = a_record()
    figures.saw(
        "record_pdf_ms", _median(lambda: as_pdf(page_of_record(record, language="en"))), "ms"
    )


def _median(make: Callable[[], bytes]) -> float:
    make()
    took = []
    for _ in range(TIMES):
        began = time.perf_counter()
        make()
        took.append(1000 * (time.perf_counter() - began))
    return statistics.median(took)


def a_letter() -> OwnLetter:
    priya = Who(
        id=uuid4(), called="Priya", name="Priya Shah", chair=None, job=Job.REVIEWING_OFFICER
    )
    paragraphs = tuple(
        ReadParagraph(key=f"own:{uuid4()}", words=WORDS * 3, who=None) for _ in range(25)
    )
    return OwnLetter(
        review_id=uuid4(), kind=ReviewKind.LOOKED_AFTER, held_on=date(2026, 3, 1), called="Jaden",
        language="cy", given_at=AT, given_by=priya, paragraphs=paragraphs, remarks=(),
    )  # fmt: skip


def a_record() -> SimpleNamespace:
    """As record_of gives it, with nothing in it that is not printed."""
    sam = Whom(person_id=uuid4(), name="Sam Cole", called="Sam", job=Job.CHILD, kind="child")
    lines = tuple(
        KnownLine(
            id=f"answer:{number}", source=Source.CONTRIBUTION, fact=Fact.SAID, said_by=sam, at=AT,
            ask="What would you change?", words=WORDS * 2, language="en",
        )
        for number in range(SAID)
    )  # fmt: skip
    each = SAID // len(Heading) + 1
    parts = [lines[at * each : (at + 1) * each] for at in range(len(Heading))]
    signed = By(person_id=uuid4(), name="Priya Shah", at=AT)
    return SimpleNamespace(
        child=SimpleNamespace(name="Sam Cole", born_on=date(2012, 4, 5)),
        review=SimpleNamespace(
            sequence=11, held_on=date(2026, 3, 1), due_by=date(2026, 3, 2), on_time=True, parts=()
        ),
        kept=SimpleNamespace(saved=signed, signed=signed, addenda=(), content=dict(EMPTY)),
        sections=tuple(
            Section(key=key, lines=some, written=WORDS * 20)
            for key, some in zip(Heading, parts, strict=True)
        ),
        attendance=(),
        covered=(),
    )
