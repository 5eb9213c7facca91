"""Everybody gets the secrets that the table gives them, and not one more (B2)."""

import base64
import gzip
import io
import json
import quopri
import re
import zipfile
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from flask import Response

from cadair.record.documents import portable
from cadair.record.documents.pages import Page, Quote
from cadair.record.documents.plain import as_text
from cadair.record.documents.word import as_docx
from tests.security.canaries.lying import as_it_lies, opened, text_columns
from tests.security.canaries.not_secret import NOT_SECRET
from tests.security.canaries.reading import found_in
from tests.security.canaries.words import SECRETS, canary, every_canary, who_gets
from tests.security.canaries.world import ASKERS, Canaries, found
from tests.world.pdf_ua import broken_clauses

WORD = canary("ada.not_openly")


@pytest.fixture(scope="module")
def seen(canaries: Canaries) -> dict[str, dict[str, str]]:
    return found(canaries, every_canary())


def test_there_are_many_canaries_and_none_stands_in_another():
    words = [word.lower() for word in every_canary().values()]
    assert len(words) >= 60
    for word in words:
        assert [other for other in words if word in other] == [word]


@pytest.mark.parametrize("who", ASKERS)
def test_everybody_gets_what_the_table_gives_them_and_nothing_else(seen, who):
    gets = {name for name in SECRETS if who in who_gets(name)}
    leaked = {name: where for name, where in seen[who].items() if name not in gets}
    assert leaked == {}
    assert gets - seen[who].keys() == set(), "the scan is blind"


def test_every_file_that_can_be_had_is_among_what_was_read(canaries):
    """PDF, Word, text, tables and zip: somebody got each of them whole, so the scan has read it."""
    app = canaries.north.app
    files = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.rule.startswith("/api/") and "GET" in (rule.methods or ())
        if app.view_functions[rule.endpoint].__annotations__.get("return") in (Response, "Response")
    }
    ways = app.url_map.bind("localhost")
    asked = {
        where.removeprefix("GET ").partition("?")[0]
        for answer, those in canaries.got.items()
        if answer.startswith(b"200 ")
        for where in those.values()
        if where.startswith("GET /api/")
    }
    streams = {"meeting.watch_joined_meeting", "meeting.watch_meeting"}
    assert len(files) >= 14
    assert files - streams - {ways.match(each)[0] for each in asked} == set()


def test_every_pdf_that_anybody_gets_can_be_read_by_everybody(canaries):
    """PDF/UA, as far as it can be looked up: each person's own, and those in a bundle."""
    given = [each.partition(b"\n\n")[2] for each in canaries.got if each.startswith(b"200 ")]
    packed = [zipfile.ZipFile(io.BytesIO(each)) for each in given if each.startswith(b"PK")]
    printed = [each for each in given if each.startswith(b"%PDF")]
    printed += [
        archive.read(name)
        for archive in packed
        for name in archive.namelist()
        if name.endswith(".pdf")
    ]
    assert len(printed) >= 7
    assert {told for each in printed for told in broken_clauses(each)} == set()


def test_the_table_names_only_people_that_there_are():
    assert {who for name in SECRETS for who in who_gets(name)} <= set(ASKERS)


def test_nothing_that_opens_something_is_told_again(canaries):
    """Cookies, cards, codes, keys: given once, to the one whose they are."""
    assert len(canaries.opens.secrets) > 20
    told = found(canaries, canaries.opens.secrets)
    assert {who: those for who, those in told.items() if those} == {}


def test_the_key_of_ones_device_is_nobody_elses(canaries):
    keys: dict[str, str] = {}
    for answer, those in canaries.got.items():
        key = re.search(rb'^{\s*"key": ?"([A-Za-z0-9+/=]{44})"', answer.partition(b"\n\n")[2])
        if key:
            keys |= dict.fromkeys(those, key[1].decode())
    assert len(keys) == len(ASKERS) - 2  # all but whoever is not signed in, or joined by a code
    assert len(set(keys.values())) == len(keys)
    for who, told in found(canaries, keys).items():
        assert set(told) <= {who}


