"""Whether a child lives outside the area of the council that looks after them.

The return as it is today carries two postcodes, of the child's family home when care began and of
where the child lives now, and nothing that says which council's area a postcode is in.  So, best
evidence first:

1. PL_LOCATION, IN or OUT, in extracts that still have that column: the case system has said so.
2. The council's own list of postcode areas and districts ("CF", "CF3"): compared with where the
   child lives.  A district that straddles the boundary is in or out as the council has listed it.
3. Without a list, the postcode areas (the leading letters) of the two postcodes: another area than
   home reads as out of area.  UNCONFIRMED: postcode areas are not council areas, so a child moved
   across the boundary within one postcode area is missed, and one who became looked after far from
   home is misread.  It is marked as a guess wherever it is stored.

A missing postcode is no evidence: then it is not known, and nobody is told either way.
"""

import re
from collections.abc import Collection
from enum import StrEnum
from typing import Final


class OutOfAreaBy(StrEnum):
    """On what evidence a child is held to live in or out of the council's area."""

    CASE_SYSTEM = "case_system"
    COUNCIL_POSTCODES = "council_postcodes"
    HOME_POSTCODE_AREA = "home_postcode_area"  # a guess
    NOTHING = ""


_POSTCODE: Final = re.compile(r"([A-Z]{1,2})(\d[A-Z\d]?)(?:\d[A-Z]{2})?", re.ASCII)


def where_it_lies(postcode: str) -> tuple[str, str] | None:
    """The area and the district of a postcode, ("CF", "CF10"); None when it is not one."""
    found = _POSTCODE.fullmatch("".join(postcode.upper().split()))
    return (found[1], found[1] + found[2]) if found else None


def out_of_area(
    *,
    placement_postcode: str,
    home_postcode: str,
    said_by_case_system: str = "",
    council_postcodes: Collection[str] = (),
) -> tuple[bool | None, OutOfAreaBy]:
    """Whether the placement lies out of area, and on what evidence; None when not known."""
    said = said_by_case_system.strip().upper()
    if said in ("IN", "OUT"):
        return said == "OUT", OutOfAreaBy.CASE_SYSTEM
    lives = where_it_lies(placement_postcode)
    if lives is None:
        return None, OutOfAreaBy.NOTHING
    if council_postcodes:
        ours = {"".join(postcode.upper().split()) for postcode in council_postcodes}
        return ours.isdisjoint(lives), OutOfAreaBy.COUNCIL_POSTCODES
    home = where_it_lies(home_postcode)
    if home is None:
        return None, OutOfAreaBy.NOTHING
    return lives[0] != home[0], OutOfAreaBy.HOME_POSTCODE_AREA
