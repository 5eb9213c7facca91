"""The hand-over to the council's archive: every form of a signed record with its SHA-256.

The same record gives the same bytes, so whoever has the bundle can say so by one number.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cadair.record.documents.letters import page_of_kept
from cadair.record.documents.plain import as_text
from cadair.record.documents.portable import as_pdf
from cadair.record.documents.records import data_of_record, page_of_record
from cadair.record.documents.word import as_docx
from cadair.record.queries.letters import KeptLetter
from cadair.record.queries.records import RecordOfReview
from cadair.record.queries.releases import ReleaseFacts
from cadair.record.rules.releasing import State

_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)  # the first that a zip can tell


def bundle_of(
    record: RecordOfReview,
    letter: KeptLetter | None,
    given: Sequence[ReleaseFacts],
    *,
    language: str,
) -> bytes:
    """A zip of all that there is of a review's record; `manifest.json` names each file's digest."""
    page = page_of_record(record, language=language)
    files: dict[str, bytes] = {
        "record.pdf": as_pdf(page),
        "record.docx": as_docx(page),
        "record.json": data_of_record(record).encode(),
        "record.txt": as_text(page).encode(),
        "given.json": _log(given),
    }
    if letter is not None and letter.given_at is not None:
        files["letter.pdf"] = as_pdf(page_of_kept(letter, called=record.child.called))
    digests = {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
    told = {"review_id": str(record.review.id), "sha256": digests}
    files["manifest.json"] = json.dumps(told, indent=1, sort_keys=True).encode()
    return _zipped(files)


def _log(given: Sequence[ReleaseFacts]) -> bytes:
    """To whom something was given and when: never what."""
    lines = [
        {"to": str(each.person_id), "by": str(each.made_by_id), "at": str(each.released_at)}
        for each in given
        if each.state is State.RELEASED
    ]
    return json.dumps(lines, indent=1, sort_keys=True).encode()


def _zipped(files: Mapping[str, bytes]) -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as parts:
        for name, content in sorted(files.items()):
            entry = ZipInfo(name, date_time=_NO_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            parts.writestr(entry, content)
    return kept.getvalue()
