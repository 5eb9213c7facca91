"""What a review's record keeps: how a child took part, what was given to whom, what was written."""

from cadair.record.models.decisions import DecisionProgress, ManagerView, ReviewDecision
from cadair.record.models.disputes import Dispute, DisputeStage, GoodPractice
from cadair.record.models.midpoint import MidpointCheck
from cadair.record.models.outcomes import WishAnswer, WishReply
from cadair.record.models.participation import ParticipationCode
from cadair.record.models.releases import Release, ReleaseViewing
from cadair.record.models.review_records import RecordAddendum, RecordVersion, ReviewRecord

__all__ = [
    "DecisionProgress",
    "Dispute",
    "DisputeStage",
    "GoodPractice",
    "ManagerView",
    "MidpointCheck",
    "ParticipationCode",
    "RecordAddendum",
    "RecordVersion",
    "Release",
    "ReleaseViewing",
    "ReviewDecision",
    "ReviewRecord",
    "WishAnswer",
    "WishReply",
]
