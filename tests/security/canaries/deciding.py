"""What Priya and the manager write and decide: the plan, tries, codes, reasons, what is given."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import update

from cadair.children.models import BrokenGlass
from cadair.reviews.models import Review
from tests.backend.contributions.conftest import NOW, World
from tests.backend.record.giving import Giving
from tests.security.canaries.around import DAY
from tests.security.canaries.words import canary

PARTS = {
    "child": ("Ada", "Carol", "Wendy"),
    "mum": ("Mum",),
    "dad": ("Dad",),
    "work": ("Teacher", "Wendy"),
}
TODAY = NOW.date().isoformat()


def plan(world: World) -> None:
    """Four parts; each has its own place, link, lines and people."""
    priya, parts = world.sign_in("Priya"), []
    for number, (part, people) in enumerate(PARTS.items()):
        parts.append(
            {
                "id": str(uuid4()), "title": f"Part {canary(f'part.{part}.title')}",
                "how": "in_person", "starts_at": f"2026-03-2{7 + number % 2}T1{number}:00:00Z",
                "minutes": 45, "place": f"9 {canary(f'part.{part}.place')} Road",
                "video_link": f"https://meet.example/{canary(f'part.{part}.link')}",
                "agenda": [f"About {canary(f'part.{part}.agenda')}"],
                "people": [str(world.ids[who]) for who in (*people, "Priya")],
            }
        )  # fmt: skip
    path = f"/api/reviews/{world.review_id}"
    tag = priya.get(path).headers["ETag"]
    saved = priya.put(f"{path}/plan", json={"parts": parts}, headers={"If-Match": tag})
    assert saved.status_code == 200, saved.text


def note_tries(world: World) -> None:
    """Priya tried to reach both parents, and confirms how Ada took part, and why."""
    priya, path = world.sign_in("Priya"), f"/api/reviews/{world.review_id}"
    for who in ("mum", "dad"):
        tried = priya.put(
            f"{path}/attempts/{uuid4()}",
            json={
                "person_id": str(world.ids[who.capitalize()]), "how": "phone", "reached": False,
                "note": f"Rang {canary(f'attempt.{who}')} twice.",
            },
        )  # fmt: skip
        assert tried.status_code < 300, tried.text
    coded = priya.put(
        f"{path}/participation-code", json={"code": "PN4", "reason": canary("code.reason")}
    )
    assert coded.status_code == 200, coded.text


def ask_early(world: World) -> None:
    """Ada and her officer ask for a review before its day; one is refused."""
    priya = world.sign_in("Priya")
    for trigger, by, decision, name in (
        ("child_asks", "Ada", "no", "early.child"),
        ("harm_enquiry", None, "yes", "early.enquiry"),
    ):
        body: dict[str, Any] = {
            "trigger": trigger, "asked_by_id": str(world.ids[by]) if by else None,
            "asked_on": TODAY, "why": canary(f"{name}_why"), "decision": decision,
            "hold_by": "2026-03-29" if decision == "yes" else None,
            "reason": canary(f"{name}_no") if decision == "no" else None,
        }  # fmt: skip
        asked = priya.put(f"/api/children/{world.child_id}/early-reviews/{uuid4()}", json=body)
        assert asked.status_code == 200, asked.text


def hold_later(world: World) -> None:
    """Ada's review was adjourned once, and is held later: a manager agreed."""
    priya, boss = world.sign_in("Priya"), world.sign_in("Boss")
    path = f"/api/reviews/{world.review_id}"
    adjourned = {"until": "2026-03-30", "why": canary("adjourned.why")}
    assert priya.post(f"{path}/adjourn", json=adjourned).status_code == 200
    later = {
        "to_on": "2026-04-02", "why": canary("later.why"),
        "words_to_child": canary("later.to_child"),
    }  # fmt: skip
    asked = uuid4()
    assert priya.put(f"{path}/postponements/{asked}", json=later).status_code == 200
    yes = {"answer": "yes", "words": canary("later.answer")}
    assert boss.post(f"/api/postponements/{asked}/answer", json=yes).status_code == 200


