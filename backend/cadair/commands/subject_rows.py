"""What of a person stands unsealed in the tables: theirs to have, or for a human to judge.

Every table of Cadair but the vault stands in one of the three lists below, and a test finds the one
that does not: a new table is not forgotten when somebody asks what is kept of them.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, Table, select
from sqlalchemy.orm import Session

from cadair.foundation.database import Base, council_of

# Rows that are the person's own, and which of their columns they are given.
GIVEN: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "authenticator": ("begun_at", "confirmed_at"),
        "card": ("issued_at", "expires_at", "used_at"),
        "contact_point": ("kind", "made_at", "confirmed_at", "left_at", "gone_at"),
        "council_subject": ("subject",),
        "delivery": ("what", "made_at", "settled_at", "outcome"),
        "device": ("kind", "first_seen_at", "joined_at", "revoked_at"),
        "invitation": ("review_id", "invited_at", "answered_at"),
        "notice_choices": ("channel", "quiet_from", "quiet_until", "chosen_at"),
        "outbox_item": ("made_at", "settled_at"),
        "passkey": ("name", "added_at", "used_at"),
        "passphrase": ("changed_at",),
        "phone_choices": ("leaves_no_trace", "not_safe_since", "safe_again_since"),
        "recovery_code": ("used_at",),
        "relationship": ("kind", "parental_responsibility", "from_on", "until_on"),
        "sign_in_notice": ("what", "at", "read_at"),
        "sign_in_session": ("started_at", "seen_at", "second_step", "expires_at", "ended_at"),
    }
)
# Rows about the child that no page of the person shows, and why a human must judge them.
HELD: Final[Mapping[str, str]] = MappingProxyType(
    {
        "adoption_decision": "of_the_case_record",
        "allocation": "of_the_case_record",
        "archive_receipt": "of_the_case_record",
        "broken_glass": "written_by_staff",
        "child": "about_the_child",
        "child_request": "asked_of_staff",
        "contribution": "said_by_another",
        "decision": "written_by_staff",
        "decision_progress": "said_by_another",
        "dispute": "written_by_staff",
        "dispute_stage": "written_by_staff",
        "early_ask": "written_by_staff",
        "episode": "of_the_case_record",
        "good_practice": "written_by_staff",
        "hand_over": "decided_by_staff",
        "letter": "written_by_staff",
        "invitation": "about_another",
        "opened_wall": "decided_by_staff",
        "manager_view": "written_by_staff",
        "midpoint_check": "written_by_staff",
        "officer_note": "written_by_staff",
        "part_seat": "about_another",
        "participation_code": "written_by_staff",
        "postponement": "written_by_staff",
        "reach_attempt": "written_by_staff",
        "relationship": "about_another",
        "record_addendum": "written_by_staff",
        "record_version": "written_by_staff",
        "release": "given_to_another",
        "release_viewing": "decided_by_staff",
        "review_record": "written_by_staff",
        "told": "decided_by_staff",
        "unsafe_report": "said_to_the_people_on_duty",
        "visit": "written_by_staff",
        "wall_proposal": "decided_by_staff",
        "wish_answer": "written_by_staff",
        "wish_reply": "about_the_child",
    }
)
TOLD_TO_THE_CHILD: Final = frozenset({"child", "child_request", "unsafe_report", "wish_reply"})
# Where else it is told, or why there is nothing to tell.
ELSEWHERE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "absence": "of an officer's work, about no child",
        "added_matter": "with the meeting plan, or held back",
        "answer_exception": "with the answer",
        "audit_event": "to a child, who has seen what they said; all of it: cadair audit who-read",
        "audit_link": "digests of the trail",
        "child_key": "a key",
        "contribution_answer": "said, or held back, one by one",
        "contribution_read": "with what was said",
        "council": "nobody's",
        "council_key": "a key",
        "council_sign_on": "nobody's",
        "draft": "drafts, or held back",
        "message": "messages, or held back, one by one",
        "message_read": "with the message",
        "officer_practice": "of an officer's work, about no child",
        "letter_remark": "with the letter",
        "meeting_plan": "meeting plans, or held back",
        "live_event": "the log of a meeting: held back, for others are in it",
        "live_guest": "somebody without an account, in the log of a meeting",
        "live_part": "what the log of a meeting came to, held back",
        "meeting_rating": "with the meetings, or held back",
        "passkey_challenge": "names nobody",
        "person": "whose bundle it is",
        "picture_code": "a secret of a device, which is told",
        "plan_answer": "with the meeting plan, or held back",
        "review": "reviews, and reviews held",
        "review_part": "reviews, or held back",
        "sign_on_try": "names nobody",
        "wish": "with the answer",
        "wrong_try": "names nobody",
    }
)
_WHOSE: Final = ("person_id", "author_id")  # a row of theirs names them so


def own_rows(session: Session, *, child_id: UUID, person_id: UUID) -> dict[str, list[Any]]:
    """The person's own rows, by table: of their account, and of what they are to this child."""
    found: dict[str, list[Any]] = {}
    for name, columns in GIVEN.items():
        table = Base.metadata.tables[name]
        where = table.c.person_id == person_id
        about = _about(table, child_id)
        wanted = [table.c[column] for column in columns]
        rows = _rows(session, table, wanted, where if about is None else where & about)
        if rows:
            found[name] = rows
    return found


def held_rows(session: Session, *, child_id: UUID, person_id: UUID) -> Iterator[dict[str, Any]]:
    """Every other row about the child, by its key and without what stands in it."""
    for name, why in HELD.items():
        table = Base.metadata.tables[name]
        if name in TOLD_TO_THE_CHILD and child_id == person_id:
            continue  # about them, and told
        where = _about(table, child_id)
        assert where is not None
        for column in table.columns:
            if column.name in _WHOSE and (name in GIVEN or name in ("contribution", "part_seat")):
                where &= column != person_id
        for row in _rows(session, table, list(table.primary_key.columns), where):
            yield {"kind": name, "row": {key: str(one) for key, one in row.items()}, "why": [why]}


def _about(table: Table, child_id: UUID) -> ColumnElement[bool] | None:
    """That a row is about this child; None where rows are about no child."""
    if "child_id" in table.c:
        return table.c.child_id == child_id
    if "review_id" in table.c:
        review = Base.metadata.tables["review"]
        return table.c.review_id.in_(select(review.c.id).where(review.c.child_id == child_id))
    return table.c.person_id == child_id if table.name == "child" else None


def _rows(
    session: Session, table: Table, columns: list[Any], where: ColumnElement[bool]
) -> list[dict[str, Any]]:
    found = session.execute(
        select(*columns).where(where, table.c.council_id == council_of(session)),
        execution_options={"names_its_council": True},
    )
    return [dict(row) for row in found.mappings()]
