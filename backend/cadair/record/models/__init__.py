"""What a review's record keeps: how a child took part, and what was given to whom."""

from cadair.record.models.participation import ParticipationCode
from cadair.record.models.releases import Release, ReleaseViewing

__all__ = ["ParticipationCode", "Release", "ReleaseViewing"]
