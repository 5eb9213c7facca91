"""The kind of schema that every room uses: unknown fields are refused, in and out."""

from marshmallow import RAISE, Schema


class StrictSchema(Schema):
    """Refuses what it does not know."""

    class Meta:
        unknown = RAISE
        ordered = True


class EmptySchema(StrictSchema):
    """No body, or an empty object."""
