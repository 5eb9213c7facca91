"""Finds the Chromium that journeys drive, and gets one where the machine can."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# Headless, without a profile of anybody's, and silent towards the world.
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> str | None:
    """The path of a Chromium on this machine, or None."""
    named = os.environ.get("CADAIR_TEST_BROWSER")
    if named:
        return named
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def find_or_get_browser() -> str:
    """The path of a Chromium, installed through the system's packages if it must be."""
    found = find_browser()
    if found:
        return found
    for install in _ways_to_install():
        print(f"No Chromium here; trying: {' '.join(install)}", flush=True)
        subprocess.run(install, check=False)
        found = find_browser()
        if found:
            return found
    sys.exit(
        "The journeys need Chromium, and this machine could not install it by itself.\n"
        "Please install it, for example with `sudo apt-get install chromium`, "
        "or name one in CADAIR_TEST_BROWSER."
    )


def _ways_to_install() -> list[list[str]]:
    become = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if become and not shutil.which("sudo"):
        return []
    if shutil.which("apt-get"):
        get = [*become, "apt-get"]
        return [[*get, "install", "-y", "-q", "chromium"], [*get, "update", "-q"],
                [*get, "install", "-y", "-q", "chromium"]]  # fmt: skip
    if shutil.which("dnf"):
        return [[*become, "dnf", "install", "-y", "chromium"]]
    if shutil.which("apk"):
        return [[*become, "apk", "add", "chromium"]]
    return []
