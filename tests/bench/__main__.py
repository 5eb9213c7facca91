"""`make bench`: everything that is measured, in one run; `python -m tests.bench growth` one part.

LONG=1 measures also the import of every child of the country, which takes some minutes.
"""

import os
import sys
import tempfile
import time
import traceback
from pathlib import Path

from tests.bench.demo_world import Demo
from tests.bench.figures import Figures
from tests.bench.ours import lift_limits
from tests.bench.parts import NOT_YET, PARTS


def main() -> int:
    """Measure, say and keep; 1 when a part could not be measured."""
    chosen = sys.argv[1:] or list(PARTS)
    figures, broken = Figures(), []
    lift_limits()
    with tempfile.TemporaryDirectory() as folder:
        demo = Demo.built(Path(folder) / "demo")
        for name in chosen:
            began = time.monotonic()
            print(f"\n== {name} ==", flush=True)
            figures.saw(f"load_per_core_before_{name}", load_per_core(), "processes")
            try:
                PARTS[name](figures, demo.copied(Path(folder) / name))
            except Exception:
                traceback.print_exc()
                broken.append(name)
            print(f"== {name}: {time.monotonic() - began:.0f} s", flush=True)
    for name in broken:
        figures.leave_out(name, "it broke; the trace is above")
    if chosen == list(PARTS):
        for names, why in NOT_YET.items():
            figures.leave_out(names, why)
        figures.keep()
    figures.sum_up()
    return 1 if broken else 0


def load_per_core() -> float:
    """How many processes want to run on each core: above 1, times (not ratios) are inflated."""
    return os.getloadavg()[0] / (os.cpu_count() or 1)


if __name__ == "__main__":
    sys.exit(main())
