"""For each request with an id in it, one that is right in everything: where the sweeper begins."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from cadair.access.actor import Job
from cadair.commands.demo.people import PASSPHRASE, demo_id
from cadair.foundation.clock import now, today
from tests.world.authenticators import SoftAuthenticator
from tests.world.everything import (
    AROUND,
    BROWSER,
    REASON,
    Everything,
    a_decision,
    a_dispute,
    a_hand_over,
    a_visit,
    an_absence,
    an_answer_to_a_dispute,
    beside_a_dispute,
    early_ask,
    good_practice,
    share_body,
    the_next_stage,
)
from tests.world.holding import adjourning, checked, held, postponing
from tests.world.live import HOW_IT_WAS, one_event
from tests.world.meetings import a_meeting_plan
from tests.world.records import a_record
from tests.world.two_councils import JOBS

OPTIONS = {"challenge": "A" * 43, "user": {"id": "AAAA"}}
ANSWER = SoftAuthenticator().sign(OPTIONS)
NEW_PASSKEY = SoftAuthenticator().make(OPTIONS)
PICTURES = ["sun", "cat", "key", "boat"]
NEW_WORDS = "harbour lantern biscuit"
Body = dict[str, Any]
NATION = {"jaden": "england", "amelia": "england", "elin": "wales"}
BETWEEN = {"jaden": ("sandra", "karen"), "amelia": ("tom", "sandra"), "elin": ("ifan", "mair")}


def _between(world: Everything, child: str, _asker: str) -> Body:
    one, other = (str(demo_id(key)) for key in BETWEEN[child])
    return {"one_id": one, "other_id": other, "reason": "They agreed."}


def _plan(world: Everything, child: str, _asker: str) -> Body:
    people = [str(world.of(child, "child")), str(world.of(child, "person"))]
    part = {
        "id": str(uuid4()), "title": "My review", "how": "in_person",
        "starts_at": "2099-01-05T15:30:00Z", "minutes": 45, "place": "12 Harbour Lane",
        "video_link": None, "agenda": [], "people": people, "told_where": people,
    }  # fmt: skip
    return {"parts": [part]}


def _attempt(world: Everything, child: str, _asker: str) -> Body:
    who = str(demo_id(AROUND[child][-1]))
    return {"person_id": who, "how": "phone", "reached": False, "note": "No answer."}


def _draft(world: Everything, child: str, asker: str) -> Body:
    shared = share_body(asker, "")
    answer = {**shared["answers"][0], "not_people": []}
    question = answer.pop("question")
    del answer["id"]
    content = {name: shared[name] for name in ("form", "form_version", "language")}
    content |= {"helper": {"name": "San", "who": ""}, "answers": {question: answer}}
    return {"content": content | {"other_words": {question: [answer]}}}


def _share(world: Everything, child: str, asker: str) -> Body:
    listed = (str(world.of(child, "person")),) if asker == child else ()
    body = share_body(asker, str(world.of(child, "review")), not_people=listed)
    return body | {"helper": {"name": "Sandra", "who": "carer"} if asker == child else None}


def _release(world: Everything, child: str, _asker: str) -> Body:
    return {
        "lines": [], "words": "We meet on Friday.", "reason": None,
        "person_id": str(world.of(child, "child")), "fingerprint": "0" * 64,
    }  # fmt: skip


def _with(party: int | None) -> Callable[[Everything, str, str], Body]:
    """Up to a message of the conversation with this one of the circle, or of the asker's own."""

    def up_to(world: Everything, child: str, asker: str) -> Body:
        with_ = asker if party is None else AROUND[child][party]
        return {"up_to": str(world.messages.get((child, with_)) or uuid4())}

    return up_to


