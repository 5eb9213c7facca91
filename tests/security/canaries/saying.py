"""What the people of the canaries' world say, share, take back, and are still writing."""

from typing import Any
from uuid import uuid4

from tests.backend.contributions.conftest import World, an_answer
from tests.security.canaries.words import canary

FORMS = {
    "Ada": "child_12_to_15", "Ben": "child_under_8", "Zoe": "child_12_to_15", "Carol": "carer",
    "Mum": "parent", "Dad": "parent", "Bens_mum": "parent", "Zoes_mum": "parent",
    "Teacher": "professional", "Wendy": "professional", "Priya": "observation",
}  # fmt: skip
ONLY_IRO = {"audience": "only_my_iro"}
WITH_WORKER = {"audience": "my_iro_and_social_worker"}


def share(world: World, who: str, *answers: dict[str, Any], **told: Any) -> str:
    """Share answers; returns the contribution's id."""
    review_id = told.pop("review_id", world.review_id)
    contribution_id = str(uuid4())
    body = {
        "review_id": str(review_id), "form": told.pop("form", FORMS[who]), "form_version": 1,
        "language": "en", "helper": None, "replaces": None, "answers": list(answers), **told,
    }  # fmt: skip
    sent = world.sign_in(who).put(f"/api/contributions/{contribution_id}", json=body)
    assert sent.status_code == 200, sent.text
    return contribution_id


def said(question: str, name: str, **more: Any) -> dict[str, Any]:
    """An answer in words, one of which is the canary."""
    return an_answer(question, words=f"I say {canary(name)} here.", **more)


def ada_shares(world: World) -> None:
    """She says something, says it anew, and takes another thing back."""
    first = share(world, "Ada", said("anything.words", "ada.said_before", **WITH_WORKER))
    helper = {"name": canary("ada.helper_name"), "who": canary("ada.helper_who")}
    not_mum = [str(world.ids["Mum"])]
    now = share(
        world,
        "Ada",
        said("school.words", "ada.to_everyone"),
        said("fun.love", "ada.not_mum", not_people=not_mum, wish=True),
        said(
            "home.change",
            "ada.with_worker",
            helper_words=f"She means {canary('ada.helper_words')}.",
            **WITH_WORKER,
        ),
        said("family.plan", "ada.wish", wish=True, **WITH_WORKER),
        said("meeting.not_openly", "ada.not_openly", **ONLY_IRO),
        said("meeting.who_no", "ada.who_no", choices=["dad"], **ONLY_IRO),
        said("safe.worry", "ada.worry", choices=["hurt"], **ONLY_IRO),
        helper=helper,
        replaces=first,
    )
    world.ids["contribution.before"], world.ids["contribution.ada"] = first, now
    gone = share(
        world,
        "Ada",
        said("good_news.words", "ada.taken_back"),
        helper={"name": canary("ada.taken_back_helper"), "who": "friend"},
    )
    world.ids["contribution.gone"] = gone
    assert world.sign_in("Ada").post(f"/api/contributions/{gone}/withdraw").status_code == 200


def others_share(world: World) -> None:
    """Each says something for the review, to the worker, and to the officer alone."""
    for who, to_worker, alone in (
        ("Carol", "support.words", "private_note.words"),
        ("Mum", "worries.words", "private_note.words"),
        ("Dad", "worries.words", "private_note.words"),
        ("Teacher", "plan.words", "safe.words"),
        ("Wendy", "visits.words", "safe.words"),
    ):
        key = who.lower()
        world.ids[f"contribution.{key}"] = share(
            world,
            who,
            said("going_well.words", f"{key}.said"),
            said(to_worker, f"{key}.with_worker", **WITH_WORKER),
            said(alone, f"{key}.private", **ONLY_IRO),
        )
    share(world, "Mum", said("reach_me.words", "mum.reach_me", **ONLY_IRO))


def around_ben(world: World) -> None:
    """Ben is four: he says little, Carol says what she sees, and his mother what she thinks."""
    bens = {"review_id": world.ids["bens_review"]}
    share(world, "Ben", said("fun.like", "ben.said"), **bens)
    share(world, "Bens_mum", said("private_note.words", "bens_mum.private", **ONLY_IRO), **bens)
    band = f"/api/children/{world.ids['Ben']}/band"
    assert world.sign_in("Priya").put(band, json={"band": "under_4"}).status_code == 200
    share(
        world, "Carol", said("shows.happy", "carol.observed", **WITH_WORKER),
        form="observation", **bens,
    )  # fmt: skip


def write_draft(world: World, who: str, question: str, **more: Any) -> None:
    """Somebody is still writing, on two devices, with somebody's help."""
    key, path = who.lower(), f"/api/my/drafts/{world.review_id}"
    client = world.sign_in(who)
    content = {
        "form": FORMS[who], "form_version": 1, "language": "en",
        "helper": {"name": canary(f"{key}.draft_helper"), "who": "friend"},
        "answers": {question: {"words": canary(f"{key}.draft"), "audience": "only_my_iro"}},
        "other_words": {
            question: [{"words": canary(f"{key}.draft_other"), "audience": "only_my_iro"}]
        },
        **more,
    }  # fmt: skip
    revision = client.get(path).json["revision"]
    kept = client.put(path, json={"content": content}, headers={"If-Match": f'"{revision}"'})
    assert kept.status_code == 200, kept.text


def everybody_speaks(world: World) -> None:
    """All that is said about Ada and Ben."""
    ada_shares(world)
    others_share(world)
    around_ben(world)
    for who, question in (
        ("Ada", "anything.words"), ("Mum", "questions.words"), ("Dad", "questions.words"),
        ("Carol", "worries.words"), ("Wendy", "plan.words"),
    ):  # fmt: skip
        write_draft(world, who, question)
