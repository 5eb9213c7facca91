"""When a review must be held before its due day: who may ask for it, and by whose law.

Each ground says where it was read.  `confirmed` tells what was read in the text of the law; the
rest is remembered, or stood only in councils' own procedures, and wants a lawyer's eye first.

A change that no ground of the law names, such as another home, stands on the reviewing officer's
own power to ask for a review at any time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from cadair.foundation.errors import Refusal
from cadair.reviews.rules.law import ReviewKind


class Trigger(StrEnum):
    """Why a review is asked for before its day; the client makes the words."""

    CHILD_ASKS = "child_asks"
    OFFICER_ASKS = "officer_asks"
    WORKER_ASKS = "worker_asks"  # the council or the personal adviser, for a pathway plan
    WELFARE_CONCERN = "welfare_concern"  # a visit found the child not well looked after
    RISK_OF_HARM = "risk_of_harm"
    AWAY_FROM_HOME = "away_from_home"
    DETENTION_ENDING = "detention_ending"
    CARE_ENDING = "care_ending"  # the council means to stop looking after the child
    FAMILY_SUPPORT_TEAM = "family_support_team"
    PLAN_CHANGE = "plan_change"  # a significant change wants a review first
    HOME_CHANGED = "home_changed"
    FAMILY_TIME_CHANGED = "family_time_changed"
    HARM_ENQUIRY = "harm_enquiry"  # a section 47 enquiry, or an allegation
    EXCLUDED = "excluded"  # from school
    CHARGED = "charged"  # with an offence
    SERIOUS_ILLNESS = "serious_illness"
    UNREGULATED_MOVE = "unregulated_move"  # of a care leaver


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason that the law or its practice knows for an early review."""

    trigger: Trigger
    kinds: frozenset[ReviewKind]
    source: str
    confirmed: bool
    officer_may_refuse: bool = False  # the reviewing officer decides whether it is justified
    days: int | None = None  # how long the law leaves, counted from what happened


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlyReview:
    """A review that was brought forward: asked for on a day, to be held by another."""

    trigger: Trigger
    asked_on: date  # for a move, the day of the move
    hold_by: date


LOOKED_AFTER: Final = frozenset({ReviewKind.LOOKED_AFTER})
# That the same grounds hold for a child placed for adoption or having short breaks was not read.
LIKE_LOOKED_AFTER: Final = frozenset({ReviewKind.ADOPTION, ReviewKind.SHORT_BREAKS})
PATHWAY: Final = frozenset({ReviewKind.PATHWAY})
# Asked for by the officer, because of one of these.
OCCASIONS: Final = (
    Trigger.OFFICER_ASKS,
    Trigger.HOME_CHANGED,
    Trigger.FAMILY_TIME_CHANGED,
    Trigger.HARM_ENQUIRY,
    Trigger.EXCLUDED,
    Trigger.CHARGED,
    Trigger.SERIOUS_ILLNESS,
)


def _in_care(
    trigger: Trigger, source: str, *, confirmed: bool, officer_may_refuse: bool = False
) -> tuple[Ground, Ground]:
    """The same ground for a child who is looked after, and for those treated alike."""
    return (
        Ground(
            trigger=trigger,
            kinds=LOOKED_AFTER,
            source=source,
            confirmed=confirmed,
            officer_may_refuse=officer_may_refuse,
        ),
        Ground(
            trigger=trigger,
            kinds=LIKE_LOOKED_AFTER,
            source=source,
            confirmed=False,
            officer_may_refuse=officer_may_refuse,
        ),
    )


def _pathway(source: str) -> tuple[Ground, ...]:
    """After care: whenever the young person or those who help them ask, and after such a move."""
    # [memory] all of it; the older Welsh SI 2001/2189 reg 9 has the first two in these words
    return (
        Ground(trigger=Trigger.CHILD_ASKS, kinds=PATHWAY, source=source, confirmed=False),
        Ground(trigger=Trigger.WORKER_ASKS, kinds=PATHWAY, source=source, confirmed=False),
        Ground(trigger=Trigger.OFFICER_ASKS, kinds=PATHWAY, source=source, confirmed=False),
        Ground(
            trigger=Trigger.UNREGULATED_MOVE,
            kinds=PATHWAY,
            source=source,
            confirmed=False,
            days=28,
        ),
    )


