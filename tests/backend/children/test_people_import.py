"""The file of people: names, reviewing officers, carers and parents."""

from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner
from sqlalchemy.orm import Session

from cadair.access.actor import Job
from cadair.children import queries as children
from cadair.children.documents.people_file import (
    COLUMNS,
    PeopleFileRefused,
    read_people_file,
    write_template,
)
from cadair.commands.import_people import PeopleReport, import_people
from cadair.commands.people_import import import_people_command
from cadair.people import actions as people
from cadair.people import queries as people_queries
from tests.backend.children.conftest import NOW, ON, write

LANGUAGES = frozenset({"en", "cy"})
HEADERS = "100001,1,05/06/2014,,,,\n100002,2,05/06/2015,,,,"
IN_CARE = "100001,03/03/2025,S,C2,,U6,,,,,,,\n100002,03/03/2025,S,C2,,U6,,,,,,,"


@pytest.fixture
def two_children(bring, tmp_path: Path) -> None:
    write(tmp_path / "extract", header=HEADERS, episodes=IN_CARE)
    bring()


@pytest.fixture
def tell(session: Session, council: UUID, tmp_path: Path, two_children: None):
    """Import rows of people: (job, reference, name, …) in the order of the columns."""

    def told(*rows: str, **how: object) -> PeopleReport:
        path = tmp_path / "people.csv"
        path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
        return import_people(session, council_id=council, file=path, now=NOW, **how)

    return told


SAM = "child,,Sam Reed,Sammy,,cy,100001,,,,"
PRIYA = "reviewing_officer,E1,Priya Shah,,Priya@Example.gov.uk,en,100001,,,01/04/2026,"
PRIYA_TOO = "reviewing_officer,E1,Priya Shah,,priya@example.gov.uk,en,100002,,,01/04/2026,"
ANN = "carer,C1,Ann Price,,,,100001,foster_carer,no,12/05/2025,"
JO = "parent,P1,Jo Reed,,,,100001,mother,yes,,"
OWEN = "service manager,,Owen Hughes,,owen@example.gov.uk,cy,,,,,"


def test_names_and_circles_come_in(session, tell):
    report = tell(SAM, PRIYA, PRIYA_TOO, ANN, JO, OWEN)
    assert (report.refused, report.added, report.changed) == ([], 4, 1)
    ids = children.children_by_case_number(session)
    sam = children.child_facts(session, child_id=ids["100001"], on=ON)
    assert (sam.name, sam.called, sam.language) == ("Sam Reed", "Sammy", "cy")
    circle = children.circle(session, child_id=sam.child_id, on=ON)
    assert [(member.name, member.kind, member.parental_responsibility) for member in circle] == [
        ("Priya Shah", "reviewing_officer", False),
        ("Ann Price", "foster_carer", False),
        ("Jo Reed", "mother", True),
    ]
    caseload = children.children_of_officer(session, officer_id=circle[0].person_id, on=ON)
    assert {child.case_number for child in caseload} == {"100001", "100002"}


def test_a_second_import_of_people_changes_nothing(tell):
    rows = (SAM, PRIYA, PRIYA_TOO, ANN, JO, OWEN)
    tell(*rows)
    again = tell(*rows)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 5)
    assert (again.relationships, again.allocations) == (0, 0)


def test_a_newer_file_puts_names_right_and_hands_children_over(session, tell):
    tell(SAM, PRIYA, ANN)
    report = tell(
        SAM.replace("Sam Reed", "Sam Reed-Price"),
        PRIYA,
        "reviewing_officer,E2,Omar Aziz,,omar@example.gov.uk,en,100001,,,01/11/2026,",
        ANN.replace("12/05/2025,", "12/05/2025,20/11/2026"),
    )
    assert (report.added, report.changed) == (1, 1)
    assert (report.relationships, report.allocations) == (1, 1)
    child_id = children.children_by_case_number(session)["100001"]
    circle = children.circle(session, child_id=child_id, on=ON)
    assert [member.name for member in circle] == ["Omar Aziz"]


def test_a_language_that_somebody_chose_stays_theirs(session, tell):
    tell(SAM)
    child_id = children.children_by_case_number(session)["100001"]
    people.set_passphrase(session, person_id=child_id, passphrase="violet kettle galaxy", now=NOW)
    session.commit()
    tell(SAM.replace(",cy,", ",en,"))
    assert people_queries.person(session, person_id=child_id).language == "cy"


