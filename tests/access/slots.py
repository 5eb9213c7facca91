"""Every slot of every request that takes an id: what fits there, and what a stranger's id answers.

By hand, and read against the OpenAPI document: a slot that is not here fails the test.  A place is
written as in `parts[].people[]`, `answers{}.not_people[]`, `?review_id`; a bare name may be in the
path.

What stands behind the kind is the answer for an id that nobody was ever given, and so, byte for
byte, for one that the asker may not know: 404 where nothing is said.  `made`: the device makes this
id, so a new one is taken in, and one that is somebody else's already gets the refusal named here.
`kept`: the list is kept as it came, whatever it says; who is meant is asked when it is shared.
"""

from typing import Any, NamedTuple


class Slot(NamedTuple):
    """What an id in this slot names, and what becomes of one that is nobody's."""

    kind: str
    answers: int = 404
    is_made: bool = False  # by the device
    is_chosen: bool = False  # it says which child all else is about


CHILD = Slot("child", is_chosen=True)
REVIEW = Slot("review", is_chosen=True)
PERSON = Slot("person")
OF_CHILD = {"child_id": CHILD}
WITH_OFFICERS = {"child_id": Slot("conversation", is_chosen=True)}  # one's own
OF_PERSON = {"child_id": CHILD, "person_id": PERSON}
OF_REVIEW = {"review_id": REVIEW}
OF_PART = {"review_id": REVIEW, "part_id": Slot("part")}
OF_DISPUTE = {"child_id": CHILD, "dispute_id": Slot("dispute")}
OF_STAGE = OF_DISPUTE | {"stage_id": Slot("stage")}
OF_LETTER = {"review_id": Slot("letter", is_chosen=True)}  # after which the child was given one
TO_PERSON = {"review_id": REVIEW, "person_id": PERSON}
SIGNED = {"review_id": Slot("signed_review", is_chosen=True)}
CREDENTIAL = Slot("credential", 403)

