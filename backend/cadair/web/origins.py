"""A request that changes something must come from our own pages."""

from flask import Flask, request

from cadair.foundation.errors import Refusal

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class FromAnotherSite(Refusal):
    """The request was started by a page that is not ours, or does not say where it came from."""

    code = "from_another_site"
    status = 403


def check_origin() -> None:
    """Refuse an unsafe request that does not come from our own pages."""
    if request.method in SAFE_METHODS:
        return
    said = request.headers.get("Sec-Fetch-Site")
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
