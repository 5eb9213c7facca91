"""Writes the server's shapes as TypeScript: `.venv/bin/python web_client/tooling/api_types.py`."""

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src" / "api" / "openapi.ts"
HEAD = (
    "/** Generated from the server's OpenAPI by tooling/api_types.py: do not edit."
    " agreement.ts holds our types against these. */\n"
)


def types_of(description: dict[str, Any]) -> str:
    """Every schema of an OpenAPI description as an exported type."""
    schemas = description["components"]["schemas"]
    lines = [f"export type {name} = {said(schemas[name])};\n" for name in sorted(schemas)]
    return HEAD + "\n".join(["", *lines])


def said(schema: dict[str, Any], indent: int = 0) -> str:
    """One schema as a TypeScript type."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in schema:
        return " | ".join(said(one, indent) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(json.dumps(value) for value in schema["enum"])
    kinds = schema.get("type", "unknown")
    if isinstance(kinds, list):
        return " | ".join(said({**schema, "type": kind}, indent) for kind in kinds)
    if kinds == "array":
        return f"({said(schema['items'], indent)})[]"
    if kinds == "object":
        return _object(schema, indent)
    return {"integer": "number", "boolean": "boolean", "null": "null"}.get(kinds, str(kinds))


def _object(schema: dict[str, Any], indent: int) -> str:
    properties = schema.get("properties")
    if not properties:
        values = schema.get("additionalProperties")
        inner = said(values, indent) if isinstance(values, dict) and values else "unknown"
        return f"Record<string, {inner}>"
    pad = "  " * (indent + 1)
    must = set(schema.get("required", ()))
    lines = [
        f"{pad}{name}{'' if name in must else '?'}: {said(inner, indent + 1)};"
        for name, inner in properties.items()
    ]
    return "\n".join(["{", *lines, "  " * indent + "}"])


def main() -> None:
    """Bring the file up to date with the server beside it."""
    from cadair.commands.main import application

    described = application().test_client().get("/api/openapi.json", base_url="http://localhost")
    TARGET.write_text(types_of(described.json), encoding="utf-8")
    sys.stdout.write(f"{TARGET} is up to date\n")


if __name__ == "__main__":
    main()
