"""The headers of every class of answer, written by hand from the security bar (F2)."""

from werkzeug.test import TestResponse

EVERYWHERE = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
        "img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types cadair"
    ),
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
JSON = {"Content-Type": "application/json"}
API = {**EVERYWHERE, "Cache-Control": "no-store", "Vary": "Cookie"}
PAGE = {
    **EVERYWHERE,
    "Accept-Ranges": "bytes",
    "Cache-Control": "no-cache",  # asked anew each time: a shell of yesterday names no files
    "Content-Disposition": "inline; filename=index.html",
    "Content-Type": "text/html; charset=utf-8",
}
FILE = {**EVERYWHERE, "Cache-Control": "max-age=0, public", "Vary": "Accept-Encoding"}
HASHED = {  # a part of a page, which its page's policy rules
    "Cache-Control": "max-age=315360000, public, immutable",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
    "Vary": "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
}
NOTHING = {**EVERYWHERE, **JSON, "Cache-Control": "no-store"}

# What differs from answer to answer and tells nothing of anybody.
VARYING = {"Content-Length", "Date", "ETag", "Last-Modified"}
# What some routes say besides: new cookies, the page's own secret, when to come again.
SOMETIMES = {"Cadair-Page", "Clear-Site-Data", "Retry-After", "Set-Cookie"}


def told(answer: TestResponse, *, sometimes: bool = False) -> dict[str, str]:
    """The headers of an answer, but what varies; each at most once."""
    answer.close()
    left = VARYING | (SOMETIMES if sometimes else set())
    names = [name for name, _ in answer.headers if name not in left]
    assert len(names) == len(set(names)), names
    return {name: value for name, value in answer.headers if name not in left}
