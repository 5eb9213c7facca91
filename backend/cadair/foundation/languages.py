"""Which languages people may read Cadair in; translations/languages.toml is the only list."""

import tomllib
from functools import cache

from cadair.foundation.settings import PROJECT


@cache
def known_languages() -> frozenset[str]:
    """The codes of every language offered, such as `en` and `cy`."""
    listed = tomllib.loads((PROJECT / "translations" / "languages.toml").read_text("utf-8"))
    return frozenset(
        language["code"] for language in listed["language"] if not language.get("development")
    )
