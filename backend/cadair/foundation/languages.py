"""Which languages people may read Cadair in, and what stands in a language's catalog.

translations/languages.toml is the only list of them.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from babel.messages.pofile import read_po

from cadair.foundation.settings import PROJECT


@cache
def known_languages() -> frozenset[str]:
    """The codes of every language offered, such as `en` and `cy`."""
    listed = tomllib.loads((PROJECT / "translations" / "languages.toml").read_text("utf-8"))
    return frozenset(
        language["code"] for language in listed["language"] if not language.get("development")
    )


def said_in(language: str, text: str, **values: Any) -> str:
    """A text in a language, its `{names}` filled in; in English where it is not in the catalog.

    English is the key, and whatever is said here stands in the client's catalogs too.
    """
    found = _catalog(language).get(text, text)
    return re.sub(r"\{(\w+)\}", lambda hole: str(values.get(hole.group(1), hole.group())), found)


@cache
def _catalog(language: str) -> Mapping[str, str]:
    path = PROJECT / "translations" / language / "LC_MESSAGES" / "messages.po"
    if language not in known_languages() or not path.exists():
        return {}
    with path.open("rb") as file:
        return {
            message.id: message.string
            for message in read_po(file)
            if isinstance(message.id, str) and isinstance(message.string, str) and message.string
        }
