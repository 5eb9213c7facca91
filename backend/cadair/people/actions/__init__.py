"""What is done to people: added, invited by card, signed in, changed by themselves."""

from cadair.people.actions.authenticator import (
    add_authenticator,
    begin_authenticator,
    confirm_authenticator,
    remove_authenticator,
)
from cadair.people.actions.cards import IssuedCard, issue_card, look_at_card, use_card
from cadair.people.actions.challenges import forget_old_challenges
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
from cadair.people.actions.factors import new_recovery_codes
from cadair.people.actions.locking import lock, page_secret, unlock
from cadair.people.actions.passkeys import (
    add_passkey,
    ask_any_passkey,
    ask_new_passkey,
    ask_own_passkey,
    remove_passkey,
    rename_passkey,
    sign_in_with_passkey,
)
from cadair.people.actions.phone_choices import choose_for_phone
from cadair.people.actions.picture_codes import choose_pictures, sign_in_with_pictures
from cadair.people.actions.proving import prove
from cadair.people.actions.refused import tell_of_wrong_tries
from cadair.people.actions.second_step import read_notices, take_second_step
from cadair.people.actions.sessions import (
    SignedIn,
    keep_seen,
    rest_again,
    sign_out,
    stay_awake,
)
from cadair.people.actions.sign_on import (
    come_back_from_sign_on,
    forget_old_sign_ons,
    leave_for_sign_on,
    set_sign_on,
)
from cadair.people.actions.signing_in import change_passphrase, set_passphrase, sign_in
from cadair.people.actions.staff import let_staff_in
from cadair.people.actions.telling import Told, put_right
from cadair.people.actions.tries import check_tries, count_wrong_try, forget_old_tries

__all__ = [
    "IssuedCard",
    "SignedIn",
    "Told",
    "add_authenticator",
    "add_council",
    "add_passkey",
    "add_people",
    "add_person",
    "ask_any_passkey",
    "ask_new_passkey",
    "ask_own_passkey",
    "begin_authenticator",
    "change_language",
    "change_passphrase",
    "change_settings",
    "check_tries",
    "choose_chair",
    "choose_for_phone",
    "choose_pictures",
    "close_device",
    "close_every_device",
    "come_back_from_sign_on",
    "confirm_authenticator",
    "count_wrong_try",
    "forget_old_challenges",
    "forget_old_sign_ons",
    "forget_old_tries",
    "issue_card",
    "keep_seen",
    "leave_for_sign_on",
    "let_staff_in",
    "lock",
    "look_at_card",
    "new_recovery_codes",
    "page_secret",
    "person_row",
    "prove",
    "put_right",
    "read_notices",
    "remove_authenticator",
    "remove_passkey",
    "rename_passkey",
    "rest_again",
    "set_passphrase",
    "set_sign_on",
    "sign_in",
    "sign_in_with_passkey",
    "sign_in_with_pictures",
    "sign_out",
    "stay_awake",
    "take_second_step",
    "tell_of_wrong_tries",
    "unlock",
    "use_card",
]
