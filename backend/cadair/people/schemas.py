"""What people, sessions and cards look like on the wire."""

from typing import Any

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from cadair.access.actor import Job
from cadair.people import rules
from cadair.people.rules.second_step import Notice, PasskeyAnswer, Way
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


class NoticeSchema(StrictSchema):
    id = fields.UUID(required=True)
    what = fields.Enum(Notice, by_value=True, required=True)
    at = fields.DateTime(required=True)
    by = fields.String(required=True, allow_none=True)


class MeSchema(StrictSchema):
    id = fields.UUID(required=True)
    name = fields.String(required=True)
    called = fields.String(required=True)
    job = fields.Enum(Job, by_value=True, required=True)
    language = fields.String(required=True)
    chair = fields.Nested(ChairSchema, required=True, allow_none=True)
    sign_in_name = fields.String(required=True)
    council = fields.Nested(OwnCouncilSchema, required=True)
    notices = fields.List(fields.Nested(NoticeSchema), required=True)


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


# What a browser says of a passkey, in base64url.
BASE64 = validate.Regexp(r"[A-Za-z0-9_-]{1,20000}\Z", error="not_valid")


class PasskeyAnswerSchema(StrictSchema):
    id = fields.String(required=True, validate=BASE64)
    client_data = fields.String(required=True, validate=BASE64)
    authenticator_data = fields.String(required=True, validate=BASE64)
    signature = fields.String(required=True, validate=BASE64)
    user_handle = fields.String(allow_none=True, validate=BASE64)

    @post_load
    def _as_answer(self, said: dict[str, Any], **_: Any) -> PasskeyAnswer:
        return PasskeyAnswer(**said)


class OneOfSchema(StrictSchema):
    """Exactly one of its fields is sent."""

    @validates_schema
    def _one(self, said: dict[str, Any], **_: Any) -> None:
        if len([value for value in said.values() if value is not None]) != 1:
            raise ValidationError("one_of_them")


class ProveSchema(OneOfSchema):
    passphrase = fields.String(validate=PASSPHRASE)
    code = fields.String(validate=SHORT)
    passkey = fields.Nested(PasskeyAnswerSchema)


class SecondStepTakenSchema(OneOfSchema):
    code = fields.String(validate=SHORT)
    recovery_code = fields.String(validate=SHORT)
    passkey = fields.Nested(PasskeyAnswerSchema)


class SecondStepSchema(StrictSchema):
    person_id = fields.UUID(required=True)
    called = fields.String(required=True)
    language = fields.String(required=True)
    ways = fields.List(fields.Enum(Way, by_value=True), required=True)
    must_enrol = fields.Boolean(required=True)


class WaysToProveSchema(StrictSchema):
    ways = fields.List(fields.Enum(Way, by_value=True), required=True)


class AuthenticatorSquareSchema(StrictSchema):
    size = fields.Integer(required=True)
    path = fields.String(required=True)


class NewAuthenticatorSchema(StrictSchema):
    secret = fields.String(required=True)
    link = fields.String(required=True)
    qr = fields.Nested(AuthenticatorSquareSchema, required=True)


class OneOfStaffSchema(StrictSchema):
    id = fields.UUID(required=True)
    name = fields.String(required=True)
    email = fields.String(required=True, allow_none=True)
    job = fields.Enum(Job, by_value=True, required=True)
    can_come_in = fields.Boolean(required=True)


class StaffSchema(StrictSchema):
    staff = fields.List(fields.Nested(OneOfStaffSchema), required=True)


class StaffCardSchema(StrictSchema):
    words = fields.List(fields.String(), required=True)
    link = fields.String(required=True)
    expires_at = fields.AwareDateTime(required=True)
    called = fields.String(required=True)


class SignOnCouncilSchema(StrictSchema):
    id = fields.UUID(required=True)
    name = fields.String(required=True)


class SignOnCouncilsSchema(StrictSchema):
    councils = fields.List(fields.Nested(SignOnCouncilSchema), required=True)


class LeaveForSignOnSchema(StrictSchema):
    council_id = fields.UUID(required=True)


class SignOnAddressSchema(StrictSchema):
    address = fields.String(required=True)


GIVEN = (validate.Length(min=1, max=4000, error="too_long"), STORABLE)


class BackFromSignOnSchema(StrictSchema):
    council_id = fields.UUID(required=True)
    code = fields.String(required=True, validate=GIVEN)
    state = fields.String(required=True, validate=GIVEN)


class FirstCodeSchema(StrictSchema):
    code = fields.String(required=True, validate=SHORT)


class RecoveryCodesSchema(StrictSchema):
    recovery_codes = fields.List(fields.String(), required=True, allow_none=True)


class OwnPasskeySchema(StrictSchema):
    id = fields.UUID(required=True)
    name = fields.String(required=True)
    added_at = fields.DateTime(required=True)
    used_at = fields.DateTime(required=True, allow_none=True)


class WaysInSchema(StrictSchema):
    has_passphrase = fields.Boolean(required=True)
    authenticator_since = fields.DateTime(required=True, allow_none=True)
    passkeys = fields.List(fields.Nested(OwnPasskeySchema), required=True)
    recovery_codes_left = fields.Integer(required=True)


class PasskeyQuestionSchema(StrictSchema):
    """The options of `navigator.credentials`, as the standard has them (WebAuthn level 3)."""

    options = fields.Dict(required=True)


class PasskeyNameSchema(StrictSchema):
    name = fields.String(
        required=True, validate=(validate.Length(1, 60, error="too_long"), STORABLE)
    )


class NewPasskeySchema(PasskeyNameSchema):
    id = fields.String(required=True, validate=BASE64)
    client_data = fields.String(required=True, validate=BASE64)
    attestation = fields.String(required=True, validate=BASE64)
    transports = fields.List(
        fields.String(validate=validate.Length(max=20)), validate=validate.Length(max=8)
    )


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
    ways = fields.List(fields.String(), required=True)  # to open this one when it is locked


class ChoosePhoneSchema(StrictSchema):
    leaves_no_trace = fields.Boolean(required=True)
    not_safe_to_reply = fields.Boolean(required=True)


class ChosenForPhoneSchema(StrictSchema):
    leaves_no_trace = fields.Boolean(required=True)
    not_safe_since = fields.AwareDateTime(required=True, allow_none=True)


class DeviceKeySchema(StrictSchema):
    key = fields.String(required=True)
