"""The canaries: a word for each secret, which follows from its name in who_gets_what.yaml."""

from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from cadair.commands.resealing import SEALED

TABLE = Path(__file__).with_name("who_gets_what.yaml")
SECRETS: dict[str, dict[str, Any]] = yaml.safe_load(TABLE.read_text("utf-8"))
GROUPS = {"manager": ("Boss", "Boss_for_a_reason"), "for_a_reason": ("Boss_for_a_reason",)}
LETTERS = "bcdfghjklmnpqrstvwxyz"


def canary(name: str) -> str:
    """The word of one secret: a capital and twelve letters, as a name may be, and no word of ours.

    Refuses a name that the table does not have.
    """
    secret = SECRETS[name]
    if "words" in secret:  # where only a certain form will do, such as a postcode
        return str(secret["words"])
    drawn = sha256(name.encode()).digest()
    return "Qz" + "".join(LETTERS[byte % len(LETTERS)] for byte in drawn[:11])


def every_canary() -> dict[str, str]:
    """Each secret's name and its word."""
    return {name: canary(name) for name in SECRETS}


def who_gets(name: str) -> set[str]:
    """Who gets this secret, by the table."""
    return {each for who in SECRETS[name]["gets"] for each in GROUPS.get(who, (who,))}


def sealed_ones() -> dict[str, str]:
    """The secrets that lie sealed, or nowhere: not one may be readable on a disk."""
    sealed = {each.name for each in SEALED}
    return {name: canary(name) for name in SECRETS if set(SECRETS[name]["lies"]) <= sealed}
