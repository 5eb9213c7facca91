"""Which sealed values a person's own bundle holds already: whatever it does not is held back."""

from typing import Any

from cadair.access.actor import Actor
from cadair.commands.subject_outcomes import GivenOutcomes
from cadair.commands.subject_plans import Place, place_in_plans
from cadair.foundation.sealing import SealedColumn


class Given:
    """Which sealed values the bundle holds already."""

    def __init__(self, actor: Actor, own: dict[str, Any], planned: set[Place]) -> None:
        self._me = actor.person_id
        self._said = {each["contribution"]["id"] for each in own["said"]}
        self._parts = {part["id"]: part for each in own["reviews"] for part in each["parts"]}
        self._drafts = {each["review_id"] for each in own["drafts"]}
        self._given = {each["id"] for each in own["given"]}
        self._messages = {each["id"] for each in own["messages"]}
        self._asked = {each["id"] for each in own.get("asked", ())}
        self._letters = {each["review_id"] for each in own.get("letters", ())}
        self._planned = planned
        self._outcomes = GivenOutcomes.of(own)
        self._disputes = {each["id"] for each in own.get("disputes", ())}

    def holds(self, sealed: SealedColumn, row: dict[str, Any]) -> bool:
        """Whether this value stands in the bundle."""
        table = sealed.name.partition(".")[0]
        if table in ("contribution_answer", "contribution"):
            return str(row.get("contribution_id") or row["id"]) in self._said
        if table == "draft":
            return row["author_id"] == self._me and str(row["review_id"]) in self._drafts
        if table in ("child_request", "early_ask"):
            return str(row["id"]) in self._asked
        if table == "review_part":
            part = self._parts.get(str(row["id"]))
            return part is not None and part[sealed.name.partition(".")[2]] is not None
        if sealed.name == "message.words":
            return str(row["id"]) in self._messages
        if sealed.name == "dispute.words_to_child":
            return str(row["id"]) in self._disputes
        if table in ("letter", "letter_remark"):
            return str(row["review_id"]) in self._letters
        if table in ("meeting_plan", "plan_answer", "added_matter"):
            return place_in_plans(row) in self._planned
        if sealed.name == "release.rendering":
            return str(row["id"]) in self._given
        return self._outcomes.holds(table, row)
