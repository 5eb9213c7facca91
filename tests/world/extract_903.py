"""A made-up return of children looked after, with the history and the mess that real ones have.

`python -m tests.world.extract_903 FOLDER --children 1500` writes one; the same seed writes the same
files.
"""

import argparse
import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from tests.world.children_903 import MadeChild, children

HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = (
    "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
    "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN",
)  # fmt: skip
REVIEWS = ("CHILD", "DOB", "REVIEW", "REVIEW_CODE")
PLACED = ("CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED")


@dataclass(frozen=True, slots=True)
class Mess:
    """A row that is wrong on purpose, and what an import must say of it."""

    child: str
    code: str


def written(day: date | None) -> str:
    """A day as the return writes it."""
    return f"{day:%d/%m/%Y}" if day else ""


def header_rows(made: Iterable[MadeChild]) -> list[list[str]]:
    return [
        [child.number, child.sex, written(child.born), "WBRI", f"A{child.number}", "", ""]
        for child in made
    ]


def episode_rows(made: Iterable[MadeChild]) -> list[list[str]]:
    return [
        [
            child.number, written(one.began), one.reason, one.status, "N1", one.place, "PR1",
            written(one.ended), one.why_ended, "", one.home, one.postcode, "SC001234",
        ]
        for child in made
        for one in child.episodes
    ]  # fmt: skip


def review_rows(made: Iterable[MadeChild]) -> list[list[str]]:
    return [
        [child.number, written(child.born), written(day), code]
        for child in made
        for day, code in child.reviews
    ]


def placed_rows(made: Iterable[MadeChild]) -> list[list[str]]:
    return [
        [child.number, written(child.born), written(day), written(ceased), ""]
        for child in made
        for day, ceased in child.decisions
    ]


def write_clean(folder: Path, made: Sequence[MadeChild]) -> None:
    """The return as it should be: four files, UTF-8."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns, rows in _tables(made):
        _write(folder / f"{name}.csv", columns, rows, encoding="utf-8", newline="\n")


def write_messy(
    folder: Path, made: Sequence[MadeChild], *, on: date, seed: int = 903
) -> list[Mess]:
    """The same return as case systems export it; returns the rows that must be refused.

    Other file names, other column orders, BOM, CRLF, Windows-1252, quoted commas, files of single
    years that overlap, rows twice, and wrong rows for children of their own.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    mess, wrong = _wrong_rows(on)
    tables = {name: (columns, rows) for name, columns, rows in _tables(made)}
    header = tables["Header"][1] + wrong["Header"]
    header[0][3] = "Mixed, other “quoted”, café"
    header += chance.sample(header[: len(made)], min(20, len(made)))
    _write(
        folder / "LAC_HEADER_2026 (final) v2.CSV", HEADER, header, encoding="cp1252", newline="\r\n"
    )
    episodes = tables["Episodes"][1]
    half = written(on - timedelta(days=365))
    older = [_as_known_then(row, on - timedelta(days=365)) for row in episodes]
    earlier = [row for row in older if row is not None]
    assert half
    _write_swapped(folder / "export1.csv", EPISODES, earlier, chance, encoding="utf-8-sig")
    later = episodes + wrong["Episodes"]
    _write_swapped(folder / "export2.csv", EPISODES, later, chance, encoding="utf-8-sig")
    reviews = tables["Reviews"][1] + wrong["Reviews"]
    reviews += chance.sample(reviews[: len(made)], min(30, len(made)))
    _write_swapped(
        folder / "reviews 903.txt", tuple(c.lower() for c in REVIEWS), reviews, chance,
        encoding="utf-16",
    )  # fmt: skip
    _write(
        folder / "sbpfa.csv", PLACED, tables["PlacedAdoption"][1], encoding="utf-8", newline="\r"
    )
    (folder / "readme.txt").write_text("Exported on Tuesday. Ask Sian if the numbers look odd.\n")
    (folder / "uasc.csv").write_text("CHILD,SEX,DOB,DUC\n100001,1,01/01/2010,\n")
    return mess


def _as_known_then(row: list[str], then: date) -> list[str] | None:
    """An episode as a file of an earlier year has it: not begun yet, or not ended yet."""
    began = _day(row[1])
    if began > then:
        return None
    if row[7] and _day(row[7]) > then:
        return [*row[:7], "", "", *row[9:]]
    return list(row)


def _day(cell: str) -> date:
    day, month, year = (int(part) for part in cell.split("/"))
    return date(year, month, day)


