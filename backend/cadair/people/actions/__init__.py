"""What is done to people: added, invited by card, signed in, changed by themselves."""

from cadair.people.actions.cards import IssuedCard, issue_card, look_at_card, use_card
from cadair.people.actions.changing import (
    add_council,
    add_people,
    add_person,
    change_language,
    change_settings,
    choose_chair,
    person_row,
)
from cadair.people.actions.devices import close_device, close_every_device
from cadair.people.actions.locking import lock, page_secret, unlock
from cadair.people.actions.phone_choices import choose_for_phone
from cadair.people.actions.picture_codes import choose_pictures, sign_in_with_pictures
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
    "change_settings",
    "choose_chair",
    "choose_for_phone",
    "choose_pictures",
    "close_device",
    "close_every_device",
    "forget_old_tries",
    "issue_card",
    "keep_seen",
    "lock",
    "look_at_card",
    "page_secret",
    "person_row",
    "prove",
    "put_right",
    "set_passphrase",
    "sign_in",
    "sign_in_with_pictures",
    "sign_out",
    "unlock",
    "use_card",
]
