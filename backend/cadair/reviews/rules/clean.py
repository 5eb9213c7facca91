"""What may stand in the lines of a plan that others read and trust: where to go, what to press."""

import unicodedata
from typing import Final
from urllib.parse import urlsplit

# Marks that turn the direction of what follows: "moc.elpmaxe" could read as an address it is not.
TURNING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def no_hidden_marks(text: str) -> str | None:
    """Refuse control characters and marks of direction; the code of the fault, or None.

    Right-to-left letters themselves are welcome, and so are joiners, which some scripts need.
    """
    for character in text:
        if character in TURNING or unicodedata.category(character) in ("Cc", "Zl", "Zp"):
            return "hidden_marks"
    return None


def only_a_web_address(text: str) -> str | None:
    """Refuse all but an https address that says plainly where it leads; the code, or None.

    A name or a password before the host is how one address is made to look like another.
    """
    if any(character.isspace() or character in '\\"<>^`{|}' for character in text):
        return "not_a_link"
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return "not_a_link"
    if parts.scheme != "https":
        return "not_https"
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        return "name_in_link"
    labels = (host or "").rstrip(".").split(".")
    if len(labels) < 2 or not all(labels):
        return "not_a_link"
    return None
