"""HTTP for what passes between reviews."""

from cadair.messages.routes.blueprint import blueprint

__all__ = ["blueprint"]
