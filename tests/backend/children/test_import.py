"""A council's return, from its files to each child's next due date."""

import csv
import os
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from cadair.audit import queries as audit
from cadair.children import queries as children
from cadair.children.models import Child, ChildKey, Episode, ProtectedFact
from cadair.commands import import_903 as importing
from cadair.commands.import_903 import ImportStopped, import_903
from cadair.commands.import_report import sentences
from cadair.foundation.clock import frozen
from cadair.foundation.database import Base, beyond_councils
from cadair.people.models import Nation
from cadair.reviews import queries as reviews
from tests.backend.children.conftest import (
    EPISODES,
    HEADER,
    NOW,
    ON,
    REVIEWS,
    a_council,
    write,
)
from tests.backend.children.slow_clock import slow_due
from tests.world import children_903, extract_903


def due_dates(session: Session) -> dict[str, object]:
    """The next due date of every child who has one, by case number."""
    numbers = children.children_by_case_number(session)
    upcoming = reviews.upcoming_for(session, child_ids=list(numbers.values()))
    return {
        number: upcoming[child_id].due_by
        for number, child_id in numbers.items()
        if child_id in upcoming
    }


def contents(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Everything that these rooms keep."""
    return {
        mapper.local_table.name: sorted(
            map(tuple, session.connection().execute(mapper.local_table.select())), key=repr
        )
        for mapper in Base.registry.mappers
        if mapper.class_.__module__.startswith(("cadair.people", "cadair.child", "cadair.rev"))
    }


def test_a_real_extract_gives_the_due_dates_of_a_slow_calculation(session, council, tmp_path):
    made = children_903.children(1_500, on=ON)
    mess = extract_903.write_messy(tmp_path / "extract", made, on=ON)
    report = import_903(session, council_id=council, folder=tmp_path / "extract", now=NOW)
    expected = {child.number: slow_due(child, ON) for child in made}
    assert due_dates(session) == {number: due for number, due in expected.items() if due}
    assert len(set(expected.values())) > 100  # of many kinds, not of one
    assert len(report.added) == 1_500
    assert {(row.child, row.code) for row in report.refused} == {
        (each.child, each.code) for each in mess
    }


@settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 10**6), days=st.integers(0, 800))
def test_any_extract_on_any_day_gives_the_same_due_dates_as_slow_counting(
    app, session, tmp_path, seed, days
):
    at = NOW - timedelta(days=days)
    made = children_903.children(40, on=at.date(), seed=seed)
    folder = tmp_path / f"{seed}-{days}"
    extract_903.write_clean(folder, made)
    council_id = a_council(app, session, f"Council {os.urandom(8).hex()}", Nation.ENGLAND)
    with frozen(at):
        report = import_903(session, council_id=council_id, folder=folder, now=at)
    assert report.refused == []
    expected = {child.number: slow_due(child, at.date()) for child in made}
    assert due_dates(session) == {number: due for number, due in expected.items() if due}


def test_a_second_import_changes_nothing(session, council, tmp_path):
    made = children_903.children(60, on=ON)
    extract_903.write_messy(tmp_path / "extract", made, on=ON)
    import_903(session, council_id=council, folder=tmp_path / "extract", now=NOW)
    before = contents(session)
    again = import_903(session, council_id=council, folder=tmp_path / "extract", now=NOW)
    assert contents(session) == before
    assert (again.added, again.changed, again.unchanged) == ([], {}, 60)
    assert (again.reviews_held, again.reviews_due) == (0, 0)


def test_the_xml_form_gives_the_same_as_the_csv_form(app, session, tmp_path):
    made = children_903.children(60, on=ON)
    extract_903.write_clean(tmp_path / "csv", made)
    (tmp_path / "xml").mkdir()
    extract_903.write_xml(tmp_path / "xml" / "return.xml", made)
    dues = []
    for form in ("csv", "xml"):
        council_id = a_council(app, session, form, Nation.ENGLAND)
        report = import_903(session, council_id=council_id, folder=tmp_path / form, now=NOW)
        assert report.refused == []
        dues.append(due_dates(session))
    assert dues[0] == dues[1]
    assert dues[0]


def test_a_dry_run_says_what_would_change_and_writes_nothing(session, bring, tmp_path):
    write(tmp_path / "extract", header=HEADER, episodes=EPISODES, reviews=REVIEWS)
    before = contents(session)
    report = bring(dry_run=True)
    assert contents(session) == before
    assert report.added == ["A1"]
    assert "1 child would be added" in "\n".join(sentences(report))


TWO_HEADERS = f"{HEADER}\nB2,2,05/06/2014,WBRI,,,"
ONE_IS_WRONG = f"{EPISODES}\nB2,01/13/2025,S,C2,N1,U6,PR1,,,,,,"


def test_a_child_with_a_refused_row_stays_as_before_and_the_others_come_in(bring, tmp_path):
    write(tmp_path / "extract", header=TWO_HEADERS, episodes=ONE_IS_WRONG)
    report = bring()
    assert (report.added, report.refused_children) == (["A1"], ["B2"])
    (refused,) = report.refused
    assert (refused.file, refused.line, refused.column) == ("episodes.csv", 3, "DECOM")
    assert (refused.value, refused.code) == ("01/13/2025", "date_not_readable")


def test_strict_takes_all_or_nothing(session, bring, tmp_path):
    write(tmp_path / "extract", header=TWO_HEADERS, episodes=ONE_IS_WRONG)
    before = contents(session)
    report = bring(strict=True)
    assert report.stopped_by_strict
    assert contents(session) == before
    write(tmp_path / "extract", episodes=EPISODES)
    assert bring(strict=True).added == ["A1", "B2"]


def test_a_strict_import_that_breaks_off_leaves_nothing(session, bring, tmp_path, monkeypatch):
    write(tmp_path / "extract", header=TWO_HEADERS, episodes=EPISODES)
    before = contents(session)
    monkeypatch.setattr(importing, "AT_ONCE", 1)
    _fill_the_disk_at(monkeypatch, call=2)
    with pytest.raises(ImportStopped, match=r"disk is full\. Nothing was written"):
        bring(strict=True)
    assert contents(session) == before


def test_a_full_disk_leaves_whole_children_and_the_next_import_goes_on(
    session, bring, tmp_path, monkeypatch
):
    write(tmp_path / "extract", header=TWO_HEADERS, episodes=EPISODES, reviews=REVIEWS)
    with monkeypatch.context() as patch:
        patch.setattr(importing, "AT_ONCE", 1)
        _fill_the_disk_at(patch, call=2)
        with pytest.raises(ImportStopped, match=r"The 1 children who were finished"):
            bring()
    assert set(children.children_by_case_number(session)) == {"A1"}
    assert set(due_dates(session)) == {"A1"}
    assert bring().added == ["B2"]


def _fill_the_disk_at(monkeypatch: pytest.MonkeyPatch, *, call: int) -> None:
    calls = []
    schedule = importing.reviews.schedule

    def full(*args: object, **named: object) -> int:
        calls.append(1)
        if len(calls) == call:
            raise OSError(28, "No space left on device")
        return schedule(*args, **named)

    monkeypatch.setattr(importing.reviews, "schedule", full)


def test_a_child_missing_from_a_newer_extract_is_listed_and_kept(session, bring, tmp_path):
    write(tmp_path / "extract", header=TWO_HEADERS, episodes=EPISODES)
    write(tmp_path / "extract", episodes=f"{EPISODES}\nB2,01/02/2025,S,C2,N1,U6,PR1,,,,,,")
    bring()
    write(tmp_path / "extract", header=HEADER, episodes=EPISODES)
    report = bring()
    assert report.missing == ["B2"]
    assert "1 child in care here, and in none of the files" in "\n".join(sentences(report))
    assert set(due_dates(session)) == {"A1", "B2"}


def test_a_later_year_alone_keeps_the_years_before(session, bring, tmp_path):
    first = "A1,03/03/2024,S,C2,N1,U6,PR1,,,,CF10 1AA,CF11 2BB,"
    write(tmp_path / "extract", header=HEADER, episodes=first, reviews=REVIEWS)
    bring()
    later = (
        "A1,03/03/2024,S,C2,N1,U6,PR1,01/05/2026,X1,CARPL,CF10 1AA,CF11 2BB,\n"
        "A1,01/05/2026,P,C2,N1,K2,PR4,,,,CF10 1AA,EH6 5AA,"
    )
    write(tmp_path / "extract", episodes=later, reviews="A1,05/06/2014,02/06/2026,PN1")
    assert bring().changed == {"A1": ("episodes", "protected_facts")}
    only_newest = "A1,01/05/2026,P,C1,N1,K2,PR4,,,,CF10 1AA,EH6 5AA,"
    write(tmp_path / "extract", episodes=only_newest, reviews="")
    assert bring().changed == {"A1": ("episodes",)}
    child_id = children.children_by_case_number(session)["A1"]
    facts = children.child_facts(session, child_id=child_id, on=ON)
    assert str(facts.care_started_on) == "2024-03-03"
    assert (facts.legal_status, facts.out_of_area) == ("C1", True)
    assert str(due_dates(session)["A1"]) == "2026-12-02"  # six months after the latest


def test_an_episode_put_right_is_withdrawn_and_not_deleted(session, bring, tmp_path):
    write(
        tmp_path / "extract",
        header=HEADER,
        episodes="A1,03/03/2025,S,C2,N1,U6,PR1,01/05/2025,X1,,,,\n"
        "A1,01/05/2025,P,C2,N1,K2,PR4,,,,,,",
    )
    bring()
    write(
        tmp_path / "extract",
        episodes="A1,03/03/2025,S,C2,N1,U6,PR1,03/05/2025,X1,,,,\n"
        "A1,03/05/2025,P,C2,N1,K2,PR4,,,,,,",
    )
    bring()
    rows = session.execute(select(Episode.began_on, Episode.withdrawn_at)).all()
    assert sorted((str(row.began_on), row.withdrawn_at) for row in rows) == [
        ("2025-03-03", None),
        ("2025-05-01", NOW),
        ("2025-05-03", None),
    ]
    child_id = children.children_by_case_number(session)["A1"]
    (facts,) = children.clock_facts(session, child_ids=[child_id]).values()
    assert [str(period.started_on) for period in facts.care_periods] == ["2025-03-03"]


def test_postcodes_are_in_the_vault_and_nowhere_else(session, bring, tmp_path):
    write(tmp_path / "extract", header=HEADER, episodes=EPISODES, reviews=REVIEWS)
    bring()
    everything = repr(contents(session))
    for postcode in ("CF10 1AA", "CF101AA", "CF11 2BB", "CF11"):
        assert postcode not in everything
    assert session.scalars(select(ProtectedFact.kind)).all() != []
    trail = session.connection().execute(text("SELECT facts FROM audit_event")).all()
    assert "CF1" not in repr(trail)


def test_each_child_has_a_key_of_their_own_that_only_their_council_opens(
    app, session, bring, tmp_path
):
    write(tmp_path / "extract", header=TWO_HEADERS, episodes=EPISODES)
    bring()
    ids = list(children.children_by_case_number(session).values())
    keys = children.sealing_keys(session, child_ids=ids)
    assert len(set(keys.values())) == 2
    wrapped = session.scalars(select(ChildKey.wrapped)).all()
    assert not {bytes(key) for key in wrapped} & set(keys.values())
    a_council(app, session, "Elsewhere", Nation.WALES)
    assert children.sealing_keys(session, child_ids=ids) == {}


def test_another_councils_child_of_the_same_number_is_another_child(app, session, bring, tmp_path):
    write(tmp_path / "extract", header=HEADER, episodes=EPISODES)
    bring()
    other = a_council(app, session, "Elsewhere", Nation.ENGLAND)
    report = import_903(session, council_id=other, folder=tmp_path / "extract", now=NOW)
    assert report.added == ["A1"]
    with beyond_councils(session):
        assert len(session.scalars(select(Child.person_id)).all()) == 2


def test_wales_returns_no_participation_codes(app, session, bring, tmp_path):
    uncoded = REVIEWS.replace("PN1", "")
    folder = write(tmp_path / "extract", header=HEADER, episodes=EPISODES, reviews=uncoded)
    assert [row.code for row in bring().refused] == ["no_such_code"]
    wales = a_council(app, session, "Cymru", Nation.WALES)
    report = import_903(session, council_id=wales, folder=folder, now=NOW)
    assert (report.refused, report.added) == ([], ["A1"])


def test_out_of_area_goes_by_the_councils_own_postcodes(app, session, tmp_path):
    folder = write(tmp_path / "extract", header=HEADER, episodes=EPISODES)
    council_id = a_council(app, session, "Narrow", Nation.ENGLAND, area_postcodes=["CF10"])
    import_903(session, council_id=council_id, folder=folder, now=NOW)
    (child,) = children.children_of_council(session, on=ON)
    assert child.out_of_area is True


def test_a_council_tightens_its_own_clock_and_it_shows_at_the_next_import(app, session, tmp_path):
    folder = write(tmp_path / "extract", header=HEADER, episodes=EPISODES)
    strict = a_council(app, session, "Strict", Nation.ENGLAND, stricter={"first_working_days": 10})
    import_903(session, council_id=strict, folder=folder, now=NOW)
    assert str(due_dates(session)["A1"]) == "2025-03-17"


def test_every_child_brought_in_is_in_the_trail(session, bring, tmp_path):
    write(tmp_path / "extract", header=HEADER, episodes=EPISODES, reviews=REVIEWS)
    bring()
    child_id = children.children_by_case_number(session)["A1"]
    events = [event["event"] for event in audit.of_child(session, child_id=child_id)]
    assert {"child.added", "review.brought_in", "review.scheduled"} <= set(events)


def test_care_leavers_of_the_header_come_in_without_a_clock(session, bring, tmp_path):
    report = bring(write(tmp_path / "extract", header=TWO_HEADERS, episodes=EPISODES))
    assert report.child_remarks["B2"] == [
        "no episode: not looked after in the time of this extract"
    ]
    assert set(due_dates(session)) == {"A1"}


def test_the_refused_rows_can_be_opened_in_a_spreadsheet(bring, tmp_path):
    from cadair.commands.import_report import write_refused

    nasty = '"=HYPERLINK(""http://evil.example"")",03/03/2025,S,C2,N1,U6,PR1,,,,,,'
    report = bring(write(tmp_path / "extract", header=HEADER, episodes=f"{EPISODES}\n{nasty}"))
    path = tmp_path / "refused.csv"
    write_refused(path, report.refused)
    with path.open(encoding="utf-8-sig") as file:
        (row,) = csv.DictReader(file)
    assert row["child"].startswith("'=HYPERLINK")
    assert row["value"].startswith("'=")
    assert (path.stat().st_mode & 0o777) == 0o600


def test_a_report_reads_as_sentences(bring, tmp_path):
    report = bring(write(tmp_path / "extract", header=TWO_HEADERS, episodes=ONE_IS_WRONG))
    said = "\n".join(sentences(report))
    assert "1 child added, 0 changed, 0 as before." in said
    assert (
        "episodes.csv line 3, DECOM “01/13/2025” (child B2): "
        "This is no date written dd/mm/yyyy, with four figures for the year." in said
    )


def test_a_sign_in_name_is_nobody_elses(app, session, bring, tmp_path, monkeypatch):
    from cadair.people.actions import changing

    names = iter(["brave-otter-42"] * 3 + [f"calm-robin-{n}" for n in range(10)])
    monkeypatch.setattr(changing, "new_sign_in_name", lambda: next(names))
    report = bring(write(tmp_path / "extract", header=TWO_HEADERS, episodes=EPISODES))
    assert len(report.added) == 2
