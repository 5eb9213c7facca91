"""Identity tokens that are not what they ought to be open nothing (ASVS 5.0, V9 and 10.5)."""

import base64
from datetime import UTC, datetime
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from cadair.people.actions import provider
from cadair.people.rules.sign_on import SignOn, SignOnRefused

ISSUER = "https://id.northmoor.example/"  # as some providers call themselves, with a slash
NOW = datetime(2027, 3, 1, 9, tzinfo=UTC)
KEY = RSAKey.generate_key(2048, parameters={"kid": "one"}, auto_kid=False)
FOREIGN = RSAKey.generate_key(2048, parameters={"kid": "one"}, auto_kid=False)
COUNCIL = SignOn(issuer=ISSUER, client_id="cadair", secret="x" * 32, acr=(), amr=("mfa",))
GOOD = {"iss": ISSUER, "aud": "cadair", "sub": "priya", "nonce": "of this sign-on",
        "iat": int(NOW.timestamp()), "exp": int(NOW.timestamp()) + 300}  # fmt: skip
DESCRIBED = {"issuer": ISSUER, "authorization_endpoint": ISSUER + "authorize",
             "token_endpoint": ISSUER + "token", "jwks_uri": ISSUER + "keys"}  # fmt: skip


def signed(key: Any = KEY, alg: str = "RS256", header: dict | None = None, **claims: Any) -> str:
    said = {name: each for name, each in {**GOOD, **claims}.items() if each is not None}
    head = {"alg": alg, "kid": "one", **(header or {})}
    return jwt.encode(head, said, key, algorithms=[alg])


def unsigned() -> str:
    """The claims of a good one under a head that asks for no signature."""
    head = base64.urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("=")
    return f"{head}.{signed().split('.')[1]}."


@pytest.fixture
def comes_back(monkeypatch: pytest.MonkeyPatch):
    """What a browser is let in with when its code is worth this token."""
    told = {
        ISSUER + ".well-known/openid-configuration": DESCRIBED,
        ISSUER + "keys": {"keys": [KEY.as_dict(private=False)]},
    }
    monkeypatch.setattr(provider, "_asked", told.__getitem__)

    def comes_back(token: str) -> dict[str, Any]:
        given = {"id_token": token, "access_token": "for nobody"}
        monkeypatch.setattr(provider.OAuth2Session, "fetch_token", lambda *_, **__: given)
        return provider.who_came_back(
            COUNCIL, code="c", verifier="v", nonce=GOOD["nonce"], back="https://b", now=NOW
        )

    return comes_back


def test_a_token_that_is_ours_and_of_now_says_who_it_is(comes_back):
    assert comes_back(signed())["sub"] == "priya"


WRONG = {
    "of another provider": lambda: signed(iss="https://id.elsewhere.example/"),
    "of the same without its slash": lambda: signed(iss=ISSUER.rstrip("/")),
    "of nobody": lambda: signed(iss=None),
    "for somebody else": lambda: signed(aud="another application"),
    "for nobody": lambda: signed(aud=None),
    "of another sign-on": lambda: signed(nonce="of another"),
    "of no sign-on, as an access token is": lambda: signed(nonce=None),
    "run out": lambda: signed(exp=GOOD["iat"] - 61),
    "without an end": lambda: signed(exp=None),
    "of tomorrow": lambda: signed(nbf=GOOD["iat"] + 86_400),
    "made in the future": lambda: signed(iat=GOOD["iat"] + 86_400),
    "of nobody in particular": lambda: signed(sub=None),
    "signed by another": lambda: signed(FOREIGN),
    "signed by a key that it brings along": lambda: signed(
        FOREIGN, header={"jwk": FOREIGN.as_dict(private=False)}
    ),
    "signed by a key that lies elsewhere": lambda: signed(
        FOREIGN, header={"jku": "https://elsewhere.example/keys"}
    ),
    "signed with the secret": lambda: signed(OctKey.import_key(COUNCIL.secret), alg="HS256"),
    "not signed": unsigned,
    "changed": lambda: signed()[:-8] + "AAAAAAAA",
    "none": lambda: "",
}


@pytest.mark.parametrize("wrong", WRONG)
def test_any_other_token_is_refused(comes_back, wrong):
    with pytest.raises(SignOnRefused):
        comes_back(WRONG[wrong]())


@pytest.mark.parametrize("issuer", [ISSUER.rstrip("/"), ISSUER.upper(), "https://elsewhere/"])
def test_a_description_of_another_issuer_is_refused_to_the_letter(monkeypatch, issuer):
    monkeypatch.setattr(provider, "_asked", lambda _: {**DESCRIBED, "issuer": issuer})
    with pytest.raises(SignOnRefused):
        provider.address_to_leave_for(COUNCIL, back="b", state="s", nonce="n", verifier="v" * 43)
