"""What notices look like to whoever chooses them."""

from typing import Final

from marshmallow import fields, validate

from cadair.access.actor import Job
from cadair.notifications.rules import Channel, Kind
from cadair.web.schema import StrictSchema

HOUR: Final = "%H:%M"
WRITTEN_TO: Final = (Kind.EMAIL.value, Kind.TEXT.value)


class ContactSchema(StrictSchema):
    """A place to which I may be written."""

    kind = fields.Enum(Kind, by_value=True)
    hint = fields.String(allow_none=True)
    confirmed = fields.Boolean()
    gone = fields.Boolean()


class NoticeWordsSchema(StrictSchema):
    """What a notice says, word for word."""

    subject = fields.String()
    words = fields.String()
    site = fields.String()


class OwnNoticesSchema(StrictSchema):
    """How I am told that something waits."""

    channel = fields.Enum(Channel, by_value=True)
    offers = fields.List(fields.Enum(Kind, by_value=True))
    quiet_from = fields.Time(format=HOUR, allow_none=True)
    quiet_until = fields.Time(format=HOUR, allow_none=True)
    contacts = fields.List(fields.Nested(ContactSchema))
    notice = fields.Nested(NoticeWordsSchema, allow_none=True)
    push_key = fields.String(allow_none=True)


class ChooseNoticesSchema(StrictSchema):
    """How I want to be told, and when not."""

    channel = fields.Enum(Channel, by_value=True, required=True)
    quiet_from = fields.Time(format=HOUR, required=True, allow_none=True)
    quiet_until = fields.Time(format=HOUR, required=True, allow_none=True)


class GiveContactSchema(StrictSchema):
    """Where I could be written to."""

    kind = fields.String(required=True, validate=validate.OneOf(WRITTEN_TO, error="not_valid"))
    address = fields.String(
        required=True, validate=validate.Length(min=1, max=254, error="not_valid")
    )


class CodeSchema(StrictSchema):
    """The code that was sent."""

    code = fields.String(required=True, validate=validate.Length(max=40, error="too_long"))


class PushSchema(StrictSchema):
    """A browser that lets us push, as it describes itself."""

    endpoint = fields.String(required=True, validate=validate.Length(max=1000, error="too_long"))
    p256dh = fields.String(
        required=True, validate=validate.Regexp(r"[A-Za-z0-9_-]{87}=?\Z", error="not_valid")
    )
    auth = fields.String(
        required=True, validate=validate.Regexp(r"[A-Za-z0-9_-]{22}={0,2}\Z", error="not_valid")
    )


class SomebodySchema(StrictSchema):
    """A person, by name and job."""

    id = fields.UUID()
    name = fields.String()
    called = fields.String()
    job = fields.Enum(Job, by_value=True)


class NotToldSchema(StrictSchema):
    """Somebody whom no notice reached, and since when."""

    person = fields.Nested(SomebodySchema)
    since = fields.AwareDateTime()


class AllNotToldSchema(StrictSchema):
    """Everybody whom no notice reached; never what it was about."""

    people = fields.List(fields.Nested(NotToldSchema))
