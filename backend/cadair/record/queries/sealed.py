"""Every sealed column of the record room."""

from typing import Final

from cadair.record.queries import codes, releases

SEALED: Final = (*codes.SEALED, *releases.SEALED)
