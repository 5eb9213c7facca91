"""Looking at the statutory return, and letting it leave: both stand in the trail."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from cadair.access.actor import Actor
from cadair.access.policy import Permission, check
from cadair.audit import actions as audit
from cadair.foundation.clock import today
from cadair.record.documents.ssda903_reviews import as_csv, as_xml
from cadair.record.queries.returning import YearsReturn, return_of
from cadair.record.rules.returning import NoReturnHere


class Form(StrEnum):
    """In which form it leaves."""

    CSV = "csv"
    XML = "xml"


def read_return(session: Session, *, actor: Actor, year: int, now: datetime) -> YearsReturn:
    """The year's rows and what keeps others out, for a service manager."""
    check(Permission.EXPORT_RETURN, actor)
    found = return_of(session, year=year, on=today(now))
    audit.note(session, actor=actor, event="return.read", facts=_counts(found), now=now)
    return found


def export_return(
    session: Session, *, actor: Actor, year: int, form: Form, now: datetime
) -> tuple[YearsReturn, bytes]:
    """The same as a file, for a service manager."""
    check(Permission.EXPORT_RETURN, actor)
    return make_return(session, actor=actor, year=year, form=form, header=None, now=now)


def make_return(
    session: Session,
    *,
    actor: Actor,
    year: int,
    form: Form,
    header: Mapping[str, date] | None,
    now: datetime,
) -> tuple[YearsReturn, bytes]:
    """The file for whoever was let through before; raises NoReturnHere for XML in Wales."""
    found = return_of(session, year=year, header=header, on=today(now))
    if form is Form.XML and not found.is_return:
        raise NoReturnHere
    facts = {**_counts(found), "form": form.value}
    audit.note(session, actor=actor, event="return.exported", facts=facts, now=now)
    rows = found.made.rows
    return found, as_xml(rows) if form is Form.XML else as_csv(rows).encode()


def file_name(found: YearsReturn, form: Form) -> str:
    """What the file is called: in Wales that it is no return, and everywhere what is missing."""
    what = "ssda903_reviews" if found.is_return else "local_indicator_participation"
    short = f"_without_{found.made.waiting}" if found.made.waiting else ""
    return f"{what}_{found.made.year}{short}.{form.value}"


def _counts(found: YearsReturn) -> dict[str, int]:
    return {
        "year": found.made.year,
        "rows": len(found.made.rows),
        "held_back": found.made.waiting,
        "left_out": len(found.made.left_out),
    }
