"""HTTP for answers to wishes and for decisions: written, shared, and seen to."""

from typing import Any
from uuid import UUID

from cadair.access.policy import Permission
from cadair.foundation.clock import now
from cadair.foundation.database import db
from cadair.record import actions
from cadair.record.queries.decisions import Decided
from cadair.record.queries.outcomes import Outcomes
from cadair.record.queries.own_actions import OwnDecision, OwnTasks
from cadair.record.queries.wish_answers import Answer, AskedWish, Reply
from cadair.record.routes.blueprint import blueprint
from cadair.record.schemas.outcomes import (
    AnswerWishSchema,
    AskedWishSchema,
    CloseWishSchema,
    DecisionSchema,
    ManagersViewSchema,
    OutcomesSchema,
    ReportProgressSchema,
    SaveDecisionSchema,
    ShareOutcomesSchema,
    WishAnswerSchema,
)
from cadair.record.schemas.own_outcomes import (
    OwnActionsSchema,
    OwnDecisionSchema,
    OwnOutcomesSchema,
    OwnReplySchema,
    ReplySchema,
)
from cadair.web.blueprint import me, revision_read


@blueprint.route("/api/reviews/<uuid:review_id>/outcomes", needs=Permission.KEEP_OUTCOMES)
@blueprint.response(200, OutcomesSchema)
def get_outcomes(review_id: UUID) -> Outcomes:
    """What a review answered and decided so far, what last time left open first."""
    return actions.read_outcomes(db.session, actor=me(), review_id=review_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/wishes/<uuid:wish_id>/answers/<uuid:answer_id>",
    methods=["PUT"],
    needs=Permission.KEEP_OUTCOMES,
)
@blueprint.arguments(AnswerWishSchema)
@blueprint.response(200, WishAnswerSchema)
def answer_wish(body: dict[str, Any], review_id: UUID, wish_id: UUID, answer_id: UUID) -> Answer:
    """Answer a wish; the child is told when it is shared.  Safe to send again."""
    return actions.answer_wish(
        db.session,
        actor=me(),
        review_id=review_id,
        wish_id=wish_id,
        answer_id=answer_id,
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/wishes/<uuid:wish_id>/close", methods=["POST"], needs=Permission.KEEP_OUTCOMES
)
@blueprint.arguments(CloseWishSchema)
@blueprint.response(200, AskedWishSchema)
def close_wish(body: dict[str, Any], wish_id: UUID) -> AskedWish:
    """Close a wish that came true; the child is told."""
    return actions.close_wish(db.session, actor=me(), wish_id=wish_id, now=now(), **body)


@blueprint.route(
    "/api/wish-replies/<uuid:reply_id>/seen", methods=["POST"], needs=Permission.KEEP_OUTCOMES
)
@blueprint.response(204)
def see_wish_reply(reply_id: UUID) -> None:
    """I have read what the child said to an answer."""
    actions.see_reply(db.session, actor=me(), reply_id=reply_id, now=now())


@blueprint.route(
    "/api/reviews/<uuid:review_id>/decisions/<uuid:decision_id>",
    methods=["PUT"],
    needs=Permission.KEEP_OUTCOMES,
)
@blueprint.arguments(SaveDecisionSchema)
@blueprint.response(200, DecisionSchema)
def save_decision(body: dict[str, Any], review_id: UUID, decision_id: UUID) -> Decided:
    """Write a decision; If-Match says which revision I read, "0" for a new one."""
    return actions.save_decision(
        db.session,
        actor=me(),
        review_id=review_id,
        decision_id=decision_id,
        revision_read=revision_read(),
        now=now(),
        **body,
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/decisions/<uuid:decision_id>",
    methods=["DELETE"],
    needs=Permission.KEEP_OUTCOMES,
)
@blueprint.response(204)
def drop_decision(review_id: UUID, decision_id: UUID) -> None:
    """Drop a decision that nobody was told of yet."""
    actions.drop_decision(
        db.session, actor=me(), review_id=review_id, decision_id=decision_id, now=now()
    )


@blueprint.route(
    "/api/reviews/<uuid:review_id>/outcomes/share",
    methods=["POST"],
    needs=Permission.KEEP_OUTCOMES,
    step_up=True,
)
@blueprint.arguments(ShareOutcomesSchema)
@blueprint.response(200, OutcomesSchema)
def share_outcomes(body: dict[str, Any], review_id: UUID) -> Outcomes:
    """Tell the child, and whoever must do it, all that was answered and decided and is new."""
    return actions.share_outcomes(db.session, actor=me(), review_id=review_id, now=now(), **body)


@blueprint.route(
    "/api/decisions/<uuid:decision_id>/manager-view",
    methods=["PUT"],
    needs=Permission.KEEP_OUTCOMES,
)
@blueprint.arguments(ManagersViewSchema)
@blueprint.response(200, DecisionSchema)
def note_managers_view(body: dict[str, Any], decision_id: UUID) -> Decided:
    """Note what the social worker's team manager says to a decision."""
    return actions.note_managers_view(
        db.session, actor=me(), decision_id=decision_id, now=now(), **body
    )


@blueprint.route(
    "/api/decisions/<uuid:decision_id>/progress/<uuid:progress_id>",
    methods=["PUT"],
    needs=Permission.REPORT_PROGRESS,
)
@blueprint.arguments(ReportProgressSchema)
@blueprint.response(200, OwnDecisionSchema)
def report_progress(body: dict[str, Any], decision_id: UUID, progress_id: UUID) -> OwnDecision:
    """Tell what became of a decision that is mine to do or to see to.  Safe to send again."""
    return actions.report_progress(
        db.session,
        actor=me(),
        decision_id=decision_id,
        progress_id=progress_id,
        now=now(),
        **body,
    )


@blueprint.route("/api/my/actions", needs=Permission.SEE_OWN_ACTIONS)
@blueprint.response(200, OwnActionsSchema)
def get_own_actions() -> OwnTasks:
    """What reviews decided that is mine to do; as a social worker, all of my children's."""
    return actions.read_own_actions(db.session, actor=me(), now=now())


@blueprint.route("/api/my/outcomes", needs=Permission.SEE_OWN_OUTCOMES)
@blueprint.response(200, OwnOutcomesSchema)
def get_own_outcomes() -> dict[str, Any]:
    """What came of my reviews: the answers to what I asked for, and what was decided."""
    return {"reviews": actions.read_own_outcomes(db.session, actor=me(), now=now())}


@blueprint.route(
    "/api/my/answers/<uuid:answer_id>/replies/<uuid:reply_id>",
    methods=["PUT"],
    needs=Permission.SEE_OWN_OUTCOMES,
)
@blueprint.arguments(ReplySchema)
@blueprint.response(200, OwnReplySchema)
def reply_to_answer(body: dict[str, Any], answer_id: UUID, reply_id: UUID) -> Reply:
    """Say something to an answer that I was given.  Safe to send again."""
    return actions.reply(
        db.session, actor=me(), answer_id=answer_id, reply_id=reply_id, now=now(), **body
    )
