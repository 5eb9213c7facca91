"""What officers and managers see of many children, and of one, as plain values."""

from cadair.service.queries.caseload import caseload_of_council, caseload_of_officer
from cadair.service.queries.child_page import ChildPage, child_page
from cadair.service.queries.today import today_of
from cadair.service.queries.waiting import WaitingRelease, waiting_releases

__all__ = [
    "ChildPage",
    "WaitingRelease",
    "caseload_of_council",
    "caseload_of_officer",
    "child_page",
    "today_of",
    "waiting_releases",
]
