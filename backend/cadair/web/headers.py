"""The headers of every answer: nothing from elsewhere, nothing inline, nothing kept."""

from typing import Final

from flask import Flask, Response, request

CONTENT_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types cadair",  # the client's one policy, for its own service worker
    )
)

EVERY_ANSWER: Final = {
    "Content-Security-Policy": CONTENT_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": (
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), "
        "publickey-credentials-create=(self), publickey-credentials-get=(self)"
    ),
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
# A script, sheet or font is part of a page: what rules a page costs it bytes and protects nothing.
EVERY_PART: Final = {
    name: EVERY_ANSWER[name]
    for name in (
        "Cross-Origin-Resource-Policy",
        "Referrer-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
    )
}
API_ANSWER: Final = {"Cache-Control": "no-store", "Vary": "Cookie"}


def install(app: Flask) -> None:
    """Put the headers on every answer of the application, errors included."""

    @app.after_request
    def _add(answer: Response) -> Response:
        answer.headers.update(EVERY_ANSWER)
        if request.path.startswith("/api/"):
            answer.headers.update(API_ANSWER)
        else:  # a page or a file says itself how long it may be kept; nothing else is
            answer.headers.setdefault("Cache-Control", "no-store")
        return answer
