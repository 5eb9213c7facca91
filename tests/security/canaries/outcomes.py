"""What came of Ada's wish, what was decided, and what everybody said of it since."""

from uuid import uuid4

from sqlalchemy import select

from cadair.contributions.models import Wish
from tests.backend.contributions.conftest import World
from tests.security.canaries.words import canary

BY = "2026-04-20"


def answer_and_decide(world: World) -> None:
    """Her wish is answered and came true; Carol does one thing, somebody without account another.

    A third decision was told to nobody.
    """
    ada, priya, carol = (world.sign_in(who) for who in ("Ada", "Priya", "Carol"))
    path = f"/api/reviews/{world.review_id}"
    with world.inside() as session:
        wish = session.scalars(
            select(Wish.id).where(Wish.answer_id.is_not(None), Wish.closed_at.is_(None))
        ).first()
    answer, decisions = uuid4(), [uuid4() for _ in range(3)]
    given = {
        "answer": "partly", "why": canary("outcome.why"), "who_id": None,
        "who_words": canary("outcome.who"), "by_on": BY,
    }  # fmt: skip
    assert priya.put(f"{path}/wishes/{wish}/answers/{answer}", json=given).status_code == 200
    for decision, what, who in zip(
        decisions,
        ("what", "doing", "untold"),
        ({"who_id": str(world.ids["Carol"]), "who_words": None},
         {"who_id": None, "who_words": canary("outcome.doer")},
         {"who_id": str(world.ids["Mum"]), "who_words": None}),
        strict=True,
    ):  # fmt: skip
        sent = {"by_on": BY, "wish_id": None, "topic": None, "position": 0, **who}
        sent["what"] = f"{canary(f'outcome.{what}')} it is."
        address, new = f"{path}/decisions/{decision}", {"If-Match": '"0"'}
        if what == "untold":
            shared = priya.post(f"{path}/outcomes/share", json={"reason": "Agreed."})
            assert shared.status_code == 200, shared.text
        assert priya.put(address, json=sent, headers=new).status_code == 200
    no = {"reply": "not_agreed", "words": canary("outcome.reply")}
    assert ada.put(f"/api/my/answers/{answer}/replies/{uuid4()}", json=no).status_code == 200
    done = {"words": canary("outcome.done")}
    assert priya.post(f"/api/wishes/{wish}/close", json=done).status_code == 200
    told = {"kind": "note", "words": canary("outcome.progress")}
    of_carol = f"/api/decisions/{decisions[0]}"
    assert carol.put(f"{of_carol}/progress/{uuid4()}", json=told).status_code == 200
    manager = {
        "view": "disagreed", "words": canary("outcome.manager"),
        "who_words": canary("outcome.manager_name"),
    }  # fmt: skip
    assert priya.put(f"{of_carol}/manager-view", json=manager).status_code == 200
