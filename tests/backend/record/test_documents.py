"""A document reads the same for everybody: by eye, by ear, in Word, and pasted as plain text."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile

import pikepdf
import pytest
from docx import Document

from cadair.contributions.rules.answers import Face, Skip
from cadair.record.documents.given import page_of_given
from cadair.record.documents.pages import (
    Chairs,
    Facts,
    Heading,
    Listed,
    Page,
    Quote,
    Words,
)
from cadair.record.documents.plain import as_text
from cadair.record.documents.portable import as_pdf
from cadair.record.documents.records import words_in
from cadair.record.documents.signs import printable
from cadair.record.documents.word import as_docx
from cadair.record.queries.releases import GivenOnce
from cadair.record.rules.rendering import Given, GivenLine
from tests.world.pdf_ua import broken_clauses, structure

HOSTILE = (
    '#eval("1") #panic() $x^2$ *bold* @ref <label> // gone /* gone */ #include "/etc/passwd" '
    "\x00\x07\u202etxet denrut\u202c =HYPERLINK() <script>alert(1)</script> &amp; \\u{1F}\n"
    "{{7*7}} %s 漢字 \U0010ffff 😀 👨‍👩‍👧 مرحبا Привет ሰላም ŵyn"
)


def a_page(*, language="cy", words=HOSTILE) -> Page:
    return Page(
        title=words.split("\n")[0] * 2,
        language=language,
        made_at=datetime(2026, 3, 3, 9, tzinfo=UTC),
        author=words * 3,
        blocks=(
            Heading(words=words),
            Words(words=words),
            Quote(words=words, source=words, language="en"),
            Quote(words=words, language="zh-Hant-TW"),
            Words(words=words, language="pt-BR"),
            Heading(words="Two", level=2),
            Facts(rows=((words, words), ("by", "3 March"))),
            Listed(items=(words, "two")),
            Chairs(count=5),
        ),
    )


def opened(page: Page) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(as_pdf(page)))


def test_a_pdf_keeps_the_clauses_of_pdf_ua_that_can_be_looked_up():
    """Each file that we really give is looked at so among the canaries."""
    assert broken_clauses(as_pdf(a_page())) == []
    pdf = opened(a_page())
    with pdf.open_metadata() as said:
        assert said["dc:title"].startswith('#eval("1")')
    assert str(pdf.Root.Lang) == "cy"
    types = structure(pdf)
    assert [each for each in types if re.fullmatch(r"H\d", each)] == ["H1", "H2"]
    assert {"Document", "BlockQuote", "L", "LI", "LBody"} <= set(types)


def test_a_clause_that_is_broken_is_named():
    pdf = opened(a_page())
    del pdf.Root.Lang
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript)
    for page in pdf.pages:
        page.Tabs = pikepdf.Name.R
        drawn = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(re.sub(rb"/\w+ ?<<.*?>> ?BDC|EMC", b"", drawn))
    kept = BytesIO()
    pdf.save(kept)
    told = {each.split(":")[0] for each in broken_clauses(kept.getvalue())}
    assert told == {"7.2", "7.19", "7.18.3", "7.1"}


def test_words_in_another_language_are_marked_as_such():
    pdf = opened(a_page())
    drawn = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    tags = b"".join(each.unparse(resolved=True) for each in pdf.objects)
    assert set(re.findall(rb"/Lang ?\(([\w-]+)\)", drawn + tags)) == {
        b"cy", b"en", b"zh-TW", b"pt-BR",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", ["Good", "OK", "Not good"]), ("cy", ["Da", "Iawn", "Ddim yn dda"])],
)
def test_a_face_is_told_in_the_words_of_the_documents_language(language, shown):
    lines = tuple(
        GivenLine(said_by="Ada", title=None, ask="How is home?", face=face.value,
                  choices=(), words=None, language="en")
        for face in Face
    )  # fmt: skip
    given = Given(officer="Priya", words=None, language=language, lines=lines)
    once = GivenOnce(id=uuid4(), released_at=datetime(2026, 3, 3, 9, tzinfo=UTC), given=given)
    page = page_of_given([once], language=language)
    assert [each.words for each in page.blocks if isinstance(each, Quote)] == shown
    known = words_in(language)
    assert {f"face.{each}" for each in Face} | {f"skip.{each}" for each in Skip} <= {*known}
    assert known.keys() == words_in("en").keys()


@pytest.mark.parametrize("make", [as_pdf, as_docx, as_text])
def test_the_same_page_gives_the_same_bytes_in_another_process(make):
    code = (
        "import sys; from tests.backend.record.test_documents import *; "
        f"made = {make.__name__}(a_page()); "
        "sys.stdout.buffer.write(made if isinstance(made, bytes) else made.encode())"
    )
    again = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    made = make(a_page())
    assert again.stdout == (made if isinstance(made, bytes) else made.encode())


def test_hostile_words_are_words_in_every_kind_of_file():
    """Nothing that somebody wrote is a command, a link, a field or a picture of another line."""
    text = as_text(a_page())
    for kept in ("#panic()", "=HYPERLINK()", "<script>alert(1)</script>", "{{7*7}}", "漢字"):
        assert kept in text
    assert not {"\x00", "\x07", "\u202e", "\u202c"} & set(text)
    made = as_docx(a_page())
    said = "\n".join(each.text for each in Document(BytesIO(made)).paragraphs)
    assert "<script>alert(1)</script> &amp;" in said and "漢字" in said
    with ZipFile(BytesIO(made)) as parts:
        assert not [name for name in parts.namelist() if "vba" in name.lower()]
        body = parts.read("word/document.xml").decode()
    for command in ("w:fldSimple", "w:instrText", "w:hyperlink", "w:object"):
        assert command not in body
    pdf = opened(a_page())
    assert not any("/A" in each for page in pdf.pages for each in page.get("/Annots", []))


def test_a_sign_that_no_font_of_ours_draws_is_shown_as_missing_and_never_left_out():
    assert printable("漢 a") == "[?] a"
    assert (
        printable("ŵ ŷ Ŵ 😀 👨‍👩‍👧 مرحبا Привет Ελλάδα ሰላም ấ")
        == "ŵ ŷ Ŵ 😀 👨‍👩‍👧 مرحبا Привет Ελλάδα ሰላም ấ"
    )
    assert printable("a\u200bb\ud800c") == "abc"
