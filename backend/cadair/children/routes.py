"""HTTP for what is chosen for a child, for the circle around them and the walls within it."""

from typing import Any
from uuid import UUID

from flask import request

from cadair.access.policy import Permission
from cadair.children import actions
from cadair.children.queries import ChildFacts, CirclePage
from cadair.children.queries.glass import Glass
from cadair.children.queries.vault import ProtectedFacts
from cadair.children.schemas import (
    AddToCircleSchema,
    AnswerProposalSchema,
    BreakGlassSchema,
    ChooseBandSchema,
    ChosenBandSchema,
    CirclePageSchema,
    GlassListSchema,
    GlassSchema,
    IssuedCardSchema,
    KeepProtectedFactSchema,
    KnowableSchema,
    LostPhoneSchema,
    NoteGlassSchema,
    ProposeLoweringSchema,
    ProtectedFactsSchema,
    WaitingProposalsSchema,
)
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.people.documents import square_code
from cadair.web.blueprint import RoomBlueprint, me

blueprint = RoomBlueprint(
    "children", description="The child, the circle around them, and the walls within it."
)


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


@blueprint.route("/api/children/<uuid:child_id>/circle", needs=Permission.SEE_CIRCLE)
@blueprint.response(200, CirclePageSchema)
def get_circle(child_id: UUID) -> CirclePage:
    """Who is around a child, what each may know, and between whom a wall stands."""
    return actions.read_circle(db.session, actor=me(), child_id=child_id, now=now())


@blueprint.route(
    "/api/children/<uuid:child_id>/circle/<uuid:person_id>",
    methods=["PUT"],
    needs=Permission.CHANGE_CIRCLE,
)
@blueprint.arguments(AddToCircleSchema)
@blueprint.response(204)
def add_to_circle(body: dict[str, Any], child_id: UUID, person_id: UUID) -> None:
    """Add somebody to a child's circle, walled from everybody in it.  Safe to send again."""
    actions.add_to_circle(
        db.session, actor=me(), child_id=child_id, person_id=person_id, now=now(), **body
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/circle/<uuid:person_id>",
    methods=["DELETE"],
    needs=Permission.CHANGE_CIRCLE,
)
@blueprint.response(204)
def end_in_circle(child_id: UUID, person_id: UUID) -> None:
    """Somebody is not in the child's circle any more: their next request finds nothing."""
    actions.end_in_circle(db.session, actor=me(), child_id=child_id, person_id=person_id, now=now())


@blueprint.route(
    "/api/children/<uuid:child_id>/circle/<uuid:person_id>/may-know",
    methods=["PUT"],
    needs=Permission.TELL_PROTECTED_FACTS,
    step_up=True,
)
@blueprint.arguments(KnowableSchema)
@blueprint.response(204)
def let_know(body: dict[str, Any], child_id: UUID, person_id: UUID) -> None:
    """Let somebody know where the child lives, with whom, or which school they go to."""
    actions.let_know(
        db.session, actor=me(), child_id=child_id, person_id=person_id, now=now(), **body
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/circle/<uuid:person_id>/may-not-know",
    methods=["PUT"],
    needs=Permission.HIDE_PROTECTED_FACTS,
)
@blueprint.arguments(KnowableSchema)
@blueprint.response(204)
def let_know_no_more(body: dict[str, Any], child_id: UUID, person_id: UUID) -> None:
    """Let them know it no more, from their next request on."""
    actions.let_know_no_more(
        db.session, actor=me(), child_id=child_id, person_id=person_id, now=now(), **body
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/walls/<uuid:one_id>/<uuid:other_id>",
    methods=["PUT"],
    needs=Permission.RAISE_WALL,
)
@blueprint.response(204)
def raise_wall(child_id: UUID, one_id: UUID, other_id: UUID) -> None:
    """Raise the wall between two people: it holds from their next request on."""
    actions.raise_wall(
        db.session, actor=me(), child_id=child_id, one_id=one_id, other_id=other_id, now=now()
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/wall-proposals/<uuid:proposal_id>",
    methods=["PUT"],
    needs=Permission.LOWER_WALL,
    step_up=True,
)
@blueprint.arguments(ProposeLoweringSchema)
@blueprint.response(204)
def propose_lowering(body: dict[str, Any], child_id: UUID, proposal_id: UUID) -> None:
    """Propose to lower a wall, with the reason: another person has to agree.

    Safe to send again.
    """
    actions.propose_lowering(
        db.session, actor=me(), child_id=child_id, proposal_id=proposal_id, now=now(), **body
    )


