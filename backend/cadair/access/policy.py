"""Who may do what: a permission holds when every predicate of any one of its rows holds.

Read `POLICY` from top to bottom: it is the whole of the rule, for a manager or an inspector as
much as for the server.  A permission that is not listed is refused.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from cadair.access.actor import Actor, Job
from cadair.access.predicates import (
    EVERYONE,
    a_child,
    a_reviewing_officer,
    a_service_manager,
    a_social_worker,
    an_administrator,
    coming_in,
    coming_in_as_staff,
    has_said_why,
    in_the_circle,
    manager_of_the_council,
    of_a_circle,
    one_of_the_staff,
    reviewing_officer_of_the_child,
    signed_in,
    the_child,
)
from cadair.access.predicates import Predicate as Predicate
from cadair.access.predicates import Standing as Standing
from cadair.foundation.errors import NotFound


class Permission(StrEnum):
    """Everything that a person can ask of Cadair."""

    COME_IN = "come_in"  # the second step of signing in, and leaving again
    SET_UP_SECOND_STEP = "set_up_second_step"
    KEEP_SECOND_STEP = "keep_second_step"  # change what it is taken with
    SEE_OWN_PAGES = "see_own_pages"
    LET_STAFF_IN = "let_staff_in"  # accounts of staff, never what they read
    SEE_CHILD = "see_child"
    CHANGE_BAND = "change_band"
    ISSUE_CARD = "issue_card"
    SEE_TODAY = "see_today"
    SEE_CASELOAD = "see_caseload"
    SEE_PLAN = "see_plan"
    PLAN_REVIEW = "plan_review"
    ASK_FOR_EARLY_REVIEW = "ask_for_early_review"
    SEE_POSTPONEMENTS = "see_postponements"  # of which child, and why
    APPROVE_POSTPONEMENT = "approve_postponement"  # of a review that is to be held later
    TELL_CARE_PLAN = "tell_care_plan"  # that it was brought up to date
    CONTRIBUTE = "contribute"
    READ_CHILD_WORDS = "read_child_words"
    SEE_PROTECTED_FACTS = "see_protected_facts"  # where the child lives: the vault
    CONFIRM_PARTICIPATION = "confirm_participation"
    RELEASE = "release"  # give what one person said, or own words, to another
    AGREE_TO_RELEASE = "agree_to_release"  # the second of two people
    SEE_WAITING_RELEASES = "see_waiting_releases"
    SEE_WHAT_WAS_SHARED = "see_what_was_shared"  # with oneself
    WRITE_LETTER = "write_letter"  # to the child, after a review
    SEE_OWN_LETTERS = "see_own_letters"  # and say what in them they did not say
    CHOOSE_FOR_OWN_PHONE = "choose_for_own_phone"
    CLOSE_LOST_PHONE = "close_lost_phone"
    SEE_CIRCLE = "see_circle"  # with the walls in it, and who may know where the child lives
    CHANGE_CIRCLE = "change_circle"
    RAISE_WALL = "raise_wall"
    LOWER_WALL = "lower_wall"  # propose it, or answer: it takes one of each, two people
    SEE_WALL_PROPOSALS = "see_wall_proposals"
    TELL_PROTECTED_FACTS = "tell_protected_facts"
    HIDE_PROTECTED_FACTS = "hide_protected_facts"
    KEEP_PROTECTED_FACTS = "keep_protected_facts"
    BREAK_GLASS = "break_glass"  # say why, to read what a child said for one hour
    READ_FOR_A_REASON = "read_for_a_reason"
    SEE_BROKEN_GLASS = "see_broken_glass"
    NOTE_BROKEN_GLASS = "note_broken_glass"
    SEE_WHO_HAS_SEEN = "see_who_has_seen"
    KEEP_OWN_WORDS = "keep_own_words"  # all that one ever said: to look at, and to take along
    SEE_NOT_TOLD = "see_not_told"  # whom no notice reached; never what of
    SEE_AS_ANOTHER = "see_as_another"  # what somebody of the circle sees
    MESSAGE_OFFICER = "message_officer"  # one's own conversation with whoever reviews the child
    BRING_TO_REVIEW = "bring_to_review"  # what one wrote between reviews
    SEE_INBOX = "see_inbox"
    READ_MESSAGES = "read_messages"
    WRITE_AS_OFFICER = "write_as_officer"
    KEEP_NOTES = "keep_notes"  # beside a conversation, for the record
    ASK_OFFICER = "ask_officer"  # for a visit, an advocate, a review sooner; say "I am not safe"
    ANSWER_REQUEST = "answer_request"
    KEEP_VISITS = "keep_visits"
    SEE_WAITING_MESSAGES = "see_waiting_messages"  # a count and an age, by officer
    HAND_OVER = "hand_over"  # a child to another reviewing officer
    ANSWER_UNSAFE = "answer_unsafe"  # read it and take it on by name: no glass stands before it
    ANSWER_UNSAFE_ANY = "answer_unsafe_any"  # of whichever children these are
    KEEP_DISPUTES = "keep_disputes"  # with the council, and what was done well
    SEE_OWN_DISPUTES = "see_own_disputes"  # as far as the child is told of them
    EXPORT_RETURN = "export_return"  # numbers, days and codes of every review of a year
    PLAN_OWN_MEETING = "plan_own_meeting"
    READ_MEETING_PLAN = "read_meeting_plan"  # with whom the child would rather not see
    ANSWER_MEETING_PLAN = "answer_meeting_plan"
    WRITE_RECORD = "write_record"  # of a review: read it, sign it, and add to it
    CHECK_MIDPOINT = "check_midpoint"  # half way: is what was agreed happening
    KEEP_OUTCOMES = "keep_outcomes"  # answers to wishes, decisions, and their sharing
    SEE_OWN_OUTCOMES = "see_own_outcomes"  # and say something to an answer
    SEE_OWN_ACTIONS = "see_own_actions"  # what one has to do, of what reviews decided
    LEAD_MEETING = "lead_meeting"  # one's own, and say how it was
    HOLD_MEETING = "hold_meeting"  # open it, let guests in and out, end it
    JOIN_MEETING = "join_meeting"  # a part in which one has a seat
    REPORT_PROGRESS = "report_progress"  # of a decision that is theirs to do or to see to


PROVED_FOR: Final = timedelta(minutes=5)

Rows = tuple[tuple[Predicate, ...], ...]

POLICY: Final[Mapping[Permission, Rows]] = {
    Permission.COME_IN: ((coming_in,),),
    Permission.SET_UP_SECOND_STEP: ((coming_in_as_staff,),),
    Permission.KEEP_SECOND_STEP: ((one_of_the_staff,),),
    Permission.SEE_OWN_PAGES: ((signed_in,),),
    Permission.LET_STAFF_IN: ((a_service_manager,), (an_administrator,)),
    Permission.SEE_CHILD: ((reviewing_officer_of_the_child,), (manager_of_the_council,)),
    Permission.CHANGE_BAND: ((reviewing_officer_of_the_child,),),
    Permission.ISSUE_CARD: ((reviewing_officer_of_the_child,), (manager_of_the_council,)),
    Permission.SEE_TODAY: ((a_reviewing_officer,),),
    Permission.SEE_CASELOAD: ((a_reviewing_officer,), (a_service_manager,)),
    Permission.SEE_PLAN: ((reviewing_officer_of_the_child,),),
    Permission.PLAN_REVIEW: ((reviewing_officer_of_the_child,),),
    Permission.ASK_FOR_EARLY_REVIEW: (
        (the_child,),
        (reviewing_officer_of_the_child,),
    ),
    Permission.SEE_POSTPONEMENTS: ((a_service_manager,),),
    Permission.APPROVE_POSTPONEMENT: ((manager_of_the_council,),),
    Permission.TELL_CARE_PLAN: (
        (reviewing_officer_of_the_child,),
        (in_the_circle, a_social_worker),
    ),
    Permission.CONTRIBUTE: (
        (the_child,),
        (in_the_circle,),
        (reviewing_officer_of_the_child,),
    ),
    Permission.READ_CHILD_WORDS: ((reviewing_officer_of_the_child,),),
    Permission.SEE_PROTECTED_FACTS: ((reviewing_officer_of_the_child,),),
    Permission.CONFIRM_PARTICIPATION: ((reviewing_officer_of_the_child,),),
    Permission.RELEASE: ((reviewing_officer_of_the_child,),),
    Permission.AGREE_TO_RELEASE: (
        (reviewing_officer_of_the_child,),
        (manager_of_the_council,),
    ),
    Permission.SEE_WAITING_RELEASES: ((a_reviewing_officer,), (a_service_manager,)),
    Permission.SEE_WHAT_WAS_SHARED: ((the_child,), (in_the_circle,)),
    Permission.WRITE_LETTER: ((reviewing_officer_of_the_child,),),
    Permission.SEE_OWN_LETTERS: ((the_child,),),
    Permission.CHOOSE_FOR_OWN_PHONE: ((a_child,),),
    Permission.CLOSE_LOST_PHONE: ((reviewing_officer_of_the_child,),),
    Permission.SEE_CIRCLE: (
        (reviewing_officer_of_the_child,),
        (manager_of_the_council,),
    ),
    Permission.CHANGE_CIRCLE: ((reviewing_officer_of_the_child,),),
    Permission.RAISE_WALL: (
        (reviewing_officer_of_the_child,),
        (manager_of_the_council,),
    ),
    Permission.LOWER_WALL: (
        (reviewing_officer_of_the_child,),
        (manager_of_the_council,),
    ),
    Permission.SEE_WALL_PROPOSALS: ((a_reviewing_officer,), (a_service_manager,)),
    Permission.TELL_PROTECTED_FACTS: ((reviewing_officer_of_the_child,),),
    Permission.HIDE_PROTECTED_FACTS: (
        (reviewing_officer_of_the_child,),
        (manager_of_the_council,),
    ),
    Permission.KEEP_PROTECTED_FACTS: ((reviewing_officer_of_the_child,),),
    Permission.BREAK_GLASS: ((manager_of_the_council,),),
    Permission.READ_FOR_A_REASON: ((manager_of_the_council, has_said_why),),
    Permission.SEE_BROKEN_GLASS: (
        (reviewing_officer_of_the_child,),
        (manager_of_the_council,),
    ),
    Permission.NOTE_BROKEN_GLASS: ((reviewing_officer_of_the_child,),),
    Permission.SEE_WHO_HAS_SEEN: ((a_child,),),
    Permission.KEEP_OWN_WORDS: ((a_child,),),
    Permission.SEE_NOT_TOLD: ((a_reviewing_officer,), (a_service_manager,)),
    Permission.SEE_AS_ANOTHER: ((reviewing_officer_of_the_child,),),
    Permission.MESSAGE_OFFICER: ((the_child,), (in_the_circle,)),
    Permission.BRING_TO_REVIEW: ((the_child,),),
    Permission.SEE_INBOX: ((a_reviewing_officer,),),
    Permission.READ_MESSAGES: ((reviewing_officer_of_the_child,),),
    Permission.WRITE_AS_OFFICER: ((reviewing_officer_of_the_child,),),
    Permission.KEEP_NOTES: ((reviewing_officer_of_the_child,),),
    Permission.ASK_OFFICER: ((the_child,),),
    Permission.ANSWER_REQUEST: ((reviewing_officer_of_the_child,),),
    Permission.KEEP_VISITS: ((reviewing_officer_of_the_child,),),
    Permission.SEE_WAITING_MESSAGES: ((a_service_manager,),),
    Permission.HAND_OVER: (
        (reviewing_officer_of_the_child,),
        (manager_of_the_council,),
    ),
    Permission.ANSWER_UNSAFE: (
        (reviewing_officer_of_the_child,),
        (manager_of_the_council,),
    ),
    Permission.ANSWER_UNSAFE_ANY: ((a_reviewing_officer,), (a_service_manager,)),
    Permission.KEEP_DISPUTES: ((reviewing_officer_of_the_child,),),
    Permission.SEE_OWN_DISPUTES: ((a_child,),),
    Permission.EXPORT_RETURN: ((a_service_manager,),),
    Permission.PLAN_OWN_MEETING: ((the_child,),),
    Permission.READ_MEETING_PLAN: ((reviewing_officer_of_the_child,),),
    Permission.ANSWER_MEETING_PLAN: ((reviewing_officer_of_the_child,),),
    Permission.WRITE_RECORD: ((reviewing_officer_of_the_child,),),
    Permission.CHECK_MIDPOINT: ((reviewing_officer_of_the_child,),),
    Permission.KEEP_OUTCOMES: ((reviewing_officer_of_the_child,),),
    Permission.SEE_OWN_OUTCOMES: ((a_child,),),
    Permission.SEE_OWN_ACTIONS: ((of_a_circle,),),
    Permission.LEAD_MEETING: ((the_child,),),
    Permission.HOLD_MEETING: ((reviewing_officer_of_the_child,),),
    Permission.JOIN_MEETING: ((the_child,), (in_the_circle,), (reviewing_officer_of_the_child,)),
    Permission.REPORT_PROGRESS: ((in_the_circle,), (reviewing_officer_of_the_child,)),
}


def holds(permission: Permission, actor: Actor, standing: Standing | None = None) -> bool:
    """Whether the actor, standing so to the child, has the permission."""
    return any(
        all(_true_of(predicate, actor, standing) for predicate in row)
        for row in POLICY.get(permission, ())
    )


def check(permission: Permission, actor: Actor, standing: Standing | None = None) -> None:
    """Raise NotFound unless the permission holds: what one may not know exists does not exist."""
    if not holds(permission, actor, standing):
        raise NotFound


# All that is open between the password and the second step.
WHILE_HALF_SIGNED_IN: Final = frozenset({Permission.COME_IN, Permission.SET_UP_SECOND_STEP})


def is_proved(actor: Actor, now: datetime) -> bool:
    """Whether they showed so lately that it is they that what must not be done in another's name,
    such as a release or a wall, may be done (security bar G8)."""
    return actor.proved_at is not None and now - actor.proved_at < PROVED_FOR


def jobs_that_may(permission: Permission) -> frozenset[Job]:
    """The jobs for which the permission can ever hold, whatever the child."""
    return frozenset(
        job
        for row in POLICY.get(permission, ())
        for job in EVERYONE
        if all(job in predicate.jobs for predicate in row)
    )


def _true_of(predicate: Predicate, actor: Actor, standing: Standing | None) -> bool:
    if actor.half_signed_in and predicate not in (coming_in, coming_in_as_staff):
        return False
    return actor.job in predicate.jobs and predicate.holds(actor, standing)
