"""What a browser is told, and what words or another site can make it do (F1 to F4, O4)."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Route, sync_playwright

from cadair.app import create_app
from cadair.commands.serving import bring_up_to_date
from cadair.foundation.database import db
from cadair.foundation.settings import Settings
from tests.browser import ARGUMENTS, find_browser
from tests.journeys.conftest import PROJECT, free_port, start
from tests.journeys.every_page import Seen, look, pages_of, watched
from tests.security.checks import Outcome, held_by, security_check
from tests.security.files_that_leave import faults_of_files
from tests.world.attack_words import ATTACKS
from tests.world.attacked import AttackedWorld

ELSEWHERE = "tests/security/test_from_elsewhere.py"

held_by(
    "F2",
    "100 % of routes, methods and error pages as the table by hand",
    "tests/backend/web/test_headers.py",
    f"{ELSEWHERE}::test_every_route_answers_with_the_headers_of_the_table",
)
held_by(
    "F3",
    "0 changes from elsewhere on 100 % of unsafe routes; 0 unsafe GETs",
    f"{ELSEWHERE}::test_no_other_site_changes_anything",
    f"{ELSEWHERE}::test_reading_changes_nothing_but_says_that_it_was_read",
    f"{ELSEWHERE}::test_no_route_reads_and_changes_by_one_method",
    "tests/journeys/test_other_sites.py",
)

# A page of ours that takes words for more than words, as somebody might write one by mistake.
SINK = """;new MutationObserver(() => {
  for (const each of document.querySelectorAll('main *')) {
    if (each.childElementCount || each.dataset.sunk || !each.textContent.includes('<')) continue;
    each.dataset.sunk = 'yes';
    each.innerHTML = each.textContent;
  }
}).observe(document, {subtree: true, childList: true});"""


@security_check
def what_attack_words_do() -> Iterator[Outcome]:
    """Every page of everyone, in a world in which every field is full of attacks."""
    with attacked_world() as (world, address, chromium):
        missed = world.fields.all() - world.filled
        # First: who asked for nothing for two minutes is locked out of their own page.
        files, read, in_files = faults_of_files(world, chromium)
        seen = Seen()
        for key, paths in pages_of(world).items():
            with watched(chromium, world, address, key, seen) as page:
                for path in paths:
                    look(page, path, seen, press=12 if key in ("priya", "helen") else 0)
        stopped, ran = planted(chromium, world, address)
    wrong = [*seen.ran, *seen.made, *seen.broke, *missed]
    for each in [*wrong, *in_files, *seen.reports, *seen.asked, *seen.elsewhere][:40]:
        print("  ", each)
    yield Outcome(
        "F1",
        f"{len(wrong)} of {len(ATTACKS)} ran in {len(world.filled)} fields, {seen.pages} pages, "
        f"read there {seen.words} times; "
        f"{len(seen.reports)} reports; planted {stopped + ran} of 2",
        "200 payloads x every stored field x every page: 0; 0 CSP reports; planted 1 of 1",
        len(ATTACKS) >= 200 <= seen.words and not (wrong or seen.reports) and stopped and ran,
    )
    yield Outcome(
        "E7",
        f"{len(in_files)} in {files} files, attacks read there {read} times",
        "nothing that runs in any file; one revision; the same bytes again",
        not in_files and read >= 200,
    )
    yield Outcome(
        "F4",
        f"{len(seen.elsewhere)} requests to others on {seen.pages} pages",
        "0 third-party requests on any page",
        not seen.elsewhere,
    )
    yield Outcome(
        "O4",
        f"{len(seen.asked)} questions on {seen.pages} pages, {len(seen.elsewhere)} trackers",
        "position, contacts, camera, notices, analytics: never asked",
        not seen.asked and not seen.elsewhere,
    )


@contextmanager
def attacked_world() -> Iterator[tuple[AttackedWorld, str, Browser]]:
    """The world, the address at which it is served, and a Chromium."""
    with tempfile.TemporaryDirectory() as folder:
        told = {"CADAIR_DEMO": "1", "CADAIR_DATA": folder}
        client = str(PROJECT / "web_client" / "dist")
        app = create_app(Settings.from_environment({**told, "CADAIR_CLIENT": client}))
        with app.app_context():
            bring_up_to_date(app)
        world = AttackedWorld(app)
        port = free_port()
        address = f"http://127.0.0.1:{port}"
        clean = {name: each for name, each in os.environ.items() if not name.startswith("CADAIR_")}
        served = start({**clean, **told, "PORT": str(port)}, address)
        try:
            with sync_playwright() as playwright:
                chromium = playwright.chromium.launch(
                    executable_path=find_browser(),
                    args=[each for each in ARGUMENTS if each != "--headless"],
                )
                yield world, address, chromium
                chromium.close()
        finally:
            served.terminate()
            served.wait(timeout=20)
            with app.app_context():
                db.engine.dispose()


def planted(chromium: Browser, world: AttackedWorld, address: str) -> tuple[bool, bool]:
    """With a sink built in: whether the policy stops and reports it, and, without a policy,
    whether what runs is noticed."""

    def built_in(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text() + SINK)

    found = []
    for lawless in (False, True):
        seen = Seen()
        with watched(
            chromium, world, address, "jaden", seen, bypass_csp=lawless, service_workers="block"
        ) as page:
            page.context.route("**/assets/shell-*.js", built_in)
            look(page, "/said", seen)
        found.append(seen)
    with_policy, without = found
    return bool(with_policy.reports) and not with_policy.ran, len(without.ran) > 0
