"""Every sealed column of the record room."""

from typing import Final

from cadair.record.queries import (
    codes,
    disputes_sealed,
    letters,
    midpoints,
    outcomes_sealed,
    record_places,
    releases,
)

SEALED: Final = (
    *codes.SEALED,
    *disputes_sealed.SEALED,
    *letters.SEALED,
    *midpoints.SEALED,
    *outcomes_sealed.SEALED,
    *record_places.SEALED,
    *releases.SEALED,
)
