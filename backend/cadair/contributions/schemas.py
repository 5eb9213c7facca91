"""What drafts and contributions look like on the wire."""

import re
from dataclasses import fields as dataclass_fields
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from marshmallow import fields, post_load, validate

from cadair.access.actor import Job
from cadair.contributions.queries import Answer
from cadair.contributions.rules.answers import (
    MOST_ANSWERS,
    Face,
    GivenAnswer,
    Helper,
    Skip,
)
from cadair.contributions.rules.forms import OBSERVATION, Audience
from cadair.contributions.rules.sharing import Said
from cadair.web.schema import StrictSchema

KEY: Final = validate.Regexp(r"[a-z0-9_.]{1,80}\Z", error="not_valid")
LANGUAGE: Final = validate.Regexp(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\Z", error="not_valid")
A_VERSION: Final = validate.Range(min=1, max=99_999, error="out_of_range")
SHORT: Final = validate.Length(max=100, error="too_long")
SAID: Final = validate.Length(min=1, error="required")
MOST: Final = validate.Length(max=MOST_ANSWERS, error="too_many")
PARTS_OF_AN_ANSWER: Final = len(dataclass_fields(GivenAnswer))
# Half of a character, left where a phone cut an emoji in two: nothing could store or print it.
HALF_A_CHARACTER: Final = re.compile("[\ud800-\udfff]")


def one_of(kind: type[StrEnum]) -> validate.OneOf:
    """A string that is a value of `kind`."""
    return validate.OneOf([each.value for each in kind], error="not_valid")


class Words(fields.String):
    """What somebody wrote, word for word."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        words = super()._deserialize(value, *args, **kwargs)
        return HALF_A_CHARACTER.sub("\ufffd", words)


class HelperSchema(StrictSchema):
    name = Words(required=True, validate=(SAID, SHORT))
    who = Words(required=True, validate=(SAID, SHORT))


class DraftHelperSchema(StrictSchema):
    """A helper whose name is still being typed."""

    name = Words(required=True, validate=SHORT)
    who = Words(required=True, validate=SHORT)


class AnswerPartsSchema(StrictSchema):
    """How long words may be, and what fits the question, is for the rules to say."""

    choices = fields.List(fields.String(), load_default=list, validate=MOST)
    words = Words(load_default=None, allow_none=True)
    helper_words = Words(load_default=None, allow_none=True)
    not_people = fields.List(fields.UUID(), load_default=list, validate=MOST)
    wish = fields.Boolean(load_default=False, truthy={True}, falsy={False})


class AnswerSchema(AnswerPartsSchema):
    skip = fields.Enum(Skip, by_value=True, load_default=None, allow_none=True)
    face = fields.Enum(Face, by_value=True, load_default=None, allow_none=True)
    audience = fields.Enum(Audience, by_value=True, required=True)


class DraftAnswerSchema(AnswerPartsSchema):
    """An answer that is still being given: kept and returned as it came."""

    skip = fields.String(load_default=None, allow_none=True, validate=one_of(Skip))
    face = fields.String(load_default=None, allow_none=True, validate=one_of(Face))
    audience = fields.String(required=True, validate=one_of(Audience))


class GivenAnswerSchema(AnswerSchema):
    id = fields.UUID(required=True)
    question = fields.String(required=True)

    @post_load
    def _as_given(self, data: dict[str, Any], **_: Any) -> GivenAnswer:
        return GivenAnswer(
            **{
                **data,
                "choices": tuple(data["choices"]),
                "not_people": tuple(data["not_people"]),
            }
        )

    def load(self, data: Any, **options: Any) -> Any:
        """One answer; a well-formed one, as our own pages send it, is read without ado."""
        return _read_at_once(data) or super().load(data, **options)


def _read_at_once(data: Any) -> GivenAnswer | None:
    """The answer, or None when anything about it is unusual: the schema then says what."""
    try:
        lists, texts = (data["choices"], data["not_people"]), (data["words"], data["helper_words"])
        usual = (
            len(data) == PARTS_OF_AN_ANSWER
            and all(isinstance(each, list) and len(each) <= MOST_ANSWERS for each in lists)
            and all(isinstance(each, str) for each in (data["question"], *data["choices"]))
            and all(text is None or isinstance(text, str) for text in texts)
            and isinstance(data["wish"], bool)
        )
        if not usual or any(text and HALF_A_CHARACTER.search(text) for text in texts):
            return None
        return GivenAnswer(
            id=UUID(data["id"]),
            question=data["question"],
            skip=None if data["skip"] is None else Skip(data["skip"]),
            face=None if data["face"] is None else Face(data["face"]),
            choices=tuple(data["choices"]),
            words=data["words"],
            helper_words=data["helper_words"],
            audience=Audience(data["audience"]),
            not_people=tuple(UUID(each) for each in data["not_people"]),
            wish=data["wish"],
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


class DraftContentSchema(StrictSchema):
    form = fields.String(required=True, validate=KEY)
    form_version = fields.Integer(required=True, strict=True, validate=A_VERSION)
    language = fields.String(required=True, validate=LANGUAGE)
    helper = fields.Nested(DraftHelperSchema, load_default=None, allow_none=True)
    answers = fields.Dict(
        keys=fields.String(validate=KEY),
        values=fields.Nested(DraftAnswerSchema),
        required=True,
        validate=MOST,
    )
    # Written for the same question on another device, until the person chooses.
    other_words = fields.Dict(
        keys=fields.String(validate=KEY),
        values=fields.List(fields.Nested(DraftAnswerSchema), validate=MOST),
        validate=MOST,
    )


class WhichDraftSchema(StrictSchema):
    """Whoever cares for a child may write an observation beside their own form."""

    form = fields.String(
        load_default="own", validate=validate.OneOf(("own", OBSERVATION), error="unknown")
    )

    @post_load
    def _as_flag(self, data: dict[str, Any], **_: Any) -> dict[str, bool]:
        return {"is_observation": data["form"] == OBSERVATION}


class SaveDraftSchema(StrictSchema):
    content = fields.Nested(DraftContentSchema, required=True)


class RevisionSchema(StrictSchema):
    revision = fields.Integer(required=True)


class DraftSchema(RevisionSchema):
    content = fields.Nested(DraftContentSchema, required=True, allow_none=True)


class ShareSchema(StrictSchema):
    review_id = fields.UUID(required=True)
    form = fields.String(required=True, validate=KEY)
    form_version = fields.Integer(required=True, strict=True, validate=A_VERSION)
    language = fields.String(required=True, validate=LANGUAGE)
    helper = fields.Nested(HelperSchema, load_default=None, allow_none=True)
    replaces = fields.UUID(load_default=None, allow_none=True)
    answers = fields.List(fields.Nested(GivenAnswerSchema), required=True, validate=MOST)

    @post_load
    def _as_said(self, data: dict[str, Any], **_: Any) -> Said:
        helper = data["helper"]
        return Said(
            **{
                **data,
                "helper": Helper(**helper) if helper else None,
                "answers": tuple(data["answers"]),
            }
        )


class SharedAnswerSchema(AnswerSchema):
    """As an answer, written out by hand: a contribution has dozens, each with eleven fields."""

    id = fields.UUID(required=True)
    question = fields.String(required=True)
    topic = fields.String(required=True)

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        """One answer, or many."""
        return [_written_out(each) for each in obj] if many else _written_out(obj)


def _written_out(answer: Answer) -> dict[str, Any]:
    return {
        "id": str(answer.id),
        "question": answer.question,
        "topic": answer.topic,
        "skip": answer.skip,
        "face": answer.face,
        "choices": answer.choices,
        "words": answer.words,
        "helper_words": answer.helper_words,
        "audience": answer.audience,
        "not_people": [str(person_id) for person_id in answer.not_people],
        "wish": answer.wish,
    }


class ReaderSchema(StrictSchema):
    name = fields.String(required=True)
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    first_read_at = fields.AwareDateTime(required=True)


class ContributionSchema(StrictSchema):
    """One of my own contributions; without answers once it was taken back."""

    id = fields.UUID(required=True, attribute="contribution.id")
    review_id = fields.UUID(required=True, attribute="contribution.review_id")
    form = fields.String(required=True, attribute="contribution.form")
    form_version = fields.Integer(required=True, attribute="contribution.form_version")
    language = fields.String(required=True, attribute="contribution.language")
    helper = fields.Nested(
        HelperSchema, required=True, allow_none=True, attribute="contribution.helper"
    )
    shared_at = fields.AwareDateTime(required=True, attribute="contribution.shared_at")
    withdrawn_at = fields.AwareDateTime(
        required=True, allow_none=True, attribute="contribution.withdrawn_at"
    )
    replaces = fields.UUID(required=True, allow_none=True, attribute="contribution.replaces")
    replaced_by = fields.UUID(required=True, allow_none=True, attribute="contribution.replaced_by")
    answers = fields.Nested(
        SharedAnswerSchema, many=True, required=True, attribute="contribution.answers"
    )
    read_by = fields.List(fields.Nested(ReaderSchema), required=True)
    hidden = fields.Boolean(required=True)


class OwnContributionsSchema(StrictSchema):
    contributions = fields.List(fields.Nested(ContributionSchema), required=True)


class OfReviewSchema(StrictSchema):
    review_id = fields.UUID(load_default=None)
    show = fields.Boolean(load_default=False)  # also to a child who wants no trace on their phone
