"""A signed record reaches each person once, with what they may know and nothing else."""

import json
from hashlib import sha256
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile

import pikepdf
import pytest
from sqlalchemy import update

from cadair.access.actor import Job
from cadair.people.models import Person
from tests.backend.contributions.conftest import World
from tests.backend.record.giving import lower, lower_all, raise_wall, shared
from tests.backend.record.test_outcomes import SOON
from tests.backend.record.test_records import held, save, sign, whole
from tests.world.printed import words_of_pdf

PLAN = "The plan is right for Ada."
MUMS = "Mum brings the bicycle."
WENDYS = "Wendy looks for a drama club."


class Record:
    """Priya's desk after a review whose record she has signed."""

    def __init__(self, world: World) -> None:
        self.world, self.priya = world, world.sign_in("Priya")
        self.path = f"/api/reviews/{world.review_id}"

    def decide(self, what: str, who: str) -> None:
        told = {"what": what, "who_id": str(self.world.ids[who]), "who_words": None,
                "by_on": SOON, "wish_id": None, "topic": None, "position": len(what)}  # fmt: skip
        place = f"{self.path}/decisions/{uuid4()}"
        made = self.priya.put(place, json=told, headers={"If-Match": '"0"'})
        assert made.status_code == 200, made.text

    def sign(self) -> None:
        assert save(self.world, self.priya, whole(self.world)).json["missing"] == []
        assert sign(self.world, self.priya, revision=1).status_code == 200

    def page(self):
        answer = self.priya.get(f"{self.path}/distribution")
        assert answer.status_code == 200, answer.text
        return answer.json

    def offers(self, to: str):
        id_ = str(self.world.ids[to])
        (found,) = (each for each in self.page()["people"] if each["person"]["person_id"] == id_)
        return found["offers"]

    def preview(self, to: str, keys, words=None):
        path = f"{self.path}/distribution/{self.world.ids[to]}/preview"
        return self.priya.post(path, json={"keys": keys, "words": words})

    def give(self, to: str, keys, words=None, *, fingerprint=None, id_=None, reason=None):
        seen = fingerprint or self.preview(to, keys, words).json["fingerprint"]
        told = {"person_id": str(self.world.ids[to]), "keys": keys, "words": words,
                "fingerprint": seen, "reason": reason}  # fmt: skip
        return self.priya.put(f"{self.path}/distributions/{id_ or uuid4()}", json=told)

    def read(self, who: str):
        answer = shared(self.world, who)
        assert answer.status_code == 200, answer.text
        return [line for each in answer.json["shared"] for line in each["given"]["lines"]]


@pytest.fixture
def record(world):
    held(world)
    made = Record(world)
    made.decide(MUMS, "Mum")
    made.decide(WENDYS, "Wendy")
    assert made.priya.post(f"{made.path}/outcomes/share", json={"reason": "Yes."}).status_code < 300
    return made


def words(offers):
    return [each["words"] for each in offers]


def test_nothing_is_given_of_a_record_that_is_not_signed(record):
    assert record.page()["is_signed"] is False
    assert record.offers("Ada") == []
    refused = record.preview("Ada", [], "Hello.")
    assert (refused.status_code, refused.json["code"]) == (409, "record_not_signed")


def test_a_parent_in_a_split_review_is_offered_their_own_part_alone(record):
    record.sign()
    assert record.page()["is_split"] is True
    assert words(record.offers("Ada")) == [PLAN, MUMS, WENDYS]
    assert words(record.offers("Wendy")) == [PLAN, MUMS, WENDYS]
    (mums,) = record.offers("Mum")
    assert (mums["words"], mums["is_default"]) == (MUMS, True)
    assert words(record.offers("Carol")) == []
    (others,) = (each for each in record.offers("Ada") if each["words"] == WENDYS)
    sideways = record.preview("Mum", [mums["key"], others["key"]])
    assert (sideways.status_code, sideways.json["code"]) == (409, "changed_since_preview")


