"""The client's copy of the server's shapes is the server's."""

import importlib.util
from pathlib import Path
from types import ModuleType

from tests.conftest import browser

CLIENT = Path(__file__).parents[2] / "web_client"


def writer() -> ModuleType:
    """The tool that writes the copy."""
    spec = importlib.util.spec_from_file_location("api_types", CLIENT / "tooling" / "api_types.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_shapes_in_the_client_are_up_to_date(app):
    described = browser(app).get("/api/openapi.json").json
    kept = (CLIENT / "src" / "api" / "openapi.ts").read_text(encoding="utf-8")
    assert kept == writer().types_of(described), "run web_client/tooling/api_types.py"


def test_every_kind_of_shape_is_written():
    said = writer().said
    assert said({"$ref": "#/components/schemas/Me"}) == "Me"
    assert said({"enum": ["a", "b", None]}) == '"a" | "b" | null'
    assert said({"type": ["string", "null"], "format": "uuid"}) == "string | null"
    assert said({"type": "array", "items": {"type": "integer"}}) == "(number)[]"
    assert said({"type": "object", "additionalProperties": {"type": "boolean"}}) == (
        "Record<string, boolean>"
    )
    thing = {"type": "object", "properties": {"a": {"type": "string"}, "b": {}}, "required": ["a"]}
    assert said(thing) == "{\n  a: string;\n  b?: unknown;\n}"
