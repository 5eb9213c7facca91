"""A meeting for somebody's own calendar: when, where as far as they may know, and nobody else.

No attendee and no organiser stands in it, its title is neutral, and its id is this person's alone,
so that two people's files say nothing of each other (security bar B3, L1).
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid5

from icalendar import Calendar, Event

from cadair.reviews.queries import OwnPart

TITLES: Final[Mapping[str, str]] = {"en": "My meeting", "cy": "Fy nghyfarfod"}
USUAL_MINUTES: Final = 60  # a plan may leave it open


def as_calendar(part: OwnPart, *, person_id: UUID, language: str, now: datetime) -> bytes:
    """The part, as its person is told of it; it must have a beginning."""
    assert part.starts_at is not None
    event = Event()
    event.add("uid", str(uuid5(person_id, str(part.id))))
    event.add("dtstamp", now)
    event.add("dtstart", part.starts_at)
    event.add("dtend", part.starts_at + timedelta(minutes=part.minutes or USUAL_MINUTES))
    event.add("summary", TITLES.get(language, TITLES["en"]))
    if part.place:
        event.add("location", part.place)
    if part.video_link:
        event.add("url", part.video_link)
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Seat//EN")
    calendar.add_component(event)
    made: bytes = calendar.to_ical()
    return made