def test_a_second_person_agrees_and_then_it_is_read_on_the_screen_and_as_a_pdf(record):
    record.sign()
    (mums,) = record.offers("Mum")
    id_ = uuid4()
    made = record.give("Mum", [mums["key"]], "Thank you for coming.", id_=id_)
    assert made.json["state"] == "waiting", made.text
    assert record.read("Mum") == []
    boss, path = record.world.sign_in("Boss"), f"{record.path}/releases/{id_}"
    assert boss.get(path).json["given"]["lines"][0]["words"] == MUMS
    agreed = boss.post(f"{path}/answer", json={"agrees": True, "note": None})
    assert agreed.status_code == 200, agreed.text
    (line,) = record.read("Mum")
    assert (line["heading"], line["words"], line["by_on"]) == ("decisions", MUMS, SOON)
    mum = record.world.sign_in("Mum")
    printed = mum.get(f"/api/my/reviews/{record.world.review_id}/shared.pdf")
    assert printed.content_type == "application/pdf"
    assert bool(pikepdf.open(BytesIO(printed.data)).Root.MarkInfo.Marked)
    for other in ("Carol", "Wendy", "Ada"):
        assert record.read(other) == []


def test_the_child_reads_every_decision_of_it_whoever_does_it(record):
    record.sign()
    id_, keys = uuid4(), [each["key"] for each in record.offers("Ada")]
    assert record.give("Ada", keys, id_=id_).json["state"] == "waiting"
    boss, path = record.world.sign_in("Boss"), f"{record.path}/releases/{id_}"
    boss.get(path)
    assert boss.post(f"{path}/answer", json={"agrees": True, "note": None}).status_code == 200
    assert [each["words"] for each in record.read("Ada")] == [PLAN, MUMS, WENDYS]


def test_the_same_again_is_once_and_another_view_of_the_same_record_is_refused(record):
    lower_all(record.world)
    record.sign()
    keys = [each["key"] for each in record.offers("Wendy") if each["is_default"]]
    id_, seen = uuid4(), record.preview("Wendy", keys).json["fingerprint"]
    first = record.give("Wendy", keys, fingerprint=seen, id_=id_)
    assert first.json["state"] == "released"
    assert record.give("Wendy", keys, fingerprint=seen, id_=id_).json == first.json
    another = record.give("Wendy", keys[:1])
    assert (another.status_code, another.json["code"]) == (409, "record_given_already")
    assert len(record.read("Wendy")) == len(keys)
    added = f"{record.path}/record/addenda/{uuid4()}"
    assert record.priya.put(added, json={"words": "Nan rang later."}).status_code == 200
    more = [each["key"] for each in record.offers("Wendy") if each["heading"] == "addendum"]
    assert record.give("Wendy", more).json["state"] == "released"  # another edition


def test_what_changed_after_the_preview_stops_it(record):
    lower_all(record.world)
    record.sign()
    mums = [each["key"] for each in record.offers("Mum") if each["is_default"]]
    seen = record.preview("Mum", mums).json["fingerprint"]
    raise_wall(record.world, "Mum", "Carol")
    refused = record.give("Mum", mums, fingerprint=seen)
    assert (refused.status_code, refused.json["code"]) == (409, "changed_since_preview")
    seen = record.preview("Mum", mums).json["fingerprint"]
    gran = {"name": "Gran Cole", "kind": "grandparent", "parental_responsibility": False,
            "language": "en"}  # fmt: skip
    circle = f"/api/children/{record.world.child_id}/circle/{uuid4()}"
    assert record.priya.put(circle, json=gran).status_code == 204
    assert record.give("Mum", mums, fingerprint=seen).json["code"] == "changed_since_preview"


def test_who_does_it_is_told_to_those_who_may_know_and_goes_with_the_wall(record):
    lower(record.world, "Mum", "Wendy")
    record.sign()
    told = {each["words"]: each["who"] for each in record.offers("Wendy")}
    assert told[MUMS].startswith("Mum")
    keys = [each["key"] for each in record.offers("Wendy")]
    id_ = uuid4()
    record.give("Wendy", keys, id_=id_, reason="She is the worker.")
    boss, path = record.world.sign_in("Boss"), f"{record.path}/releases/{id_}"
    boss.get(path)
    agreed = boss.post(f"{path}/answer", json={"agrees": True, "note": None})
    assert agreed.status_code == 200, agreed.text
    assert MUMS in [line["words"] for line in record.read("Wendy")]
    raise_wall(record.world, "Mum", "Wendy")
    assert MUMS not in [line["words"] for line in record.read("Wendy")]
    assert WENDYS in [line["words"] for line in record.read("Wendy")]


