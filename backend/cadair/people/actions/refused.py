"""Wrong tries, told to the trail afterwards: written at once, an answer would take longer where
there is such an account, and its time would say so."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from cadair.access.actor import the_service
from cadair.audit import actions as audit
from cadair.foundation.database import council_of
from cadair.people import queries
from cadair.people.rules import digest


def tell_of_wrong_tries(session: Session, *, now: datetime) -> int:
    """Add the wrong tries of this council's accounts that the trail does not hold; how many.

    Of names that nobody has there is nothing to tell.
    """
    tried = queries.counted_tries(session, now=now)
    if not tried:
        return 0
    whose = {
        bucket: (person_id, event)
        for person_id, devices in queries.people_and_devices(session).items()
        for bucket, event in _buckets_of(str(person_id), devices)
    }
    return audit.note_afterwards(
        session,
        actor=the_service(council_of(session)),
        happened={one.id: (*whose[one.bucket], one.at) for one in tried if one.bucket in whose},
    )


def _buckets_of(person: str, devices: list[tuple[UUID, bytes]]) -> Iterator[tuple[bytes, str]]:
    """Where this person's wrong tries are counted, and what they are called in the trail."""
    yield digest("unknown", person), "person.sign_in_refused"
    yield digest("own", person), "person.proof_refused"
    yield digest("code", person), "person.code_refused"
    for device_id, token_digest in devices:
        yield digest("known", person, token_digest.hex()), "person.sign_in_refused"
        yield digest("code-known", person, str(device_id)), "person.code_refused"
