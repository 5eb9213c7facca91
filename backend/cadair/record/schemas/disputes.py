"""Disputes and good practice on the wire."""

from typing import Any

from marshmallow import fields, post_load

from cadair.messages.rules.plain_words import plain, required
from cadair.messages.schemas.who import NamedChildSchema, WhoSchema
from cadair.record.rules.disputes import (
    LONGEST_NAME,
    LONGEST_WORDS,
    Advice,
    Begun,
    Beside,
    Matter,
    Raised,
    Rung,
    State,
    Telling,
)
from cadair.reviews.schemas import words
from cadair.web.schema import StrictSchema


class AdviceSchema(StrictSchema):
    on = fields.Date(required=True)
    words = words(LONGEST_WORDS)


class WantedBesideSchema(StrictSchema):
    """What is added while a dispute goes on."""

    childs_view = words(LONGEST_WORDS, allow_none=True)
    legal_advice = fields.Nested(AdviceSchema, required=True, allow_none=True)
    cafcass_on = fields.Date(required=True, allow_none=True)
    words_to_child = words(LONGEST_WORDS, allow_none=True)
    not_told_because = words(LONGEST_WORDS, allow_none=True)

    @post_load
    def _as_beside(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"beside": beside_of(data)}


class WantedStageSchema(StrictSchema):
    """A level as it begins."""

    stage = fields.Enum(Rung, by_value=True, required=True)
    began_on = fields.Date(required=True)
    with_words = words(LONGEST_NAME)
    bypassed_because = words(LONGEST_WORDS, allow_none=True)

    @post_load
    def _as_begun(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"begun": begun_of(data)}


class FirstStageSchema(StrictSchema):
    """The first level, under the id that the device made for it."""

    id = fields.UUID(required=True)
    stage = fields.Enum(Rung, by_value=True, required=True)
    with_words = words(LONGEST_NAME)
    bypassed_because = words(LONGEST_WORDS, allow_none=True)