# [memory] for regulation 33(3): the text was not to hand.  The occasions were read in councils'
# procedures and in guidance for foster carers; regulation 32 in a council's procedure.
_ENGLAND: Final = (
    *_in_care(
        Trigger.CHILD_ASKS, "SI 2010/959 reg 33(3)", confirmed=False, officer_may_refuse=True
    ),
    *(
        ground
        for trigger in (
            *OCCASIONS,
            Trigger.WELFARE_CONCERN,
            Trigger.RISK_OF_HARM,
            Trigger.AWAY_FROM_HOME,
            Trigger.DETENTION_ENDING,
            Trigger.CARE_ENDING,
        )
        for ground in _in_care(trigger, "SI 2010/959 reg 33(3)", confirmed=False)
    ),
    *_in_care(Trigger.PLAN_CHANGE, "SI 2010/959 reg 32", confirmed=False),
    *_pathway("SI 2010/2571 reg 7"),
)

_WALES: Final = (
    *_in_care(Trigger.AWAY_FROM_HOME, "SI 2015/1818 reg 39(3)(a)", confirmed=True),
    *_in_care(Trigger.RISK_OF_HARM, "SI 2015/1818 reg 39(3)(b)", confirmed=True),
    *_in_care(
        Trigger.CHILD_ASKS,
        "SI 2015/1818 reg 39(3)(c) and (4)",
        confirmed=True,
        officer_may_refuse=True,
    ),
    *(
        ground
        for trigger in OCCASIONS
        for ground in _in_care(trigger, "SI 2015/1818 reg 39(3)(d)", confirmed=True)
    ),
    *_in_care(Trigger.WELFARE_CONCERN, "SI 2015/1818 reg 39(3)(e)", confirmed=True),
    *_in_care(Trigger.DETENTION_ENDING, "SI 2015/1818 reg 39(3)(f) and (g)", confirmed=True),
    *_in_care(Trigger.CARE_ENDING, "SI 2015/1818 reg 39(3)(h)", confirmed=True),
    *_in_care(Trigger.FAMILY_SUPPORT_TEAM, "SI 2015/1818 reg 39(3)(i)", confirmed=True),
    *_in_care(Trigger.PLAN_CHANGE, "SI 2015/1818 reg 38(2)", confirmed=True),
    *_pathway("SI 2015/1820"),
)

GROUNDS: Final[Mapping[str, tuple[Ground, ...]]] = MappingProxyType(
    {"england": _ENGLAND, "wales": _WALES}
)

# A child may read these in the app.  What else brought a review forward they hear from a person.
TOLD_TO_THE_CHILD: Final = frozenset(
    {Trigger.CHILD_ASKS, Trigger.OFFICER_ASKS, Trigger.WORKER_ASKS, Trigger.HOME_CHANGED}
)


def grounds_of(nation: str, kind: ReviewKind) -> tuple[Ground, ...]:
    """Every ground on which a review of this kind can be brought forward, in the law's order."""
    return tuple(ground for ground in GROUNDS[nation] if kind in ground.kinds)


def ground_of(nation: str, kind: ReviewKind, trigger: Trigger) -> Ground | None:
    """The ground that `trigger` is for a review of this kind; None where it is none."""
    return next((each for each in grounds_of(nation, kind) if each.trigger is trigger), None)


def told_to_the_child(trigger: Trigger) -> Trigger:
    """What a child is told brought their review forward: at the least, that their officer asked."""
    return trigger if trigger in TOLD_TO_THE_CHILD else Trigger.OFFICER_ASKS


class NoReviewOwed(Refusal):
    """The law asks for no review of this child just now, so none can be brought forward."""

    code = "no_review_owed"
    status = 409


class EarlyReviewNotedDifferently(Refusal):
    """Something else was noted under this id before: nothing is overwritten in silence."""

    code = "early_review_noted_differently"
    status = 409


class EarlyReviewDecidedDifferently(Refusal):
    """It was decided otherwise before: nothing is overwritten in silence."""

    code = "early_review_decided_differently"
    status = 409


class EarlyAskDropped(Refusal):
    """Whoever asked took it back before it was decided: nothing waits for an answer."""

    code = "early_ask_dropped"
    status = 409


def check_hold_by(
    hold_by: date, *, ground: Ground, asked_on: date, due_by: date, on: date
) -> str | None:
    """What is wrong with the day by which an early review is to be held; None when nothing is.

    Where the law's own day has passed, the review is late already, and any day from now will do.
    """
    if hold_by < on:
        return "in_the_past"
    if on <= due_by < hold_by:
        return "not_sooner"
    if ground.days is not None and on <= asked_on + timedelta(days=ground.days) < hold_by:
        return "longer_than_the_law"
    return None
