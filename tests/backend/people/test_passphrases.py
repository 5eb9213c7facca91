"""Which passphrases are refused, and how exactly one is compared."""

import pytest

from cadair.access.actor import Job
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.foundation.errors import BadInput
from cadair.people import actions as people
from cadair.people.rules import check_passphrase
from tests.backend.people.test_abuse import add
from tests.backend.people.test_second_step import EMAIL, priya
from tests.conftest import browser

__all__ = ["priya"]

TOLD = ["Priya Nair", "brave-otter-42", "priya.nair@northmoor.example", "Northmoor Council"]


@pytest.mark.parametrize(
    "easy",
    [
        "Northmoor2026!",
        "northmoor-council",
        "Priya.Nair.1984",
        "brave otter 42",
        "password1234!",
        "Liverpool2025",
    ],
)
def test_what_others_know_or_try_first_is_no_secret(easy):
    for job in (Job.REVIEWING_OFFICER, Job.CHILD):
        with pytest.raises(BadInput):
            check_passphrase(easy, job=job, told=TOLD)


@pytest.mark.parametrize(
    "easy",
    [
        "qwertyuiop123", "1q2w3e4r5t6y", "1qaz2wsx3edc", "123456789012", "abcabcabcabc",
        "passwordpassword", "P@ssw0rdP@ssw0rd", "iloveyouforever", "Summer.Sunshine.2024",
        "ManchesterUnited1", "qwerty-qwerty-1999", "LetMeInPlease!!", "zzzzzzzzzzzz",
        "password987654321", "MichaelJordan23", "ihatemondays1", "zaq12wsxcde3",
    ],
)  # fmt: skip
def test_staffs_may_not_be_made_of_what_is_tried_first_alone(easy):
    with pytest.raises(BadInput):
        check_passphrase(easy, job=Job.SERVICE_MANAGER, told=TOLD)


@pytest.mark.parametrize(
    ("good", "job"),
    [
        ("violet kettle galaxy", Job.CHILD),
        ("my brave purple kettle", Job.CHILD),
        ("violet kettle galaxy", Job.REVIEWING_OFFICER),
        ("northmoor has wet kettles", Job.REVIEWING_OFFICER),
        ("hvJ2-qmTz-71xw", Job.REVIEWING_OFFICER),
        ("tiger kettle summer 2024", Job.REVIEWING_OFFICER),
        ("purple dragon rainbow", Job.CHILD),
    ],
)
def test_what_nobody_would_try_is_taken(good, job):
    check_passphrase(good, job=job, told=TOLD)


def test_the_words_of_the_councils_name_are_among_them(app):
    council_id, person_id = add(app, "Northmoor Council", "Sam Reed", "brave-otter-42")
    with app.app_context():
        scope_to(db.session, council_id)
        with pytest.raises(BadInput):
            people.set_passphrase(
                db.session, person_id=person_id, passphrase="northmoor council 2026", now=now()
            )


@pytest.mark.parametrize(
    "said", ["Violet kettle galaxy", " violet kettle galaxy", "violet  kettle galaxy"]
)
def test_the_password_of_staff_is_compared_exactly_as_it_is_typed(app, priya, said):
    def signs_in(passphrase: str) -> int:
        told = {"who": EMAIL, "passphrase": passphrase}
        return browser(app).post("/api/sign-in", json=told).status_code

    assert signs_in(said) == 401
    assert signs_in("violet kettle galaxy") == 202
