"""The figures: their goals, how they are kept, and how two things are timed in turn."""

import json
import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
BENCH = PROJECT / "var" / "bench.json"

# name, or the beginning of names: (goal, whether more is better)
GOALS: dict[str, tuple[float, bool]] = {
    "child_first_page_bytes": (90_000, False),
    "child_first_page_js_bytes": (32_000, False),
    "child_first_page_requests": (10, False),
    "iro_today_bytes": (140_000, False),
    "repeat_visit_bytes": (0, False),
    "layout_shift": (0.0, False),
    "lighthouse_performance": (99, True),
    "lighthouse_accessibility": (100, True),
    "lighthouse_best_practices": (100, True),
    "cpu_ratio_share": (3.0, False),
    "cpu_ratio_today": (2.5, False),
    "cpu_ratio_message": (3.0, False),
    "cpu_ratio_inbox": (2.5, False),
    "rps_share_ratio": (0.4, True),
    "rps_today_ratio": (0.4, True),
    "rps_inbox_ratio": (0.4, True),
    "rps_message_ratio": (0.4, True),
    "queries_": (6, False),
    "more_queries_for_many_": (0, False),
    "fanout_300_p95_ratio": (4, False),
    "fanout_300_kb_per_stream": (60, False),
    "live_in_step_p95_ms": (300, False),
    "growth_": (1.2, False),
    "import_1500_seconds": (60, False),
    "import_85000_peak_mb": (1024, False),
    "letter_pdf_ms": (300, False),
    "record_pdf_ms": (1500, False),
    "start_seconds": (3, False),
    "rss_mb": (150, False),
    "sign_in_cpu_ratio": (1.1, False),
}


def goal_of(name: str) -> tuple[float | None, bool]:
    """What a figure is to reach, and whether more is better."""
    if name in GOALS:
        return GOALS[name]
    begins = (goal for stem, goal in GOALS.items() if stem.endswith("_") and name.startswith(stem))
    return next(begins, (None, False))


@dataclass
class Figures:
    """What was seen in this run."""

    seen: list[dict[str, object]] = field(default_factory=list)
    not_met: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def saw(self, name: str, value: float, unit: str) -> None:
        """Keep one figure, and say it."""
        goal, more = goal_of(name)
        holds = goal is None or (value >= goal if more else value <= goal)
        if not holds:
            self.not_met.append(name)
        self.seen.append({"name": name, "value": round(value, 4), "unit": unit, "goal": goal})
        told = "" if goal is None else f"   goal {'≥' if more else '≤'} {goal:g}"
        print(
            f"{name:<36} {value:>12,.2f} {unit:<10}{told}{'' if holds else '   NOT MET'}",
            flush=True,
        )

    def leave_out(self, names: str, why: str) -> None:
        """Say of what was not measured why it was not."""
        self.left_out.append(f"{names}: {why}")
        print(f"{names:<36} {'not measured':>12}: {why}", flush=True)

    def keep(self) -> None:
        """Write what was seen to var/bench.json."""
        BENCH.parent.mkdir(exist_ok=True)
        BENCH.write_text(json.dumps(self.seen, indent=2) + "\n", "utf-8")
        print(f"\nwritten to {BENCH.relative_to(PROJECT)}")

    def sum_up(self) -> None:
        """Say once more what is not met, and what was left out."""
        with_goal = sum(each["goal"] is not None for each in self.seen)
        print(f"\n{with_goal - len(self.not_met)} of {with_goal} goals met.")
        for name in self.not_met:
            print(f"  NOT MET: {name}")
        for each in self.left_out:
            print(f"  not measured: {each}")


@dataclass(frozen=True)
class Racer:
    """Something to be timed; what `prepare` makes ready for one call is not counted."""

    run: Callable[[Any], None]
    prepare: Callable[[], Any] = lambda: None


def cpu_ratio(ours: Racer, bare: Racer, *, calls: int) -> float:
    """CPU of a call of ours over CPU of a call of bare: medians, in this process, call by call."""
    spent: tuple[list[float], list[float]] = ([], [])
    for number in range(calls + 5):
        for racer, kept in zip((ours, bare), spent, strict=True):
            ready = racer.prepare()
            before = time.process_time()
            racer.run(ready)
            if number >= 5:  # the first calls fill caches
                kept.append(time.process_time() - before)
    return statistics.median(spent[0]) / statistics.median(spent[1])


def medians_ms(*calls: Callable[[], None], times: int) -> list[float]:
    """The median time of each call in milliseconds; in turn, so that all meet the same noise."""
    seen: list[list[float]] = [[] for _ in calls]
    for call in calls:
        call()
    for _ in range(times):
        for call, kept in zip(calls, seen, strict=True):
            before = time.perf_counter()
            call()
            kept.append((time.perf_counter() - before) * 1000)
    return [statistics.median(each) for each in seen]


def rss_mb(pid: int) -> float:
    """The memory that a process holds, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(os.strerror(3))
