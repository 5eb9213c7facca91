"""A meeting while it runs, on the wire: what is said to it, and what each is told of it.

A snapshot is `{number, state, plan, me}`; each event of a stream is `{number, state}`, whole and
small, with that number as its `id:`.  `state.now` is the thing that is talked about, as far as this
person may see it, so that guests and screens need no plan (theirs has no items).  `state.item` is
its key: `welcome`, `rules`, `goodbye` or the id of a thing of the plan.  Whoever leads is `child`,
`officer`, the id of a person, or `person` where one may not know who it is.
"""

from typing import Any, Final

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from cadair.contributions.schemas import Words
from cadair.meeting.rules.live_kinds import Kind, Phase, Role
from cadair.meeting.rules.live_numbers import LARGEST
from cadair.meeting.schemas.plans import LEVELS, LONGEST, GroundRuleSchema
from cadair.meeting.schemas.shown import MeetingChairSchema
from cadair.web.schema import StrictSchema

LONGEST_NAME: Final = 60
LONGEST_WORD: Final = 100
LONGEST_SAID: Final = 2_000
LONGEST_NOTE: Final = 10_000
MOST_AT_ONCE: Final = 200
A_NUMBER: Final = validate.Range(min=0, max=LARGEST, error="out_of_range")
A_KEY: Final = validate.Regexp(r"[a-z0-9_-]{1,36}\Z", error="not_valid")
# What each kind says besides its id, kind and `on`; what may be left out stands as it is then.
SAYS: Final[dict[Kind, dict[str, Any]]] = {
    Kind.ITEM: {"item": ...},
    Kind.LEVEL: {"level": ...},
    Kind.LED_BY: {"led_by": ...},
    Kind.PAUSED: {"minutes": ...},
    Kind.RESUMED: {},
    Kind.WORD: {"word": ...},
    Kind.WORD_DONE: {},
    Kind.HAND: {"up": ...},
    Kind.NOT_OK: {"up": True},
    Kind.CAME: {"person": None},
    Kind.LEFT: {"person": None},
    Kind.NOTE: {"item": ..., "words": ...},
    Kind.COVERED: {"matter": ..., "up": True},
    Kind.READ_BACK: {"read_back": ..., "of": ..., "words": ...},
    Kind.READ_BACK_REPLY: {"read_back": ..., "reply": ..., "words": None},
    Kind.ENDED: {},
    Kind.ADJOURNED: {},
}


def _longest(count: int) -> validate.Length:
    return validate.Length(max=count, error="too_long")


def _one_of(*values: str) -> validate.OneOf:
    return validate.OneOf(values, error="not_valid")


