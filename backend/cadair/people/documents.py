"""What is drawn for a person: the square code on their invitation card."""

from typing import Any

import segno


def square_code(link: str) -> dict[str, Any]:
    """The QR code of a link as an SVG path in a `size` × `size` box, quiet zone left out."""
    code = segno.make(link, error="m", micro=False)
    rows = [bytes(row) for row in code.matrix]
    path = "".join(
        f"M{column} {line}h1v1h-1z"
        for line, row in enumerate(rows)
        for column, dark in enumerate(row)
        if dark
    )
    return {"size": len(rows), "path": path}