def hold_late(world: World) -> None:
    """Ben's review was held a day late, and Priya has looked at its promises since."""
    priya, ben = world.sign_in("Priya"), world.ids["bens_review"]
    with world.inside() as session:
        due = NOW.date() - timedelta(days=1)
        session.execute(update(Review).where(Review.id == ben).values(due_by=due))
    held = {
        "held_on": TODAY, "completed_on": TODAY, "late_reason": "other",
        "late_words": canary("late.words"),
    }  # fmt: skip
    assert priya.post(f"/api/reviews/{ben}/hold", json=held).status_code == 200
    found = {
        "decisions": canary("midpoint.noted"), "wishes": None, "child": None, "concerns": None,
        "action": "none",
    }  # fmt: skip
    path = f"/api/children/{world.ids['Ben']}/midpoint"
    checked = priya.put(path, json=found, headers={"If-Match": '"0"'})
    assert checked.status_code == 200, checked.text


def ask_and_answer(world: World) -> None:
    """Ada asks for a visit and an advocate, and is told no; she is not safe, and was not before."""
    ada, priya = world.sign_in("Ada"), world.sign_in("Priya")
    for kind, words in (("visit", canary("asked.visit")), ("advocate", None)):
        request = uuid4()
        asked = ada.put(f"/api/my/requests/{request}", json={"kind": kind, "words": words})
        assert asked.status_code == 200, asked.text
    no = {"answer": "no", "reason": canary("asked.no"), "on": None}
    assert priya.post(f"/api/requests/{request}/answer", json=no).status_code == 200
    for name in ("unsafe.closed", "unsafe.words"):
        report = uuid4()
        said = {"words": canary(name), "waited_seconds": 0}
        assert ada.put(f"/api/my/unsafe/{report}", json=said).status_code == 200
        assert priya.post(f"/api/unsafe/{report}/acknowledge").status_code == 200
        if name == "unsafe.closed":
            done = {"what_was_done": canary("unsafe.done")}
            assert priya.post(f"/api/unsafe/{report}/close", json=done).status_code == 200


def visit(world: World) -> None:
    """Priya came, Ada would not be alone with her, and wants something written down."""
    kept = world.sign_in("Priya").put(
        f"/api/children/{world.child_id}/visits/{uuid4()}",
        json={
            "planned_at": None, "how": "in_person", "done_on": TODAY, "spoke_alone": "refused",
            "why": canary("visit.why"), "wants_recorded": canary("visit.wants"),
            "review_id": None, "request_id": None,
        },
        headers={"If-Match": '"0"'},
    )  # fmt: skip
    assert kept.status_code == 200, kept.text


def dispute(world: World) -> None:
    """One at its second level of which Ada is told, one that is over of which she is not."""
    priya, of_ada = world.sign_in("Priya"), f"/api/children/{world.child_id}"
    for name, told in (("dispute", True), ("quiet", False)):
        path, stages = f"{of_ada}/disputes/{uuid4()}", [uuid4(), uuid4()]
        secret = {"words_to_child": None, "not_told_because": canary("quiet.not_told")}
        to_ada = {"words_to_child": canary("dispute.to_ada"), "not_told_because": None}
        raised = {
            "about": "concern", "subject_id": None, "concern": canary(f"{name}.concern"),
            "raised_on": TODAY, "childs_view": None, **(to_ada if told else secret),
            "first_stage": {
                "id": str(stages[0]), "stage": "informal",
                "with_words": canary(f"{name}.with"), "bypassed_because": None,
            },
        }  # fmt: skip
        assert priya.put(path, json=raised).status_code == 200
        if not told:
            over = {"resolved_on": TODAY, "outcome": canary("quiet.outcome")}
            sent = {**over, "words_to_child": None}
            assert priya.post(f"{path}/resolve", json=sent).status_code == 200
            continue
        beside = {
            "childs_view": canary("dispute.view"), "cafcass_on": TODAY, **to_ada,
            "legal_advice": {"on": TODAY, "words": canary("dispute.advice")},
        }  # fmt: skip
        kept = priya.put(f"{path}/beside", json=beside, headers={"If-Match": '"1"'})
        assert kept.status_code == 200, kept.text
        higher = {
            "stage": "director", "began_on": TODAY, "with_words": canary("dispute.director"),
            "bypassed_because": canary("dispute.bypassed"),
        }  # fmt: skip
        assert priya.put(f"{path}/stages/{stages[1]}", json=higher).status_code == 200
        said = {"answered_on": TODAY, "answer": canary("dispute.answer")}
        assert priya.post(f"{path}/stages/{stages[1]}/answer", json=said).status_code == 200
    well = {"words": canary("practice.words"), "on": TODAY}
    assert priya.put(f"{of_ada}/good-practice/{uuid4()}", json=well).status_code == 200


