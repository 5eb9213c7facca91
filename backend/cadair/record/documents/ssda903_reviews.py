"""The Reviews rows of the statutory return: the CSV table, and the elements of the XML form.

The same rows make the same bytes.  Every cell goes through `foundation.spreadsheets`, which changes
none of a row that passed the checks: a CHILD that begins as a formula does is held back before.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Final
from xml.etree import ElementTree as ET

from cadair.foundation.spreadsheets import csv_text
from cadair.record.rules.returning import ReturnRow

COLUMNS: Final = ("CHILD", "DOB", "REVIEW", "REVIEW_CODE")
ROOT: Final = "EXPSSDA903"  # as the return's own XML form is called; see children.documents


def as_csv(rows: Iterable[ReturnRow]) -> str:
    """`CHILD,DOB,REVIEW,REVIEW_CODE`, days as dd/mm/yyyy."""
    return csv_text(columns=COLUMNS, rows=map(_cells, rows))


def as_xml(rows: Sequence[ReturnRow]) -> bytes:
    """A CHILD for each, with as much of its HEADER as names it and every AREVIEW in it."""
    root = ET.Element(ROOT)
    for (number, born_on), theirs in groupby(rows, key=lambda row: (row.case_number, row.born_on)):
        child = ET.SubElement(root, "CHILD")
        header = ET.SubElement(child, "HEADER")
        ET.SubElement(header, "CHILDID").text = number
        ET.SubElement(header, "DOB").text = _day(born_on)
        for row in theirs:
            review = ET.SubElement(header, "AREVIEW")
            ET.SubElement(review, "REVIEW").text = _day(row.held_on)
            ET.SubElement(review, "REVIEW_CODE").text = row.code
    ET.indent(root)
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def _cells(row: ReturnRow) -> tuple[str, ...]:
    return row.case_number, _day(row.born_on), _day(row.held_on), row.code


def _day(day: date) -> str:
    return f"{day:%d/%m/}{day.year:04}"