def _wrong_rows(on: date) -> tuple[list[Mess], dict[str, list[list[str]]]]:
    """Children whose rows are wrong, each in one way, and the code of the refusal."""
    mess: list[Mess] = []
    rows: dict[str, list[list[str]]] = {"Header": [], "Episodes": [], "Reviews": []}
    good = ["S", "C2", "N1", "U6", "PR1", "", "", "", "CF10 1AA", "CF11 1AA", ""]
    future = written(on + timedelta(days=30))

    def wrong(code: str, *, dob: str = "01/02/2012", header: bool = True) -> str:
        number = f"9{len(mess):05}"
        mess.append(Mess(number, code))
        if header:
            rows["Header"].append([number, "1", dob, "WBRI", "", "", ""])
        return number

    number = wrong("date_not_readable")
    rows["Episodes"].append([number, "01/01/19", *good])
    number = wrong("before_birth")
    rows["Episodes"].append([number, "01/02/2011", *good])
    number = wrong("born_in_the_future", dob=future)
    rows["Episodes"].append([number, "01/02/2020", *good])
    number = wrong("episodes_overlap")
    ended = [*good[:5], "01/06/2022", "X1", "", "CF10 1AA", "CF11 1AA", ""]
    rows["Episodes"].append([number, "01/02/2020", *ended])
    rows["Episodes"].append([number, "01/03/2022", *["P", *good[1:]]])
    number = wrong("not_in_header", header=False)
    rows["Episodes"].append([number, "01/02/2020", *good])
    number = wrong("not_in_header", header=False)
    rows["Reviews"].append([number, "01/02/2012", "01/02/2024", "PN1"])
    number = wrong("birth_differs")
    rows["Episodes"].append([number, "01/02/2020", *good])
    rows["Reviews"].append([number, "02/01/2012", "01/02/2024", "PN1"])
    number = wrong("no_such_code")
    rows["Episodes"].append([number, "01/02/2020", *good])
    rows["Reviews"].append([number, "01/02/2012", "01/02/2024", "PN9"])
    number = wrong("ends_before_it_begins")
    rows["Episodes"].append([number, "01/02/2020", *good[:5], "01/01/2020", "E8", *good[7:]])
    number = wrong("wrong_number_of_cells")
    rows["Episodes"].append([number, "01/02/2020", "S", "C2"])
    number = wrong("in_the_future")
    rows["Episodes"].append([number, "01/02/2020", *good])
    rows["Reviews"].append([number, "01/02/2012", future, "PN1"])
    return mess, rows


def write_xml(path: Path, made: Iterable[MadeChild]) -> None:
    """The same return in its XML form."""
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<EXPSSDA903>\n')
        for child in made:
            file.write(f"<CHILD>\n<HEADER>\n<CHILDID>{escape(child.number)}</CHILDID>\n")
            file.write(f"<SEX>{child.sex}</SEX><DOB>{written(child.born)}</DOB>\n")
            for day, code in child.reviews:
                file.write(
                    f"<AREVIEW><REVIEW>{written(day)}</REVIEW>"
                    f"<REVIEW_CODE>{code}</REVIEW_CODE></AREVIEW>\n"
                )
            for day, ceased in child.decisions:
                file.write(
                    f"<AD_PLACED><DATE_PLACED>{written(day)}</DATE_PLACED>"
                    f"<DATE_PLACED_CEASED>{written(ceased)}</DATE_PLACED_CEASED></AD_PLACED>\n"
                )
            file.write("</HEADER>\n")
            for one in child.episodes:
                file.write(
                    f"<EPISODE><DECOM>{written(one.began)}</DECOM><RNE>{one.reason}</RNE>"
                    f"<LS>{one.status}</LS><CIN>N1</CIN><PL>{one.place}</PL>"
                    f"<PLACE_PROVIDER>PR1</PLACE_PROVIDER><DEC>{written(one.ended)}</DEC>"
                    f"<REC>{one.why_ended}</REC><HOME_POST>{one.home}</HOME_POST>"
                    f"<PL_POST>{one.postcode}</PL_POST></EPISODE>\n"
                )
            file.write("</CHILD>\n")
        file.write("</EXPSSDA903>\n")


def _tables(
    made: Sequence[MadeChild],
) -> tuple[tuple[str, tuple[str, ...], list[list[str]]], ...]:
    return (
        ("Header", HEADER, header_rows(made)),
        ("Episodes", EPISODES, episode_rows(made)),
        ("Reviews", REVIEWS, review_rows(made)),
        ("PlacedAdoption", PLACED, placed_rows(made)),
    )


def _write(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    encoding: str,
    newline: str,
) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, lineterminator=newline)
        writer.writerow(columns)
        writer.writerows(rows)


def _write_swapped(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    chance: random.Random,
    *,
    encoding: str,
) -> None:
    """Columns and rows in another order; rows that are too short stay as they are."""
    order = list(range(1, len(columns)))
    chance.shuffle(order)
    order.insert(0, 0)
    shuffled = list(rows)
    chance.shuffle(shuffled)
    _write(
        path,
        [columns[at] for at in order],
        [[row[at] for at in order] if len(row) == len(columns) else row for row in shuffled],
        encoding=encoding,
        newline="\r\n",
    )


def main() -> None:
    """Write a made-up return from the terminal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--children", type=int, default=1_500)
    parser.add_argument("--on", type=date.fromisoformat, default=date(2026, 11, 21))
    parser.add_argument("--clean", action="store_true", help="no mess")
    asked = parser.parse_args()
    made = children(asked.children, on=asked.on)
    if asked.clean:
        write_clean(asked.folder, made)
    else:
        write_messy(asked.folder, made, on=asked.on)


if __name__ == "__main__":
    main()
