"""The bare reference of Today: the same facts by one hand-written statement."""

import sqlite3
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import holidays
from flask import Flask, jsonify

LONDON = ZoneInfo("Europe/London")
COUNTS_UP = (
    "unsafe",
    "overdue",
    "request_waiting",
    "views_unread",
    "planned_late",
    "participation_unconfirmed",
)
RANK = {
    code: rank
    for rank, code in enumerate(
        "unsafe not_safe overdue message_late request_waiting views_unread planned_late"
        " no_child_views not_signed_in not_planned speak_alone not_reached"
        " participation_unconfirmed".split()
    )
}
ASKED = """SELECT COUNT(*) FROM invitation i WHERE i.review_id = r.id AND i.person_id <> :officer
  AND i.person_id <> c.person_id"""
TODAY = f"""
SELECT c.person_id, c.case_number, c.born_on, p.called, p.name, r.id, r.stage, r.due_by, r.meets_at,
  EXISTS (SELECT 1 FROM passphrase s WHERE s.person_id = c.person_id)
    OR EXISTS (SELECT 1 FROM device e WHERE e.person_id = c.person_id),
  (SELECT f.not_safe_since FROM phone_choices f WHERE f.person_id = c.person_id),
  EXISTS (SELECT 1 FROM invitation i WHERE i.review_id = r.id AND i.person_id = c.person_id
    AND i.answered_at IS NOT NULL),
  ({ASKED}), ({ASKED} AND i.answered_at IS NOT NULL),
  ({ASKED} AND i.answered_at IS NULL AND EXISTS (SELECT 1 FROM reach_attempt x
    WHERE x.review_id = r.id AND x.person_id = i.person_id) AND NOT EXISTS (SELECT 1
    FROM reach_attempt y WHERE y.review_id = r.id AND y.person_id = i.person_id AND y.reached)),
  (SELECT MIN(k.shared_at) FROM contribution k WHERE k.review_id = r.id
    AND k.author_id <> :officer AND k.withdrawn_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM contribution l WHERE l.replaces_id = k.id)
    AND NOT EXISTS (SELECT 1 FROM contribution_read d WHERE d.contribution_id = k.id
      AND d.reader_id = :officer)),
  (SELECT group_concat(h.held_on || h.id) FROM review h
    LEFT JOIN participation_code o ON o.review_id = h.id AND o.held_on IS NOT NULL
    WHERE h.child_id = c.person_id AND h.held_on >= :since AND h.returned_code IS NULL
      AND o.review_id IS NULL),
  EXISTS (SELECT 1 FROM visit v WHERE v.review_id = r.id AND v.spoke_alone IS NOT NULL),
  (SELECT MIN(u.said_at) FROM unsafe_report u WHERE u.child_id = c.person_id
    AND u.closed_at IS NULL),
  (SELECT MIN(q.asked_at) FROM child_request q WHERE q.child_id = c.person_id
    AND q.answer IS NULL AND q.taken_back_at IS NULL)
FROM (SELECT DISTINCT child_id FROM allocation WHERE officer_id = :officer AND from_on <= :today
    AND (until_on IS NULL OR until_on >= :today)) a
  JOIN child c ON c.person_id = a.child_id JOIN person p ON p.id = c.person_id
  LEFT JOIN review r ON r.child_id = c.person_id AND r.held_on IS NULL AND r.not_owed_at IS NULL
"""
READINGS = """
SELECT g.id, g.child_id, p.name, m.name, g.broken_at
FROM (SELECT DISTINCT child_id FROM allocation WHERE officer_id = :officer AND from_on <= :today
    AND (until_on IS NULL OR until_on >= :today)) a
  JOIN broken_glass g ON g.child_id = a.child_id JOIN person p ON p.id = g.child_id
  JOIN person m ON m.id = g.manager_id
WHERE g.seen_at IS NULL ORDER BY g.broken_at DESC
"""
READING = ("id", "child_id", "child_name", "manager_name", "broken_at")


def bare_today(path: Path, officer_id: UUID, on: date) -> Flask:
    """Today without sign-in, permission, trail or schema; for a council in England."""
    app = Flask("bare")
    database = sqlite3.connect(path, check_same_thread=False)
    told = {"officer": officer_id.hex, "today": str(on), "since": str(on - timedelta(days=366))}
    left = _working_days_left(on)

    @app.get("/api/today")
    def today():
        urgent: list[Any] = []
        coming: list[Any] = []
        rows = database.execute(TODAY, told).fetchall()
        for row in rows:
            _look_at(row, on, left, urgent, coming)
        urgent.sort(key=lambda each: each[:3])
        coming.sort(key=lambda each: each[:3])
        counts = {"children": len(rows), "urgent": len(urgent), "coming": len(coming)}
        return jsonify(
            on=str(on),
            urgent=[each[3] for each in urgent],
            coming=[each[3] for each in coming],
            counts=counts,
            readings=[
                dict(zip(READING, reading, strict=True))
                for reading in database.execute(READINGS, told)
            ],
        )

    return app


