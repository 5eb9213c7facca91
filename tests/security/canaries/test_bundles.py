"""A person's own bundle holds what is theirs: no word of others, and nothing from behind a wall."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cadair.commands import subject_access
from cadair.commands.main import cli
from cadair.foundation.clock import frozen
from tests.backend.contributions.conftest import NOW
from tests.security.canaries.reading import found_in
from tests.security.canaries.words import SECRETS, canary, every_canary
from tests.security.canaries.world import Canaries

WHO_THEY_ARE = ("called", "name", "sign_in_name", "reference")
SAID = ("said", "with_worker", "private")
WRITING = ("draft", "draft_other", "draft_helper")
HELPED = ("helper_name", "helper_who", "helper_words")


def of(who: str, *what: str) -> set[str]:
    return {f"{who}.{each}" for each in what}


def part(which: str, *what: str) -> set[str]:
    return {f"part.{which}.{each}" for each in what}


def named(*who: str) -> set[str]:
    return {name for each in who for name in of(each, "called", "name")}


WHERE = ("title", "agenda", "place", "link")
# By hand: what each may carry away of what is kept about Ada.
BUNDLES: dict[str, set[str]] = {
    "Ada": of("ada", *WHO_THEY_ARE, *WRITING, *HELPED, "case_number", "passkey_name")
    | of("ada", "to_everyone", "not_mum", "with_worker", "wish", "not_openly", "who_no", "worry")
    | of("ada", "said_before")
    | named("carol", "mum", "dad", "teacher", "wendy", "priya", "boss")
    | part("child", *WHERE)
    | {"release.to_ada", "message.ada", "message.brought", "dispute.to_ada", "later.to_child"}
    | of("letter", "words", "remark")
    | of("outcome", "why", "who", "done", "reply", "what", "doing", "doer")
    | of("live", "read_back", "reply")
    | of("rated", "words", "change")
    | of("asked", "visit", "no")
    | of("meeting", "reason", "ask_for", "place", "mine", "script", "no", "added"),
    "Mum": of("mum", *WHO_THEY_ARE, *SAID, *WRITING, "reach_me")
    | named("priya")
    | part("mum", "title", "agenda")
    | {
        "ada.called",
        "release.given",
        "ada.to_everyone",
        "message.to_mum",
    },  # the line that was given to her
    "Dad": of("dad", *WHO_THEY_ARE, *SAID, *WRITING)
    | named("priya")
    | part("dad", "title", "agenda")
    | {"ada.called"},
    "Carol": of("carol", *WHO_THEY_ARE, *SAID, *WRITING)  # and nothing of what she said of Ben
    | named("priya", "wendy")
    | part("child", *WHERE)
    | {"ada.called", "message.carol", "outcome.what", "outcome.progress"},
    "Teacher": of("teacher", *WHO_THEY_ARE, *SAID)
    | named("priya")
    | part("work", "title", "agenda")
    | {"ada.called"},
    "Wendy": of("wendy", *WHO_THEY_ARE, *SAID, *WRITING, "email")
    | named("priya", "carol")
    | part("child", *WHERE)
    | part("work", *WHERE)
    | of("outcome", "what", "doing", "doer")
    | {"ada.called"},
    "Maud": of("maud", *WHO_THEY_ARE),
}


@pytest.mark.parametrize("who", BUNDLES)
def test_a_bundle_holds_what_is_theirs_and_the_list_for_a_human_not_a_word(
    canaries: Canaries, who, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(subject_access, "application", lambda: canaries.north.app)
    asks = [] if who == "Ada" else ["--for", canary(f"{who.lower()}.sign_in_name").lower()]
    with frozen(NOW):
        made = CliRunner().invoke(
            cli,
            ["subject-access", canary("ada.case_number"), "--council", "Northmoor", *asks,
             "--to", str(tmp_path / "made")],
        )  # fmt: skip
    assert made.exit_code == 0, made.output
    bundle = b"\n".join(each.read_bytes() for each in (tmp_path / "made" / "bundle").iterdir())
    secrets = {**every_canary(), **canaries.opens.secrets}
    holds = found_in(bundle, secrets)
    assert holds - BUNDLES[who] == set()
    assert BUNDLES[who] - holds == set()
    for_a_human = (tmp_path / "made" / "for_a_human.json").read_bytes()
    assert found_in(for_a_human, secrets) == set()
    assert len(json.loads(for_a_human)["held"]) > 40
    assert found_in(made.output.encode(), secrets) <= of(who.lower(), "called", "name")


def test_what_ada_keeps_from_her_mother_is_in_nobodys_bundle_but_hers():
    for name in ("ada.not_mum", "ada.not_openly", "ada.worry", "ada.with_worker"):
        assert name in SECRETS
        assert [who for who, those in BUNDLES.items() if name in those] == ["Ada"]
