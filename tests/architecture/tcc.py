"""The client calls what the server offers, and every offer has a caller."""

import re
from pathlib import Path

from tests.conftest import browser

API = Path(__file__).parents[2] / "web_client" / "src" / "api"
CALL = re.compile(r"'(GET|PUT|POST|DELETE)',\s*['`](/api/[^'`]*)['`]")


def called() -> set[tuple[str, str]]:
    """Method and address of each call, with its names as holes."""
    return {
        (method, re.sub(r"\$\{\w+\}", "{}", address.partition("?")[0]))
        for file in API.glob("*.ts")
        for method, address in CALL.findall(file.read_text(encoding="utf-8"))
    }


def test_the_client_and_the_server_agree_on_every_call(app):
    described = browser(app).get("/api/openapi.json").json["paths"]
    offered = {
        (method.upper(), re.sub(r"\{\w+\}", "{}", path))
        for path, operations in described.items()
        for method in operations
        if method != "parameters"
    }
    assert len(called()) > 20
    assert called() == offered
