"""What may be seen of reviews, as plain values."""

from cadair.reviews.queries.asked import ASKED_TO, AskedPerson, Attempt, asked
from cadair.reviews.queries.bank_holidays import bank_holidays
from cadair.reviews.queries.facts import ReviewFacts, review_of, reviews_of_child, upcoming_for
from cadair.reviews.queries.of_same_child import OF_SAME_CHILD, review_and_others
from cadair.reviews.queries.own_pages import OwnReview, own_reviews
from cadair.reviews.queries.own_parts import OwnPart, stage_for
from cadair.reviews.queries.plan import Plan, PlanScreen, plan_for, plan_screen
from cadair.reviews.queries.seats import SEATED_IN, beside_seats
from cadair.reviews.queries.taking_part import TakingPart, takes_part, taking_part

__all__ = [
    "ASKED_TO",
    "OF_SAME_CHILD",
    "SEATED_IN",
    "AskedPerson",
    "Attempt",
    "OwnPart",
    "OwnReview",
    "Plan",
    "PlanScreen",
    "ReviewFacts",
    "TakingPart",
    "asked",
    "bank_holidays",
    "beside_seats",
    "own_reviews",
    "plan_for",
    "plan_screen",
    "review_and_others",
    "review_of",
    "reviews_of_child",
    "stage_for",
    "takes_part",
    "taking_part",
    "upcoming_for",
]
