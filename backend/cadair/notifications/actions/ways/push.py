"""Web push with a key of our own: sealed for one browser, so that no push service can read it."""

import json
from pathlib import Path
from typing import Final

import requests
from py_vapid import VapidException
from pywebpush import WebPushException, webpush

from cadair.notifications.actions.ways.push_key import KEY_FILE
from cadair.notifications.rules.parcels import Came, Parcel

TIMEOUT: Final = 20  # seconds
KEPT_FOR: Final = 24 * 3600  # seconds that a push service keeps it for a phone that is off
FORGOTTEN: Final = frozenset({404, 410})  # RFC 8030, 7.3


class Push:
    """A browser's own push service.

    The reference is the Topic, so that one sent twice takes the place of the first while that
    still waits (RFC 8030, 5.4).
    """

    def __init__(self, folder: Path, *, site: str, session: requests.Session | None = None) -> None:
        self._folder = folder
        self._site = site.rstrip("/")
        self._session = session or requests.Session()
        self._session.max_redirects = 0  # a push service that sends us elsewhere is none

    def send(self, parcel: Parcel) -> Came:
        """Push one sentence to one browser."""
        try:
            webpush(
                json.loads(parcel.address),
                parcel.notice.words,
                vapid_private_key=str(self._folder / KEY_FILE),
                vapid_claims={"sub": self._site},
                headers={"topic": parcel.id.hex, "urgency": "normal"},
                ttl=KEPT_FOR,
                timeout=TIMEOUT,
                requests_session=self._session,
            )
        except WebPushException as said:
            if said.status_code in FORGOTTEN:
                return Came.GONE
            is_final = said.status_code in (400, 413)
            return Came.REFUSED if is_final else Came.TROUBLE
        except (requests.RequestException, VapidException, OSError):
            return Came.TROUBLE
        except ValueError:
            return Came.REFUSED  # a key of the browser's that is no key
        return Came.SENT
