"""What is done to people: added, invited by card, signed in, changed by themselves."""

from cadair.people.actions.cards import IssuedCard, issue_card, look_at_card, use_card
from cadair.people.actions.changing import (
    add_council,
    add_people,
    add_person,
    change_language,
    choose_chair,
    person_row,
)
from cadair.people.actions.proving import prove
from cadair.people.actions.sessions import SignedIn, keep_seen, sign_out
from cadair.people.actions.signing_in import change_passphrase, set_passphrase, sign_in
from cadair.people.actions.telling import Told, put_right
from cadair.people.actions.tries import forget_old_tries

__all__ = [
    "IssuedCard",
    "SignedIn",
    "Told",
    "add_council",
    "add_people",
    "add_person",
    "change_language",
    "change_passphrase",
    "choose_chair",
    "forget_old_tries",
    "issue_card",
    "keep_seen",
    "look_at_card",
    "person_row",
    "prove",
    "put_right",
    "set_passphrase",
    "sign_in",
    "sign_out",
    "use_card",
]
