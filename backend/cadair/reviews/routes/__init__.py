"""HTTP for planning, holding and postponing reviews, and for reaching the people around a child."""

from cadair.reviews.routes import holding as holding
from cadair.reviews.routes import planning as planning
from cadair.reviews.routes.blueprint import blueprint

__all__ = ["blueprint"]
