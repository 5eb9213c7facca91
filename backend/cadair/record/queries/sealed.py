"""Every sealed column of the record room."""

from typing import Final

from cadair.record.queries import codes, record_places, releases

SEALED: Final = (*codes.SEALED, *record_places.SEALED, *releases.SEALED)
from cadair.record.queries import codes, outcomes_sealed, releases

SEALED: Final = (*codes.SEALED, *releases.SEALED, *outcomes_sealed.SEALED)
