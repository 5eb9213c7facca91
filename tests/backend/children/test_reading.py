"""Files as case systems and spreadsheets leave them."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadair.children.documents.csv_lines import cells_of, cleaned
from cadair.children.documents.ssda903.cells import date_in
from cadair.children.documents.ssda903.child_record import (
    ReadChild,
    ReadingRules,
    read_child,
)
from cadair.children.documents.ssda903.csv_rows import NotReadable, open_csv
from cadair.children.documents.ssda903.folder import NothingToImport, find_extract, gather
from cadair.children.documents.ssda903.rows import Refused, Row
from cadair.children.documents.ssda903.spool import Spool
from cadair.children.documents.ssda903.tables import COLUMNS, Table
from tests.backend.children.conftest import EPISODES, HEADER, ON, REVIEWS, write

REVIEWS_HEADER = "CHILD,DOB,REVIEW,REVIEW_CODE"
RULES = ReadingRules(today=ON, codes_optional=False)


def rows_of(tmp_path: Path, raw: bytes | str) -> list[Row | Refused]:
    path = tmp_path / "some file.csv"
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return list(open_csv(path, path.name).rows())


def read(folder: Path, rules: ReadingRules = RULES) -> dict[str, ReadChild]:
    """What became of each child of a folder."""
    spool = Spool()
    nobodys = gather(find_extract(folder), spool)
    assert nobodys == []
    found = {rows.child: read_child(rows, rules) for rows in spool.children()}
    spool.close()
    return found


def codes(folder: Path) -> list[tuple[str, int, str, str]]:
    return [
        (row.file, row.line, row.column, row.code)
        for child in read(folder).values()
        for row in child.refused
    ]


ONE_REVIEW = ("A1", "05/06/2014", "25/03/2025", "PN1")


@pytest.mark.parametrize(
    "raw",
    [
        f"{REVIEWS_HEADER}\nA1,05/06/2014,25/03/2025,PN1\n",
        f"{REVIEWS_HEADER}\r\nA1,05/06/2014,25/03/2025,PN1\r\n",
        f"{REVIEWS_HEADER}\rA1,05/06/2014,25/03/2025,PN1",
        f"\ufeff{REVIEWS_HEADER}\nA1,05/06/2014,25/03/2025,PN1",
        f"{REVIEWS_HEADER}\nA1,05/06/2014,25/03/2025,PN1".encode("utf-16"),
        "review_code, Dob ,CHILD,review\nPN1,05/06/2014,A1,25/03/2025",
        'Review Code,DOB,Child,Review\n"PN1","05/06/2014","A1","25/03/2025"',
        "CHILD;DOB;REVIEW;REVIEW_CODE\nA1;05/06/2014;25/03/2025;PN1",
        "CHILD\tDOB\tREVIEW\tREVIEW_CODE\nA1\t05/06/2014\t25/03/2025\tPN1",
        f"\n\n{REVIEWS_HEADER}\n\n,,,\nA1,05/06/2014,25/03/2025,PN1\n,,,\n\x1a",
        f'{REVIEWS_HEADER}\n="A1", 05/06/2014 ,25/03/2025,PN1',
        f"{REVIEWS_HEADER},,\nA1,05/06/2014,25/03/2025,PN1,,",
        f"{REVIEWS_HEADER}\nA1,05/06/2014,25/03/2025,PN1\n{REVIEWS_HEADER}\n",
        'CHILD,DOB,REVIEW,REVIEW_CODE,TEAM\nA1,05/06/2014,25/03/2025,PN1,"North, and West"',
        "CHILD,DOB,REVIEW,REVIEW_CODE,WORKER\nA1,05/06/2014,25/03/2025,PN1,Siân".encode("cp1252"),
    ],
)
def test_a_table_is_read_however_it_was_exported(tmp_path, raw):
    (row,) = rows_of(tmp_path, raw)
    assert isinstance(row, Row)
    assert (row.table, row.cells) == (Table.REVIEWS, ONE_REVIEW)


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ("", "it is empty"),
        ("\n\n", "it is empty"),
        ("Dear Sian,\n", "does not name the columns of any table"),
        ("CHILD,DOB,REVIEW\n", "looks like the Reviews table, but lacks the column REVIEW_CODE"),
        ("CHILD,DOB,REVIEW,REVIEW_CODE,DOB\n", "has the column DOB twice"),
        ("CHILD,SEX,DOB,DUC\n", "is the UASC table, which Cadair does not need"),
        (b"PK\x03\x04\x14\x00\x00\x00", "is not a text file"),
        (b"x" * 200_000, "is not a text file"),
        ('CHILD,"DOB,REVIEW,REVIEW_CODE\n', "quotation marks of its first line do not pair"),
    ],
)
def test_a_file_that_is_no_table_is_named_with_the_reason(tmp_path, raw, why):
    with pytest.raises(NotReadable, match=why):
        rows_of(tmp_path, raw)


def test_a_workbook_is_told_from_a_table(tmp_path):
    (tmp_path / "header.xlsx").write_bytes(b"anything")
    with pytest.raises(NotReadable, match="save each of its sheets as CSV"):
        open_csv(tmp_path / "header.xlsx", "header.xlsx")


def test_a_stray_quotation_mark_spoils_its_own_line_only(tmp_path):
    raw = (
        f'{REVIEWS_HEADER}\nA1,05/06/2014,25/03/2025,"PN1\n'
        "B2,05/06/2014,25/03/2025,PN1\nC3,05/06/2014,25/03/2025,PN1"
    )
    first, *rest = rows_of(tmp_path, raw)
    assert isinstance(first, Refused)
    assert (first.line, first.code, first.child) == (2, "quotes_do_not_pair", "A1")
    assert [row.child for row in rest] == ["B2", "C3"]


@pytest.mark.parametrize("line", ["A1,05/06/2014", "A1,05/06/2014,25/03/2025,PN1,PN2"])
def test_a_row_of_another_length_is_refused_with_its_child(tmp_path, line):
    (row,) = rows_of(tmp_path, f"{REVIEWS_HEADER}\n{line}")
    assert isinstance(row, Refused)
    assert (row.code, row.child) == ("wrong_number_of_cells", "A1")


def test_a_file_of_fifty_megabytes_without_a_line_break_is_refused_at_once(tmp_path):
    raw = REVIEWS_HEADER.encode() + b"\n" + b"A1," * 17_000_000
    (row,) = rows_of(tmp_path, raw)
    assert isinstance(row, Refused)
    assert (row.line, row.code) == (2, "line_too_long")


def test_a_file_of_fifty_megabytes_of_something_else_is_given_up_early(tmp_path):
    folder = write(tmp_path / "x", header=HEADER, episodes=EPISODES)
    with (folder / "reviews.csv").open("wb") as file:
        file.write(REVIEWS_HEADER.encode() + b"\n")
        file.write(b"lorem ipsum dolor\n" * 2_900_000)
    with pytest.raises(NothingToImport, match="most of its first 1002 lines are no rows"):
        gather(find_extract(folder), Spool())


def test_more_rows_than_a_life_has_are_refused_in_one_row(tmp_path, monkeypatch):
    monkeypatch.setattr("cadair.children.documents.ssda903.spool.MOST_ROWS", 3)
    reviews = "\n".join(f"A1,05/06/2014,{day:02}/03/2025,PN1" for day in range(1, 9))
    folder = write(tmp_path / "x", header=HEADER, episodes=EPISODES, reviews=reviews)
    assert [code for *_, code in codes(folder)] == ["too_many_rows"]


def test_a_broken_row_and_a_wrong_one_are_both_told(tmp_path):
    folder = write(
        tmp_path / "x",
        header=HEADER,
        episodes=f"{EPISODES}\nA1,03/03/2026",
        reviews="A1,05/06/2014,25/03/25,PN1",
    )
    assert {code for *_, code in codes(folder)} == {"wrong_number_of_cells", "date_not_readable"}


def test_a_case_number_that_a_spreadsheet_shortened_is_refused(tmp_path):
    folder = write(
        tmp_path / "x",
        header="1.23E+05,1,05/06/2014,,,,",
        episodes="1.23E+05,03/03/2025,S,C2,,,,,,,,,",
    )
    assert {code for *_, code in codes(folder)} == {"child_number_made_short"}


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31/03/2025", date(2025, 3, 31)),
        ("31/03/2025 00:00", date(2025, 3, 31)),
        ("31/03/2025 00:00:00", date(2025, 3, 31)),
        ("29/02/2024", date(2024, 2, 29)),
        ("29/02/2025", None),
        ("01/01/19", None),
        ("1/1/2019", None),
        ("2019-01-01", None),
        ("01/01/0019", None),
        ("13/13/2025", None),
        ("", None),
        ("٠١/٠١/٢٠٢٥", None),
        ("31/03/2025 14:30", None),
    ],
)
def test_a_date_is_written_in_one_way(cell, day):
    assert date_in(cell) == day


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        ({"header": "A1,1,,,,,"}, ("header.csv", 2, "DOB", "date_not_readable")),
        ({"header": "A1,1,05/06/2027,,,,"}, ("header.csv", 2, "DOB", "born_in_the_future")),
        ({"header": "A1,1,05/06/1914,,,,"}, ("header.csv", 2, "DOB", "too_old")),
        (
            {"header": f"{HEADER}\nA1,1,06/06/2014,,,,"},
            ("header.csv", 3, "DOB", "birth_differs"),
        ),
        (
            {"episodes": "A1,03/03/2025,S,XX,,,,,,,,,"},
            ("episodes.csv", 2, "LS", "no_such_code"),
        ),
        (
            {"episodes": "A1,03/03/2025,Q,C2,,,,,,,,,"},
            ("episodes.csv", 2, "RNE", "no_such_code"),
        ),
        (
            {"episodes": "A1,03/03/2027,S,C2,,,,,,,,,"},
            ("episodes.csv", 2, "DECOM", "in_the_future"),
        ),
        (
            {"episodes": "A1,04/06/2014,S,C2,,,,,,,,,"},
            ("episodes.csv", 2, "DECOM", "before_birth"),
        ),
        (
            {"episodes": "A1,03/03/2025,S,C2,,,,,E8,,,,"},
            ("episodes.csv", 2, "DEC", "end_is_missing"),
        ),
        (
            {"episodes": f"{EPISODES}\nA1,03/05/2025,P,C2,,,,,,,,,"},
            ("episodes.csv", 2, "DEC", "not_ended"),
        ),
        (
            {"episodes": f"{EPISODES}\nA1,03/03/2025,S,C1,,,,,,,,,"},
            ("episodes.csv", 3, "DECOM", "episodes_differ"),
        ),
        (
            {"reviews": "A1,05/06/2014,24/03/2014,PN0"},
            ("reviews.csv", 2, "REVIEW", "before_birth"),
        ),
        (
            {"reviews": f"{REVIEWS}\nA1,05/06/2014,25/03/2025,PN2"},
            ("reviews.csv", 3, "REVIEW_CODE", "code_differs"),
        ),
        (
            {"placed": "A1,05/06/2014,01/02/2025,01/01/2025,RD1"},
            ("placed.csv", 2, "DATE_PLACED_CEASED", "ends_before_it_begins"),
        ),
    ],
)
def test_a_wrong_row_is_refused_where_it_stands(tmp_path, tables, expected):
    folder = write(tmp_path / "x", header=HEADER, episodes=EPISODES, reviews=REVIEWS)
    write(folder, **tables)
    assert codes(folder) == [expected]


def test_the_same_row_twice_is_read_once(tmp_path):
    folder = write(
        tmp_path / "x",
        header=f"{HEADER}\n{HEADER}",
        episodes=f"{EPISODES}\n{EPISODES}",
        reviews=f"{REVIEWS}\n{REVIEWS}",
    )
    child = read(folder)["A1"]
    assert child.duplicates == 3
    assert child.record is not None
    assert (len(child.record.episodes), len(child.record.reviews)) == (1, 1)


def test_a_later_year_knows_the_end_of_an_episode_whatever_its_file_is_called(tmp_path):
    folder = write(tmp_path / "x", header=HEADER, episodes=EPISODES)
    ended = EPISODES.replace("PR1,,,,", "PR1,05/05/2026,E4A,,")
    for name in ("aaa.csv", "zzz.csv"):
        (folder / name).write_text(f"{','.join(COLUMNS[Table.EPISODES])}\n{ended}\n")
        record = read(folder)["A1"].record
        assert record is not None
        assert [str(one.ended_on) for one in record.episodes] == ["2026-05-05"]
        (folder / name).unlink()


def test_a_missing_episode_is_remarked_and_care_counted_as_one_period(tmp_path):
    folder = write(
        tmp_path / "x",
        header=HEADER,
        episodes="A1,03/03/2025,S,C2,,U6,,04/04/2025,X1,,,,\nA1,01/06/2025,P,C2,,U6,,,,,,,",
    )
    child = read(folder)["A1"]
    assert child.record is not None
    assert "an episode seems to be missing between 04/04/2025 and 01/06/2025" in child.remarks[0]


def test_case_numbers_differ_by_more_than_the_size_of_their_letters(tmp_path):
    folder = write(tmp_path / "x", header=HEADER, episodes=EPISODES.replace("A1", "a1"))
    assert list(read(folder)) == ["A1"]


@pytest.mark.parametrize(
    ("tables", "why"),
    [
        ({}, "has no Header and no Episodes table"),
        ({"header": HEADER}, "has no Episodes table"),
        ({"episodes": EPISODES}, "has no Header table"),
    ],
)
def test_an_extract_without_its_main_tables_is_no_extract(tmp_path, tables, why):
    with pytest.raises(NothingToImport, match=why):
        find_extract(write(tmp_path / "x", **tables))


def test_a_folder_that_is_not_there_is_said_so(tmp_path):
    with pytest.raises(NothingToImport, match="There is no folder"):
        find_extract(tmp_path / "nowhere")


XML = """<?xml version="1.0"?>
<EXPSSDA903>
 <CHILD><HEADER><CHILDID>A1</CHILDID><SEX>1</SEX><DOB>05/06/2014</DOB>
  <AREVIEW><REVIEW>25/03/2025</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
  <AREVIEW><REVIEW>20/06/2025</REVIEW><REVIEW_CODE>PN6</REVIEW_CODE></AREVIEW>
  <AD_PLACED><DATE_PLACED>01/07/2025</DATE_PLACED></AD_PLACED>
  <OC2><SDQ_SCORE>12</SDQ_SCORE></OC2></HEADER>
  <EPISODE><DECOM>03/03/2025</DECOM><RNE>S</RNE><LS>C2</LS><PL>U6</PL><DEC/></EPISODE>
 </CHILD>
 <CHILD><HEADER><CHILDID>B2</CHILDID><SEX>2</SEX><DOB>05/06/19</DOB></HEADER></CHILD>
