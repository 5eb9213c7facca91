"""What this room keeps sealed."""

from typing import Final

from cadair.children.queries.away import SEALED as ABOUT_BEING_AWAY
from cadair.children.queries.vault import SEALED as IN_THE_VAULT
from cadair.children.queries.walls import SEALED as ABOUT_WALLS

SEALED: Final = (*IN_THE_VAULT, *ABOUT_WALLS, *ABOUT_BEING_AWAY)
