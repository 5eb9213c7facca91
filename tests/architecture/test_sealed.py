"""Every column of bytes is known: sealed and listed by its room, a wrapped key, or a digest."""

import ast

from sqlalchemy import LargeBinary

from cadair.commands.resealing import SEALED, named
from cadair.foundation.database import Base
from tests.architecture.test_house import PYTHON, short

WRAPPED = {"child_key.wrapped", "council_key.own"}
DIGESTS = {
    "audit_link.digest", "message.fingerprint", "officer_note.fingerprint",
    "card.token_digest", "card.words_digest", "contribution.fingerprint", "hand_over.fingerprint",
    "device.token_digest", "sign_in_session.digest",
    "wrong_try.bucket", "recovery_code.code_digest", "passkey_challenge.challenge_digest",
    "passkey_challenge.bound_to", "passkey_challenge.asked_from",
    "sign_on_try.state_digest", "sign_on_try.browser_digest", "plan_answer.asked",
    "live_part.code_digest", "live_guest.token_digest",
}  # fmt: skip


PUBLIC = {"passkey.credential", "passkey.public_key"}  # the halves of a key pair that are no secret
NONCES = {"sign_in_session.page_nonce"}  # without the council's own key nothing follows from it


def columns_of_bytes() -> set[str]:
    return {
        f"{table.name}.{column.name}"
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, LargeBinary)
    }


def test_every_column_of_bytes_is_sealed_wrapped_or_a_digest():
    sealed = {sealed.name for sealed in SEALED}
    known = sealed | WRAPPED | DIGESTS | PUBLIC | NONCES
    assert columns_of_bytes() - known == set()
    assert sealed | WRAPPED <= columns_of_bytes()


def test_every_sealed_column_says_whose_key_opens_it():
    for sealed in SEALED:
        table, column = named(sealed)
        assert isinstance(column.type, LargeBinary)
        if sealed.child is not None:
            theirs, _, whose = sealed.child.partition(".")
            assert whose in Base.metadata.tables[theirs].columns
            assert sealed.through is None or sealed.through in table.columns


def test_the_councils_key_wraps_keys_and_seals_nothing_else():
    """Only these may ask the keyring for it, so that a rotation knows all that it wraps."""
    asking = {
        short(path)
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"wrapping_key", "wrapped_by"}
        and isinstance(node.value, ast.Name) and node.value.id == "council_keys"
    }  # fmt: skip
    assert asking == {
        "backend/cadair/children/actions/bringing_in.py",
        "backend/cadair/children/actions/rotating.py",
        "backend/cadair/children/queries/keys.py",
        "backend/cadair/commands/keys.py",
    }
