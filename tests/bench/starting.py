"""How long a server takes to its first answer, and what an idle one holds."""

import statistics
import subprocess
import time
import urllib.error
import urllib.request

from tests.bench.demo_world import Demo, stop
from tests.bench.figures import Figures, rss_mb
from tests.journeys.conftest import CADAIR, free_port

TIMES = 5


def measure_start(figures: Figures, demo: Demo) -> None:
    """From typing `cadair serve`, not for the first time, to the first answer."""
    took, held = [], []
    for number in range(TIMES + 1):
        seconds, megabytes = _start_once(demo)
        if number:  # the first start compiles and fills caches
            took.append(seconds)
            held.append(megabytes)
    figures.saw("start_seconds", statistics.median(took), "s")
    figures.saw("rss_mb", statistics.median(each[0] for each in held), "MB")
    figures.saw("parent_rss_mb", statistics.median(each[1] for each in held), "MB")


def _start_once(demo: Demo) -> tuple[float, tuple[float, float]]:
    port = free_port()
    began = time.perf_counter()
    process = subprocess.Popen(
        [CADAIR, "serve"],
        env={**demo.environment, "PORT": str(port)},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        while not _answers(f"http://127.0.0.1:{port}/api/passphrase-offer"):
            assert process.poll() is None, "the server stopped at its start"
            assert time.perf_counter() - began < 60, "the server did not answer"
            time.sleep(0.01)
        seconds = time.perf_counter() - began
        time.sleep(3)  # its first sweeps have passed
        workers = subprocess.run(
            ["pgrep", "-P", str(process.pid)], capture_output=True, text=True, check=False
        ).stdout.split()
        worker = max((rss_mb(int(pid)) for pid in workers), default=rss_mb(process.pid))
        return seconds, (worker, rss_mb(process.pid))
    finally:
        stop(process)


def _answers(address: str) -> bool:
    try:
        urllib.request.urlopen(address, timeout=2).read()
    except (urllib.error.URLError, OSError):
        return False
    return True
