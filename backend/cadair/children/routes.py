"""HTTP for what is chosen for a child, and for the cards that invite the people around them."""

from typing import Any
from uuid import UUID

from flask import request

from cadair.access.policy import Permission
from cadair.children import actions
from cadair.children.queries import ChildFacts
from cadair.children.schemas import ChooseBandSchema, ChosenBandSchema, IssuedCardSchema
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people.documents import square_code
from cadair.web.blueprint import RoomBlueprint, me

blueprint = RoomBlueprint("children", description="The child, and which questions suit them.")


@blueprint.route(
    "/api/children/<uuid:child_id>/band", methods=["PUT"], needs=Permission.CHANGE_BAND
)
@blueprint.arguments(ChooseBandSchema)
@blueprint.response(200, ChosenBandSchema)
def choose_band(body: dict[str, Any], child_id: UUID) -> ChildFacts:
    """Choose the questions that suit the child; null goes by age again."""
    return actions.set_band(db.session, actor=me(), child_id=child_id, now=now(), **body)


@blueprint.route(
    "/api/people/<uuid:person_id>/cards/<uuid:card_id>",
    methods=["PUT"],
    needs=Permission.ISSUE_CARD,
    step_up=True,
)
@blueprint.response(200, IssuedCardSchema)
def invite(person_id: UUID, card_id: UUID) -> dict[str, Any]:
    """Make an invitation card for a child, or for somebody around them; earlier ones end.

    Its words and link are told this once: a lost card wants a new one.
    """
    card = actions.invite(db.session, actor=me(), person_id=person_id, card_id=card_id, now=now())
    # After the #, so that the secret reaches no server and no log.
    link = f"{request.host_url}join#{card.token}"
    return {
        "words": card.words,
        "link": link,
        "qr": square_code(link),
        "expires_at": card.expires_at,
        "called": card.called,
        "sign_in_name": card.sign_in_name,
    }
