"""Every sealed column of the record room."""

from typing import Final

from cadair.record.queries import codes, record_places, releases

SEALED: Final = (*codes.SEALED, *record_places.SEALED, *releases.SEALED)
