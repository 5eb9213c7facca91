"""Every word that leaves Cadair: one sentence, the same whatever happened; and the words of a code.

Whoever holds the phone learns from it no name, no council, no matter and no number of things
(security bar L1).  A test compares every byte that is sent with this list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cadair.access.actor import Job

# In Welsh a child is `ti`, an adult `chi`.
SENTENCES: Final[Mapping[tuple[str, bool], str]] = {
    ("en", True): "Something is waiting for you.",
    ("en", False): "Something is waiting for you.",
    ("cy", True): "Mae rhywbeth yn aros amdanat ti.",
    ("cy", False): "Mae rhywbeth yn aros amdanoch chi.",
}
CODES: Final[Mapping[tuple[str, bool], str]] = {
    ("en", True): "Your code is {code}.",
    ("en", False): "Your code is {code}.",
    ("cy", True): "Dy god yw {code}.",
    ("cy", False): "Eich cod yw {code}.",
}
IN_COUNCILS: Final = "en"  # an address of the council itself, and any language not listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is sent to one address: a subject, where there is one, and a line."""

    subject: str
    words: str
    site: str

    @property
    def text(self) -> str:
        """All of it in one line, as a text message has it."""
        return f"{self.words} {self.site}"


def notice_for(*, job: Job | None, language: str, site: str, code: str | None = None) -> Notice:
    """What somebody is sent; `code` is six digits, for an address that is to be confirmed."""
    key = (language, job is Job.CHILD)
    if key not in SENTENCES:
        key = (IN_COUNCILS, job is Job.CHILD)
    subject = SENTENCES[key]
    return Notice(
        subject=subject, words=CODES[key].format(code=code) if code else subject, site=site
    )
