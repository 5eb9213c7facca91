"""What runs by itself: reviews open when their window comes, and the trail is chained.

The tables are the truth, so a sweep that was missed only runs later, and one that runs twice, in
two processes or after a restart, does nothing the second time.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import click
from flask import Flask, current_app
from sqlalchemy.orm import Session

from cadair.access.actor import the_service
from cadair.audit import actions as audit
from cadair.commands import anchoring
from cadair.commands.main import application, cli
from cadair.foundation.clock import now
from cadair.foundation.database import council_of, db, scope_to
from cadair.messages.actions import escalating
from cadair.notifications import actions as notifications
from cadair.people import actions as people_actions
from cadair.people import queries as people
from cadair.record import actions as record
from cadair.reviews import actions as reviews

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """One thing to do for each council, again and again; `run` says how much there was."""

    name: str
    every: timedelta
    run: Callable[[Session, datetime], int]


def open_reviews(session: Session, moment: datetime) -> int:
    """Open the reviews of one council whose window has come, and end those outgrown."""
    actor = the_service(council_of(session))
    reviews.schedule_grown_up(session, actor=actor, now=moment)
    return reviews.open_due(session, actor=actor, now=moment)


def remind(session: Session, moment: datetime) -> int:
    """Have people of one council reminded of what comes near."""
    return reviews.remind(session, now=moment)


def ask_half_way(session: Session, moment: datetime) -> int:
    """Ask children of one council whether things are happening as was agreed."""
    actor = the_service(council_of(session))
    return record.ask_half_way(session, actor=actor, now=moment)


def tell_of_unread(session: Session, moment: datetime) -> int:
    """Tell somebody else of one council's messages that nobody has read by their day."""
    actor = the_service(council_of(session))
    return escalating.tell_of_unread(session, actor=actor, now=moment)


def tell_of_tries(session: Session, moment: datetime) -> int:
    """Add the wrong sign-in tries of one council's accounts to its trail."""
    return people_actions.tell_of_wrong_tries(session, now=moment)


def chain_trail(session: Session, _moment: datetime) -> int:
    """Chain the newest events of one council's trail, so many at a time, until none is left."""
    total = 0
    while linked := audit.chain(session):
        session.commit()
        total += linked
    return total


def keep_anchor(session: Session, moment: datetime) -> int:
    """Keep the head of one council's chain on another machine, if there is one."""
    to = current_app.extensions["cadair.settings"].anchors
    return anchoring.send_head(session, moment, to=to) if to else 0


def forget_tries(session: Session, moment: datetime) -> int:
    """Forget wrong sign-in tries that no longer count, and challenges that nobody answered."""
    people_actions.forget_old_challenges(session, now=moment)
    people_actions.forget_old_sign_ons(session, now=moment)
    return people_actions.forget_old_tries(session, now=moment)


def forget_left_addresses(session: Session, moment: datetime) -> int:
    """Forget where people of one council no longer want to be told."""
    return notifications.forget_left(session, now=moment)


SWEEPS: Final = (
    Sweep(name="open reviews", every=timedelta(hours=1), run=open_reviews),
    Sweep(name="remind", every=timedelta(hours=1), run=remind),
    Sweep(name="ask half way", every=timedelta(hours=1), run=ask_half_way),
    Sweep(name="tell of unread messages", every=timedelta(hours=1), run=tell_of_unread),
    Sweep(name="tell of wrong tries", every=timedelta(minutes=1), run=tell_of_tries),
    Sweep(name="chain the trail", every=timedelta(minutes=1), run=chain_trail),
    Sweep(name="keep an anchor", every=anchoring.EVERY, run=keep_anchor),
    Sweep(name="forget old tries", every=timedelta(hours=1), run=forget_tries),
    Sweep(name="forget left addresses", every=timedelta(hours=1), run=forget_left_addresses),
)


def sweep_councils(run: Callable[[Session, datetime], int], *, moment: datetime) -> dict[str, int]:
    """Do one thing for every council, each in a transaction of its own; counts by council."""
    found = people.councils(db.session)
    db.session.rollback()
    done: dict[str, int] = {}
    for name, council_id in sorted(found.items()):
        try:
            scope_to(db.session, council_id)
            done[name] = run(db.session, moment)
            db.session.commit()
        except Exception:
            # One council's trouble must not keep the others waiting; the next sweep tries again.
            log.exception("a sweep failed for one council")
            db.session.rollback()
        finally:
            db.session.expunge_all()
    return done


def start_sweeping(app: Flask) -> threading.Thread:
    """Sweep at once and for as long as the process lives, beside the requests."""
    thread = threading.Thread(target=_sweep_for_ever, args=(app,), name="sweeps", daemon=True)
    thread.start()
    return thread


def _sweep_for_ever(app: Flask) -> None:
    waiting = threading.Event()
    due = dict.fromkeys(SWEEPS, now())
    while True:
        for sweep in SWEEPS:
            if due[sweep] <= now():
                due[sweep] = now() + sweep.every
                _sweep_once(app, sweep)
        pause = min(due.values()) - now()
        waiting.wait(max(1.0, pause.total_seconds()))


def _sweep_once(app: Flask, sweep: Sweep) -> None:
    try:
        with app.app_context():
            sweep_councils(sweep.run, moment=now())
    except Exception:
        log.exception("the sweep to %s failed", sweep.name)


@cli.command("open-reviews")
def open_reviews_command() -> None:
    """Open every review whose window has come, and ask everybody around its child."""
    with application().app_context():
        for name, opened in sweep_councils(open_reviews, moment=now()).items():
            click.echo(f"{name}: {opened} opened")
