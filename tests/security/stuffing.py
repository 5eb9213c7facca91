"""Lists of stolen passphrases, tried from many addresses (G3): how many tries reach a hash."""

import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.app import create_app
from cadair.commands.serving import bring_up_to_date
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people.actions.tries import check_tries, count_wrong_try
from cadair.people.rules import (
    TRIES_FROM_ONE_ADDRESS,
    TRIES_ON_UNKNOWN_DEVICES,
    TryAgainLater,
    digest,
    from_one_place,
)
from tests.conftest import settings_in
from tests.security.checks import Outcome, long_security_check, security_check

AN_HOUR = timedelta(hours=1)


@security_check
def a_tenth_of_it() -> Iterator[Outcome]:
    """10,000 tries from 100 addresses in two hours."""
    yield _stuffed(tries=10_000, addresses=100, accounts=60)


@long_security_check
def all_of_it() -> Iterator[Outcome]:
    """100,000 tries from 1,000 addresses in two hours."""
    yield _stuffed(tries=100_000, addresses=1000, accounts=600)


def _stuffed(*, tries: int, addresses: int, accounts: int) -> Outcome:
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(settings_in(Path(folder), f"sqlite:///{folder}/cadair.db"))
        with app.app_context():
            bring_up_to_date(app)
            reached = list(_reached(db.session, tries, addresses, accounts))
            db.session.rollback()
            db.engine.dispose()
    by_account = _most_in_an_hour([(at, account) for at, account, _ in reached])
    by_address = _most_in_an_hour([(at, address) for at, _, address in reached])
    return Outcome(
        "G3",
        f"{tries:,} tries, {addresses:,} addresses: {by_account}/h/account, {by_address}/h/address",
        "10 tries/h/account from unknown devices; 60 from one address",
        by_account == TRIES_ON_UNKNOWN_DEVICES and by_address <= TRIES_FROM_ONE_ADDRESS,
    )


def _reached(
    session: Session, tries: int, addresses: int, accounts: int
) -> Iterator[tuple[datetime, int, int]]:
    """Those tries whose passphrase was looked at: when, of which account, from which address.

    As `sign_in` counts them, through the same functions, without the hash.
    """
    chance, began = random.Random(903), now()
    ids = [UUID(int=chance.getrandbits(128)) for _ in range(accounts)]
    for number in range(tries):
        at = began + number * 2 * AN_HOUR / tries
        account, address = chance.randrange(accounts), chance.randrange(addresses)
        place = from_one_place(f"10.0.{address // 250}.{address % 250}")
        buckets = [
            (digest("unknown", str(ids[account])), TRIES_ON_UNKNOWN_DEVICES),
            (digest("address", place), TRIES_FROM_ONE_ADDRESS),
        ]
        try:
            check_tries(session, buckets=buckets, now=at)
        except TryAgainLater:
            continue
        count_wrong_try(session, buckets=buckets, now=at)
        session.expunge_all()
        yield at, account, address


def _most_in_an_hour(tried: list[tuple[datetime, int]]) -> int:
    """The most that fell on one of them in any hour."""
    most, first, within = 0, 0, Counter[int]()
    for at, whose in tried:
        while tried[first][0] <= at - AN_HOUR:
            within[tried[first][1]] -= 1
            first += 1
        within[whose] += 1
        most = max(most, within[whose])
    return most
