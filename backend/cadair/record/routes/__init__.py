"""HTTP for what a review heard and decided, its record, its letter, and what is given on."""

from cadair.record.routes import disputes as disputes
from cadair.record.routes import distribution as distribution
from cadair.record.routes import everything as everything
from cadair.record.routes import files as files
from cadair.record.routes import letters as letters
from cadair.record.routes import meeting_plans as meeting_plans
from cadair.record.routes import messages as messages
from cadair.record.routes import midpoint as midpoint
from cadair.record.routes import outcomes as outcomes
from cadair.record.routes import records as records
from cadair.record.routes import returns as returns
from cadair.record.routes import reviews as reviews
from cadair.record.routes.blueprint import blueprint

__all__ = ["blueprint"]
