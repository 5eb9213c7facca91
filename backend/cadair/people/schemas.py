"""What people, sessions and cards look like on the wire."""

from marshmallow import fields, validate

from cadair.access.actor import Job
from cadair.web.schema import StrictSchema

# Neither half of a character nor NUL: no database takes them, and nobody's secret holds them.
STORABLE = validate.Regexp(r"[^\x00\ud800-\udfff]*\Z", error="not_valid")
PASSPHRASE = (validate.Length(min=1, max=400, error="too_long"), STORABLE)
SHORT = (validate.Length(min=1, max=200, error="too_long"), STORABLE)


class ChairSchema(StrictSchema):
    shape = fields.String(required=True, validate=SHORT)
    colour = fields.String(required=True, validate=SHORT)
    pattern = fields.String(required=True, validate=SHORT)


class OwnCouncilSchema(StrictSchema):
    name = fields.String(required=True)
    nation = fields.String(required=True)
    languages = fields.List(fields.String(), required=True)
    review_word = fields.String(required=True, allow_none=True)
    duty_line = fields.String(required=True, allow_none=True)


class MeSchema(StrictSchema):
    id = fields.UUID(required=True)
    name = fields.String(required=True)
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    language = fields.String(required=True)
    chair = fields.Nested(ChairSchema, required=True, allow_none=True)
    sign_in_name = fields.String(required=True)
    council = fields.Nested(OwnCouncilSchema, required=True)


class SignInSchema(StrictSchema):
    who = fields.String(required=True, validate=SHORT)
    passphrase = fields.String(required=True, validate=PASSPHRASE)


class CardSaidSchema(StrictSchema):
    card = fields.String(required=True, validate=SHORT)


class UseCardSchema(CardSaidSchema):
    passphrase = fields.String(required=True, validate=PASSPHRASE)


class CardWelcomeSchema(StrictSchema):
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    council_name = fields.String(required=True)
    language = fields.String(required=True)
    sign_in_name = fields.String(required=True)
    offered_passphrase = fields.String(required=True)


class OfferedPassphraseSchema(StrictSchema):
    offered_passphrase = fields.String(required=True)


class ChangePassphraseSchema(StrictSchema):
    current = fields.String(required=True, validate=PASSPHRASE)
    new = fields.String(required=True, validate=PASSPHRASE)


class ProveSchema(StrictSchema):
    passphrase = fields.String(required=True, validate=PASSPHRASE)


class LanguageSchema(StrictSchema):
    language = fields.String(required=True, validate=SHORT)


class DeviceKeySchema(StrictSchema):
    key = fields.String(required=True)