def go_away(world: World) -> None:
    """Priya will be away in a month, and Omar covers then: not yet."""
    path = f"/api/my/away/{uuid4()}"
    days = {"from_on": "2026-04-20", "until_on": "2026-04-24"}
    sent = {**days, "cover_id": str(world.ids["Omar"]), "note": canary("away.note")}
    away = world.sign_in("Priya").put(path, json=sent)
    assert away.status_code == 200, away.text


def write_between(world: World) -> None:
    """Ada, Carol and Priya write to each other; Ada takes one back and brings another along."""
    ada, priya = world.sign_in("Ada"), world.sign_in("Priya")
    wrote = {}
    for who, name in (
        ("Ada", "message.ada"),
        ("Ada", "message.taken_back"),
        ("Ada", "message.brought"),
        ("Carol", "message.carol"),
    ):
        wrote[name] = uuid4()
        path = f"/api/my/conversations/{world.child_id}/messages/{wrote[name]}"
        said = {"words": f"About {canary(name)}, please.", "language": "en"}
        assert world.sign_in(who).put(path, json=said).status_code == 200
    taken = ada.post(f"/api/messages/{wrote['message.taken_back']}/take-back")
    assert taken.status_code == 200
    brought = f"/api/messages/{wrote['message.brought']}/bring-to-review"
    assert ada.post(brought, json={"as": "wish"}).status_code == 200
    with_mum = f"/api/children/{world.child_id}/conversations/{world.ids['Mum']}"
    answer = {
        "words": f"We meet at {canary('message.to_mum')}.", "language": "en",
        "reason": f"Agreed with {canary('message.reason')}.",
    }  # fmt: skip
    assert priya.put(f"{with_mum}/messages/{uuid4()}", json=answer).status_code == 200
    note = {"words": f"Ring {canary('note.mum')}."}
    assert priya.put(f"{with_mum}/notes/{uuid4()}", json=note).status_code == 200


def break_glass(world: World, name: str) -> None:
    """The manager reads what Ada said, for a reason."""
    path = f"/api/children/{world.child_id}/broken-glass/{uuid4()}"
    broken = world.sign_in("Boss").put(
        path, json={"reason": f"{canary(name)} must be known.", "unsafe_to_tell": True}
    )
    assert broken.status_code == 200, broken.text


def glass_is_whole_again(world: World) -> None:
    """Whatever was broken was broken the day before."""
    with world.inside() as session:
        session.execute(update(BrokenGlass).values(broken_at=NOW - DAY, ends_at=NOW - DAY / 2))


def give(world: World) -> None:
    """One letter of each fate: given, waiting over the guard's finding, sent back, taken back."""
    given = Giving(world, "Mum", words=f"Dear Mum, {canary('release.given')} as we said.")
    given.pick(f"I say {canary('ada.to_everyone')} here.", named=True).send().agreed()
    waiting = Giving(
        world,
        "Dad",
        words=f"{canary('release.waiting')}, she lives at {canary('vault.address')}.",
        reason=f"{canary('release.reason')} knows it already.",
    ).send()
    back = Giving(world, "Carol", words=f"{canary('release.sent_back')} for you.").send()
    assert back.view("Boss").status_code == 200
    assert back.answer("Boss", agrees=False, note=canary("release.note")).status_code == 200
    taken = Giving(world, "Teacher", words=f"{canary('release.taken_back')} no more.").send()
    assert taken.take_back().status_code == 200
    to_ada = Giving(world, "Ada", words=f"Ada, {canary('release.to_ada')} from me.")
    to_ada.send().agreed()
    for fate, one in (
        ("given", given), ("waiting", waiting), ("back", back), ("taken", taken), ("ada", to_ada),
    ):  # fmt: skip
        world.ids[f"release.{fate}"] = one.id
