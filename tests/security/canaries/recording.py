"""What Carys writes in the record of Zoe's review, signs, and adds afterwards."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import update

from cadair.reviews.models import Review
from cadair.reviews.rules import Stage
from tests.backend.contributions.conftest import NOW, World
from tests.security.canaries.words import canary
from tests.world.records import a_record


def record(world: World) -> None:
    """The review was held yesterday; what was known then is kept with the signature."""
    with world.inside() as session:
        session.execute(
            update(Review)
            .where(Review.id == world.review_id)
            .values(held_on=NOW.date() - timedelta(days=1), stage=Stage.WRITING_UP)
        )
    carys, path = world.sign_in("Carys"), f"/api/reviews/{world.review_id}"
    coded = carys.put(
        f"{path}/participation-code", json={"code": "PN1", "came": "spoke", "reason": None}
    )
    assert coded.status_code == 200, coded.text
    written = {"plan_and_rights": f"I think {canary('record.written')} of it."}
    content = a_record(world.ids["Zoe"], nation="wales", written=written)
    kept = carys.put(f"{path}/record", json={"content": content}, headers={"If-Match": '"0"'})
    assert kept.status_code == 200, kept.text
    signed = carys.post(f"{path}/record/sign", headers={"If-Match": '"1"'})
    assert signed.status_code == 200, signed.text
    words = {"words": f"Then {canary('record.added')} rang."}
    assert carys.put(f"{path}/record/addenda/{uuid4()}", json=words).status_code == 200
