"""The clauses of PDF/UA-1 (ISO 14289-1) that can be looked up in a file without a reader."""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf

DRAWS = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"}
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def broken_clauses(data: bytes) -> list[str]:
    """What of the standard this file does not keep, each with its clause."""
    pdf = pikepdf.open(BytesIO(data))
    return [*_of_the_file(pdf), *_of_the_order(pdf), *_of_the_pages(pdf)]


def structure(pdf: pikepdf.Pdf) -> list[str]:
    """Every structure type of the document, in reading order."""
    return [str(node.S)[1:] for node in _nodes(pdf.Root.StructTreeRoot.K) if "/S" in node]


def _of_the_file(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    with pdf.open_metadata() as said:
        if said.get("pdfuaid:part") != "1":
            yield "5: does not say that it is PDF/UA"
        if not said.get("dc:title"):
            yield "7.1: no title"
    if not bool(root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "7.1: not marked"
    if not bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "7.1: the title is not shown"
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "7.2: no language"
    if {"/OpenAction", "/AA", "/AcroForm"} & {*root.keys()}:
        yield "7.19: something in it acts"
    if {"/JavaScript", "/EmbeddedFiles"} & {*root.get("/Names", {}).keys()}:
        yield "7.11: something is hidden in it"


def _of_the_order(pdf: pikepdf.Pdf) -> Iterator[str]:
    before = 0
    for each in structure(pdf):
        if level := re.fullmatch(r"H(\d)", each):
            if int(level[1]) > before + 1:
                yield f"7.4.2: {each} follows level {before}"
            before = int(level[1])
    for node in _nodes(pdf.Root.StructTreeRoot.K):
        if str(node.get("/S")) in ("/Figure", "/Formula") and not node.get("/Alt"):
            yield "7.3: a picture that nothing stands for"


def _of_the_pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        if str(page.get("/Tabs")) != "/S":
            yield "7.18.3: tabs follow no order"
        if "/StructParents" not in page:
            yield "7.1: a page that is in no order"
        for font in page.resources.get("/Font", {}).values():
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            if not {"/FontFile2", "/FontFile3"} & {*below.FontDescriptor.keys()}:
                yield "7.21.4: a font that is not in it"
            if "/ToUnicode" not in font:
                yield "7.21.7: letters that nothing can read aloud"
        inside = 0
        for _, operator in pikepdf.parse_content_stream(page):
            inside += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            if str(operator) in DRAWS and not inside:
                yield "7.1: something drawn is neither read nor set aside"


def _nodes(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for each in node:
            yield from _nodes(each)
    elif isinstance(node, pikepdf.Dictionary):
        yield node
        if "/K" in node:
            yield from _nodes(node.K)
