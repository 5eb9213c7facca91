"""E-mail and text messages by GOV.UK Notify, whose templates hold nothing but our own words."""

import requests
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from cadair.foundation.notice_settings import NotifyService
from cadair.notifications.rules import Kind
from cadair.notifications.rules.parcels import Came, Parcel

TIMEOUT = 20  # seconds; asking and sending together are shorter than a lease


class Notify:
    """GOV.UK Notify, asked first whether it has what was tried before."""

    def __init__(self, service: NotifyService) -> None:
        self._service = service

    def send(self, parcel: Parcel) -> Came:
        """Send one notice under its reference, unless Notify has it already."""
        client = NotificationsAPIClient(
            self._service.key, base_url=self._service.url, timeout=TIMEOUT
        )
        reference = parcel.id.hex
        try:
            if parcel.tries > 1:
                there = client.get_all_notifications(reference=reference)["notifications"]
                if there:
                    return Came.SENT
            self._send(client, parcel, reference)
        except APIError as said:
            # A key or a template that is not right is for whoever runs Cadair to put right.
            return Came.REFUSED if said.status_code == 400 else Came.TROUBLE
        except (requests.RequestException, KeyError):
            return Came.TROUBLE
        return Came.SENT

    def _send(self, client: NotificationsAPIClient, parcel: Parcel, reference: str) -> None:
        notice = parcel.notice
        if parcel.kind is Kind.TEXT:
            client.send_sms_notification(
                phone_number=parcel.address,
                template_id=self._service.text_template,
                personalisation={"words": notice.text},
                reference=reference,
            )
            return
        client.send_email_notification(
            email_address=parcel.address,
            template_id=self._service.email_template,
            personalisation={
                "subject": notice.subject,
                "words": f"{notice.words}\n\n{notice.site}",
            },
            reference=reference,
        )