@pytest.mark.parametrize(
    ("row", "line", "column", "code"),
    [
        (JO.replace("parent", "boss"), 2, "JOB", "no_such_code"),
        (JO.replace("Jo Reed", ""), 2, "NAME", "name_missing"),
        (JO.replace("P1", ""), 2, "REFERENCE", "reference_missing"),
        (JO.replace("mother", "aunty"), 2, "KIND", "no_such_code"),
        (JO.replace("yes", "perhaps"), 2, "PARENTAL_RESPONSIBILITY", "yes_or_no"),
        (JO.replace("100001", "999999"), 2, "CHILD", "no_such_child"),
        (JO.replace("Jo Reed,,", "Jo Reed,,jo@example.org"), 2, "EMAIL", "email_not_wanted"),
        (PRIYA.replace("Priya@Example.gov.uk", ""), 2, "EMAIL", "email_missing"),
        (PRIYA.replace(",en,", ",xx,"), 2, "LANGUAGE", "no_such_language"),
        (PRIYA.replace("01/04/2026", "1.4.26"), 2, "FROM", "date_not_readable"),
        (ANN.replace("12/05/2025,", "12/05/2025,11/05/2025"), 2, "UNTIL", "ends_before_it_begins"),
        (JO.replace("mother", "reviewing_officer"), 2, "KIND", "not_an_officer"),
        (SAM.replace("100001", ""), 2, "CHILD", "no_child_number"),
        ("parent,P1,Jo", 2, "", "wrong_number_of_cells"),
        (f"{JO}\n{JO.replace('Jo Reed', 'Jo Smith')}", 3, "NAME", "rows_differ"),
    ],
)
def test_a_wrong_row_holds_its_person_back_and_nobody_else(tell, row, line, column, code):
    report = tell(row, OWEN)
    (refused,) = report.refused
    assert (refused.line, refused.column, refused.code) == (line, column, code)
    assert report.added == 1


def test_nobody_takes_over_the_address_of_another(tell):
    tell(PRIYA)
    report = tell(
        PRIYA.replace("E1", "E9").replace("Priya Shah", "Eve"),
        "service_manager,E7,One,,same@example.gov.uk,,,,,,",
        "service_manager,E8,Two,,same@example.gov.uk,,,,,,",
    )
    assert [(row.line, row.code) for row in report.refused] == [
        (2, "email_taken"),
        (4, "email_taken"),
    ]
    assert report.added == 1


def test_an_address_of_another_council_is_refused(app, session, tell):
    from cadair.people.models import Nation
    from tests.backend.children.conftest import a_council

    elsewhere = a_council(app, session, "Elsewhere", Nation.ENGLAND)
    del elsewhere
    people.add_person(
        session,
        person_id=UUID(int=7),
        job=Job.SERVICE_MANAGER,
        name="Owen",
        email="owen@example.gov.uk",
    )
    session.commit()
    assert [row.code for row in tell(OWEN).refused] == ["email_taken"]


def test_strict_takes_everybody_or_nobody(tell):
    report = tell(JO.replace("mother", "aunty"), OWEN, strict=True)
    assert (report.added, len(report.refused)) == (0, 1)
    assert tell(OWEN).added == 1


def test_a_dry_run_of_people_writes_nobody(tell):
    assert tell(OWEN, dry_run=True).added == 1
    assert tell(OWEN).added == 1


def test_the_template_is_a_good_file_of_people(tmp_path):
    path = tmp_path / "people.csv"
    write_template(path)
    read = read_people_file(path, languages=LANGUAGES)
    assert read.refused == []
    assert len(read.people) == 5


def test_the_command_writes_the_template_and_never_over_a_file(tmp_path):
    path = tmp_path / "people.csv"
    first = CliRunner().invoke(import_people_command, [str(path), "--template"])
    assert (first.exit_code, path.exists()) == (0, True)
    again = CliRunner().invoke(import_people_command, [str(path), "--template"])
    assert again.exit_code == 2
    assert "is not written over it" in again.output


@pytest.mark.parametrize("raw", ["", "NAME,AGE\nSam,4\n"])
def test_another_file_is_no_file_of_people(tmp_path, raw):
    path = tmp_path / "people.csv"
    path.write_text(raw)
    with pytest.raises(PeopleFileRefused):
        read_people_file(path, languages=LANGUAGES)


def test_somebody_known_by_address_alone_gets_their_number(session, tell):
    tell(OWEN)
    report = tell(OWEN.replace("service manager,,", "service manager,E5,"))
    assert (report.refused, report.added, report.changed) == ([], 0, 1)
    assert people_queries.by_reference(session)["E5"].name == "Owen Hughes"
