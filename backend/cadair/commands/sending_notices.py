"""`cadair send-notices`, `cadair push-key`: the worker that sends, alone or beside the server."""

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

import click
from flask import Flask, current_app
from sqlalchemy.exc import OperationalError

from cadair.commands.importing import NothingDone
from cadair.commands.main import application, cli
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.foundation.notice_settings import NoticeSettings
from cadair.notifications import actions
from cadair.notifications.actions.ways import ways
from cadair.notifications.actions.ways.push_key import make_key
from cadair.notifications.rules import Kind
from cadair.notifications.rules.parcels import Came, Parcel, Way
from cadair.people import queries as people

log = logging.getLogger(__name__)

EVERY: Final = timedelta(seconds=5)
RESTS: Final = timedelta(minutes=1)  # when a provider is in trouble it is not asked on and on
MARKS: Final = 5  # tries, each as long as the database lets one wait
TROUBLES: Final = 3  # so many in a row are the provider's, not one address's


@cli.command("send-notices")
@click.option("--once", is_flag=True, help="Send what is due now, and end.")
def send_notices_command(once: bool) -> None:
    """Send notices for as long as it runs; `cadair serve` does the same by itself.

    As many of these may run as you like: none sends what another has in hand.
    """
    app = application()
    if once:
        with app.app_context():
            click.echo(f"{send_due(_ways(app)).sent} sent")
        return
    if not _ways(app):
        raise NothingDone("Nothing can be sent: set CADAIR_MAIL, CADAIR_NOTIFY_KEY or a push key.")
    _send_for_ever(app)


@cli.command("push-key")
def push_key_command() -> None:
    """Make this installation's own key for web push, in the folder CADAIR_PUSH_KEY."""
    folder = application().extensions["cadair.settings"].notices.push_key
    if folder is None:
        raise NothingDone("CADAIR_PUSH_KEY must name the folder for the key.")
    click.echo(f"{folder} has {'its key now' if make_key(folder) else 'a key already'}.")


def start_sending(app: Flask) -> threading.Thread:
    """Send for as long as the process lives, beside the requests."""
    thread = threading.Thread(target=_send_for_ever, args=(app,), name="notices", daemon=True)
    thread.start()
    return thread


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What came of going round once."""

    sent: int
    is_in_trouble: bool  # a provider is away, or asks us to wait


def send_due(by: Mapping[Kind, Way]) -> Turn:
    """Plan and send whatever is due in every council, one after another."""
    found = people.councils(db.session)
    db.session.rollback()
    turns: list[Turn] = []
    for council_id in sorted(found.values()):
        try:
            turns.append(_send_of(council_id, by))
        except Exception:
            # One council's trouble must not keep the others waiting; the next turn tries again.
            log.exception("sending notices failed for one council")
            db.session.rollback()
        finally:
            db.session.expunge_all()
    return Turn(
        sent=sum(turn.sent for turn in turns),
        is_in_trouble=any(turn.is_in_trouble for turn in turns),
    )


def _send_of(council_id: UUID, by: Mapping[Kind, Way]) -> Turn:
    scope_to(db.session, council_id)
    while actions.plan_deliveries(db.session, now=now()):
        db.session.commit()
    db.session.commit()
    sent, in_a_row = 0, 0
    while in_a_row < TROUBLES and (parcel := _lease(by)) is not None:
        came = _hand_over(by[parcel.kind], parcel)
        _mark(parcel, came)
        sent += came is Came.SENT
        in_a_row = in_a_row + 1 if came is Came.TROUBLE else 0
    return Turn(sent=sent, is_in_trouble=in_a_row > 0)


def _lease(by: Mapping[Kind, Way]) -> Parcel | None:
    parcel = actions.lease(db.session, kinds=by.keys(), site=_settings().site or "", now=now())
    db.session.commit()
    return parcel


def _hand_over(way: Way, parcel: Parcel) -> Came:
    """Send it; whatever goes wrong in a library, it is tried again and never lost."""
    try:
        return way.send(parcel)
    except Exception:
        log.exception("a notice could not be sent")
        return Came.TROUBLE


def _mark(parcel: Parcel, came: Came) -> None:
    """Keep what came of it, though the database be busy: what is not marked is sent again."""
    for left in reversed(range(MARKS)):
        try:
            actions.mark(db.session, parcel=parcel, came=came, now=now())
            db.session.commit()
            return
        except OperationalError:
            db.session.rollback()
            if not left:
                raise


def _send_for_ever(app: Flask) -> None:
    waiting = threading.Event()
    by = _ways(app)
    while True:
        rests = True
        try:
            with app.app_context():
                rests = send_due(by).is_in_trouble
        except Exception:
            log.exception("sending notices failed")
        waiting.wait((RESTS if rests else EVERY).total_seconds())


def _ways(app: Flask) -> dict[Kind, Way]:
    with app.app_context():
        return ways(_settings())


def _settings() -> NoticeSettings:
    settings: NoticeSettings = current_app.extensions["cadair.settings"].notices
    return settings
