"""HTTP for how a child wants their meeting to go, and for the meeting while it runs."""

from cadair.meeting.routes import guests as guests
from cadair.meeting.routes import live as live
from cadair.meeting.routes import rating as rating
from cadair.meeting.routes.plans import blueprint

__all__ = ["blueprint"]
