"""Every sealed column of the record room."""

from typing import Final

from cadair.record.queries import codes, disputes_sealed, outcomes_sealed, record_places, releases

SEALED: Final = (
    *codes.SEALED,
    *disputes_sealed.SEALED,
    *outcomes_sealed.SEALED,
from cadair.record.queries import codes, letters, outcomes_sealed, record_places, releases

SEALED: Final = (
    *codes.SEALED,
    *letters.SEALED,
    *record_places.SEALED,
    *releases.SEALED,
)
