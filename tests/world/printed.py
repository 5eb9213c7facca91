"""The words that somebody reads in a PDF, whose letters stand in it as numbers of its fonts."""

import re
from io import BytesIO

import pikepdf

ONE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
TABLE = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)


def words_of_pdf(data: bytes) -> str:
    """Every letter of every page, in the order in which it is drawn."""
    return "".join(_words(page) for page in pikepdf.open(BytesIO(data)).pages)


def _words(page: pikepdf.Page) -> str:
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    letters: dict[int, str] = {}
    said: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            letters = fonts[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            strings = operands[0] if str(operator) == "TJ" else operands
            for each in strings:
                if isinstance(each, pikepdf.String):
                    drawn = bytes(each)
                    codes = [drawn[at : at + 2] for at in range(0, len(drawn), 2)]
                    said += [letters.get(int.from_bytes(code), "") for code in codes]
    return "".join(said)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """What each number of a font stands for."""
    table = font.ToUnicode.read_bytes()
    return {
        int(code, 16): bytes.fromhex(letter.decode()).decode("utf-16-be")
        for lines in TABLE.findall(table)
        for code, letter in ONE.findall(lines)
    }