BODIES: dict[str, Callable[[Everything, str, str], Body]] = {
    "sign_in": lambda *_: {"who": "jaden", "passphrase": PASSPHRASE},
    "sign_in_with_pictures": lambda *_: {"who": "jaden", "pictures": PICTURES},
    "look_at_card": lambda world, *_: {"card": world.cards["jaden"]},
    "use_card": lambda world, *_: {"card": world.cards["jaden"], "passphrase": NEW_WORDS},
    "change_passphrase": lambda *_: {"current": PASSPHRASE, "new": NEW_WORDS},
    "change_language": lambda *_: {"language": "cy"},
    "choose_chair": lambda *_: {"shape": "stool", "colour": "teal", "pattern": "plain"},
    "unlock": lambda *_: {"passphrase": PASSPHRASE},
    "choose_pictures": lambda *_: {"pictures": PICTURES},
    "choose_for_phone": lambda *_: {"leaves_no_trace": True, "not_safe_to_reply": True},
    "choose_notices": lambda *_: {
        "channel": "none", "quiet_from": "21:00", "quiet_until": "07:30",
    },
    "confirm_contact": lambda *_: {"code": "123456"},
    "give_contact": lambda *_: {"kind": "email", "address": "somebody@mail.example"},
    "keep_push": lambda *_: BROWSER,
    "confirm_authenticator": lambda *_: {"code": "123456"},
    "come_back_from_sign_on": lambda *_: {
        "council_id": str(uuid4()), "code": "no code", "state": "no state",
    },
    "add_passkey": lambda *_: NEW_PASSKEY,
    "leave_for_sign_on": lambda *_: {"council_id": str(uuid4())},
    "prove": lambda *_: {"passkey": ANSWER},
    "rename_passkey": lambda *_: {"name": "My phone"},
    "sign_in_with_passkey": lambda *_: ANSWER,
    "take_second_step": lambda *_: {"passkey": ANSWER},
    "add_to_circle": lambda *_: {
        "name": "Gran Cole", "kind": "grandparent", "parental_responsibility": False,
        "language": "en",
    },
    "answer_proposal": lambda *_: {"agrees": True},
    "break_glass": lambda *_: {"reason": REASON, "unsafe_to_tell": False},
    "choose_band": lambda *_: {"band": "12_to_15"},
    "keep_protected_fact": lambda *_: {"kind": "school", "words": "Harbour School"},
    "let_know": lambda *_: {"what": "home"},
    "let_know_no_more": lambda *_: {"what": "home"},
    "note_broken_glass": lambda *_: {"tell_child": False},
    "propose_lowering": _between,
    "bring_review_forward": lambda *_: early_ask(),
    "decide_early_review": lambda *_: {
        "decision": "taken_back", "hold_by": None, "reason": "For the wrong child.",
    },
    "adjourn_review": lambda *_: adjourning(),
    "check_midpoint": lambda *_: checked(),
    "answer_postponement": lambda *_: {"answer": "no", "words": "Please keep the day."},
    "hold_review": lambda *_: held(),
    "postpone_review": lambda *_: postponing(),
    "end_review": lambda *_: {"because": "came_home"},
    "note_attempt": _attempt,
    "plan_review": _plan,
    "save_draft": _draft,
    "save_own_meeting_plan": lambda world, child, _: {
        "plan": a_meeting_plan(world.of(child, "person")),
    },
    "answer_plan_request": lambda *_: {"answer": "no", "reason": "The room is too small."},
    "add_matter": lambda *_: {"words": "We must talk about the dentist."},
    "share_contribution": _share,
    "save_record": lambda world, child, _: {
        "content": a_record(world.of(child, "child"), nation=NATION[child]),
    },
    "add_to_record": lambda *_: {"words": "Her aunt rang."},
    "keep_note": lambda *_: {"words": "Ring the school."},
    "read_conversation": _with(0),
    "let_conversation_rest": _with(0),
    "read_my_conversation": _with(None),
    "write_message": lambda *_: {
        "words": "Can we talk?", "start": "question", "language": "en",
        "tell_social_worker": False, "waited_seconds": 0,
    },
    "answer_release": lambda *_: {"agrees": True, "note": None},
    "bring_message_to_review": lambda *_: {"as": "wish"},
    "mark_message_to_record": lambda *_: {"to_record": True, "wish_id": None},
    "write_as_officer": lambda *_: {
        "words": "Yes.", "language": "en", "waited_seconds": 0, "reason": None,
    },
    "answer_wish": lambda *_: {
        "answer": "not_yet", "why": "We look for a day.", "who_id": None,
        "who_words": "The youth club", "by_on": None,
    },
    "close_wish": lambda *_: {"words": "You have a place."},
    "save_decision": lambda *_: a_decision("Find a bike."),
    "share_outcomes": lambda *_: {"reason": None},
    "note_managers_view": lambda *_: {
        "view": "disagreed", "words": "No money.", "who_words": "Pat",
    },
    "report_progress": lambda *_: {"kind": "note", "words": "I rang them."},
    "reply_to_answer": lambda *_: {"reply": "not_agreed", "words": "It is not far."},
    "confirm_participation": lambda *_: {"code": "PN4", "reason": "He came."},
    "end_meeting": lambda *_: {"adjourned": False},
    "join_meeting": lambda world, *_: {"code": world.code, "called": "Uncle Bob"},
    "say_how_it_was": lambda *_: HOW_IT_WAS,
    "say_in_joined_meeting": lambda *_: one_event(),
    "say_in_meeting": lambda *_: one_event(),
    "preview_release": lambda *_: {
        "lines": [], "words": "We meet on Friday.",
    },
    "release": _release,
    "preview_distribution": lambda *_: {"keys": [], "words": "We meet on Friday."},
    "distribute": lambda world, child, _asker: {
        "keys": [], "words": "We meet on Friday.", "reason": None,
        "person_id": str(world.of(child, "child")), "fingerprint": "0" * 64,
    },
    "acknowledge_bundle": lambda *_: {"sha256": "0" * 64},
    "save_letter": lambda *_: {
        "language": "en", "paragraphs": [{"key": "hello", "words": "Dear Jaden,"}],
    },
    "give_letter": lambda *_: {"reason": None},
    "say_of_letter": lambda *_: {"paragraph": None, "words": "I did not say that."},
    "ask_officer": lambda *_: {"kind": "visit", "words": "Please come."},
    "answer_request": lambda *_: {"answer": "yes", "reason": None, "on": None},
    "say_unsafe": lambda *_: {"words": "Please ring.", "waited_seconds": 0},
    "close_unsafe": lambda *_: {"what_was_done": "We went there."},
    "hand_over": lambda _world, child, _asker: a_hand_over(child),
    "keep_visit": lambda *_: a_visit(),
    "raise_dispute": lambda *_: a_dispute(uuid4()),
    "keep_beside_dispute": lambda *_: beside_a_dispute(),
    "begin_stage": lambda *_: the_next_stage(),
    "answer_stage": lambda *_: an_answer_to_a_dispute(),
    "resolve_dispute": lambda *_: {
        "resolved_on": today(now()).isoformat(), "outcome": "They agreed.",
        "words_to_child": "They said yes.",
    },
    "note_good_practice": lambda *_: good_practice(),
    "go_away": lambda _world, _child, asker: an_absence(asker, in_days=60),
    "end_absence": lambda _world, _child, asker: {"on": an_absence(asker)["until_on"]},
    "keep_practice": lambda _world, _child, asker: {
        "works_on": [0, 1, 3], "usual_cover_id": an_absence(asker)["cover_id"],
    },
}  # fmt: skip


