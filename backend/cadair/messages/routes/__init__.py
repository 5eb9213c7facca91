"""HTTP for what passes between reviews."""

from cadair.messages.routes import asking as asking
from cadair.messages.routes import away as away
from cadair.messages.routes import conversations as conversations
from cadair.messages.routes import handing_over as handing_over
from cadair.messages.routes import officers as officers
from cadair.messages.routes import visits as visits
from cadair.messages.routes.blueprint import blueprint

__all__ = ["blueprint"]
