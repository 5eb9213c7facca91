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
from cadair.people.actions.signing_in import (
    SignedIn,
    change_passphrase,
    keep_seen,
    set_passphrase,
    sign_in,
    sign_out,
)

__all__ = [
    "IssuedCard",
    "SignedIn",
    "add_council",
    "add_people",
    "add_person",
    "change_language",
    "change_passphrase",
    "choose_chair",
    "issue_card",
    "keep_seen",
    "look_at_card",
    "person_row",
    "set_passphrase",
    "sign_in",
    "sign_out",
    "use_card",
]