class WantedDisputeSchema(StrictSchema):
    """A dispute as it is raised: it begins with its first level, on the same day."""

    about = fields.Enum(Matter, by_value=True, required=True)
    subject_id = fields.UUID(required=True, allow_none=True)
    concern = words(LONGEST_WORDS)
    raised_on = fields.Date(required=True)
    childs_view = words(LONGEST_WORDS, allow_none=True)
    words_to_child = words(LONGEST_WORDS, allow_none=True)
    not_told_because = words(LONGEST_WORDS, allow_none=True)
    first_stage = fields.Nested(FirstStageSchema, required=True)

    @post_load
    def _as_raised(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        first = data["first_stage"]
        return {
            "raised": Raised(
                about=data["about"],
                subject_id=data["subject_id"],
                concern=required(data["concern"], longest=LONGEST_WORDS, field="concern"),
                raised_on=data["raised_on"],
            ),
            "beside": beside_of({**data, "legal_advice": None, "cafcass_on": None}),
            "first": begun_of({**first, "began_on": data["raised_on"]}),
            "first_id": first["id"],
        }


class StageAnswerSchema(StrictSchema):
    answered_on = fields.Date(required=True)
    answer = words(LONGEST_WORDS)

    @post_load
    def _cleaned(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {**data, "answer": required(data["answer"], longest=LONGEST_WORDS, field="answer")}


class ResolveSchema(StrictSchema):
    resolved_on = fields.Date(required=True)
    outcome = words(LONGEST_WORDS)
    words_to_child = words(LONGEST_WORDS, allow_none=True)

    @post_load
    def _cleaned(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        told = plain(data["words_to_child"], longest=LONGEST_WORDS, field="words_to_child")
        outcome = required(data["outcome"], longest=LONGEST_WORDS, field="outcome")
        return {**data, "outcome": outcome, "words_to_child": told}


class WantedGoodPracticeSchema(StrictSchema):
    words = words(LONGEST_WORDS)
    on = fields.Date(required=True)

    @post_load
    def _cleaned(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {**data, "words": required(data["words"], longest=LONGEST_WORDS, field="words")}


class GoodPracticeSchema(StrictSchema):
    id = fields.UUID(required=True)
    words = fields.String(required=True)
    on = fields.Date(required=True)
    by = fields.Nested(WhoSchema, required=True)


class StageSchema(StrictSchema):
    id = fields.UUID(required=True)
    position = fields.Integer(required=True)
    stage = fields.Enum(Rung, by_value=True, required=True)
    began_on = fields.Date(required=True)
    due_on = fields.Date(required=True)
    with_words = fields.String(required=True)
    bypassed_because = fields.String(required=True, allow_none=True)
    answered_on = fields.Date(required=True, allow_none=True)
    answer = fields.String(required=True, allow_none=True)
    days_over = fields.Integer(required=True)


class DisputeSchema(StrictSchema):
    id = fields.UUID(required=True)
    revision = fields.Integer(required=True)
    about = fields.Enum(Matter, by_value=True, required=True, attribute="raised.about")
    subject_id = fields.UUID(required=True, allow_none=True, attribute="raised.subject_id")
    concern = fields.String(required=True, attribute="raised.concern")
    raised_on = fields.Date(required=True, attribute="raised.raised_on")
    raised_by = fields.Nested(WhoSchema, required=True)
    childs_view = fields.String(required=True, allow_none=True, attribute="beside.childs_view")
    legal_advice = fields.Nested(
        AdviceSchema, required=True, allow_none=True, attribute="beside.advice"
    )
    cafcass_on = fields.Date(required=True, allow_none=True, attribute="beside.cafcass_on")
    words_to_child = fields.String(
        required=True, allow_none=True, attribute="beside.telling.words_to_child"
    )
    not_told_because = fields.String(
        required=True, allow_none=True, attribute="beside.telling.not_told_because"
    )
    state = fields.Enum(State, by_value=True, required=True)
    resolved_on = fields.Date(required=True, allow_none=True)
    outcome = fields.String(required=True, allow_none=True)
    stages = fields.List(fields.Nested(StageSchema), required=True)
    days_used = fields.Integer(required=True)
    last_day = fields.Date(required=True, allow_none=True)


class StepSchema(StrictSchema):
    stage = fields.Enum(Rung, by_value=True, required=True, attribute="rung")
    days = fields.Integer(required=True)


class DisputesSchema(StrictSchema):
    child = fields.Nested(NamedChildSchema, required=True)
    nation = fields.String(required=True)
    ladder = fields.List(fields.Nested(StepSchema), required=True)
    days_in_all = fields.Integer(required=True)
    disputes = fields.List(fields.Nested(DisputeSchema), required=True)
    good_practice = fields.List(fields.Nested(GoodPracticeSchema), required=True)


class ToldDisputeSchema(StrictSchema):
    """What the child is told: the officer's words, how far it has gone, and whether it is over."""

    id = fields.UUID(required=True)
    about = fields.Enum(Matter, by_value=True, required=True)
    subject_id = fields.UUID(required=True, allow_none=True)
    words = fields.String(required=True)
    raised_on = fields.Date(required=True)
    stage = fields.Enum(Rung, by_value=True, required=True)
    state = fields.Enum(State, by_value=True, required=True)
    resolved_on = fields.Date(required=True, allow_none=True)


class OwnDisputesSchema(StrictSchema):
    disputes = fields.List(fields.Nested(ToldDisputeSchema), required=True)


def beside_of(data: dict[str, Any]) -> Beside:
    """What stands beside a dispute, without what nobody sees."""
    advice = data["legal_advice"]

    def said(name: str) -> str | None:
        return plain(data[name], longest=LONGEST_WORDS, field=name)

    return Beside(
        childs_view=said("childs_view"),
        advice=Advice(
            on=advice["on"],
            words=required(advice["words"], longest=LONGEST_WORDS, field="legal_advice"),
        )
        if advice
        else None,
        cafcass_on=data["cafcass_on"],
        telling=Telling(
            words_to_child=said("words_to_child"), not_told_because=said("not_told_because")
        ),
    )


def begun_of(data: dict[str, Any]) -> Begun:
    """A level as it begins, without what nobody sees."""
    return Begun(
        stage=data["stage"],
        began_on=data["began_on"],
        with_words=required(data["with_words"], longest=LONGEST_NAME, field="with_words"),
        bypassed_because=plain(
            data["bypassed_because"], longest=LONGEST_WORDS, field="bypassed_because"
        ),
    )
