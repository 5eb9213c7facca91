"""HTTP for who is signed in, and how they came in."""

from cadair.people.routes import own_phone as own_phone
from cadair.people.routes import passkeys as passkeys
from cadair.people.routes import second_step as second_step
from cadair.people.routes import sign_on as sign_on
from cadair.people.routes import staff as staff
from cadair.people.routes.ways_in import (
    DEVICE_COOKIE,
    PAGE_HEADER,
    SESSION_COOKIE,
    add_new_cookies,
    blueprint,
    page_secret_sent,
)

__all__ = [
    "DEVICE_COOKIE",
    "PAGE_HEADER",
    "SESSION_COOKIE",
    "add_new_cookies",
    "blueprint",
    "page_secret_sent",
]
