"""Talking with a council's identity provider: the only place that asks another machine."""

import json
from datetime import datetime
from typing import Any, Final

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from cadair.people.rules.sign_on import (
    ASKED_FOR,
    SIGNED_BY,
    SignOn,
    SignOnNotReached,
    SignOnRefused,
    check_issuer,
)

PATIENCE_SECONDS: Final = 5
LARGEST_ANSWER: Final = 256 * 1024


def address_to_leave_for(
    sign_on: SignOn, *, back: str, state: str, nonce: str, verifier: str
) -> str:
    """The provider's page for one browser, with state, nonce and a PKCE challenge (RFC 7636)."""
    client = _client(sign_on, back)
    address, _ = client.create_authorization_url(
        _described(sign_on)["authorization_endpoint"],
        state=state,
        nonce=nonce,
        code_verifier=verifier,
    )
    return str(address)


def who_came_back(
    sign_on: SignOn, *, code: str, verifier: str, nonce: str, back: str, now: datetime
) -> dict[str, Any]:
    """The claims of the identity token that the code is worth.

    Raises SignOnRefused unless it is signed by the provider, for us, for this very sign-on, and
    still good; SignOnNotReached when the provider does not answer.
    """
    told = _described(sign_on)
    try:
        given = _client(sign_on, back).fetch_token(
            told["token_endpoint"],
            code=code,
            code_verifier=verifier,
            timeout=PATIENCE_SECONDS,
            allow_redirects=False,
        )
        keys = KeySet.import_key_set({"keys": _asked(told["jwks_uri"])["keys"]})
        token = jwt.decode(given["id_token"], keys, algorithms=list(SIGNED_BY))
        jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=60,
            iss={"essential": True, "value": sign_on.issuer},
            aud={"essential": True, "value": sign_on.client_id},
            exp={"essential": True},
            iat={"essential": True},
            sub={"essential": True},
            nonce={"essential": True, "value": nonce},
        ).validate(token.claims)
    except requests.RequestException as silent:
        raise SignOnNotReached from silent
    except (OAuthError, JoseError, ValueError, TypeError, KeyError) as wrong:
        raise SignOnRefused from wrong
    return dict(token.claims)


def _described(sign_on: SignOn) -> dict[str, Any]:
    """What the provider says of itself (OpenID Connect Discovery), held to its own name."""
    told = _asked(f"{sign_on.issuer.rstrip('/')}/.well-known/openid-configuration")
    try:
        if told["issuer"] != sign_on.issuer:
            raise SignOnRefused
        for name in ("authorization_endpoint", "token_endpoint", "jwks_uri"):
            check_issuer(told[name])
    except (KeyError, AttributeError) as wrong:
        raise SignOnNotReached from wrong
    return told


def _asked(address: str) -> dict[str, Any]:
    try:
        answer = requests.get(address, timeout=PATIENCE_SECONDS, allow_redirects=False, stream=True)
        answer.raise_for_status()
        body = answer.raw.read(LARGEST_ANSWER + 1, decode_content=True)
        if len(body) > LARGEST_ANSWER:
            raise SignOnNotReached
        told = json.loads(body)
    except (requests.RequestException, ValueError) as silent:
        raise SignOnNotReached from silent
    if not isinstance(told, dict):
        raise SignOnNotReached
    return told


def _client(sign_on: SignOn, back: str) -> OAuth2Session:
    return OAuth2Session(
        sign_on.client_id,
        sign_on.secret,
        scope=ASKED_FOR,
        redirect_uri=back,
        code_challenge_method="S256",
    )
