"""A council's own settings, as they are typed: never laxer than the law, and followed at once."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from cadair.audit.models import AuditEvent
from cadair.commands import council_settings, importing
from cadair.commands.importing import NothingDone, import_903_command
from cadair.commands.serving import check_duty_lines
from cadair.foundation.clock import frozen
from cadair.foundation.database import db, scope_to
from cadair.people.models import Council, Nation
from cadair.reviews.models import Review
from cadair.reviews.rules import CEILINGS, longest
from tests.backend.children.conftest import EPISODES, HEADER, REVIEWS, a_council, write

NOW = datetime(2025, 4, 1, 9, tzinfo=UTC)


@pytest.fixture
def northmoor(app):
    with app.app_context():
        return a_council(app, db.session, "Northmoor", Nation.ENGLAND)


@pytest.fixture
def typed(app, northmoor, monkeypatch):
    """Type `cadair council-settings Northmoor …`."""
    for module in (importing, council_settings):
        monkeypatch.setattr(module, "application", lambda: app)

    def type_(*words: str, command=council_settings.council_settings, of: str = "Northmoor"):
        with frozen(NOW):
            return CliRunner().invoke(command, [of, *words])

    return type_


def test_without_a_change_it_shows_what_holds(typed):
    shown = typed()
    assert shown.exit_code == 0
    assert "views_open_working_days    20" in shown.output
    assert "later_months               -" in shown.output


def test_a_stricter_interval_moves_the_next_reviews_and_is_in_the_trail(
    app, typed, northmoor, tmp_path
):
    folder = write(tmp_path / "903", header=HEADER, episodes=EPISODES, reviews=REVIEWS)
    with frozen(NOW):
        CliRunner().invoke(import_903_command, [str(folder), "--council", "Northmoor"])
    before = due_days(app, northmoor)
    moved = typed("second_months=2")
    assert "worked out anew for 1 of the children" in moved.output
    (was,), (now_due,) = before, due_days(app, northmoor)
    assert now_due < was
    assert due_days(app, northmoor) != before
    assert typed("second_months=").exit_code == 0
    assert due_days(app, northmoor) == before
    with app.app_context():
        scope_to(db.session, northmoor)
        changes = db.session.scalars(
            select(AuditEvent.facts).where(AuditEvent.event == "council.settings_changed")
        ).all()
    assert {"second_months": 2} in changes


def due_days(app, council_id):
    with app.app_context():
        scope_to(db.session, council_id)
        return db.session.scalars(select(Review.due_by).where(Review.held_on.is_(None))).all()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("later_months=7", "from 1 to 6; the law allows no more"),
        ("second_months=4", "from 1 to 3; the law allows no more"),
        ("first_working_days=21", "from 1 to 20; the law allows no more"),
        ("first_days=29", "from 1 to 28; the law allows no more"),
        ("later_months=0", "from 1 to 6"),
        ("later_months=six", "from 1 to 6"),
        ("views_open_working_days=2", "from 5 to 60"),
        ("answer_within_working_days=0", "from 1 to 10"),
        ("answer_within_working_days=11", "from 1 to 10"),
        ("duty_line=", "cannot be without its out-of-hours number"),
        ("duty_email=duty at northmoor", "duty at northmoor is not an e-mail address"),
        ("advocacy_email=a@b", "a@b is not an e-mail address"),
        ("area_postcodes=CF3 9ZZ", "not the beginning of a postcode"),
        ("retention=0", "is not SETTING=VALUE with one of"),
        ("later_months", "is not SETTING=VALUE"),
    ],
)
def test_what_cannot_stand_changes_nothing(app, typed, northmoor, change, said):
    before = typed().output
    refused = typed("review_word=Meeting", change)
    assert refused.exit_code == 2
    assert said in " ".join(refused.output.split())
    assert typed().output == before


def test_who_is_told_beside_people_is_kept_and_taken_away(typed):
    said = typed("duty_email=duty@northmoor.example", "advocacy_name=Voice of Northmoor").output
    assert "duty@northmoor.example" in said
    assert "Voice of Northmoor" in said
    assert "duty@northmoor.example" not in typed("duty_email=").output


@pytest.mark.parametrize("line", [None, "", "soon"])
def test_no_council_goes_live_without_a_number_to_ring(app, northmoor, line):
    with app.app_context():
        scope_to(db.session, northmoor)
        kept = db.session.get_one(Council, northmoor)
        kept.settings = {**kept.settings, "duty_line": "01632 960 123"}
        db.session.commit()
        check_duty_lines()
        kept = db.session.get_one(Council, northmoor)
        kept.settings = {**kept.settings, "duty_line": line}
        db.session.commit()
        with pytest.raises(NothingDone, match="Northmoor: no out-of-hours number"):
            check_duty_lines()


def test_postcodes_are_kept_as_they_are_compared(typed):
    assert "CF3, CF5" in typed("area_postcodes=cf3, CF5").output


def test_no_interval_may_be_longer_than_the_laws():
    assert {key: longest(key, nation="wales") for key in CEILINGS} == {
        "first_working_days": 20,
        "first_days": 28,
        "second_months": 3,
        "later_months": 6,
        "young_child_months": 6,
        "adoption_authority_days": 84,
        "pathway_months": 6,
    }
