"""The two import commands as they are typed."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from cadair.commands import importing, people_import
from cadair.commands.importing import import_903_command
from cadair.commands.people_import import import_people_command
from cadair.foundation.database import db
from cadair.people.models import Nation
from tests.backend.children.conftest import EPISODES, HEADER, REVIEWS, a_council, write


@pytest.fixture
def typed(app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Type a command for a council called Northmoor."""
    with app.app_context():
        a_council(app, db.session, "Northmoor", Nation.ENGLAND)
    monkeypatch.setattr(importing, "application", lambda: app)
    monkeypatch.setattr(people_import, "application", lambda: app)
    monkeypatch.chdir(tmp_path)

    def type_(command, *words: str):
        return CliRunner().invoke(command, [str(word) for word in words])

    return type_


def test_an_import_is_told_of_in_plain_words(typed, tmp_path):
    folder = write(tmp_path / "903", header=HEADER, episodes=EPISODES, reviews=REVIEWS)
    first = typed(import_903_command, folder, "--council", "northmoor")
    assert first.exit_code == 0
    assert "1 child added, 0 changed, 0 as before." in first.output
    assert "none of it was brought in" in first.output  # there is no PlacedAdoption table
    again = typed(import_903_command, folder, "--council", "Northmoor")
    assert "0 children added, 0 changed, 1 as before." in again.output


def test_refused_rows_leave_a_report_and_a_file(typed, tmp_path):
    folder = write(tmp_path / "903", header=HEADER, episodes="A1,01/01/19,S,C2,,,,,,,,,")
    report = tmp_path / "report.txt"
    done = typed(import_903_command, folder, "--council", "Northmoor", "--report", report)
    assert done.exit_code == 1
    assert "episodes.csv line 2, DECOM “01/01/19” (child A1)" in report.read_text("utf-8")
    refused = (tmp_path / "report.refused.csv").read_text("utf-8-sig")
    assert refused.splitlines()[1].startswith("episodes.csv,2,DECOM,01/01/19,A1,")


def test_nobody_is_called_missing_who_may_stand_after_the_break_of_a_file(typed, tmp_path):
    whole = write(tmp_path / "903", header=HEADER, episodes=EPISODES, reviews=REVIEWS)
    typed(import_903_command, whole, "--council", "Northmoor")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "903.xml").write_text("<EXPSSDA903><CHILD><HEADER><CHILDID>B2</CHILDID>")
    done = typed(import_903_command, broken, "--council", "Northmoor")
    assert "A file breaks off, so who is in none of the files is not known." in done.output
    assert "in care here, and in none" not in done.output


def test_a_strict_import_that_refuses_ends_with_its_own_status(typed, tmp_path):
    folder = write(tmp_path / "903", header=HEADER, episodes="A1,01/01/19,S,C2,,,,,,,,,")
    done = typed(import_903_command, folder, "--council", "Northmoor", "--strict")
    assert done.exit_code == 2
    assert "Nothing was taken in" in done.output


@pytest.mark.parametrize(
    ("folder", "council", "said"),
    [
        ("nowhere", "Northmoor", "There is no folder nowhere."),
        (".", "Northmoor", "has no Header and no Episodes table of the return."),
        (".", "Southmoor", "There is no council called Southmoor. Known here: Northmoor."),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_sentence(typed, folder, council, said):
    done = typed(import_903_command, folder, "--council", council)
    assert done.exit_code == 2
    assert said in done.output
    assert "Traceback" not in done.output


def test_a_report_that_cannot_be_written_does_not_undo_the_import(typed, tmp_path):
    folder = write(tmp_path / "903", header=HEADER, episodes=EPISODES)
    where = tmp_path / "missing folder" / "report.txt"
    done = typed(import_903_command, folder, "--council", "Northmoor", "--report", where)
    assert done.exit_code == 1
    assert "The import is done, but its report could not be written" in done.output


def test_people_come_in_from_the_template(typed, tmp_path):
    folder = write(
        tmp_path / "903",
        header="100001,1,05/06/2014,,,,",
        episodes="100001,03/03/2025,S,C2,,U6,,,,,,,",
    )
    typed(import_903_command, folder, "--council", "Northmoor")
    typed(import_people_command, "people.csv", "--template")
    done = typed(import_people_command, "people.csv", "--council", "Northmoor")
    assert done.exit_code == 0
    assert (
        "4 people added, 1 changed, 0 as before; 2 relationships and 1 allocations" in done.output
    )


def test_people_need_a_council_and_a_file(typed):
    assert "Say whose people these are" in typed(import_people_command, "people.csv").output
    done = typed(import_people_command, "people.csv", "--council", "Northmoor")
    assert done.exit_code == 2
    assert "No such file" in done.output


def test_no_progress_bar_is_drawn_where_nobody_watches(typed, tmp_path, capfd):
    folder = write(tmp_path / "903", header=HEADER, episodes=EPISODES)
    done = typed(import_903_command, folder, "--council", "Northmoor")
    assert "%" not in done.output + capfd.readouterr().err
