"""What bringing in a return costs: the command as it is typed, with its bar on a terminal."""

import os
import pty
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.bench.figures import Figures
from tests.world import children_903, extract_903

ON = date(2026, 11, 21)
MAKE_COUNCIL = """
import os
from cadair.app import create_app
from cadair.commands.serving import bring_up_to_date
from cadair.foundation.database import db
from cadair.foundation.settings import Settings
from cadair.people import actions as people
from cadair.people.models import Nation
app = create_app(Settings.from_environment(os.environ))
with app.app_context():
    bring_up_to_date(app)
    people.add_council(
        db.session, keyring=app.extensions["cadair.keyring"], name="Bench", nation=Nation.ENGLAND
    )
    db.session.commit()
"""


@dataclass(frozen=True)
class Run:
    """How long a command took, and the most memory that it held."""

    seconds: float
    peak_mb: float
    said: str


def measure_imports(figures: Figures, *, whole_nation: bool = True) -> None:
    """A large council's return, the same again, and every child of the country at once."""
    with tempfile.TemporaryDirectory() as folder:
        first, again = imported(Path(folder), children=1_500)
        figures.saw("import_1500_seconds", first.seconds, "s")
        figures.saw("import_1500_again_seconds", again.seconds, "s")
        figures.saw("import_1500_peak_mb", first.peak_mb, "MB")
    if whole_nation:
        with tempfile.TemporaryDirectory() as folder:
            (first,) = imported(Path(folder), children=85_000, times=1)
            figures.saw("import_85000_peak_mb", first.peak_mb, "MB")
            figures.saw("import_85000_seconds", first.seconds, "s")


def imported(folder: Path, *, children: int, times: int = 2) -> list[Run]:
    """Import a made-up return of so many children, as often as asked."""
    extract_903.write_messy(folder / "903", children_903.children(children, on=ON), on=ON)
    environment = {**os.environ, "CADAIR_DATA": str(folder / "data")}
    (folder / "data").mkdir()
    subprocess.run([sys.executable, "-c", MAKE_COUNCIL], env=environment, check=True)
    command = [
        sys.executable, "-c", "from cadair.commands import main; main()",
        "import-903", str(folder / "903"), "--council", "Bench",
        "--report", str(folder / "report.txt"),
    ]  # fmt: skip
    runs = [_watched(command, environment) for _ in range(times)]
    for run in runs:
        assert "children added" in run.said, run.said
    return runs


def _watched(command: list[str], environment: dict[str, str]) -> Run:
    """Run a command whose bar goes to a terminal of its own."""
    ours, theirs = pty.openpty()
    drain = threading.Thread(target=_drain, args=(ours,), daemon=True)
    drain.start()
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    assert process.stdout is not None
    said = process.stdout.read().decode()
    process.stdout.close()
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0  # waited for above, to learn what it used
    seconds = time.perf_counter() - began
    drain.join(timeout=5)
    os.close(ours)
    return Run(seconds, used.ru_maxrss / 1024, said)


def _drain(terminal: int) -> None:
    try:
        while os.read(terminal, 65_536):
            pass
    except OSError:  # the other end is closed
        pass
