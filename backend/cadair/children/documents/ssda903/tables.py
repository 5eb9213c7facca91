"""The tables of the return, known by their columns, whatever a file is called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Table(StrEnum):
    """A table of the return that Cadair reads."""

    HEADER = "Header"
    EPISODES = "Episodes"
    REVIEWS = "Reviews"
    PLACED_ADOPTION = "PlacedAdoption"


COLUMNS: Final[Mapping[Table, tuple[str, ...]]] = MappingProxyType(
    {
        Table.HEADER: ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"),
        Table.EPISODES: (
            "CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
            "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN",
        ),
        Table.REVIEWS: ("CHILD", "DOB", "REVIEW", "REVIEW_CODE"),
        Table.PLACED_ADOPTION: (
            "CHILD", "DOB", "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED",
        ),
    }
)  # fmt: skip

# What is kept of each table; the rest (ethnicity, UPN, provider's URN, …) has no use here.
READ: Final[Mapping[Table, tuple[str, ...]]] = MappingProxyType(
    {
        Table.HEADER: ("CHILD", "SEX", "DOB"),
        Table.EPISODES: (
            "CHILD", "DECOM", "RNE", "LS", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
            "HOME_POST", "PL_POST", "PL_LOCATION",
        ),
        Table.REVIEWS: COLUMNS[Table.REVIEWS],
        Table.PLACED_ADOPTION: COLUMNS[Table.PLACED_ADOPTION],
    }
)  # fmt: skip

NOT_NEEDED: Final[Mapping[str, frozenset[str]]] = MappingProxyType(
    {
        name: frozenset(columns.split())
        for name, columns in {
            "UASC": "CHILD SEX DOB DUC",
            "OC2": "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS "
            "TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED "
            "INTERVENTION_OFFERED",
            "OC3": "CHILD DOB IN_TOUCH ACTIV ACCOM",
            "AD1": "CHILD DOB DATE_INT DATE_MATCH FOSTER_CARE NB_ADOPTR SEX_ADOPTR LS_ADOPTR",
            "PrevPerm": "CHILD DOB PREV_PERM LA_PERM DATE_PERM",
            "Missing": "CHILD DOB MISSING MIS_START MIS_END",
            "SW_Episodes": "CHILD DOB SW_ID SW_DECOM SW_DEC SW_REASON",
        }.items()
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What a file's columns say that it is: a table to read, or a sentence why not."""

    table: Table | None = None
    why_not: str = ""
    extra: tuple[str, ...] = ()  # columns beyond the table's own, which are not read


def column_name(cell: str) -> str:
    """One spelling of a column's name, however it was exported."""
    return "_".join(cell.strip().strip('"').upper().split())


def recognise(columns: Sequence[str]) -> Recognised:
    """Which table has these columns, in any order; more columns than its own do no harm."""
    names = frozenset(columns)
    for table, own in COLUMNS.items():
        if names.issuperset(own):
            twice = sorted(name for name in own if columns.count(name) > 1)
            if twice:
                return Recognised(why_not=f"it has the column {', '.join(twice)} twice")
            known = {*own, *READ[table]}
            return Recognised(
                table=table,
                extra=tuple(name for name in columns if name and name not in known),
            )
    for name, theirs in NOT_NEEDED.items():
        if names >= theirs:
            return Recognised(why_not=f"it is the {name} table, which Cadair does not need")
    return Recognised(why_not=_nearest(names))


def _nearest(names: frozenset[str]) -> str:
    table, own = max(COLUMNS.items(), key=lambda item: len(names & set(item[1])) / len(item[1]))
    missing = [column for column in own if column not in names]
    if len(missing) > len(own) / 2:
        return "its first line does not name the columns of any table of the return"
    return f"it looks like the {table} table, but lacks the column {', '.join(missing)}"