def test_every_column_of_text_has_a_canary_or_a_reason_why_not():
    """A column that is added tomorrow fails here until somebody decides which it is."""
    with_canary = {column for secret in SECRETS.values() for column in secret["lies"]}
    assert text_columns() - with_canary - NOT_SECRET.keys() == set()
    assert with_canary & NOT_SECRET.keys() == set()
    assert with_canary | NOT_SECRET.keys() <= text_columns()


def test_every_canary_lies_where_the_table_says(canaries):
    columns: dict[str, bytes] = {}
    for world in (canaries.north, canaries.south):
        with world.inside() as session:
            for column, value in (*as_it_lies(session), *opened(session)):
                columns[column] = columns.get(column, b"") + value.lower() + b"\n"
    lies = {
        name: {column for column, whole in columns.items() if word.lower().encode() in whole}
        for name, word in every_canary().items()
    }
    assert lies == {name: set(secret["lies"]) for name, secret in SECRETS.items()}


def zipped(data: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", data)
    return packed.getvalue()


def as_pdf(data: bytes) -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<<>>stream\n" + zlib.compress(data) + b"\nendstream\nendobj"


def escaped(data: bytes) -> bytes:
    text = "".join(f"\\u{ord(each):04x}" for each in data.decode("latin-1"))
    return f'{{"words": "{text}"}}'.encode()


WRAPPED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "zlib": zlib.compress,
    "zip": zipped,
    "pdf": as_pdf,
    "base64": lambda data: b"data:x;base64," + base64.b64encode(data) + b" and more",
    "base64 for addresses": lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
    "hex": lambda data: data.hex().encode(),
    "url": lambda data: "".join(f"%{byte:02X}" for byte in data).encode(),
    "quoted-printable": lambda data: b"".join(b"=%02X" % byte for byte in data),
    "html": lambda data: "".join(f"&#{byte};" for byte in data).encode(),
    "json": escaped,
    "utf-16": lambda data: data.decode("latin-1").encode("utf-16-le"),
    "utf-16 of the others": lambda data: data.decode("latin-1").encode("utf-16-be"),
}
TO_BYTES = {"gzip", "zlib", "zip", "pdf", "utf-16", "utf-16 of the others"}
OF_TEXT = {"html", "json", "utf-16", "utf-16 of the others"}


@pytest.mark.parametrize("outer", WRAPPED)
def test_the_scan_reads_a_canary_however_it_is_wrapped_once_and_again(outer):
    said = f"so she told me {WORD} and that is all there is to it".encode()
    for inner, wrap in WRAPPED.items():
        if outer in OF_TEXT and inner in TO_BYTES:
            continue  # such as a packed file written as letters of a page: nobody does
        assert found_in(WRAPPED[outer](wrap(said)), {"it": WORD}) == {"it"}, inner
    assert found_in(WRAPPED[outer](said), {"it": WORD}) == {"it"}
    assert found_in(WRAPPED[outer](b"nothing of the kind"), {"it": WORD}) == set()


@pytest.mark.parametrize("make", [portable.as_pdf, as_docx, as_text])
def test_the_scan_reads_what_we_print_as_an_answer_brings_it(make):
    page = Page(
        title="Shared with you",
        language="en",
        made_at=datetime(2026, 3, 3, tzinfo=UTC),
        blocks=(Quote(words=f"so she told me {WORD} and that is all", source="Mum"),),
    )
    made = make(page)
    answer = b"200 OK\nContent-Type: x\n\n" + (made.encode() if isinstance(made, str) else made)
    assert found_in(answer, {"it": WORD, "other": canary("dad.said")}) == {"it"}
    assert found_in(zipped(answer), {"it": WORD}) == {"it"}


def test_the_scan_sees_one_word_in_a_long_answer():
    answer = json.dumps({"a": ["x" * 100_000, {"b": quote(WORD)}]}).encode()
    assert found_in(answer, {"it": WORD, "other": canary("dad.said")}) == {"it"}
    assert quopri.decodestring(b"=51=7A") == b"Qz"
