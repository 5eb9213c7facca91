"""The letter that Ada was given, and what she says is not as she said it."""

from uuid import uuid4

from tests.backend.contributions.conftest import World
from tests.security.canaries.words import canary
from tests.world.letters import a_given_letter


def letter_and_remark(world: World) -> None:
    """Priya's letter to Ada, and Ada's word beside it."""
    words = f"Dear Ada, {canary('letter.words')}."
    a_given_letter(world.app, world.review_id, world.child_id, world.ids["Priya"], words=words)
    said = world.sign_in("Ada").put(
        f"/api/my/letters/{world.review_id}/remarks/{uuid4()}",
        json={"paragraph": "hello", "words": f"Not {canary('letter.remark')}"},
    )
    assert said.status_code == 200, said.text
