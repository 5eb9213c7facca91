"""A meeting plan as a device sends it: every field there, nothing else, and none without end.

Whom and what it may name is for the rules to say.
"""

import json
from typing import Any, Final

from marshmallow import ValidationError, fields, post_load, validate

from cadair.contributions.schemas import Words
from cadair.meeting.rules.requests import Answer
from cadair.web.schema import StrictSchema

LONGEST_WHO: Final = 200
LONGEST_WORDS: Final = 2_000
MOST_PEOPLE: Final = 60
MOST_ITEMS: Final = 60
MOST_RULES: Final = 40
MOST_ASKED_FOR: Final = 20
LEVELS: Final = 5
SHORTEST, LONGEST, STEP = 15, 180, 5  # minutes of a meeting
TIMES: Final = ("after_school", "weekend", "morning", "afternoon", "evening")


def _most(count: int) -> validate.Length:
    return validate.Length(max=count, error="too_many")


def _said(longest: int, *, allow_none: bool = True) -> Words:
    """What somebody wrote, word for word; never only spaces."""
    return Words(
        required=True,
        allow_none=allow_none,
        validate=(
            validate.Length(max=longest, error="too_long"),
            validate.Predicate("strip", error="required"),
        ),
    )


def _one_of(*values: str, allow_none: bool = True) -> fields.String:
    return fields.String(
        required=True,
        allow_none=allow_none,
        validate=validate.OneOf(values, error="not_valid"),
    )


def _people() -> fields.List[Any]:
    return fields.List(fields.UUID(), required=True, validate=_most(MOST_PEOPLE))


def _yes_or_no() -> fields.Boolean:
    return fields.Boolean(required=True, truthy={True}, falsy={False})


def by_fives(minutes: int) -> None:
    """Refuse a length that no picker offers."""
    if minutes % STEP:
        raise ValidationError("out_of_range")


class WantedPersonSchema(StrictSchema):
    person_id = fields.UUID(required=True)
    wanted = _one_of("yes", "part", "no", allow_none=False)
    items = fields.List(fields.UUID(), required=True, allow_none=True, validate=_most(MOST_ITEMS))
    reason = _said(LONGEST_WORDS)  # the officer alone ever sees it


class AskForSchema(StrictSchema):
    id = fields.UUID(required=True)
    who = _said(LONGEST_WHO, allow_none=False)
    why = _said(LONGEST_WORDS)


class SupporterSchema(StrictSchema):
    person_id = fields.UUID(required=True, allow_none=True)
    who = _said(LONGEST_WHO)


class MeetingPlaceSchema(StrictSchema):
    where = _one_of("home", "school", "office", "outside", "other")
    words = _said(LONGEST_WORDS)


class MeetingTimesSchema(StrictSchema):
    times = fields.List(
        _one_of(*TIMES, allow_none=False), required=True, validate=_most(len(TIMES))
    )
    words = _said(LONGEST_WORDS)


class AgendaItemSchema(StrictSchema):
    id = fields.UUID(required=True)
    origin = fields.String(
        required=True,
        data_key="from",
        attribute="from",
        validate=validate.OneOf(("wish", "last_time", "must", "mine", "added"), error="not_valid"),
    )
    of = fields.String(
        required=True, allow_none=True, validate=validate.Length(max=36, error="too_long")
    )
    words = _said(LONGEST_WORDS)
    lead = fields.String(required=True, validate=validate.Length(max=36, error="too_long"))
    minutes = fields.Integer(
        required=True,
        strict=True,
        allow_none=True,
        validate=validate.Range(min=1, max=LONGEST, error="out_of_range"),
    )
    without_me = _yes_or_no()
    not_while = _people()
    private = _yes_or_no()


class GroundRuleSchema(StrictSchema):
    key = fields.String(validate=validate.Regexp(r"[a-z_]{1,40}\Z", error="not_valid"))
    words = Words(
        validate=(
            validate.Length(max=LONGEST_WHO, error="too_long"),
            validate.Predicate("strip", error="required"),
        )
    )


class MeetingPlanSchema(StrictSchema):
    level = fields.Integer(
        required=True, strict=True, validate=validate.Range(0, LEVELS, error="out_of_range")
    )
    people = fields.List(
        fields.Nested(WantedPersonSchema), required=True, validate=_most(MOST_PEOPLE)
    )
    ask_for = fields.List(
        fields.Nested(AskForSchema), required=True, validate=_most(MOST_ASKED_FOR)
    )
    supporter = fields.Nested(SupporterSchema, required=True, allow_none=True)
    seats = _people()
    beside_me = _people()
    place = fields.Nested(MeetingPlaceSchema, required=True)
    when = fields.Nested(MeetingTimesSchema, required=True)
    minutes = fields.Integer(
        required=True,
        strict=True,
        allow_none=True,
        validate=(validate.Range(SHORTEST, LONGEST, error="out_of_range"), by_fives),
    )
    how = _one_of("in_person", "video", "both")
    breaks = _one_of("none", "one", "often")
    snacks = _said(LONGEST_WHO)
    agenda = fields.List(fields.Nested(AgendaItemSchema), required=True, validate=_most(MOST_ITEMS))
    ground_rules = fields.List(
        fields.Nested(GroundRuleSchema), required=True, validate=_most(MOST_RULES)
    )
    script = fields.Dict(
        keys=fields.String(validate=validate.Length(max=36, error="too_long")),
        values=_said(LONGEST_WORDS, allow_none=False),
        required=True,
        validate=_most(MOST_ITEMS + 2),
    )


class SaveMeetingPlanSchema(StrictSchema):
    plan = fields.Nested(MeetingPlanSchema, required=True)

    @post_load
    def _as_kept(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Its ids as text, as they are kept and compared."""
        return {"plan": json.loads(json.dumps(data["plan"], default=str))}


class AnswerRequestSchema(StrictSchema):
    answer = fields.Enum(Answer, by_value=True, required=True)
    reason = _said(LONGEST_WORDS)


class AddMatterSchema(StrictSchema):
    words = _said(LONGEST_WORDS, allow_none=False)
