"""What is refused when a record is handed over to the council's archive; pure."""

from cadair.foundation.errors import Refusal


class AnotherBundle(Refusal):
    """The archive has another bundle than the record makes today: hand it over again."""

    code = "another_bundle"
    status = 409
