"""What an installation is told from outside, read once at start and frozen."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cadair.foundation.notice_settings import NoticeSettings, read_notice_settings

PROJECT = Path(__file__).resolve().parents[3]


# Without TLS only to this machine, where something else may pass it on.
ANCHORS_GO_TO = ("folder:", "command:", "https://")
ANCHORS_HERE = re.compile(r"http://(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(/.*)?")


class SettingsRefused(Exception):
    """The settings cannot be served safely; the sentence says which and why."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that differs between two installations."""

    database_url: str  # CADAIR_DATABASE_URL: sqlite:///… or postgresql+psycopg://…
    data_folder: Path  # CADAIR_DATA: database file and what the demo writes
    keys_folder: Path  # CADAIR_KEYS: council keys; never inside a backup of the data
    client_folder: Path  # CADAIR_CLIENT: the built web client
    demo: bool  # CADAIR_DEMO=1: demo people with known passphrases; SQLite only
    trusted_hosts: tuple[
        str, ...
    ]  # CADAIR_HOSTS: host names that may be asked for, comma separated
    anchors: str  # CADAIR_ANCHORS: where heads of the trail's chain are kept, off this machine
    proxies: int  # CADAIR_PROXIES: how many reverse proxies stand in front (0: none)
    notices: NoticeSettings  # CADAIR_SITE, CADAIR_MAIL, CADAIR_NOTIFY_…, CADAIR_PUSH_KEY

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """Read the settings, refusing what would be unsafe."""
        data = Path(environment.get("CADAIR_DATA") or PROJECT / "var")
        demo = environment.get("CADAIR_DEMO") == "1"
        # The demo's keys open nothing but the demo; everybody else's lie where no backup looks.
        keys = data / "keys" if demo else data.with_name(f"{data.name}-keys")
        settings = cls(
            database_url=environment.get("CADAIR_DATABASE_URL") or f"sqlite:///{data}/cadair.db",
            data_folder=data,
            keys_folder=Path(environment.get("CADAIR_KEYS") or keys),
            client_folder=Path(environment.get("CADAIR_CLIENT") or PROJECT / "web_client" / "dist"),
            demo=demo,
            trusted_hosts=tuple(
                host.strip()
                for host in environment.get("CADAIR_HOSTS", "127.0.0.1,localhost").split(",")
                if host.strip()
            ),
            anchors=environment.get("CADAIR_ANCHORS", ""),
            proxies=_whole_number(environment.get("CADAIR_PROXIES", "0"), "CADAIR_PROXIES"),
            notices=_notices(environment),
        )
        if not demo and settings.keys_folder.resolve().is_relative_to(data.resolve()):
            raise SettingsRefused(
                "CADAIR_KEYS lies inside CADAIR_DATA: whoever had a backup of the data would have "
                "the keys to it as well.  Give the keys a folder of their own."
            )
        if settings.anchors and not (
            settings.anchors.startswith(ANCHORS_GO_TO) or ANCHORS_HERE.fullmatch(settings.anchors)
        ):
            raise SettingsRefused(
                f"CADAIR_ANCHORS must begin with one of {', '.join(ANCHORS_GO_TO)}."
            )
        if settings.demo and not settings.database_url.startswith("sqlite"):
            raise SettingsRefused(
                "CADAIR_DEMO=1 makes people with known passphrases, "
                "so it works on SQLite only, never on a scaled database."
            )
        return settings


def _notices(environment: Mapping[str, str]) -> NoticeSettings:
    try:
        return read_notice_settings(
            site=environment.get("CADAIR_SITE", ""),
            mail=environment.get("CADAIR_MAIL", ""),
            notify=environment.get("CADAIR_NOTIFY_KEY", ""),
            templates=environment.get("CADAIR_NOTIFY_TEMPLATES", ""),
            notify_url=environment.get("CADAIR_NOTIFY_URL", ""),
            push_key=environment.get("CADAIR_PUSH_KEY", ""),
        )
    except ValueError as unsafe:
        raise SettingsRefused(str(unsafe)) from unsafe


def _whole_number(text: str, name: str) -> int:
    if not text.isdecimal():
        raise SettingsRefused(f"{name} must be a whole number, not {text!r}.")
    return int(text)
