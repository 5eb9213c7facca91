"""Reads bytes in every way that a browser, an unpacker or a curious person may read them."""

import base64
import binascii
import bz2
import gzip
import html
import io
import json
import quopri
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_to_bytes

import pikepdf

from tests.world.printed import words_of_pdf

DEEPEST = 4
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
HEX = re.compile(rb"(?:[0-9a-fA-F]{2}){12,}")
FILES = (b"%PDF", b"PK", b"\x1f\x8b")  # how those begin that an answer may be made of
FONTS = (b"\x00\x01\x00\x00", b"OTTO", b"\x01\x00\x04")  # drawn letters, and no words
STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)  # of a PDF


def found_in(data: bytes, needles: dict[str, str]) -> set[str]:
    """The names of those needles that stand in the data, however they are wrapped up."""
    sought = {name: word.lower().encode() for name, word in needles.items()}
    found: set[str] = set()
    for reading in readings(data):
        low = reading.lower()
        found |= {name for name, word in sought.items() if name not in found and word in low}
    return found


def readings(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The data, and whatever may be unwrapped from it, again and again."""
    yield data
    if depth >= DEEPEST or not data:
        return
    for inner in {*_unwrapped(data)} - {data, b""}:
        yield from readings(inner, depth + 1)


def _unwrapped(data: bytes) -> Iterator[bytes]:
    head, _, body = data.partition(b"\n\n")
    if body.startswith(FILES):  # an answer, whose head hides what it is
        yield from (head, body)
        return
    yield from _unpacked(data)
    if not data.startswith(FILES):
        yield from _reread(data)


def _reread(data: bytes) -> Iterator[bytes]:
    """What is no file, as text in every way in which text is written."""
    if b"\x00" in data:
        for way in ("utf-16-le", "utf-16-be"):
            yield data.decode(way, "ignore").encode()
            yield data[1:].decode(way, "ignore").encode()
    if b"%" in data:
        yield unquote_to_bytes(data)
    if b"=" in data:
        yield quopri.decodestring(data)
    if b"&" in data:
        yield html.unescape(data.decode("utf-8", "replace")).encode("utf-8", "replace")
    if b"\\" in data:
        yield from _from_json(data)
    for text in BASE64.findall(data):
        yield _from_base64(text)
    for text in HEX.findall(data):
        yield binascii.unhexlify(text)


def _unpacked(data: bytes) -> Iterator[bytes]:
    if data.startswith(b"%PDF"):
        inflated = (_inflated(stream) for stream in STREAM.findall(data))
        yield from (stream for stream in inflated if not stream.startswith(FONTS))
        yield from _drawn(data)
    for begins, unpack in (
        (b"\x1f\x8b", gzip.decompress),
        (b"BZh", bz2.decompress),
        (b"\x78", zlib.decompress),
    ):
        if data.startswith(begins):
            try:
                yield unpack(data)
            except (OSError, ValueError, EOFError, zlib.error):
                continue
    if data.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for name in archive.namelist():
                    yield name.encode()
                    yield archive.read(name)
        except (zipfile.BadZipFile, RuntimeError, ValueError):
            return


def _drawn(data: bytes) -> Iterator[bytes]:
    """The words that one reads on its pages: in the file they are numbers of its fonts."""
    try:
        yield words_of_pdf(data).encode()
    except pikepdf.PdfError:
        return


def _inflated(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream.rstrip(b"\r\n"))
    except zlib.error:
        return stream


def _from_json(data: bytes) -> Iterator[bytes]:
    try:
        yield "\n".join(_strings(json.loads(data))).encode("utf-8", "replace")
    except ValueError:
        yield re.sub(rb"\\u([0-9a-fA-F]{4})", _character, data)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, str):
        yield value


def _character(found: Any) -> bytes:
    return chr(int(found[1], 16)).encode("utf-8", "replace")


def _from_base64(text: bytes) -> bytes:
    plain = text.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
    try:
        return base64.b64decode(plain + b"=" * (-len(plain) % 4))
    except (binascii.Error, ValueError):
        return b""
