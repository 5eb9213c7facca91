"""Which columns of this room are sealed, and what each value is bound to."""

from typing import Final

from cadair.foundation.sealing import SealedColumn
from cadair.messages.queries.values import place_of_note, place_of_reason, place_of_words

SEALED: Final = (
    SealedColumn(
        name="message.words",
        child="message.child_id",
        place=lambda row: place_of_words(row["id"]),
    ),
    SealedColumn(
        name="message.reason",
        child="message.child_id",
        place=lambda row: place_of_reason(row["id"]),
    ),
    SealedColumn(
        name="officer_note.words",
        child="officer_note.child_id",
        place=lambda row: place_of_note(row["id"]),
    ),
)