SLOTS: dict[str, dict[str, Slot]] = {
    # people
    "add_passkey": {"id": CREDENTIAL},
    "close_device": {"device_id": Slot("device", is_chosen=True)},
    "come_back_from_sign_on": {"council_id": Slot("council", 403)},
    "leave_for_sign_on": {"council_id": Slot("council")},
    "let_staff_in": {"staff_id": Slot("staff"), "card_id": Slot("card", 409, is_made=True)},
    "prove": {"passkey.id": CREDENTIAL},
    "remove_passkey": {"passkey_id": Slot("passkey", is_chosen=True)},
    "rename_passkey": {"passkey_id": Slot("passkey", is_chosen=True)},
    "sign_in_with_passkey": {"id": CREDENTIAL},
    "take_second_step": {"passkey.id": CREDENTIAL},
    # children
    "add_to_circle": {"child_id": CHILD, "person_id": Slot("person", 409, is_made=True)},
    "answer_proposal": {"proposal_id": Slot("proposal", is_chosen=True)},
    "break_glass": {"child_id": CHILD, "glass_id": Slot("glass", is_made=True)},
    "choose_band": OF_CHILD,
    "close_lost_phone": OF_CHILD,
    "end_in_circle": OF_PERSON,
    "get_broken_glass": OF_CHILD,
    "get_circle": OF_CHILD,
    "get_protected_facts": OF_CHILD,
    "invite": {
        "person_id": Slot("invited", is_chosen=True),
        "card_id": Slot("card", 409, is_made=True),
    },
    "keep_protected_fact": OF_CHILD,
    "let_know": OF_PERSON,
    "let_know_no_more": OF_PERSON,
    "note_broken_glass": {"child_id": CHILD, "glass_id": Slot("glass")},
    "propose_lowering": {
        "child_id": CHILD,
        "proposal_id": Slot("proposal", is_made=True),
        "one_id": PERSON,
        "other_id": PERSON,
    },
    "raise_wall": {"child_id": CHILD, "one_id": PERSON, "other_id": PERSON},
    "withdraw_proposal": {"proposal_id": Slot("proposal", is_chosen=True)},
    # reviews
    "adjourn_review": OF_REVIEW,
    "answer_postponement": {"postponement_id": Slot("postponement", is_chosen=True)},
    "begin_review": OF_REVIEW,
    "bring_review_forward": {
        "child_id": CHILD,
        "early_review_id": Slot("early_review", 409, is_made=True),
        "asked_by_id": Slot("person", 422),
    },
    "decide_early_review": {"child_id": CHILD, "early_review_id": Slot("early_review")},
    "end_review": OF_REVIEW,
    "get_clock": OF_REVIEW,
    "get_early_reviews": OF_CHILD,
    "get_own_calendar": {"review_id": REVIEW, "part_id": Slot("part")},
    "get_review": OF_REVIEW,
    "hold_review": OF_REVIEW,
    "note_attempt": {
        "review_id": REVIEW,
        "attempt_id": Slot("attempt", 409, is_made=True),
        "person_id": Slot("person", 422),
    },
    "plan_review": {
        "review_id": REVIEW,
        "parts[].id": Slot("part", 200, is_made=True),
        "parts[].people[]": Slot("person", 422),
        "parts[].told_where[]": Slot("person", 422),
    },
    "postpone_review": {
        "review_id": REVIEW,
        "postponement_id": Slot("postponement", is_made=True),
    },
    "tell_care_plan": OF_REVIEW,
    # meeting
    "add_matter": {"review_id": REVIEW, "added_id": Slot("added", 409, is_made=True)},
    "answer_plan_request": {"review_id": REVIEW, "request_key": Slot("plan_request")},
    "get_meeting_plan": OF_REVIEW,
    "get_own_meeting_plan": OF_REVIEW,
    "save_own_meeting_plan": {
        "review_id": REVIEW,
        "plan.agenda[].id": Slot("item", 200, is_made=True),
        "plan.agenda[].not_while[]": Slot("around", 422),
        "plan.ask_for[].id": Slot("ask_for", 200, is_made=True),
        "plan.beside_me[]": Slot("around", 422),
        "plan.people[].items[]": Slot("item", 422),
        "plan.people[].person_id": Slot("around", 422),
        "plan.seats[]": Slot("around", 422),
        "plan.supporter.person_id": Slot("around", 422),
    },
    "see_added_matter": {"review_id": REVIEW, "added_id": Slot("added")},
    "take_matter_back": {"review_id": REVIEW, "added_id": Slot("added")},
    "ask_guest_to_leave": OF_PART | {"guest_id": Slot("guest")},
    "end_meeting": OF_PART,
    "get_how_it_was": OF_REVIEW,
    "get_meeting": OF_PART,
    "get_meeting_facts": OF_REVIEW,
    "make_new_code": OF_PART,
    "open_meeting": OF_PART,
    "say_how_it_was": OF_REVIEW,
    "say_in_joined_meeting": {
        "events[].id": Slot("live_event", 409, is_made=True),
        "events[].person": Slot("seated", 422),
        "events[].read_back": Slot("read_back", 403),
    },
    "say_in_meeting": OF_PART
    | {
        "events[].id": Slot("live_event", 409, is_made=True),
        "events[].person": Slot("seated", 422),
        "events[].read_back": Slot("read_back", 200),
    },
    "watch_meeting": OF_PART,
    # contributions
    "discard_draft": OF_REVIEW,
    "get_draft": OF_REVIEW,
    "get_own_contributions": {"?review_id": Slot("review", 200, is_chosen=True)},
    "save_draft": {
        "review_id": REVIEW,
        "content.answers{}.not_people[]": Slot("person", 200),
        "content.other_words{}[].not_people[]": Slot("person", 200),
    },
    "share_contribution": {
        "contribution_id": Slot("contribution", is_made=True),
        "review_id": REVIEW,
        "replaces": Slot("contribution", 422),
        "answers[].id": Slot("answer", 409, is_made=True),
        "answers[].not_people[]": Slot("person", 422),
    },
    "withdraw_contribution": {"contribution_id": Slot("contribution", is_chosen=True)},
    # messages
    "get_conversations": OF_CHILD,
    "get_conversation": OF_PERSON | {"?before": Slot("message")},
    "get_my_conversation": WITH_OFFICERS | {"?before": Slot("message")},
    "keep_note": OF_PERSON | {"note_id": Slot("note", is_made=True)},
    "read_conversation": OF_PERSON | {"up_to": Slot("message")},
    "let_conversation_rest": OF_PERSON | {"up_to": Slot("message")},
    "read_my_conversation": WITH_OFFICERS | {"up_to": Slot("message")},
    "write_message": WITH_OFFICERS | {"message_id": Slot("message", is_made=True)},
    # record
    "add_to_record": SIGNED | {"addendum_id": Slot("addendum", 200, is_made=True)},
    "answer_release": {"review_id": REVIEW, "release_id": Slot("release")},
    "get_between_reviews": OF_CHILD,
    "bring_message_to_review": {"message_id": Slot("own_message", is_chosen=True)},
    "check_midpoint": OF_CHILD,
    "confirm_participation": OF_REVIEW,
    "get_letter": OF_REVIEW,
    "get_may_pass": TO_PERSON,
    "distribute": {
        **SIGNED,
        "distribution_id": Slot("release", 409, is_made=True),
        "person_id": PERSON,
    },
    "get_distribution": OF_REVIEW,
    "get_shared_with_me_pdf": OF_REVIEW,
    "preview_distribution": {**SIGNED, "person_id": Slot("recipient")},
    "acknowledge_bundle": OF_REVIEW,
    "get_bundle": OF_REVIEW,
    "get_own_certificate": OF_LETTER,
    "get_own_letter": OF_LETTER,
    "get_record_docx": OF_REVIEW,
    "get_record_json": OF_REVIEW,
    "get_record_pdf": OF_REVIEW,
    "get_record_text": OF_REVIEW,
    "get_own_letter_pdf": OF_LETTER,
    "give_letter": OF_REVIEW,
    "save_letter": OF_REVIEW,
    "say_of_letter": OF_LETTER | {"remark_id": Slot("remark", 200, is_made=True)},
    "see_letter_remarks": OF_REVIEW,
    "get_midpoint": OF_CHILD,
    "get_recipients": OF_REVIEW,
    "get_record": OF_REVIEW,
    "get_record_version": {"review_id": REVIEW, "revision": Slot("revision")},
    "get_record_versions": OF_REVIEW,
    "get_shared_with_me": OF_REVIEW,
    "get_summary": OF_REVIEW,
    "get_summary_for_a_reason": OF_REVIEW,
    "get_taking_part": OF_REVIEW,
    "mark_message_to_record": {
        "message_id": Slot("message", is_chosen=True),
        "wish_id": Slot("wish", 422),
        "decision_id": Slot("decision", 422),
    },
    "get_outcomes": OF_REVIEW,
    "share_outcomes": OF_REVIEW,
    "answer_wish": {
        "review_id": REVIEW,
        "wish_id": Slot("wish"),
        "answer_id": Slot("wish_answer", is_made=True),
        "who_id": Slot("around", 422),
    },
    "close_wish": {"wish_id": Slot("answered_wish", is_chosen=True)},
    "see_wish_reply": {"reply_id": Slot("wish_reply", is_chosen=True)},
    "save_decision": {
        "review_id": REVIEW,
        "decision_id": Slot("decision", is_made=True),
        "who_id": Slot("around", 422),
        "wish_id": Slot("wish", 422),
    },
    "drop_decision": {"review_id": REVIEW, "decision_id": Slot("unshared_decision")},
    "note_managers_view": {"decision_id": Slot("decision", is_chosen=True)},
    "report_progress": {
        "decision_id": Slot("told_decision", is_chosen=True),
        "progress_id": Slot("progress", is_made=True),
    },
    "reply_to_answer": {
        "answer_id": Slot("told_answer", is_chosen=True),
        "reply_id": Slot("wish_reply", is_made=True),
    },
    "preview_release": TO_PERSON | {"lines[].answer_id": Slot("answer", 409)},
    "release": {
        "review_id": REVIEW,
        "release_id": Slot("release", 409, is_made=True),
        "person_id": PERSON,
        "lines[].answer_id": Slot("answer", 409),
    },
    "save_record": {
        "review_id": REVIEW,
        "content.attendance[].person_id": PERSON._replace(answers=422),
        "content.attendance[].part_id": Slot("part", 422),
    },
    "sign_record": SIGNED,
    "raise_dispute": {
        "child_id": CHILD,
        "dispute_id": Slot("dispute", is_made=True),
        "subject_id": Slot("wish", 422),
        "first_stage.id": Slot("stage", is_made=True),
    },
    "answer_stage": OF_STAGE,
    "begin_stage": OF_DISPUTE | {"stage_id": Slot("stage", is_made=True)},
    "get_disputes": OF_CHILD,
    "keep_beside_dispute": OF_DISPUTE,
    "note_good_practice": {"child_id": CHILD, "practice_id": Slot("practice", is_made=True)},
    "resolve_dispute": OF_DISPUTE,
    "take_message_back": {"message_id": Slot("own_message", is_chosen=True)},
    "take_release_back": {"review_id": REVIEW, "release_id": Slot("release")},
    "write_as_officer": OF_PERSON | {"message_id": Slot("message", is_made=True)},
    "view_release": {"review_id": REVIEW, "release_id": Slot("release")},
    # messages
    "acknowledge_unsafe": {"report_id": Slot("unsafe", is_chosen=True)},
    "answer_request": {"request_id": Slot("request", is_chosen=True)},
    "ask_officer": {"request_id": Slot("request", is_made=True)},
    "close_unsafe": {"report_id": Slot("unsafe", is_chosen=True)},
    "end_absence": {"absence_id": Slot("absence", is_chosen=True)},
    "get_visits": OF_CHILD,
    "go_away": {
        "absence_id": Slot("absence", is_made=True),
        "cover_id": Slot("officer", 422),
    },
    "hand_over": {
        "child_id": CHILD,
        "hand_over_id": Slot("hand_over", is_made=True),
        "to_id": Slot("officer", 422),
    },
    "keep_practice": {"usual_cover_id": Slot("officer", 422)},
    "keep_visit": {
        "child_id": CHILD,
        "visit_id": Slot("visit", is_made=True),
        "review_id": Slot("review", 422),
        "request_id": Slot("request", 422),
    },
    "say_unsafe": {"report_id": Slot("unsafe", is_made=True)},
    "take_request_back": {"request_id": Slot("request", is_chosen=True)},
    # service
    "get_child": OF_CHILD,
    "look_as": OF_PERSON,
}


