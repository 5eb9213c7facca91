"""E-mail by a mail server of the installation's own: one letter, one envelope, one recipient."""

import smtplib
import ssl
from collections.abc import Iterable
from typing import Final

from cadair.foundation.clock import now
from cadair.foundation.notice_settings import MailServer
from cadair.notifications.documents.mail import as_mail
from cadair.notifications.rules.parcels import Came, Parcel

TIMEOUT: Final = 10  # seconds for each step; all of them together are shorter than a lease


class Mail:
    """SMTP with STARTTLS; in clear only to this machine, where something else may pass it on."""

    def __init__(self, server: MailServer, *, tls: ssl.SSLContext | None = None) -> None:
        self._server = server
        self._tls = tls or ssl.create_default_context()

    def send(self, parcel: Parcel) -> Came:
        """Hand one letter to the server.  A server cannot be asked for a letter that it has: sent
        again it bears the same Message-ID."""
        letter = as_mail(
            notice=parcel.notice,
            sender=self._server.sender,
            to=parcel.address,
            reference=parcel.id,
            at=now(),
        )
        # Our own name for ourselves, or the machine's would stand in the letter.
        own = self._server.sender.partition("@")[2]
        try:
            with smtplib.SMTP(
                self._server.host, self._server.port, local_hostname=own, timeout=TIMEOUT
            ) as server:
                if self._server.tls:
                    server.starttls(context=self._tls)
                if self._server.user is not None:
                    server.login(self._server.user, self._server.password or "")
                server.send_message(letter, self._server.sender, [parcel.address])
        except smtplib.SMTPRecipientsRefused as refused:
            return _came(code for code, _ in refused.recipients.values())
        except smtplib.SMTPDataError as refused:
            return _came([refused.smtp_code])
        except (smtplib.SMTPException, OSError):
            return Came.TROUBLE
        return Came.SENT


def _came(codes: Iterable[int]) -> Came:
    """A code of 500 or more is final, one of 400 is for now (RFC 5321, 4.2.1)."""
    return Came.REFUSED if all(code >= 500 for code in codes) else Came.TROUBLE
