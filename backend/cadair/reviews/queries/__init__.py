"""What may be seen of reviews, as plain values."""

from cadair.reviews.queries.bank_holidays import bank_holidays

__all__ = ["bank_holidays"]