</EXPSSDA903>
"""


def test_the_xml_form_is_read_with_the_lines_of_its_rows(tmp_path):
    (tmp_path / "903.xml").write_text(XML)
    found = read(tmp_path)
    record = found["A1"].record
    assert record is not None
    assert [(str(day), code) for day, code in record.reviews] == [
        ("2025-03-25", "PN1"),
        ("2025-06-20", "PN6"),
    ]
    assert record.episodes[0].place == "U6"
    assert str(record.adoption_decisions[0].decided_on) == "2025-07-01"
    (refused,) = found["B2"].refused
    assert (refused.file, refused.line, refused.column) == ("903.xml", 10, "DOB")


def test_xml_that_breaks_off_says_where(tmp_path):
    (tmp_path / "903.xml").write_text(XML[: XML.index("<CHILD><HEADER><CHILDID>B2")])
    spool = Spool()
    (broken,) = gather(find_extract(tmp_path), spool)
    assert (broken.code, broken.line) == ("xml_broken", 10)
    assert [rows.child for rows in spool.children()] == ["A1"]
    spool.close()


@pytest.mark.parametrize(
    ("xml", "why"),
    [
        ("hello", "it is not XML"),
        ("<OTHER/>", "its outermost element is OTHER"),
        (
            '<!DOCTYPE lolz [<!ENTITY lol "lol">]><EXPSSDA903>&lol;</EXPSSDA903>',
            "declares a document type",
        ),
    ],
)
def test_xml_of_another_kind_is_refused(tmp_path, xml, why):
    (tmp_path / "903.xml").write_text(xml)
    with pytest.raises(NothingToImport, match=why):
        gather(find_extract(tmp_path), Spool())


@given(st.binary(max_size=600))
def test_no_bytes_whatever_bring_the_reader_down(tmp_path_factory, raw):
    path = tmp_path_factory.mktemp("any") / "any.csv"
    path.write_bytes(REVIEWS_HEADER.encode() + b"\n" + raw)
    try:
        for row in open_csv(path, "any.csv").rows():
            assert row.line >= 2
    except NotReadable:
        pass


@given(st.text(max_size=60))
def test_no_cell_brings_the_date_reader_down(cell):
    assert date_in(cell) is None or cell[2] == "/"
    assert isinstance(cleaned(cell), str)


@given(st.lists(st.text(st.characters(exclude_characters="\r\n\0"), max_size=8), min_size=1))
def test_quoted_cells_come_back_as_they_were(cells):
    line = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    assert cells_of(line, ",") == cells