@blueprint.route("/api/wall-proposals", needs=Permission.SEE_WALL_PROPOSALS)
@blueprint.response(200, WaitingProposalsSchema)
def get_wall_proposals() -> dict[str, Any]:
    """Proposals to lower a wall that wait for my answer."""
    return {"waiting": actions.read_waiting_proposals(db.session, actor=me(), now=now())}


@blueprint.route(
    "/api/wall-proposals/<uuid:proposal_id>/answer",
    methods=["POST"],
    needs=Permission.LOWER_WALL,
    step_up=True,
)
@blueprint.arguments(AnswerProposalSchema)
@blueprint.response(204)
def answer_proposal(body: dict[str, Any], proposal_id: UUID) -> None:
    """Agree that a wall is lowered, or refuse: never one's own proposal."""
    actions.answer_proposal(db.session, actor=me(), proposal_id=proposal_id, now=now(), **body)


@blueprint.route(
    "/api/wall-proposals/<uuid:proposal_id>/withdraw",
    methods=["POST"],
    needs=Permission.LOWER_WALL,
)
@blueprint.response(204)
def withdraw_proposal(proposal_id: UUID) -> None:
    """Take back my own proposal to lower a wall."""
    actions.withdraw_proposal(db.session, actor=me(), proposal_id=proposal_id, now=now())


@blueprint.route(
    "/api/children/<uuid:child_id>/protected-facts", needs=Permission.SEE_PROTECTED_FACTS
)
@blueprint.response(200, ProtectedFactsSchema)
def get_protected_facts(child_id: UUID) -> ProtectedFacts:
    """Where the child lives, out of the vault: every look is noted."""
    return actions.read_protected_facts(db.session, actor=me(), child_id=child_id, now=now())


@blueprint.route(
    "/api/children/<uuid:child_id>/protected-facts",
    methods=["PUT"],
    needs=Permission.KEEP_PROTECTED_FACTS,
    step_up=True,
)
@blueprint.arguments(KeepProtectedFactSchema)
@blueprint.response(204)
def keep_protected_fact(body: dict[str, Any], child_id: UUID) -> None:
    """Put one fact into the vault, or say that it is not known any more."""
    actions.keep_protected_fact(db.session, actor=me(), child_id=child_id, now=now(), **body)


@blueprint.route("/api/children/<uuid:child_id>/broken-glass", needs=Permission.SEE_BROKEN_GLASS)
@blueprint.response(200, GlassListSchema)
def get_broken_glass(child_id: UUID) -> dict[str, Any]:
    """When a service manager read what the child said, and why; the latest first."""
    return {"readings": actions.read_glass(db.session, actor=me(), child_id=child_id, now=now())}


@blueprint.route(
    "/api/children/<uuid:child_id>/broken-glass/<uuid:glass_id>",
    methods=["PUT"],
    needs=Permission.BREAK_GLASS,
    step_up=True,
)
@blueprint.arguments(BreakGlassSchema)
@blueprint.response(200, GlassSchema)
def break_glass(body: dict[str, Any], child_id: UUID, glass_id: UUID) -> Glass:
    """Say why, and read for one hour what this child said; their officer is told.

    Safe to send again.
    """
    return actions.break_glass(
        db.session, actor=me(), child_id=child_id, glass_id=glass_id, now=now(), **body
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/broken-glass/<uuid:glass_id>/noted",
    methods=["POST"],
    needs=Permission.NOTE_BROKEN_GLASS,
)
@blueprint.arguments(NoteGlassSchema)
@blueprint.response(200, GlassSchema)
def note_broken_glass(body: dict[str, Any], child_id: UUID, glass_id: UUID) -> Glass:
    """Take note of a manager's reading, and say whether the child can be told of it."""
    return actions.note_glass(
        db.session, actor=me(), child_id=child_id, glass_id=glass_id, now=now(), **body
    )


@blueprint.route(
    "/api/children/<uuid:child_id>/lost-phone",
    methods=["POST"],
    needs=Permission.CLOSE_LOST_PHONE,
)
@blueprint.response(200, LostPhoneSchema)
def close_lost_phone(child_id: UUID) -> dict[str, int]:
    """Close every device of the child at once: only a new card opens their account again."""
    closed = actions.close_lost_phone(db.session, actor=me(), child_id=child_id, now=now())
    return {"devices": closed}
