"""What people hold in their hands: an authenticator that makes passkeys, as far as it must."""

import json
import secrets
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, encode_cbor

PRESENT, VERIFIED, NEW_KEY = 0x01, 0x04, 0x40


class SoftAuthenticator:
    """One passkey on one device, honest unless it is told to lie."""

    def __init__(self, *, origin: str = "http://localhost", verified: bool = True) -> None:
        self.origin, self.verified = origin, verified
        self.host = origin.split("//")[1].split(":")[0]
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = secrets.token_bytes(24)
        self.user_handle: str | None = None
        self.count = 0

    def make(self, options: dict[str, Any], *, name: str = "My phone") -> dict[str, Any]:
        """What a browser answers to the question for a new passkey."""
        self.user_handle = options["user"]["id"]
        point = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32), -3: point.y.to_bytes(32)}
        credential = bytes(16) + len(self.id).to_bytes(2) + self.id + encode_cbor(public)
        attestation = {
            "fmt": "none",
            "attStmt": {},
            "authData": self._data(NEW_KEY) + credential,
        }
        return {
            "name": name,
            "id": bytes_to_base64url(self.id),
            "client_data": self._client_data("webauthn.create", options["challenge"]),
            "attestation": bytes_to_base64url(encode_cbor(attestation)),
            "transports": ["internal"],
        }

    def sign(self, options: dict[str, Any]) -> dict[str, Any]:
        """What a browser answers to the question for a passkey that is there."""
        client_data = self._client_data("webauthn.get", options["challenge"])
        data = self._data(0)
        signed = data + sha256(base64url_to_bytes(client_data)).digest()
        return {
            "id": bytes_to_base64url(self.id),
            "client_data": client_data,
            "authenticator_data": bytes_to_base64url(data),
            "signature": bytes_to_base64url(self.key.sign(signed, ec.ECDSA(SHA256()))),
            "user_handle": self.user_handle,
        }

    def _data(self, flags: int) -> bytes:
        self.count += 1
        flags |= PRESENT | (VERIFIED if self.verified else 0)
        return sha256(self.host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4)

    def _client_data(self, kind: str, challenge: str) -> str:
        said = {"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return bytes_to_base64url(json.dumps(said).encode())
