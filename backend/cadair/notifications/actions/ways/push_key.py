"""An installation's own key for web push: browsers are told its public half."""

from base64 import urlsafe_b64encode
from functools import cache
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

KEY_FILE: Final = "push_key.pem"


def make_key(folder: Path) -> bool:
    """Make the key of an installation unless it is there; returns whether it is new."""
    file = folder / KEY_FILE
    if file.exists():
        return False
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = ec.generate_private_key(ec.SECP256R1())
    file.touch(mode=0o600)
    file.write_bytes(made.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return True


@cache
def public_key(folder: Path) -> str | None:
    """What a browser asks for before it lets us push; None while there is no key."""
    file = folder / KEY_FILE
    if not file.exists():
        return None
    key = load_pem_private_key(file.read_bytes(), password=None)
    point = key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return urlsafe_b64encode(point).rstrip(b"=").decode()
