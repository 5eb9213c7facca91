"""What a record with five years behind it costs, its files beside bare ones, a year's return."""

import csv
import io
import json
import sqlite3
import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import islice
from typing import Any
from uuid import UUID, uuid4

import typst
from flask import Flask
from sqlalchemy import insert, select, update

from cadair.access.actor import the_service
from cadair.children.models import Child
from cadair.contributions.models import Contribution
from cadair.foundation.clock import now
from cadair.foundation.database import beyond_councils, db, scope_to
from cadair.record.actions.returning import Form, make_return
from cadair.record.documents.letters import page_of_letter
from cadair.record.documents.portable import as_pdf
from cadair.record.documents.records import page_of_record
from cadair.record.rules.returning import days_of
from cadair.reviews.models import Review
from tests.bench.bare import twelve_answers
from tests.bench.demo_world import Demo, asked
from tests.bench.documents import WORDS, a_letter, a_record
from tests.bench.figures import Figures, Racer, cpu_ratio, medians_ms
from tests.bench.requests import questions
from tests.world.two_councils import JADEN, NORTHMOOR

BEFORE = 10  # reviews in five years
TIMES_SHARED = 3  # of twelve answers, at each
EXPORTED = 4_000
TIMES = 15


def measure_records(figures: Figures, demo: Demo) -> None:
    """Each in milliseconds, and in CPU beside a bare handler or program in the same run."""
    _opening(figures, demo)
    _printing(figures)
    _exporting(figures, demo)


def _opening(figures: Figures, demo: Demo) -> None:
    review = demo.review()
    for number in range(BEFORE + 1):
        _share(demo, review)
        if number < BEFORE:
            _move_back(demo.app, review, half_years=number + 1)
    ours = asked(demo.app, "GET", f"/api/reviews/{review}/record", cookie=demo.cookie("priya"))
    bare = asked(_bare(demo), "GET", "/record")
    figures.saw("record_open_ms", medians_ms(ours, bare, times=TIMES)[0], "ms")
    racers = Racer(lambda _: ours()), Racer(lambda _: bare())
    figures.saw("record_open_cpu_ratio", cpu_ratio(*racers, calls=TIMES), "ratio")


def _share(demo: Demo, review: UUID) -> None:
    asking, cookie = questions(), demo.cookie("jaden")
    for _ in range(TIMES_SHARED):
        body = twelve_answers(review, asking)
        asked(demo.app, "PUT", f"/api/contributions/{uuid4()}", body=body, cookie=cookie)()


def _move_back(app: Flask, review: UUID, *, half_years: int) -> None:
    """What was shared with this review was for one that was held so long ago."""
    with app.app_context(), beyond_councils(db.session):
        row = db.session.execute(select(Review.__table__).where(Review.id == review)).one()
        held_on = now().date() - timedelta(days=182 * half_years)
        earlier = {
            **row._mapping, "id": uuid4(), "held_on": held_on, "stage": "closed",
            "due_by": held_on, "meets_at": None,
        }  # fmt: skip
        db.session.execute(insert(Review.__table__).values(earlier))
        moved = update(Contribution).where(Contribution.review_id == review)
        db.session.execute(moved.values(review_id=earlier["id"]))
        db.session.commit()


def _bare(demo: Demo) -> Flask:
    """Whatever the child said, for whatever review: one statement, nothing opened or checked."""
    app, database = Flask("bare"), sqlite3.connect(demo.path, check_same_thread=False)
    wanted = (JADEN.hex,)

    @app.get("/record")
    def record() -> str:
        rows = database.execute(
            "SELECT c.review_id, c.shared_at, c.language, a.id, a.question, a.value, a.audience"
            " FROM contribution c JOIN contribution_answer a ON a.contribution_id = c.id"
            " WHERE c.child_id = ? ORDER BY c.shared_at",
            wanted,
        ).fetchall()
        return json.dumps([[str(cell) for cell in row] for row in rows])

    return app


def _printing(figures: Figures) -> None:
    """Beside the same words in one column, set by the same typesetter with nothing else."""
    for name, make, times in (
        ("letter", lambda: as_pdf(page_of_letter(a_letter())), 75),
        ("record", lambda: as_pdf(page_of_record(a_record(), language="en")), 1_020),
    ):
        ours, bare = _times(make, lambda words=WORDS * times: _bare_pdf(words))
        figures.saw(f"{name}_pdf_ratio", ours / bare, "ratio")


def _bare_pdf(words: str) -> bytes:
    text = '#set document(title: "x")\n' + "\n\n".join(words.split(". "))
    made = typst.compile(text.encode(), format="pdf", pdf_standards=["ua-1"])
    assert isinstance(made, bytes)
    return made


def _times(*calls: Callable[[], Any]) -> list[float]:
    took: list[list[float]] = [[] for _ in calls]
    for number in range(TIMES // 3 + 1):
        for call, kept in zip(calls, took, strict=True):
            before = time.perf_counter()
            call()
            if number:
                kept.append(time.perf_counter() - before)
    return [statistics.median(each) for each in took]


def _exporting(figures: Figures, demo: Demo) -> None:
    year = now().year
    _, last = days_of(year)
    with demo.app.app_context():
        scope_to(db.session, NORTHMOOR)
        found = db.session.scalars(select(Child.person_id)).all()
        there = set(db.session.execute(select(Review.child_id, Review.held_on)).all())
        days = ((child, last - timedelta(days=back)) for back in range(365) for child in found)
        free = islice((each for each in days if each not in there), EXPORTED)
        template = db.session.execute(
            select(Review.__table__).where(Review.held_on.is_not(None)).limit(1)
        ).one()
        rows = [
            {
                **template._mapping, "id": uuid4(), "child_id": child, "held_on": held_on,
                "returned_code": "PN1",
            }
            for child, held_on in free
        ]  # fmt: skip
        db.session.execute(insert(Review.__table__), rows)
        db.session.commit()

        def ours() -> int:
            made, _ = make_return(
                db.session, actor=the_service(NORTHMOOR), year=year, form=Form.CSV, header=None,
                now=now(),
            )  # fmt: skip
            db.session.rollback()
            return made.rows + made.made.waiting + sum(count for _, count in made.left_out)

        assert ours() >= EXPORTED
        took, bare = _times(ours, lambda: _bare_export(demo))
    figures.saw("export_4000_ms", 1000 * took, "ms")
    figures.saw("export_4000_ratio", took / bare, "ratio")


def _bare_export(demo: Demo) -> str:
    """Every review of the council as a row: one statement, and nothing checked."""
    out = io.StringIO()
    with sqlite3.connect(demo.path) as database:
        csv.writer(out).writerows(
            database.execute(
                "SELECT c.case_number, c.born_on, r.held_on, r.returned_code FROM review r"
                " JOIN child c ON c.person_id = r.child_id WHERE r.held_on IS NOT NULL"
            )
        )
    return out.getvalue()