def _look_at(
    row: tuple, on: date, left: dict[date, int], urgent: list[Any], coming: list[Any]
) -> None:
    child, case_number, born, called, name, review, stage, due, meets, *answers = row
    signed_in, unsafe, said, others, others_in, unreached, unread, held, alone, *at_once = answers
    child_is = {"id": _id(child), "called": called, "name": name, "case_number": case_number}
    due_on = date.fromisoformat(due) if due else None
    meets_on = _day(meets) if meets else None
    falls_on = meets_on or due_on
    before_it = stage in ("planned", "open_for_views", "ready")
    days = left.get(falls_on) if falls_on and before_it else None
    why: list[tuple[int, int, dict[str, Any]]] = []
    if unsafe:
        _add(why, "not_safe", review, (on - _day(unsafe)).days, _day(unsafe))
    _waiting(why, on, review, unread, held)
    _between(why, on, at_once)
    if before_it:
        _late(why, on, review, due_on, meets_on)
    if days is not None and days <= 20:
        speaks = str(on.replace(year=on.year - 4)) >= born
        silent = not said and speaks
        _alone(why, review, days, falls_on, speaks=speaks and not alone)
        asks = stage in ("open_for_views", "ready")
        if silent and not signed_in:
            _add(why, "not_signed_in", review, days, falls_on)
        if days <= 10 and silent and asks:
            _add(why, "no_child_views", review, days, falls_on)
        if days <= 10 and meets_on is None:
            _add(why, "not_planned", review, days, falls_on)
        if days <= 10 and unreached:
            _add(why, "not_reached", review, days, falls_on, unreached)
        line = {
            "child": child_is, "not_safe_to_reply": bool(unsafe),
            "review_id": _id(review), "stage": stage, "due_by": due,
            "starts_at": f"{meets[:10]}T{meets[11:19]}+00:00" if meets else None,
            "working_days_left": days, "child_views": bool(said),
            "others_in": others_in, "others_asked": others,
        }  # fmt: skip
        coming.append((falls_on, name, case_number, line))
    if why:
        why.sort(key=lambda each: each[:2])
        lines = [each[2] for each in why]
        line = {"child": child_is, "not_safe_to_reply": bool(unsafe)}
        line |= {"review_id": lines[0]["review_id"], "why": lines}
        urgent.append((why[0][:2], name, case_number, line))


def _add(
    why: list, code: str, review: str | None, days: int, day: date | None, people: int | None = None
) -> None:
    line = {"code": code, "review_id": review and _id(review), "days": days, "date": str(day)}
    line["people"] = people
    why.append((RANK[code], -days if code in COUNTS_UP else days, line))


def _between(why: list, on: date, at_once: list[str | None]) -> None:
    for code, since in zip(("unsafe", "request_waiting"), at_once, strict=True):
        if since:
            _add(why, code, None, (on - _day(since)).days, _day(since))


def _alone(why: list, review: str, days: int, day: date | None, *, speaks: bool) -> None:
    if speaks:
        _add(why, "speak_alone", review, days, day)


def _waiting(why: list, on: date, review: str, unread: str | None, held: str | None) -> None:
    for one in held.split(",") if held else ():
        day = date.fromisoformat(one[:10])
        _add(why, "participation_unconfirmed", one[10:], (on - day).days, day)
    if unread:
        day = _day(unread)
        _add(why, "views_unread", review, (on - day).days, day)


def _late(why: list, on: date, review: str, due_on: date | None, meets_on: date | None) -> None:
    if due_on and due_on < on:
        _add(why, "overdue", review, (on - due_on).days, due_on)
    elif due_on and meets_on and meets_on > due_on:
        _add(why, "planned_late", review, (meets_on - due_on).days, meets_on)


def _working_days_left(on: date) -> dict[date, int]:
    """For each of the next sixty days: how many working days until then."""
    closed = holidays.country_holidays("GB", subdiv="ENG", years=(on.year, on.year + 1))
    left, count = {on: 0}, 0
    for ahead in range(1, 61):
        day = on + timedelta(days=ahead)
        count += day.weekday() < 5 and day not in closed
        left[day] = count
    return left


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment[:19] + "+00:00").astimezone(LONDON).date()


def _id(hexed: str) -> str:
    return f"{hexed[:8]}-{hexed[8:12]}-{hexed[12:16]}-{hexed[16:20]}-{hexed[20:]}"
