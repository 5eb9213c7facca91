"""A record leaves the house as it stands: PDF, Word, data, plain text; hostile words are inert."""

import json
from io import BytesIO

import pikepdf
from docx import Document

from tests.backend.contributions.conftest import an_answer
from tests.backend.record.conftest import hold, share
from tests.world.records import a_record

HOSTILE = "#panic() $x$ =HYPERLINK(1) <script>\u202e 漢字 I want to stay."


def written(world):
    """Ada said something hostile, and Priya wrote everything there is to write."""
    share(world, "Ada", an_answer("good_news.words", words=HOSTILE))
    review = hold(world)
    path = f"/api/reviews/{review}/record"
    content = a_record(world.child_id, written={"review": HOSTILE, "topics": "Cymraeg: ŵŷ."})
    saved = world.sign_in("Priya").put(path, json={"content": content}, headers={"If-Match": '"0"'})
    assert saved.status_code == 200, saved.text
    return path


def test_every_file_of_a_record_says_the_same_and_nothing_in_it_is_a_command(world):
    path = written(world)
    priya = world.sign_in("Priya")
    made = {kind: priya.get(f"{path}.{kind}") for kind in ("pdf", "docx", "json", "txt")}
    assert {each.status_code for each in made.values()} == {200}
    again = {kind: priya.get(f"{path}.{kind}").data for kind in made}
    assert again == {kind: each.data for kind, each in made.items()}  # to the byte
    said = "#panic() $x$ =HYPERLINK(1) <script> 漢字 I want to stay."
    assert made["txt"].text.count(said) == 2  # hers, and the officer's beside it
    paragraphs = [each.text for each in Document(BytesIO(made["docx"].data)).paragraphs]
    assert paragraphs.count(said) == 2
    data = json.loads(made["json"].data)
    assert data["child"]["called"] == "Ada"
    assert HOSTILE in [line["words"] for each in data["sections"] for line in each["lines"]]
    pdf = pikepdf.open(BytesIO(made["pdf"].data))
    assert bool(pdf.Root.MarkInfo.Marked) and str(pdf.Root.Lang) == "en"


def test_a_child_has_a_certificate_once_the_review_was_held(world):
    ada = world.sign_in("Ada")
    path = "/api/my/reviews/{}/certificate"
    assert ada.get(path.format(world.review_id)).status_code == 404
    held = hold(world)
    made = ada.get(path.format(held))
    assert made.content_type == "application/pdf"
    with pikepdf.open(BytesIO(made.data)).open_metadata() as said:
        assert said["dc:title"] == "A certificate for Ada"
    for other in ("Mum", "Priya"):
        assert world.sign_in(other).get(path.format(held)).status_code == 404