def slots_of(document: dict[str, Any]) -> dict[str, set[str]]:
    """Every slot of the described API that takes an id, by the operation's name."""
    found: dict[str, set[str]] = {}
    for operations in document["paths"].values():
        in_path = [
            each["name"]
            for each in operations.get("parameters", ())
            if each["schema"].get("type") != "integer"  # a year is nobody's
        ]
        for method, operation in operations.items():
            if method == "parameters":
                continue
            places = set(in_path)
            for each in operation.get("parameters", ()):
                if "schema" in each and _is_id(each["name"], each["schema"]):
                    places.add(f"?{each['name']}")
            body = operation.get("requestBody", {}).get("content", {}).get("application/json")
            if body:
                places |= set(_in_schema(document, body["schema"], ""))
            if places:
                found[operation["operationId"]] = places
    return found


def _is_id(name: str, schema: dict[str, Any]) -> bool:
    return schema.get("format") == "uuid" or name == "id" or name.endswith("_id")


def _in_schema(document: dict[str, Any], schema: dict[str, Any], place: str) -> list[str]:
    """The places of ids in a schema, whatever they stand in."""
    if "$ref" in schema:
        named = schema["$ref"].rsplit("/", 1)[-1]
        return _in_schema(document, document["components"]["schemas"][named], place)
    found = []
    for each in schema.get("anyOf", schema.get("allOf", ())):
        found += _in_schema(document, each, place)
    for name, inner in schema.get("properties", {}).items():
        found += _in_schema(document, inner, f"{place}.{name}".lstrip("."))
    if "items" in schema:
        found += _in_schema(document, schema["items"], f"{place}[]")
    if isinstance(schema.get("additionalProperties"), dict):
        found += _in_schema(document, schema["additionalProperties"], f"{place}{{}}")
    if place and _is_id(place.rsplit(".", 1)[-1], schema):
        found.append(place)
    return found
