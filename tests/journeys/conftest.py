"""A running Cadair with the demo's people, and a real browser to meet it with."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import ARGUMENTS, find_browser
from tests.journeys.looking import ASKING

PROJECT = Path(__file__).resolve().parents[2]
PICTURES = PROJECT / "var" / "pictures"
PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 800}
CADAIR = Path(sys.executable).parent / "cadair"


@dataclass
class Served:
    """A Cadair that runs in a process of its own, on an empty folder of its own."""

    address: str
    people: dict[str, dict[str, str]]
    environment: dict[str, str]
    process: subprocess.Popen[bytes]

    def kill_and_start_again(self) -> None:
        """What a power cut does: killed without warning, and started again."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = start(self.environment, self.address)


@pytest.fixture(scope="session")
def demo_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's data as `make run` makes it, to be copied: nobody is served from it."""
    assert (PROJECT / "web_client" / "dist" / "index.html").is_file(), "build the client first"
    folder = tmp_path_factory.mktemp("demo")
    for command in ("migrate", "demo"):
        subprocess.run([CADAIR, command], env=_lives_in(folder), check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def served(demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demo, served as `make run` serves it; each file of journeys finds it untouched."""
    yield from serve_demo(demo_data, tmp_path_factory.mktemp("served") / "data")


def serve_demo(demo_data: Path, folder: Path) -> Iterator[Served]:
    """Serve a copy of the demo from a folder that is not there yet."""
    shutil.copytree(demo_data, folder)
    port = free_port()
    environment = _lives_in(folder) | {"PORT": str(port)}
    people = {
        person["key"]: person for person in json.loads((folder / "demo.json").read_text("utf-8"))
    }
    address = f"http://127.0.0.1:{port}"
    made = Served(address, people, environment, start(environment, address))
    yield made
    os.killpg(made.process.pid, signal.SIGTERM)
    made.process.wait(timeout=20)


def _lives_in(folder: Path) -> dict[str, str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("CADAIR_")}
    return ours | {"CADAIR_DEMO": "1", "CADAIR_DATA": str(folder)}


def start(
    environment: dict[str, str], address: str, *, open_in_it: tuple[int, ...] = ()
) -> subprocess.Popen[bytes]:
    """Start the server in a process group of its own, and wait until it answers."""
    process = subprocess.Popen(
        [CADAIR, "serve"],
        env=environment,
        start_new_session=True,
        pass_fds=open_in_it,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address + "/api/passphrase-offer", timeout=2)
            return process
        except (urllib.error.URLError, OSError):
            assert process.poll() is None, "the server stopped at its start"
            time.sleep(0.1)
    raise AssertionError("the server did not answer within a minute")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(),
            args=[each for each in ARGUMENTS if each != "--headless"],
        )
        yield browser
        browser.close()


Phone = Callable[..., Page]


@pytest.fixture
def device(chromium: Browser, served: Served) -> Iterator[Phone]:
    """Makes new devices: `device(DESK, dark=True)`; each with an empty memory of its own."""
    opened: list[BrowserContext] = []

    def make(size: dict[str, int] = PHONE, *, dark: bool = False, calm: bool = True) -> Page:
        context = chromium.new_context(
            base_url=served.address,
            viewport=size,
            locale="en-GB",
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if calm else "no-preference",
        )
        context.add_init_script(ASKING)
        context.set_default_timeout(10_000)
        opened.append(context)
        return context.new_page()

    yield make
    for context in opened:
        context.close()
