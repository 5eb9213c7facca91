"""Writes a person's own bundle: data for a machine, a page for a reader, and a list of hashes."""

import hashlib
import json
import os
from dataclasses import asdict
from datetime import date
from enum import Enum
from html import escape
from pathlib import Path
from typing import Any
from uuid import UUID

from cadair.contributions.rules.forms import form

TITLES = {
    "about_me": "About you",
    "said": "What you said",
    "messages": "Messages between you and the reviewing officers",
    "drafts": "What you were writing, and did not share",
    "reviews": "Your reviews",
    "asked": "What you asked for",
    "not_safe": "When you said that you were not safe",
    "disputes": "What your officer took up for you",
    "letters": "Your letters, and what you said of them",
    "outcomes": "What came of what you asked for, and what was decided",
    "to_do": "What was decided that you do or see to",
    "meetings": "How you found your reviews, and what was read back to you",
    "meeting_plans": "How you want your meetings",
    "reviews_held": "Reviews that were held",
    "given": "What you were given to read",
    "account": "Your account, and what you are to the child",
    "who_has_seen": "Who has seen what you said",
}


def write_bundle(
    folder: Path, *, whose: dict[str, Any], own: dict[str, Any], held: list[dict[str, Any]]
) -> None:
    """Write `folder`/bundle for the person, and beside it, if there is any, what is held back.

    Everything is its owner's alone: mode 0700 and 0600.
    """
    folder.mkdir(mode=0o700)
    bundle = folder / "bundle"
    bundle.mkdir(mode=0o700)
    written = {
        "bundle.json": json.dumps({"whose": whose, **own}, ensure_ascii=False, indent=1),
        "read_me.html": as_page(whose, own),
    }
    for name, text in written.items():
        _write(bundle / name, text)
    hashes = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in written.items()}
    _write(bundle / "manifest.json", json.dumps({"sha256": hashes}, indent=1))
    if held:
        _write(folder / "for_a_human.json", json.dumps({"held": held}, indent=1))


def plain(value: Any) -> Any:
    """A dataclass, and all within it, as what JSON knows."""
    return as_json(asdict(value))


def as_json(value: Any) -> Any:
    """What JSON knows for a value, and all within it: days and moments as text, ids too."""
    return _plain(value)


def as_page(whose: dict[str, Any], own: dict[str, Any]) -> str:
    """The bundle for a reader, as one page that needs nothing else and runs nothing."""
    parts = "".join(
        f"<h2>{escape(TITLES[name])}</h2>{_said(value) if name == 'said' else _list(value)}"
        for name, value in own.items()
        if value
    )
    return (
        f'<!doctype html><html lang="{escape(whose["language"])}"><meta charset="utf-8">'
        "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; "
        "style-src 'unsafe-inline'\"><title>Cadair</title>"
        "<style>body{font:1.1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem}"
        "blockquote{margin:.25rem 0 1rem;padding-left:1rem;border-left:3px solid}</style>"
        f"<h1>{escape(whose['name'])}</h1>{_list(whose)}{parts}</html>"
    )


def _said(said: list[dict[str, Any]]) -> str:
    """Each thing that was said, under the question that was asked, word for word."""
    shown = []
    for each in said:
        contribution = each["contribution"]
        shown.append(f"<h3>{escape(contribution['shared_at'][:10])}</h3>")
        if contribution["withdrawn_at"]:
            shown.append(f"<p>Taken back on {escape(contribution['withdrawn_at'][:10])}.</p>")
        asked = _questions(contribution["form"], contribution["form_version"])
        for answer in contribution["answers"]:
            words = [answer["words"], answer["helper_words"], answer["face"], answer["skip"]]
            words += answer["choices"]
            shown.append(
                f"<p>{escape(asked.get(answer['question'], answer['question']))}</p>"
                + "".join(f"<blockquote>{escape(one)}</blockquote>" for one in words if one)
            )
    return "".join(shown)


def _questions(key: str, version: int) -> dict[str, str]:
    found = form(key, version)
    return {} if found is None else {key: each.ask for key, each in found.questions.items()}


def _list(value: Any) -> str:
    if isinstance(value, dict):
        items = (
            f"<dt>{escape(str(name).replace('_', ' '))}</dt><dd>{_list(one)}</dd>"
            for name, one in value.items()
            if one not in (None, [], {}, "")
        )
        return f"<dl>{''.join(items)}</dl>"
    if isinstance(value, list):
        return f"<ul>{''.join(f'<li>{_list(one)}</li>' for one in value)}</ul>"
    return escape(str(value))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(_plain(key)): _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


def _write(path: Path, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