def _read_back(asker: str) -> Body:
    """Officers read back what was decided; it is for the child to answer, and others may not."""
    if JOBS.get(asker) is Job.REVIEWING_OFFICER:
        return one_event(kind="read_back", on=0, of="decision", words="A bike.")
    return one_event(kind="read_back_reply", on=0, reply="right")


# What is true of one slot only, as what the body says decides whether an id belongs there.
IN_PLACE: dict[tuple[str, str], Callable[[str], Body]] = {
    ("say_in_meeting", "events[].person"): lambda _: one_event(kind="came", on=0),
    ("say_in_meeting", "events[].read_back"): _read_back,
    ("say_in_joined_meeting", "events[].person"): lambda _: one_event(kind="left", on=0),
    ("say_in_joined_meeting", "events[].read_back"): _read_back,
}
# What goes with it: the revision that is there.
IF_MATCH = {
    "check_midpoint": "/api/children/{child_id}/midpoint",
    "plan_review": "/api/reviews/{review_id}",
    "save_draft": "/api/my/drafts/{review_id}",
    "save_letter": "/api/reviews/{review_id}/letter",
    "save_own_meeting_plan": "/api/my/reviews/{review_id}/meeting-plan",
    "save_record": "/api/reviews/{review_id}/record",
    "sign_record": "/api/reviews/{review_id}/record",
}
NEW = {"give_letter", "keep_visit", "save_decision"}  # of which there is no revision yet
AS_IT_IS = {"keep_beside_dispute": '"2"'}  # the revision that everything left it at
