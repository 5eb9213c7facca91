"""The figures: their goals, how they are kept, and how two things are timed in turn."""

import json
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
BENCH = PROJECT / "var" / "bench.json"

# name: (goal, whether more is better)
GOALS: dict[str, tuple[float, bool]] = {
    "child_first_page_bytes": (90_000, False),
    "child_first_page_js_bytes": (32_000, False),
    "child_first_page_requests": (10, False),
    "iro_today_bytes": (140_000, False),
    "repeat_visit_bytes": (0, False),
    "layout_shift": (0.0, False),
    "cpu_ratio_share": (3.0, False),
    "cpu_ratio_today": (2.5, False),
    "rps_share_ratio": (0.4, True),
    "rps_today_ratio": (0.4, True),
    "queries_share": (6, False),
    "queries_today": (6, False),
    "queries_summary": (6, False),
    "queries_my_reviews": (6, False),
    "growth_today": (1.2, False),
    "import_1500_seconds": (60, False),
    "import_85000_peak_mb": (1024, False),
    "start_seconds": (3, False),
    "rss_mb": (150, False),
    "sign_in_cpu_ratio": (1.1, False),
}


@dataclass
class Figures:
    """What was seen in this run."""

    seen: list[dict[str, object]] = field(default_factory=list)

    def saw(self, name: str, value: float, unit: str) -> None:
        """Keep one figure, and say it."""
        goal, more = GOALS.get(name, (None, False))
        holds = goal is None or (value >= goal if more else value <= goal)
        self.seen.append({"name": name, "value": round(value, 4), "unit": unit, "goal": goal})
        told = "" if goal is None else f"   goal {'≥' if more else '≤'} {goal:g}"
        print(
            f"{name:<34} {value:>12,.2f} {unit:<10}{told}{'' if holds else '   NOT MET'}",
            flush=True,
        )

    def keep(self) -> None:
        """Write what was seen to var/bench.json."""
        BENCH.parent.mkdir(exist_ok=True)
        BENCH.write_text(json.dumps(self.seen, indent=2) + "\n", "utf-8")
        print(f"\nwritten to {BENCH.relative_to(PROJECT)}")


def cpu_ratio(
    ours: Callable[[int], None], bare: Callable[[int], None], *, calls: int, rounds: int = 7
) -> float:
    """CPU of ours over CPU of bare, both in this process, in turn; the median of the rounds."""
    ours(0)
    bare(0)
    ratios = []
    for number in range(rounds):
        spent = []
        for each in (ours, bare):
            before = time.process_time()
            for call in range(calls):
                each(1 + number * calls + call)
            spent.append(time.process_time() - before)
        ratios.append(spent[0] / spent[1])
    return statistics.median(ratios)


def wall_ms(call: Callable[[int], None], *, calls: int, rounds: int = 5) -> float:
    """The median time of one call, in milliseconds."""
    call(0)
    times = []
    for number in range(rounds * calls):
        before = time.perf_counter()
        call(1 + number)
        times.append(time.perf_counter() - before)
    return statistics.median(times) * 1000


def rss_mb(pid: int) -> float:
    """The memory that a process holds, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(os.strerror(3))