class LiveEventSchema(StrictSchema):
    """One thing that somebody says to the meeting; which fields belong to which kind:

    `item` {item}; `level` {level}; `led_by` {led_by: child, officer or a person of this part};
    `paused` {minutes or null}; `resumed` {}; `word` {word or null: "explain that"}; `word_done` {};
    `hand` {up}; `not_ok` {up: true, or false once it was seen to}; `came` and `left` {person: null
    for oneself, the officer may name another}; `note` {item or null, words}; `covered` {matter,
    up}; `read_back` {read_back: the id of the decision or answer, of, words}; `read_back_reply`
    {read_back, reply, words or null}; `ended` {}; `adjourned` {}.

    `on` is the number of the meeting that the person saw as they said it.
    """

    id = fields.UUID(required=True)  # made on the device: the same again is the same as once
    kind = fields.Enum(Kind, by_value=True, required=True, validate=validate.NoneOf([Kind.STARTED]))
    on = fields.Integer(required=True, strict=True, validate=A_NUMBER)
    item = fields.String(allow_none=True, validate=A_KEY)
    level = fields.Integer(strict=True, validate=validate.Range(0, LEVELS, error="out_of_range"))
    led_by = fields.String(validate=A_KEY)
    minutes = fields.Integer(
        strict=True, allow_none=True, validate=validate.Range(1, LONGEST, error="out_of_range")
    )
    word = Words(allow_none=True, validate=_longest(LONGEST_WORD))
    up = fields.Boolean(truthy={True}, falsy={False})
    person = fields.UUID(allow_none=True)
    words = Words(allow_none=True, validate=_longest(LONGEST_NOTE))
    matter = fields.String(validate=A_KEY)
    read_back = fields.UUID()
    of = fields.String(validate=_one_of("decision", "answer"))
    reply = fields.String(validate=_one_of("right", "not_quite"))

    @validates_schema
    def _says_what_its_kind_says(self, data: dict[str, Any], **_: Any) -> None:
        says = SAYS[data["kind"]]
        wrong = {
            name: ["required"] for name, usual in says.items() if usual is ... and name not in data
        }
        wrong |= {name: ["not_valid"] for name in data.keys() - says.keys() - {"id", "kind", "on"}}
        words_needed = data["kind"] in (Kind.NOTE, Kind.READ_BACK)
        if words_needed and data.get("words", "") is None:
            wrong["words"] = ["required"]
        if data["kind"] is Kind.ITEM and data.get("item", "") is None:
            wrong["item"] = ["required"]
        if data["kind"] is not Kind.NOTE and len(data.get("words") or "") > LONGEST_SAID:
            wrong["words"] = ["too_long"]
        if wrong:
            raise ValidationError(wrong)

    @post_load
    def _whole(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """With what may be left out; its kind by name."""
        usual = {name: value for name, value in SAYS[data["kind"]].items() if value is not ...}
        return {**usual, **data, "kind": data["kind"].value}


class LiveEventsSchema(StrictSchema):
    events = fields.List(
        fields.Nested(LiveEventSchema),
        required=True,
        validate=validate.Length(1, MOST_AT_ONCE, error="too_many"),
    )


class EndMeetingSchema(StrictSchema):
    adjourned = fields.Boolean(required=True, truthy={True}, falsy={False})


class JoinMeetingSchema(StrictSchema):
    code = fields.String(required=True, validate=_longest(20))
    called = Words(  # null: the screen in the room
        required=True,
        allow_none=True,
        validate=(_longest(LONGEST_NAME), validate.Predicate("strip", error="required")),
    )


class LiveItemSchema(StrictSchema):
    id = fields.UUID(required=True)
    origin = fields.String(required=True, data_key="from", attribute="from")
    of = fields.String(required=True, allow_none=True)  # for the room, only a matter of the law
    words = fields.String(required=True, allow_none=True)  # null: the client has them, by `of`
    lead = fields.String(required=True)  # me, officer, a person's id, or person
    minutes = fields.Integer(required=True, allow_none=True)


class LivePlanSchema(StrictSchema):
    items = fields.List(fields.Nested(LiveItemSchema), required=True)
    ground_rules = fields.List(fields.Nested(GroundRuleSchema), required=True)
    script = fields.Dict(keys=fields.String(), values=fields.String(), required=True)


class LiveWordSchema(StrictSchema):
    id = fields.UUID(required=True)
    word = fields.String(required=True, allow_none=True)


class InTheRoomSchema(StrictSchema):
    id = fields.UUID(required=True)
    called = fields.String(required=True, allow_none=True)  # null: a screen
    chair = fields.Nested(MeetingChairSchema, required=True, allow_none=True)
    is_ = fields.String(
        required=True,
        data_key="is",
        attribute="is",
        validate=_one_of("child", "officer", "person", "guest", "screen"),
    )
    here = fields.Boolean(required=True)


class ReadBackSchema(StrictSchema):
    id = fields.UUID(required=True)
    of = fields.String(required=True)
    words = fields.String(required=True)
    reply = fields.String(required=True, allow_none=True)
    reply_words = fields.String(required=True, allow_none=True)


class LiveNoteSchema(StrictSchema):
    item = fields.String(required=True, allow_none=True)
    words = fields.String(required=True)


class LiveStateSchema(StrictSchema):
    """How a meeting stands, for one person; what they may not know is empty."""

    phase = fields.String(required=True, validate=_one_of(*Phase))
    item = fields.String(required=True, allow_none=True)
    now = fields.Nested(LiveItemSchema, required=True, allow_none=True)
    level = fields.Integer(required=True)
    led_by = fields.String(required=True)
    pause_minutes = fields.Integer(required=True, allow_none=True)
    word = fields.Nested(LiveWordSchema, required=True, allow_none=True)  # the oldest that waits
    hands = fields.List(fields.String(), required=True)
    people = fields.List(fields.Nested(InTheRoomSchema), required=True)
    covered = fields.List(fields.String(), required=True)  # the officer: ticked, or gone through
    read_back = fields.List(fields.Nested(ReadBackSchema), required=True)
    not_ok = fields.Boolean(required=True)  # the officer and the helper
    notes = fields.List(fields.Nested(LiveNoteSchema), required=True)  # the officer


class LiveMeSchema(StrictSchema):
    role = fields.Enum(Role, by_value=True, required=True)
    id = fields.UUID(required=True)


class LiveTellingSchema(StrictSchema):
    number = fields.Integer(required=True)
    state = fields.Nested(LiveStateSchema, required=True)


class LiveSnapshotSchema(LiveTellingSchema):
    plan = fields.Nested(LivePlanSchema, required=True)
    me = fields.Nested(LiveMeSchema, required=True)


class LiveCodeSchema(StrictSchema):
    code = fields.String(required=True)


class OpenedMeetingSchema(LiveCodeSchema):
    snapshot = fields.Nested(LiveSnapshotSchema, required=True)
