"""A child's certificate: that they took part in their review, with a circle of chairs."""

from datetime import date, datetime
from typing import Final

from cadair.record.documents.pages import Chairs, Page, Words
from cadair.record.rules.letters import WRITTEN_IN, day_in

SENTENCES: Final = {
    "en": ("A certificate for {called}", "This was your review.", "{day}",
           "Thank you for having your say. Your chair is always yours."),
    "cy": ("Tystysgrif i {called}", "Dy adolygiad di oedd hwn.", "{day}",
           "Diolch i ti am ddweud dy ddweud. Dy gadair di yw hi bob amser."),
}  # fmt: skip
CHAIRS: Final = 7


def certificate(*, called: str, held_on: date, language: str, made_at: datetime) -> Page:
    """The certificate of one review that was held; it names nobody else."""
    spoken = language if language in WRITTEN_IN else WRITTEN_IN[0]
    title, *lines = SENTENCES[spoken]
    day = day_in(held_on, spoken)
    return Page(
        title=title.format(called=called),
        language=spoken,
        made_at=made_at,
        is_large=True,
        is_centred=True,
        blocks=(Chairs(count=CHAIRS), *(Words(words=each.format(day=day)) for each in lines)),
    )
