"""Lighthouse on a mobile: the sign-in page and a child's home.

It and what it needs take 185 MB, so it is not among the client's dependencies: it is measured
where a `lighthouse` is on the PATH, or named in LIGHTHOUSE.
"""

import json
import os
import shutil
import statistics
import subprocess
from typing import Any

from tests.bench.demo_world import Demo
from tests.bench.figures import Figures
from tests.browser import ARGUMENTS, find_browser

TIMES = 5
CATEGORIES = ("performance", "accessibility", "best-practices")


def measure_lighthouse(figures: Figures, demo: Demo) -> None:
    """Medians of five for each page; the worse page counts."""
    program, chromium = os.environ.get("LIGHTHOUSE") or shutil.which("lighthouse"), find_browser()
    if program is None or chromium is None:
        figures.leave_out("lighthouse_*", "no lighthouse here (185 MB); LIGHTHOUSE names one")
        return
    worst = dict.fromkeys(CATEGORIES, 100.0)
    with demo.served() as served:
        for page, key in (("sign_in", None), ("child_home", "jaden")):
            headers = {"Cookie": demo.cookie(key)} if key else {}
            said = [_scores(program, chromium, served.address, headers) for _ in range(TIMES)]
            print(f"  {page} lost points by: {said[-1]['lost'] or 'nothing'}")
            for category in CATEGORIES:
                score = statistics.median(each[category] for each in said)
                figures.saw(f"{page}_{category.replace('-', '_')}", score, "of 100")
                worst[category] = min(worst[category], score)
    for category, score in worst.items():
        figures.saw(f"lighthouse_{category.replace('-', '_')}", score, "of 100")


def _scores(program: str, chromium: str, address: str, headers: dict[str, str]) -> dict[str, Any]:
    command = [
        program, address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(ARGUMENTS)}", f"--extra-headers={json.dumps(headers)}",
    ]  # fmt: skip
    told = subprocess.run(
        command,
        env={**os.environ, "CHROME_PATH": chromium},
        capture_output=True,
        timeout=300,
        check=True,
    ).stdout
    found = json.loads(told)
    return {each: 100 * found["categories"][each]["score"] for each in CATEGORIES} | {
        "lost": _lost(found)
    }


def _lost(found: dict[str, Any]) -> str:
    """The audits that cost points, with what they saw."""
    weighed = [
        found["audits"][one["id"]]
        for each in CATEGORIES
        for one in found["categories"][each]["auditRefs"]
        if one["weight"] > 0
    ]
    return ", ".join(
        f"{one['id']} {one['score']:g} {one.get('displayValue', '')}".strip()
        for one in weighed
        if one["score"] is not None and one["score"] < 0.9
    )
