"""How much one person may write in an hour: far more than people do, far less than a script.

Counted for each person by themselves, so that nobody learns from a refusal what another did.
"""

from datetime import datetime, timedelta
from typing import Final

from cadair.foundation.errors import TryAgainLater

COUNTED_FOR: Final = timedelta(hours=1)
MOST_SHARED: Final = 30  # contributions of one person about one child
MOST_SAVED: Final = 1_500  # savings of one draft; a device saves a second after each pause


def check_not_flooding(*, most_shared_since: datetime | None, now: datetime) -> None:
    """Refuse one contribution more than fit in an hour; raises TryAgainLater.

    `most_shared_since` is when the oldest was shared of as many as fit; None when there are fewer.
    """
    if most_shared_since is not None:
        raise TryAgainLater(most_shared_since + COUNTED_FOR - now)


def check_not_saving_too_often(*, saved: int, since: datetime | None, now: datetime) -> None:
    """Refuse to save a draft more often than fits in an hour; raises TryAgainLater."""
    if since is not None and saved >= MOST_SAVED and since + COUNTED_FOR > now:
        raise TryAgainLater(since + COUNTED_FOR - now)
