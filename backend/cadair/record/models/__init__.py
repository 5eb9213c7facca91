"""What a review's record keeps: how a child took part, and what was given to whom."""

from cadair.record.models.participation import ParticipationCode

__all__ = ["ParticipationCode"]
