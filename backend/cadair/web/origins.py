"""What changes something must be asked by our own pages; what reads, by nobody else's.

Reading leaves a trace too: a child is told that their words were read.
"""

from typing import Final

from flask import Flask, request

from cadair.foundation.errors import Refusal

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OF_OTHERS: Final = frozenset({"cross-site", "same-site"})  # where another's page asks from


class FromAnotherSite(Refusal):
    """The request was started by a page that is not ours, or does not say where it came from."""

    code = "from_another_site"
    status = 403


def check_origin() -> None:
    """Refuse what another site's page asks; what changes something only ours may ask."""
    said = request.headers.get("Sec-Fetch-Site")
    if request.method in SAFE_METHODS:
        if said in OF_OTHERS and request.path.startswith("/api/"):
            raise FromAnotherSite
        return
    if said is not None:
        if said != "same-origin":
            raise FromAnotherSite
        return
    # Older browsers do not say where a fetch came from; their Origin header does.
    if request.headers.get("Origin") != request.host_url.rstrip("/"):
        raise FromAnotherSite


def install(app: Flask) -> None:
    """Check every request's origin before anything else looks at it."""
    app.before_request(check_origin)
