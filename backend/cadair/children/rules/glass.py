"""How long a service manager may read for a reason, and how much of a reason it takes."""

from datetime import timedelta
from typing import Final

LASTS: Final = timedelta(hours=1)
SHORTEST_REASON: Final = 20  # characters: more than "needed" or "urgent"
LONGEST_REASON: Final = 2_000
