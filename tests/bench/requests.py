"""What a request costs: statements, milliseconds, and CPU beside the bare reference."""

import json
from pathlib import Path
from uuid import UUID, uuid4

from argon2 import PasswordHasher
from flask import Flask

from cadair.commands.demo.people import PASSPHRASE, demo_id
from cadair.contributions.rules.forms import form
from cadair.foundation.clock import now, today
from tests.bench.bare import bare_share, twelve_answers
from tests.bench.bare_today import bare_today
from tests.bench.demo_world import Demo, asked
from tests.bench.figures import Figures, Racer, cpu_ratio, medians_ms
from tests.world.statements import counted
from tests.world.two_councils import open_review


def measure_requests(figures: Figures, demo: Demo) -> None:
    """The hot routes: milliseconds, and CPU beside bare."""
    _milliseconds(figures, demo)
    ours, bare = today_racers(demo)
    differs = json.loads(ours.run(None)) != json.loads(bare.run(None))
    figures.saw("bare_today_differs", differs, "of 1")
    figures.saw("cpu_ratio_today", cpu_ratio(ours, bare, calls=300), "ratio")
    figures.saw("sign_in_cpu_ratio", cpu_ratio(*_sign_ins(demo), calls=20), "ratio")
    figures.saw("cpu_ratio_share", cpu_ratio(*_shares(demo), calls=300), "ratio")


def routes(app: Flask) -> dict[str, tuple[str, str]]:
    """Each hot route that reads: who asks, and for what."""
    review = open_review(app)
    return {
        "today": ("priya", "/api/today"),
        "caseload": ("priya", "/api/caseload"),
        "council_caseload": ("helen", "/api/caseload"),
        "child_page": ("priya", f"/api/children/{demo_id('jaden')}"),
        "summary": ("priya", f"/api/reviews/{review}/summary"),
        "plan": ("priya", f"/api/reviews/{review}"),
        "my_reviews": ("tom", "/api/my/reviews"),
        "my_contributions": ("jaden", "/api/my/contributions"),
    }


def measure_queries(figures: Figures, demo: Demo) -> None:
    """Statements of each hot route: for one child or a few views, and for 118 or many more."""
    few = {name: _queries(demo, *each) for name, each in routes(demo.app).items()}
    for name, each in (
        ("today", ("carys", "/api/today")),
        ("caseload", ("carys", "/api/caseload")),
        ("council_caseload", ("rhian", "/api/caseload")),
    ):
        few[name] = _queries(demo, *each)
    cookie, review_id, asking = demo.cookie("jaden"), demo.review(), questions()
    shares = []
    for _ in range(20):
        path, body = f"/api/contributions/{uuid4()}", twelve_answers(review_id, asking)
        with counted(demo.app) as ran:
            asked(demo.app, "PUT", path, body=body, cookie=cookie)()
        shares.append(len(ran))
    figures.saw("queries_share", max(shares), "statements")
    for name, each in routes(demo.app).items():
        many = _queries(demo, *each)
        figures.saw(f"queries_{name}", many, "statements")
        figures.saw(f"more_queries_for_many_{name}", many - few[name], "statements")


def _queries(demo: Demo, key: str, path: str) -> int:
    """The first time and the second: reading for the first time may write that it was read."""
    send = asked(demo.app, "GET", path, cookie=demo.cookie(key))
    seen = []
    for _ in range(2):
        with counted(demo.app) as ran:
            send()
        seen.append(len(ran))
    return max(seen)


def _milliseconds(figures: Figures, demo: Demo) -> None:
    found = routes(demo.app)
    calls = [asked(demo.app, "GET", path, cookie=demo.cookie(key)) for key, path in found.values()]
    for name, took in zip(found, medians_ms(*calls, times=40), strict=True):
        figures.saw(f"{name}_ms", took, "ms")


def today_racers(demo: Demo) -> tuple[Racer, Racer]:
    """Priya's Today with 118 children, and the same facts by hand."""
    bare = bare_today(demo.path, UUID(str(demo_id("priya"))), today(now()))
    ours = asked(demo.app, "GET", "/api/today", cookie=demo.cookie("priya"))
    theirs = asked(bare, "GET", "/api/today")
    return Racer(lambda _: ours()), Racer(lambda _: theirs())


def questions() -> list[str]:
    """The questions of the form for twelve to fifteen, those for words first."""
    known = form("child_12_to_15", 1)
    assert known is not None
    words = [key for key, question in known.questions.items() if question.kind == "words"]
    return words + [key for key in known.questions if key not in words]


def _shares(demo: Demo) -> tuple[Racer, Racer]:
    bare, asking = bare_share(Path(demo.folder) / "bare.db"), questions()
    cookie, review_id = demo.cookie("jaden"), demo.review()

    def racer(app: Flask, cookie: str) -> Racer:
        return Racer(
            lambda send: send(),
            lambda: asked(
                app, "PUT", f"/api/contributions/{uuid4()}",
                body=twelve_answers(review_id, asking), cookie=cookie,
            ),
        )  # fmt: skip

    return racer(demo.app, cookie), racer(bare, "")


def _sign_ins(demo: Demo) -> tuple[Racer, Racer]:
    hasher = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)
    hashed = hasher.hash(PASSPHRASE)
    body = json.dumps({"who": "jaden", "passphrase": PASSPHRASE}).encode()
    send = asked(demo.app, "POST", "/api/sign-in", body=body)
    return Racer(lambda _: send()), Racer(lambda _: hasher.verify(hashed, PASSPHRASE))
