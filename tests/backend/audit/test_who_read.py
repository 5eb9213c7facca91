"""Who read this child between two days: everything, and nothing of another child."""

import csv
from datetime import timedelta

import pytest
from click.testing import CliRunner

from cadair.commands import trail
from cadair.commands.main import cli
from cadair.foundation.clock import frozen
from tests.backend.contributions.conftest import NOW, World, a_world


@pytest.fixture
def world(app):
    with frozen(NOW):
        yield a_world(app)


@pytest.fixture
def asked(app, monkeypatch):
    monkeypatch.setattr(trail, "application", lambda: app)
    return lambda *words: CliRunner().invoke(
        cli, ["audit", "who-read", "A1", "--council", "Northmoor", *words]
    )


DAY = ("--from", "2026-03-16", "--to", "2026-03-16")


def test_who_read_tells_of_pages_words_and_lists_by_name(world: World, asked):
    priya, boss, omar = world.sign_in("Priya"), world.sign_in("Boss"), world.sign_in("Omar")
    assert priya.get(f"/api/reviews/{world.review_id}/summary").status_code == 200
    assert priya.get("/api/today").status_code == 200
    assert boss.get(f"/api/children/{world.child_id}").status_code == 200
    assert boss.get("/api/caseload").status_code == 200
    assert omar.get("/api/today").status_code == 200  # Ada is not in Omar's list
    said = asked(*DAY).output
    for who, what in (
        ("Priya Reed", "review.summary_read"),
        ("Priya Reed", "today.read"),
        ("Boss Reed", "child.read"),
        ("Boss Reed", "caseload.read"),
        ("Cadair itself", "review.opened"),
    ):
        assert any(who in line and what in line for line in said.splitlines()), (who, what)
    assert "Omar" not in said


def test_the_days_are_whole_days_in_london(world: World, asked):
    with frozen(NOW - timedelta(days=2)):
        world.sign_in("Boss").get(f"/api/children/{world.child_id}")
    assert "child.read" not in asked(*DAY).output
    assert "child.read" in asked("--from", "2026-03-14", "--to", "2026-03-14").output
    assert asked("--from", "2026-03-12", "--to", "2026-03-13").output == "0 events.\n"


def test_the_list_can_go_into_a_spreadsheet(world: World, asked, tmp_path):
    path = tmp_path / "read.csv"
    asked(*DAY, "--csv", str(path))
    rows = list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))
    assert {row["what"] for row in rows} >= {"review.opened", "child.added"}
    assert path.stat().st_mode & 0o077 == 0


def test_an_unknown_child_is_said_so(world: World, app, monkeypatch):
    monkeypatch.setattr(trail, "application", lambda: app)
    refused = CliRunner().invoke(
        cli, ["audit", "who-read", "NOBODY", "--council", "Northmoor", *DAY]
    )
    assert refused.exit_code != 0
    assert "no child with case number NOBODY" in refused.output


def test_a_childs_events_are_found_by_the_child_however_long_the_trail(request, world: World):
    if request.config.getoption("--database") != "sqlite":
        return
    with world.inside() as session:
        plan = session.connection().exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT * FROM audit_event WHERE council_id = 'c' "
            "AND child_id = 'x' AND at >= '2026' AND at < '2027' ORDER BY at"
        )
        assert "ix_audit_event_child" in str(plan.fetchall())
