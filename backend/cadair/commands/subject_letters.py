"""What a child is given of their letters: each as it was given, with what they said of it."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.commands.subject_bundle import plain
from cadair.record.queries.letter_pages import own_letter, own_letters


def letters_of(session: Session, *, actor: Actor, now: datetime) -> list[dict[str, Any]]:
    """Every letter that the child was given, whole."""
    return [
        plain(own_letter(session, actor=actor, review_id=each.review_id, now=now))
        for each in own_letters(session, actor=actor).letters
    ]
