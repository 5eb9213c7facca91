"""Every sealed column of the record room."""

from typing import Final

from cadair.record.queries import codes, outcomes_sealed, record_places, releases

SEALED: Final = (*codes.SEALED, *outcomes_sealed.SEALED, *record_places.SEALED, *releases.SEALED)
from cadair.record.queries import codes, disputes_sealed, releases

SEALED: Final = (*codes.SEALED, *disputes_sealed.SEALED, *releases.SEALED)
