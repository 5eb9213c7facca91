"""What the tests of giving on do: lower a wall, keep a secret, preview, release, agree, read."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from werkzeug.test import TestResponse

from cadair.children.actions import keep_protected_fact
from cadair.children.models import OpenedWall
from cadair.children.rules.kinds import ProtectedKind
from tests.backend.contributions.conftest import NOW, World


def lower(world: World, one: str, other: str) -> None:
    """Two people lowered the wall between these two."""
    first, second = sorted((world.ids[one], world.ids[other]))
    with world.inside() as session:
        session.add(
            OpenedWall(
                id=uuid4(),
                child_id=world.child_id,
                one_id=first,
                other_id=second,
                opened_at=NOW,
                opened_by_id=None,
            )
        )


def lower_all(world: World) -> None:
    """Nothing splits this review any more."""
    around = ("Carol", "Mum", "Wendy", "Teacher")
    for at, one in enumerate(around):
        for other in around[at + 1 :]:
            lower(world, one, other)


def raise_wall(world: World, one: str, other: str) -> None:
    path = f"/api/children/{world.child_id}/walls/{world.ids[one]}/{world.ids[other]}"
    assert world.sign_in("Priya").put(path).status_code == 204


def keep(world: World, kind: ProtectedKind, words: str) -> None:
    """The officer keeps a fact in the vault."""
    with world.inside() as session:
        keep_protected_fact(
            session,
            actor=world.actor("Priya"),
            child_id=world.child_id,
            kind=kind,
            words=words,
            now=NOW,
        )


def place(world: World, *more: object) -> str:
    return "/".join((f"/api/reviews/{world.review_id}", *map(str, more)))


def may_pass(world: World, to: str, who: str = "Priya") -> dict[str, Any]:
    answer = world.sign_in(who).get(place(world, "recipients", world.ids[to]))
    assert answer.status_code == 200, answer.text
    return answer.json


@dataclass
class Giving:
    """One release on its way."""

    world: World
    to: str
    lines: list[dict[str, Any]] = field(default_factory=list)
    words: str | None = None
    reason: str | None = None
    id: UUID = field(default_factory=uuid4)
    fingerprint: str = "0" * 64

    def pick(self, said: str, *, named: bool = False) -> "Giving":
        """Pick the line with these words, among those that may pass."""
        listed = may_pass(self.world, self.to)["lines"]
        (line,) = (each for each in listed if each["words"] == said)
        self.lines.append({"answer_id": line["answer_id"], "named": named})
        return self

    def preview(self, who: str = "Priya") -> TestResponse:
        answer = self.world.sign_in(who).post(
            place(self.world, "recipients", self.world.ids[self.to], "preview"),
            json={"lines": self.lines, "words": self.words},
        )
        if answer.status_code == 200:
            self.fingerprint = answer.json["fingerprint"]
        return answer

    def release(self, who: str = "Priya", **other: Any) -> TestResponse:
        body = {
            "person_id": str(self.world.ids[self.to]),
            "lines": self.lines,
            "words": self.words,
            "fingerprint": self.fingerprint,
            "reason": self.reason,
        }
        return self.world.sign_in(who).put(
            place(self.world, "releases", self.id), json={**body, **other}
        )

    def send(self) -> "Giving":
        """Preview and release: given, or waiting for a second person."""
        assert self.preview().status_code == 200
        sent = self.release()
        assert sent.status_code == 200, sent.text
        return self

    def view(self, who: str) -> TestResponse:
        return self.world.sign_in(who).get(place(self.world, "releases", self.id))

    def answer(self, who: str, *, agrees: bool = True, note: str | None = None) -> TestResponse:
        return self.world.sign_in(who).post(
            place(self.world, "releases", self.id, "answer"),
            json={"agrees": agrees, "note": note},
        )

    def agreed(self, who: str = "Boss") -> "Giving":
        """A second person has looked and agreed."""
        assert self.view(who).status_code == 200
        agreed = self.answer(who)
        assert agreed.status_code == 200, agreed.text
        return self

    def take_back(self, who: str = "Priya") -> TestResponse:
        return self.world.sign_in(who).post(place(self.world, "releases", self.id, "take-back"))


def shared(world: World, who: str) -> TestResponse:
    """What this person is shown under "Shared with you"."""
    return world.sign_in(who).get(f"/api/my/reviews/{world.review_id}/shared")


def given(world: World, who: str) -> list[dict[str, Any]]:
    answer = shared(world, who)
    assert answer.status_code == 200, answer.text
    return [each["given"] for each in answer.json["shared"]]
