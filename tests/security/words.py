"""Words where they do not belong: on the disk, in logs, in another's bundle, in a spreadsheet."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from cadair.app import create_app
from cadair.commands.serving import bring_up_to_date
from cadair.foundation.clock import frozen
from cadair.foundation.database import db
from tests.backend.contributions.conftest import NOW
from tests.conftest import settings_in
from tests.security.canaries.words import every_canary, who_gets
from tests.security.canaries.world import ASKERS, build, found, look
from tests.security.checks import Outcome, held_by, long_security_check

LOGS = "tests/backend/web/test_logs.py"
CANARIES = "tests/security/canaries"

held_by(
    "B2",
    "0 of 60+ canaries with anybody they are not for",
    f"{CANARIES}/test_who_gets_what.py",
)

held_by(
    "H1",
    "0 words, keys or codes readable on the disk",
    "tests/backend/foundation/test_at_rest.py",
    f"{CANARIES}/test_what_is_left_behind.py",
)
held_by(
    "K3",
    "0 words of others in a bundle, nothing forgotten",
    "tests/backend/commands/test_subject_access.py",
    f"{CANARIES}/test_bundles.py",
)
held_by(
    "M1",
    "0 words in logs and tracebacks, forced errors too",
    LOGS,
    f"{CANARIES}/test_what_is_left_behind.py",
    f"{CANARIES}/test_when_everything_breaks.py",
)
held_by(
    "M2",
    "0 tokens, cookies, codes, queries in logs",
    f"{LOGS}::test_no_word_cookie_id_or_address_reaches_the_log",
    f"{LOGS}::test_an_error_that_not_even_the_handler_answers_tells_no_address",
    f"{LOGS}::test_of_what_a_library_says_only_the_place_and_numbers_are_told",
    f"{CANARIES}/test_what_is_left_behind.py",
)
held_by(
    "M3",
    "0 lines forged",
    f"{LOGS}::test_a_line_cannot_be_forged",
    f"{LOGS}::test_a_real_server_that_is_asked_strangely_says_nothing_of_it",
)
held_by("E6", "100 % of cells", "tests/backend/foundation/test_spreadsheets.py")


# The same world on PostgreSQL: its answers, its files and write-ahead log, and its own log.
held_by("B2 pg", "0 canaries in answers, files, logs", CANARIES, databases=("postgresql",))


@long_security_check
def canaries_with_every_id_in_every_slot() -> Iterator[Outcome]:
    """Everybody asks everything, with ids of every kind in every slot."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "data"
        folder.mkdir()
        app = create_app(settings_in(folder, f"sqlite:///{folder}/cadair.db"))
        with app.app_context():
            bring_up_to_date(app)
            db.engine.dispose()
        with frozen(NOW):
            world = build(app)
            look(world, thorough=True)
        seen = found(world, {**every_canary(), **world.opens.secrets})
        with app.app_context():
            db.engine.dispose()
    gets = {who: {each for each in every_canary() if who in who_gets(each)} for who in ASKERS}
    leaked = sum(len(seen[who].keys() - gets[who]) for who in ASKERS)
    blind = sum(len(gets[who] - seen[who].keys()) for who in ASKERS)
    figure = f"{leaked} of {len(every_canary())} leaked, {len(world.got)} different answers"
    yield Outcome("B2 long", figure, "0 leaked", leaked == blind == 0)
