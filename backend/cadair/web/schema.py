"""The kinds of schema that rooms use: unknown fields are refused, in and out."""

from typing import Any

from marshmallow import RAISE, Schema


class StrictSchema(Schema):
    """Refuses what it does not know."""

    class Meta:
        unknown = RAISE
        ordered = True


class PlainSchema(StrictSchema):
    """Describes a long list whose query built it as it goes out: nothing is left to dump.

    Dumping costs many times what writing the same values as JSON does.  What holds the description
    true is a test that loads the answer with the same schema.
    """

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        """The values as they are."""
        return obj
