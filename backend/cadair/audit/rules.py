"""How the trail is chained, so that a changed, missing or added event shows."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

LISTS: Final = ("today.read", "caseload.read")  # of many children: these events name none
FIRST_DIGEST = b"\x00" * 32


def digest(before: bytes, event: Mapping[str, Any]) -> bytes:
    """The link of `event` after the link `before`: SHA-256 over both."""
    canonical = json.dumps(event, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(before + canonical.encode()).digest()
