"""A manager looks at the return before it leaves, and what nobody has confirmed stays behind."""

from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from sqlalchemy import select, update

from cadair.audit.models import AuditEvent
from cadair.children.models import Child
from cadair.commands import export_903, importing
from cadair.commands.main import cli
from cadair.foundation.clock import frozen
from cadair.people.models import Council, Nation, SignInSession
from cadair.reviews.models import Review
from cadair.reviews.rules import ReviewKind, Stage
from tests.backend.contributions.conftest import NOW
from tests.backend.record.conftest import hold
from tests.backend.record.reading_903 import rows_of_csv, rows_of_xml

PATH = "/api/service/returns/2026"


@pytest.fixture
def held(world):
    """Ada's first review, held yesterday, and nobody has said how she took part."""
    return hold(world)


def confirm(world, review_id, code="PN7"):
    told = {"code": code, "came": None, "reason": "She was ill."}
    path = f"/api/reviews/{review_id}/participation-code"
    assert world.sign_in("Priya").put(path, json=told).status_code == 200


def case_number(world) -> str:
    with world.inside() as session:
        return session.scalars(select(Child.case_number)).one()


def test_an_unconfirmed_code_is_blocked_with_who_must_mend_it_until_they_have(world, held):
    boss = world.sign_in("Boss")
    seen = boss.get(PATH).json
    assert (seen["rows"], seen["waiting"], seen["is_return"]) == (0, 1, True)
    (waits,) = seen["held_back"]
    assert (waits["rule"], waits["case_number"], waits["officer"]) == (
        "167", case_number(world), "Priya Reed",
    )  # fmt: skip
    assert [one["code"] for one in seen["checks"]] == [
        "166", "167", "440", "441", "399", "1012", "INT08", "INT17",
    ]  # fmt: skip
    assert rows_of_csv(boss.get(f"{PATH}/csv").text) == []
    confirm(world, held)
    given = boss.get(f"{PATH}/csv")
    assert given.headers["Content-Disposition"] == 'attachment; filename="ssda903_reviews_2026.csv"'
    (row,) = rows_of_csv(given.text)
    assert (row["CHILD"], row["REVIEW"], row["REVIEW_CODE"]) == (
        case_number(world), "15/03/2026", "PN7",
    )  # fmt: skip
    assert rows_of_xml(boss.get(f"{PATH}/xml").data) == [row]
    assert boss.get("/api/service/returns/2025").json["rows"] == 0
    assert boss.get("/api/service/returns/1800").status_code == 422
    with world.inside() as session:
        events = session.scalars(
            select(AuditEvent.facts).where(AuditEvent.event == "return.exported")
        ).all()
        assert events[-1] == {
            "year": 2026, "rows": 1, "held_back": 0, "left_out": 0, "form": "xml",
        }  # fmt: skip


def test_a_review_before_care_is_left_out_and_a_returned_code_stands(world, held):
    with world.inside() as session:
        for on, code in ((date(2026, 3, 1), "PN1"), (date(2026, 3, 9), "PN6")):
            session.add(
                Review(
                    id=held.__class__(int=on.toordinal()), child_id=world.child_id,
                    kind=ReviewKind.LOOKED_AFTER, stage=Stage.CLOSED, held_on=on,
                    returned_code=code, revision=0,
                )
            )  # fmt: skip
    seen = world.sign_in("Boss").get(PATH).json
    assert seen["left_out"] == [{"code": "not_looked_after", "reviews": 1}]
    assert seen["codes"] == [{"code": "PN6", "reviews": 1}]


def test_only_a_manager_who_has_just_proved_who_they_are_takes_the_file(world, held):
    boss = world.sign_in("Boss")
    with world.inside() as session:
        lately = NOW - timedelta(minutes=6)
        session.execute(update(SignInSession).values(proved_at=lately))
    assert boss.get(PATH).status_code == 200
    assert boss.get(f"{PATH}/csv").json["code"] == "step_up_needed"
    for who in ("Priya", "Ada", "Wendy", "Carol"):
        assert world.sign_in(who).get(PATH).status_code == 404


def test_in_wales_it_is_a_local_indicator_and_no_return(world, held):
    with world.inside() as session:
        session.execute(update(Council).values(nation=Nation.WALES))
    confirm(world, held)
    boss = world.sign_in("Boss")
    assert boss.get(PATH).json["is_return"] is False
    name = boss.get(f"{PATH}/csv").headers["Content-Disposition"]
    assert "local_indicator_participation_2026.csv" in name
    assert boss.get(f"{PATH}/xml").json["code"] == "no_return_here"


@pytest.fixture
def typed(world, monkeypatch, tmp_path):
    """Type `cadair export-903 --council Northmoor …`."""
    for module in (importing, export_903):
        monkeypatch.setattr(module, "application", lambda: world.app)

    def type_(*words: str):
        with frozen(NOW):
            told = ["export-903", "--council", "Northmoor", "--out", str(tmp_path), *words]
            return CliRunner().invoke(cli, told)

    return type_


def test_the_command_writes_what_passes_and_lists_the_rest(world, held, typed, tmp_path):
    left = typed("--year", "2026")
    assert left.exit_code == 1
    assert "HELD BACK: 1." in left.output
    assert f"{case_number(world):<20} 15/03/2026  167   nobody has confirmed" in left.output
    assert "(Priya Reed)" in left.output
    assert rows_of_csv((tmp_path / "ssda903_reviews_2026_without_1.csv").read_text()) == []
    confirm(world, held)
    assert typed("--year", "2026", "--xml").exit_code == 0
    assert len(rows_of_xml((tmp_path / "ssda903_reviews_2026.xml").read_bytes())) == 1
    extract = tmp_path / "extract"
    extract.mkdir()
    born = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n{},2,01/01/2001,WBRI,,,\n"
    (extract / "header.csv").write_text(born.format(case_number(world)))
    columns = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE"
    (extract / "episodes.csv").write_text(f"{columns},HOME_POST,PL_POST,URN\n")
    against = typed("--year", "2026", "--against", str(extract))
    assert against.exit_code == 1
    assert "INT17" in against.output
    assert typed("--year", "1800").exit_code == 2