def test_whoever_joins_afterwards_has_nothing_of_it_until_it_is_given_to_them(record):
    lower_all(record.world)
    record.sign()
    keys = [each["key"] for each in record.offers("Wendy") if each["is_default"]]
    assert record.give("Wendy", keys, "Ring me.").json["state"] == "released"
    record.world.ids["Gran"] = gran = uuid4()
    record.world.jobs["Gran"] = Job.PARENT
    told = {"name": "Gran Cole", "kind": "grandparent", "parental_responsibility": False,
            "language": "en"}  # fmt: skip
    circle = f"/api/children/{record.world.child_id}/circle/{gran}"
    assert record.priya.put(circle, json=told).status_code == 204
    assert shared(record.world, "Gran").status_code == 404
    listed = [each["person"]["person_id"] for each in record.page()["people"]]
    assert str(gran) not in listed  # takes no part in this review
    refused = record.give("Gran", keys, fingerprint="0" * 64)
    assert (refused.status_code, refused.json["code"]) == (404, "not_found")
    assert len(record.read("Wendy")) == len(keys)


def test_a_welsh_record_is_an_english_carers_own_page_with_its_words_marked_as_welsh(record):
    world, welsh = record.world, "Bydd Carol yn ffonio’r clwb."
    with world.inside() as session:
        for who in ("Ada", "Priya"):
            session.execute(update(Person).where(Person.id == world.ids[who]).values(language="cy"))
    record.decide(welsh, "Carol")
    assert (
        record.priya.post(f"{record.path}/outcomes/share", json={"reason": "Ie."}).status_code < 300
    )
    record.sign()
    (hers,) = record.offers("Carol")
    id_ = uuid4()
    made = record.give("Carol", [hers["key"]], "Diolch am ddod.", id_=id_)
    assert made.status_code == 200, made.text
    boss, path = world.sign_in("Boss"), f"{record.path}/releases/{id_}"
    boss.get(path)
    assert boss.post(f"{path}/answer", json={"agrees": True, "note": None}).status_code == 200
    (line,) = record.read("Carol")
    assert (line["words"], line["language"]) == (welsh, "cy")
    printed = world.sign_in("Carol").get(f"/api/my/reviews/{world.review_id}/shared.pdf").data
    pdf, words = pikepdf.open(BytesIO(printed)), words_of_pdf(printed)
    assert str(pdf.Root.Lang) == "en"
    for said in ("Shared with you", "Decisions", "Priya Reed writes", welsh, "Diolch am ddod."):
        assert said in words
    marked = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert marked.count(b"/Lang (cy)") + marked.count(b"/Lang(cy)") == 2


def test_the_archive_gets_everything_with_its_digests_and_says_that_it_has_it(record):
    path = f"{record.path}/bundle"
    refused = record.priya.get(path)
    assert (refused.status_code, refused.json["code"]) == (409, "record_not_signed")
    record.sign()
    made = record.priya.get(path)
    assert made.content_type == "application/zip"
    assert record.priya.get(path).data == made.data
    with ZipFile(BytesIO(made.data)) as parts:
        told = json.loads(parts.read("manifest.json"))["sha256"]
        assert told.keys() == {*parts.namelist()} - {"manifest.json"}
        assert {"record.pdf", "record.docx", "record.json", "record.txt", "given.json"} <= {*told}
        for name, digest in told.items():
            assert sha256(parts.read(name)).hexdigest() == digest
    wrong = record.priya.post(f"{path}/acknowledged", json={"sha256": "0" * 64})
    assert (wrong.status_code, wrong.json["code"]) == (409, "another_bundle")
    right = {"sha256": sha256(made.data).hexdigest()}
    for _ in range(2):
        assert record.priya.post(f"{path}/acknowledged", json=right).status_code == 204
