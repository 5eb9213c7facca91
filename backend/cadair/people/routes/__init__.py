"""HTTP for who is signed in, and how they came in."""

from cadair.people.routes.ways_in import DEVICE_COOKIE, SESSION_COOKIE, add_new_cookies, blueprint

__all__ = ["DEVICE_COOKIE", "SESSION_COOKIE", "add_new_cookies", "blueprint"]
