"""What goes out as a file, in a world in which everybody wrote attacks: nothing in it runs (E7)."""

import csv
import io
import json
import re
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pikepdf
from playwright.sync_api import Browser

from cadair.commands.demo.people import demo_id
from cadair.commands.subject_access import access_of
from cadair.commands.subject_bundle import write_bundle
from cadair.foundation.clock import frozen, now
from cadair.foundation.database import db, scope_to
from tests.world.attacked import AttackedWorld
from tests.world.printed import words_of_pdf
from tests.world.two_councils import JADEN, NORTHMOOR

# What makes a PDF do something, fetch something or hold something else.
DEEDS = {
    "/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/SubmitForm", "/ImportData", "/URI",
    "/GoToR", "/EmbeddedFile", "/EmbeddedFiles", "/RichMedia", "/XFA", "/Rendition", "/Movie",
}  # fmt: skip
# What makes a Word document do so: fields, objects, other documents, addresses outside it.
WORD_DEEDS = re.compile(
    rb"instrText|fldSimple|altChunk|OLEObject|TargetMode=.External|vbaProject|w:object|<w:hyperlink"
)
LINES_OF_A_CALENDAR = re.compile(
    r"(BEGIN|END|VERSION|PRODID|CALSCALE|METHOD|UID|DTSTAMP|DTSTART|DTEND|SUMMARY|LOCATION|URL|"
    r"DESCRIPTION|SEQUENCE|STATUS|CLASS|TRANSP)[;:]"
)
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
ONE_AND_THE_SAME = {"application/pdf", "text/plain", "application/json"}


def faults_of_files(world: AttackedWorld, chromium: Browser) -> tuple[int, int, list[str]]:
    """How many files there were, how often an attack is read in them, and what is wrong."""
    files, words, wrong = 0, 0, list[str]()
    for who, path in _asked(world):
        with frozen(now()):  # of which a file may tell
            answers = [world.client(who).get(f"/api{path}") for _ in range(2)]
        kind = answers[0].content_type.split(";")[0]
        files += 1
        words += _read(kind, answers[0].data)
        faults = list(_faults(kind, answers[0].data))
        told = answers[0].headers
        if answers[0].status_code != 200 or "attachment" not in told["Content-Disposition"]:
            faults.append("it opens in the page")
        if told["X-Content-Type-Options"] != "nosniff":
            faults.append("its kind is guessed")
        if kind in ONE_AND_THE_SAME and answers[0].data != answers[1].data:
            faults.append("it is another one the second time")
        wrong += [f"{path}: {each}" for each in faults]
    read, ran = _bundle_opened(world, chromium)
    return files + 1, words + read, wrong + ran


def _asked(world: AttackedWorld) -> Iterator[tuple[str, str]]:
    """Who asks for which file."""
    review, signed = f"/reviews/{world.review_id}", f"/reviews/{world.signed_id}"
    for kind in ("pdf", "docx", "txt", "json"):
        yield "priya", f"{signed}/record.{kind}"
    yield "priya", f"{signed}/bundle"
    for who in ("jaden", "karen", "sandra", "tom"):
        yield who, f"/my{review}/shared.pdf"
    for mine in (world.review_id, world.signed_id):
        yield "jaden", f"/my/letters/{mine}/pdf"
    yield "jaden", f"/my/reviews/{world.signed_id}/certificate"
    yield "jaden", "/my/everything/pdf"
    yield "jaden", f"/my{review}/parts/{world.part_id}/calendar"
    for form in ("csv", "xml"):
        yield "helen", f"/service/returns/{now().year}/{form}"


def _read(kind: str, data: bytes) -> int:
    if kind == "application/pdf":
        return words_of_pdf(data).count("__hit")
    if data.startswith(b"PK"):
        with ZipFile(io.BytesIO(data)) as packed:
            return sum(packed.read(each).count(b"__hit") for each in packed.namelist())
    return data.count(b"__hit")


def _faults(kind: str, data: bytes) -> Iterator[str]:
    """What in a file is more than words."""
    if data.startswith(b"PK"):
        yield from _of_packed(data)
    elif kind in OF_KIND:
        yield from OF_KIND[kind](data)
    elif kind != "text/plain":
        yield f"of a kind that nobody knows: {kind}"


def _of_json(data: bytes) -> Iterator[str]:
    if not isinstance(json.loads(data), dict):
        yield "another thing than an object"


def _of_xml(data: bytes) -> Iterator[str]:
    for each in ET.fromstring(data).iter():
        if not re.fullmatch(r"(\{[^}<]+\})?\w+", each.tag):
            yield f"an element {each.tag}"


def _of_cells(data: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
        yield from (f"a formula {cell[:40]}" for cell in row if cell[:1] in STARTS_A_FORMULA)


def _of_calendar(data: bytes) -> Iterator[str]:
    for line in data.decode().replace("\r\n ", "").split("\r\n"):
        if line and not LINES_OF_A_CALENDAR.match(line):
            yield f"a line {line[:60]}"


def _of_pdf(data: bytes) -> Iterator[str]:
    if data.count(b"%%EOF") != 1:
        yield "more than one revision"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                yield from sorted(DEEDS & set(each.keys()))
                yield from sorted(DEEDS & {str(each.get("/S", "")), str(each.get("/Type", ""))})


def _of_packed(data: bytes) -> Iterator[str]:
    with ZipFile(io.BytesIO(data)) as packed:
        for name in packed.namelist():
            inside = packed.read(name)
            if name.startswith("/") or ".." in name:
                yield f"a path {name}"
            if name.endswith((".xml", ".rels")):
                ET.fromstring(inside)
                yield from (f"{found.decode()} in {name}" for found in WORD_DEEDS.findall(inside))
            elif name.endswith(".pdf"):
                yield from _of_pdf(inside)
            elif name.endswith(".docx"):
                yield from _of_packed(inside)
            elif name.endswith(".json"):
                json.loads(inside)


OF_KIND: dict[str, Callable[[bytes], Iterator[str]]] = {
    "application/pdf": _of_pdf, "application/json": _of_json, "application/xml": _of_xml,
    "text/csv": _of_cells, "text/calendar": _of_calendar,
}  # fmt: skip


def _bundle_opened(world: AttackedWorld, chromium: Browser) -> tuple[int, list[str]]:
    """Jaden's own bundle, of which one page is opened from the disk, where no header holds."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "jaden"
        with world.app.app_context():
            scope_to(db.session, NORTHMOOR)
            made = access_of(db.session, child_id=JADEN, person_id=demo_id("jaden"), now=now())
            write_bundle(folder, whose=made.whose, own=made.own, held=made.held)
        context, ran = chromium.new_context(), list[str]()
        page = context.new_page()
        page.expose_function("__hit", lambda: ran.append("the bundle's page: it ran"))
        page.goto((folder / "bundle" / "read_me.html").as_uri())
        page.wait_for_timeout(300)
        read = page.inner_text("body").count("__hit")
        made_of_words = page.locator("img, script, iframe, svg, a, form, [onerror]").count()
        ran += [f"the bundle's page: {made_of_words} made of words"] if made_of_words else []
        context.close()
    return read, ran
