"""The ways out of this server, as an installation's settings have them."""

from collections.abc import Mapping

from cadair.foundation.notice_settings import NoticeSettings
from cadair.notifications.actions.ways.push_key import public_key
from cadair.notifications.rules import Kind
from cadair.notifications.rules.parcels import Way


def ways(settings: NoticeSettings) -> dict[Kind, Way]:
    """What this installation sends by; a mail server of its own goes before Notify."""
    # Here and not above: whoever only serves, or sends mail alone, need not load them.
    from cadair.notifications.actions.ways.mail import Mail
    from cadair.notifications.actions.ways.notify import Notify
    from cadair.notifications.actions.ways.push import Push

    found: dict[Kind, Way] = {}
    if settings.notify is not None:
        notify = Notify(settings.notify)
        if settings.notify.email_template:
            found[Kind.EMAIL] = notify
        if settings.notify.text_template:
            found[Kind.TEXT] = notify
    if settings.mail is not None:
        found[Kind.EMAIL] = Mail(settings.mail)
    if settings.push_key is not None and settings.site is not None:
        found[Kind.PUSH] = Push(settings.push_key, site=settings.site)
    return found


def offers(settings: NoticeSettings) -> Mapping[Kind, str | None]:
    """The kinds that people can choose, and for push the public key that a browser asks for."""
    key = public_key(settings.push_key) if settings.push_key is not None else None
    kinds = {
        Kind.EMAIL: settings.mail is not None
        or (settings.notify is not None and settings.notify.email_template is not None),
        Kind.TEXT: settings.notify is not None and settings.notify.text_template is not None,
        Kind.PUSH: key is not None,
    }
    return {kind: key if kind is Kind.PUSH else None for kind, there in kinds.items() if there}
