"""What people, sessions and cards look like on the wire."""

from marshmallow import ValidationError, fields, validate, validates_schema

from cadair.access.actor import Job
from cadair.people import rules
from cadair.web.schema import StrictSchema

# Neither half of a character nor NUL: no database takes them, and nobody's secret holds them.
STORABLE = validate.Regexp(r"[^\x00\ud800-\udfff]*\Z", error="not_valid")
PASSPHRASE = (validate.Length(min=1, max=400, error="too_long"), STORABLE)
SHORT = (validate.Length(min=1, max=200, error="too_long"), STORABLE)


def pictures(*, required: bool) -> fields.List[str]:
    """The four pictures of a picture code, in order."""
    return fields.List(
        fields.String(validate=validate.OneOf(sorted(rules.PICTURES), error="not_valid")),
        required=required,
        validate=validate.Length(equal=rules.CODE_LENGTH, error="not_valid"),
    )


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


class PassphraseOrPicturesSchema(StrictSchema):
    """Either of the two, and not both."""

    passphrase = fields.String(validate=PASSPHRASE)
    pictures = pictures(required=False)

    @validates_schema
    def _one_of_them(self, data: dict[str, object], **_: object) -> None:
        if len(data.keys() & {"passphrase", "pictures"}) != 1:
            raise ValidationError("required", "passphrase")


class UseCardSchema(CardSaidSchema, PassphraseOrPicturesSchema):
    pass


class CardWelcomeSchema(StrictSchema):
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    council_name = fields.String(required=True)
    language = fields.String(required=True)
    sign_in_name = fields.String(required=True)
    offered_passphrase = fields.String(required=True)
    offers_pictures = fields.Boolean(required=True)


class OfferedPassphraseSchema(StrictSchema):
    offered_passphrase = fields.String(required=True)


class ChangePassphraseSchema(StrictSchema):
    current = fields.String(required=True, validate=PASSPHRASE)
    new = fields.String(required=True, validate=PASSPHRASE)


class ProveSchema(StrictSchema):
    passphrase = fields.String(required=True, validate=PASSPHRASE)


class LanguageSchema(StrictSchema):
    language = fields.String(required=True, validate=SHORT)


class PictureSignInSchema(StrictSchema):
    who = fields.String(required=True, validate=SHORT)
    pictures = pictures(required=True)


class PicturesSchema(StrictSchema):
    pictures = pictures(required=True)


class OwnDeviceSchema(StrictSchema):
    id = fields.UUID(required=True)
    kind = fields.Enum(rules.DeviceKind, by_value=True, required=True)
    added_at = fields.AwareDateTime(required=True)
    used_at = fields.AwareDateTime(required=True)
    is_this = fields.Boolean(required=True)
    has_pictures = fields.Boolean(required=True)


class OwnDevicesSchema(StrictSchema):
    devices = fields.List(fields.Nested(OwnDeviceSchema), required=True)


class ChoosePhoneSchema(StrictSchema):
    leaves_no_trace = fields.Boolean(required=True)
    not_safe_to_reply = fields.Boolean(required=True)


class ChosenForPhoneSchema(StrictSchema):
    leaves_no_trace = fields.Boolean(required=True)
    not_safe_since = fields.AwareDateTime(required=True, allow_none=True)


class DeviceKeySchema(StrictSchema):
    key = fields.String(required=True)
