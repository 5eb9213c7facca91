"""A council's own single sign-on: what it must say of somebody before they are let in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import UUID

from cadair.foundation.errors import BadInput, Refusal

SIGN_ON_LASTS: Final = timedelta(minutes=10)  # from leaving for the council's page to coming back
ASKED_FOR: Final = "openid email profile"
_PATH_BACK: Final = "/signed-on"  # a page of the client, which sends what it was given
SIGNED_BY: Final = ("RS256", "PS256", "ES256", "EdDSA")  # never "none", never a shared secret


class SignOnRefused(Refusal):
    """The council's sign-on does not open anything here; why is in the trail, not in the answer."""

    code = "sign_on_refused"
    status = 403
    keeps_what_was_written = True


class SignOnNotReached(Refusal):
    """The council's sign-on does not answer, or not as agreed."""

    code = "sign_on_not_reached"
    status = 503


@dataclass(frozen=True, kw_only=True)
class SignOn:
    """How one council's staff sign in with their council."""

    issuer: str
    client_id: str
    secret: str
    acr: tuple[str, ...]  # any of these vouches for a second factor …
    amr: tuple[str, ...]  # … or any of these


def way_back(council_id: UUID) -> str:
    """Where one council's provider sends people back to: another address for each.

    Or one council's provider could pass off what another's gave as its own (RFC 9700, 4.4.2.2).
    """
    return f"{_PATH_BACK}?council={council_id}"


def check_issuer(issuer: str) -> None:
    """Refuse an address that would carry a secret in the clear beyond this machine."""
    parts = urlsplit(issuer)
    here = parts.hostname in ("127.0.0.1", "localhost", "::1")
    if parts.scheme != "https" and not (parts.scheme == "http" and here):
        raise BadInput(fields={"issuer": ["not_https"]})


def vouches_for_second_factor(
    claims: Mapping[str, Any], *, acr: Sequence[str], amr: Sequence[str]
) -> bool:
    """Whether the council says that a second factor was shown, in a word that was agreed.

    With nothing agreed it never does: then the second step is ours to ask for (security bar G8).
    """
    said = claims.get("amr")
    methods = said if isinstance(said, list) else []
    return claims.get("acr") in acr or any(method in amr for method in methods)
