"""A child is told by letter what was decided, in their language, and can say what is not so."""

from io import BytesIO
from uuid import uuid4

import pikepdf
import pytest
from sqlalchemy import update

from cadair.record.rules.letters import (
    WRITTEN_IN,
    Doer,
    Does,
    ToldAnswer,
    ToldDecision,
    ToTell,
    draft,
    sentences,
)
from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.architecture.test_words import EASIEST_GRADE, LONGEST_SENTENCE, grade
from tests.architecture.test_words import sentences as split
from tests.backend.contributions.conftest import NOW, an_answer
from tests.backend.record.conftest import share
from tests.backend.record.test_outcomes import SOON, Desk
from tests.world.holding import adjourning

SECRET = "She cried for an hour after the call and then went up to her room"


class Letters:
    """Priya writes one after Ada's review, and Ada reads it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.world = desk, desk.world
        self.path = f"/api/reviews/{desk.review}/letter"

    def get(self, who="Priya"):
        return self.world.sign_in(who).get(self.path)

    def save(self, words="Dear Ada, Wendy rings Sam.", *, read=0, key="hello", **other):
        told = {"language": "en", "paragraphs": [{"key": key, "words": words}], **other}
        headers = {"If-Match": f'"{read}"'}
        return self.world.sign_in("Priya").put(self.path, json=told, headers=headers)

    def give(self, *, read=1, reason=None):
        headers = {"If-Match": f'"{read}"'}
        priya = self.world.sign_in("Priya")
        return priya.post(f"{self.path}/give", json={"reason": reason}, headers=headers)

    def read(self, who="Ada", more=""):
        return self.world.sign_in(who).get(f"/api/my/letters/{self.desk.review}{more}")

    def say(self, words="I never said Sam.", *, paragraph="hello", id_=None):
        path = f"/api/my/letters/{self.desk.review}/remarks/{id_ or uuid4()}"
        return self.world.sign_in("Ada").put(path, json={"paragraph": paragraph, "words": words})


@pytest.fixture
def letters(world):
    desk = Desk(world)
    assert desk.answer("partly", why="He lives far away.", by_on=SOON).status_code == 200
    assert desk.decide().status_code == 200
    return Letters(desk)


def test_a_draft_tells_what_was_shared_and_only_that(letters):
    before = letters.get().json
    assert before["has_outcomes"] is False
    assert not any(each["key"].startswith(("wish:", "decision:")) for each in before["paragraphs"])
    assert letters.desk.share().status_code == 200
    told = {each["key"]: each["words"] for each in letters.get().json["drafts"]["en"]}
    wish = told[f"wish:{letters.desk.wish}"]
    assert wish.startswith("You said: “I want to see my brother.” We can do a part of this.")
    assert "This is why: He lives far away." in wish
    (decision,) = (words for key, words in told.items() if key.startswith("decision:"))
    assert "Wendy, your social worker, will do this by" in decision
    welsh = {each["key"]: each["words"] for each in letters.get().json["drafts"]["cy"]}
    assert welsh.keys() == told.keys()
    assert "“I want to see my brother.”" in welsh[f"wish:{letters.desk.wish}"]  # as they said it


def test_a_letter_is_the_officers_until_it_is_given_and_the_childs_from_then_on(letters):
    assert letters.give().json["code"] == "letter_not_saved"
    assert letters.save().json["revision"] == 1
    assert letters.save().json["revision"] == 1  # the same again
    stale = letters.save("Dear Ada, hello.")
    assert (stale.status_code, stale.json["current"]["revision"]) == (412, 1)
    assert letters.give().json["code"] == "nothing_shared_yet"
    letters.desk.share()
    assert letters.read().status_code == 404
    assert letters.world.sign_in("Ada").get("/api/my/letters").json["letters"] == []

    given = letters.give()
    assert given.status_code == 200, given.text
    assert letters.give().json["given_at"] == given.json["given_at"]  # again is once
    assert letters.save("Other words.", read=1).json["code"] == "letter_given"
    assert ("Ada", "letter") in letters.desk.notices()
    mine = letters.read().json
    assert [each["words"] for each in mine["paragraphs"]] == ["Dear Ada, Wendy rings Sam."]
    assert len(letters.world.sign_in("Ada").get("/api/my/letters").json["letters"]) == 1
    for other in ("Mum", "Wendy", "Boss", "Priya"):
        assert letters.read(other).status_code == 404


def test_the_child_sees_who_does_it_beside_what_a_letter_says_of_it(letters):
    letters.desk.share()
    letters.save("Wendy rings them.", key=f"wish:{letters.desk.wish}")
    letters.give()
    assert letters.read().json["paragraphs"][0]["who"] is None  # nobody was named for the wish
    page = letters.get().json
    key = next(each["key"] for each in page["drafts"]["en"] if each["key"].startswith("decision"))
    assert key


def test_what_the_child_says_is_not_theirs_is_kept_beside_the_letter(letters):
    letters.desk.share()
    letters.save()
    letters.give()
    id_ = uuid4()
    assert letters.say(id_=id_).status_code == 200
    assert letters.say(id_=id_).status_code == 200
    assert letters.say("Other words.", id_=id_).json["code"] == "remark_said_differently"
    assert letters.say(paragraph="next").json["fields"] == {"paragraph": ["not_there"]}
    assert ("Priya", "letter") in letters.desk.notices()
    (remark,) = letters.get().json["remarks"]
    assert (remark["words"], remark["seen_at"]) == ("I never said Sam.", None)
    seen = letters.world.sign_in("Priya").post(f"{letters.path}/remarks/seen")
    assert seen.status_code == 204
    assert letters.read().json["remarks"][0]["seen_at"] is not None
    assert letters.read().json["paragraphs"][0]["words"] == "Dear Ada, Wendy rings Sam."


def test_a_letter_does_not_carry_what_somebody_else_said_but_for_a_reason(world):
    share(world, "Carol", an_answer("going_well.words", words=SECRET, audience="only_my_iro"))
    desk = Desk(world)
    desk.decide()
    desk.share()
    letters = Letters(desk)
    letters.save(f"Dear Ada. {SECRET}.")
    (found,) = letters.get().json["findings"]
    assert (found["why"], found["line"]) == ("copied", 0)
    assert letters.give().json["code"] == "stopped_by_guard"
    assert letters.read().status_code == 404
    assert letters.give(reason="Carol told her herself.").status_code == 200


def test_a_letter_can_be_kept_as_a_pdf(letters):
    letters.desk.share()
    letters.save("Annwyl Ada, #panic() <script>", language="cy")
    letters.give()
    made = letters.read(more="/pdf")
    assert (made.status_code, made.content_type) == (200, "application/pdf")
    assert letters.read(more="/pdf").data == made.data
    pdf = pikepdf.open(BytesIO(made.data))
    assert str(pdf.Root.Lang) == "cy"
    with pdf.open_metadata() as said:
        assert said["dc:title"] == "Llythyr i Ada"


def test_every_sentence_of_a_draft_is_there_in_each_language_and_easy_to_read():
    english, welsh = sentences()["en"], sentences()["cy"]
    assert english.keys() == welsh.keys()
    for name, words in english.items():
        slots = {part.split("}")[0] for part in words.split("{")[1:]}
        assert slots == {part.split("}")[0] for part in welsh[name].split("{")[1:]}, name
    quoted = {"months", "asked", "why"}
    every = [words for name, words in english.items() if name not in quoted]
    assert grade(every) <= EASIEST_GRADE
    for words in every:
        for sentence in split(words):
            assert len(sentence) <= LONGEST_SENTENCE, words


@pytest.mark.parametrize("language", WRITTEN_IN)
def test_a_draft_speaks_of_the_officer_the_child_and_others_as_a_letter_does(language):
    def doing(**doer) -> str:
        made = ToldDecision(decision_id="1", what="Ring Sam.", doer=Doer(**doer))
        nobody = Doer(does=Does.SOMEBODY)
        dog = ToldAnswer(wish_id="2", wish="A dog {x}", answer="no", why=None, doer=nobody)
        tell = ToTell(
            called="Ada", officer="Priya Reed", is_young=True, held_on=None, next_by=None,
            answers=[dog], decisions=[made],
        )  # fmt: skip
        told = {each.key: each.words for each in draft(tell, language=language)}
        assert "A dog {x}" in told["wish:2"]
        return told["decision:1"].removeprefix("Ring Sam.").strip()

    english = [
        doing(does=Does.I), doing(does=Does.YOU), doing(does=Does.SOMEBODY),
        doing(does=Does.THEY, name="Gran"),
        doing(does=Does.THEY, name="Tom", is_social_worker=True),
    ]  # fmt: skip
    assert english == {
        "en": ["I will do this.", "You will do this.", "", "Gran will do this.",
               "Tom, your social worker, will do this."],
        "cy": ["Bydda i’n gwneud hyn.", "Byddi di’n gwneud hyn.", "", "Bydd Gran yn gwneud hyn.",
               "Bydd Tom, dy weithiwr cymdeithasol, yn gwneud hyn."],
    }[language]  # fmt: skip


def test_nothing_of_an_adjourned_review_goes_out_or_is_carried_out(letters):
    desk = letters.desk
    made = desk.share().json["decisions"][0]["id"]
    assert letters.save().status_code == 200
    with letters.world.inside() as session:  # it was told in a meeting that then did not end
        after = update(Review).where(Review.id == letters.world.review_id)
        session.execute(after.values(held_on=NOW.date(), stage=Stage.CLOSED))
        one = update(Review).where(Review.id == desk.review)
        session.execute(one.values(held_on=None, stage=Stage.MEETING))
    path = f"/api/reviews/{desk.review}/adjourn"
    adjourned = letters.world.sign_in("Priya").post(path, json=adjourning())
    assert adjourned.status_code == 200, adjourned.text
    assert desk.decide("Two phones.").status_code == 200
    refused = (desk.share(), letters.give(), desk.report("Wendy", made, "done"),
               desk.report("Wendy", made, "confirmed"))  # fmt: skip
    assert {each.json["code"] for each in refused} == {"review_is_adjourned"}
    assert [each["decision"]["waits_for_review"] for each in desk.actions("Wendy")] == [True]
    assert letters.read().status_code == 404
    assert desk.report("Wendy", made, "note", "I wait.").status_code == 200
