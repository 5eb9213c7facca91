"""A council's key: another one while Cadair serves, printed shares, and back again from them."""

import re
import shutil
from datetime import date
from uuid import uuid4

import pytest
from click.testing import CliRunner
from sqlalchemy import select

from cadair.access.actor import the_service
from cadair.audit.models import AuditEvent
from cadair.children import actions as children
from cadair.children import queries as child_queries
from cadair.children.models import ChildKey
from cadair.children.queries.keys import unwrap
from cadair.children.rules.episodes import ChildRecord, EpisodeFacts
from cadair.commands import keys, rotating
from cadair.commands.main import cli
from cadair.commands.resealing import SEALED, named, reseal, rows_of
from cadair.foundation import council_keys
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.foundation.keyring import KeyMissing
from cadair.foundation.sealing import (
    CHACHA20_POLY1305,
    SealBroken,
    seal,
    unseal,
    unseal_bytes,
)
from cadair.people import actions as people
from cadair.people.models import Nation
from tests.world.two_councils import JADEN, NORTHMOOR, build_two_councils, signed_in

CHILDREN = 12


@pytest.fixture
def council(app, session):
    """A council with twelve children."""
    council_id = people.add_council(
        session, keyring=app.extensions["cadair.keyring"], name="Northmoor", nation=Nation.WALES
    )
    add_children(session, council_id, CHILDREN)
    session.commit()
    return council_id


def add_children(session, council_id, count):
    episode = EpisodeFacts(
        began_on=date(2025, 1, 1), reason_began="S", legal_status="C2", place="U1"
    )
    children.bring_in(
        session,
        actor=the_service(council_id),
        records=[
            ChildRecord(
                case_number=f"N{uuid4()}", born_on=date(2014, 1, 1), sex="1", episodes=(episode,)
            )
            for _ in range(count)
        ],
        now=now(),
    )


def opened(session, council_id):
    """Every child's key, unwrapped afresh."""
    session.expunge_all()
    session.info.clear()
    scope_to(session, council_id)
    ids = session.scalars(select(ChildKey.child_id)).all()
    return child_queries.sealing_keys(session, child_ids=ids)


def test_a_rotation_wraps_every_key_anew_and_destroys_the_old_one(app, session, council):
    before = opened(session, council)
    own = council_keys.own_key(session)
    old = app.extensions["cadair.keyring"].key(council, 1)
    done = rotating.rotate(session, council_id=council, now=now(), at_most=5)
    assert (done.number, done.rewrapped, done.retired) == (2, CHILDREN, [1])
    assert opened(session, council) == before
    assert council_keys.own_key(session) == own
    with pytest.raises(KeyMissing):
        app.extensions["cadair.keyring"].key(council, 1)
    for child_id, wrapped in session.execute(select(ChildKey.child_id, ChildKey.wrapped)):
        with pytest.raises(SealBroken):
            unwrap(old, council, child_id, wrapped)
    events = session.scalars(select(AuditEvent.event).where(AuditEvent.event.like("keys.%"))).all()
    assert sorted(events) == ["keys.rotated", "keys.rotation_begun"]


@pytest.fixture(autouse=True)
def _nobody_is_in_flight(monkeypatch):
    monkeypatch.setattr(rotating, "IN_FLIGHT", 0)


def test_both_keys_are_readable_while_it_lasts_and_new_children_get_the_new_one(
    app, session, council
):
    before = opened(session, council)
    assert council_keys.begin_rotation(session) == 2
    assert children.rewrap_keys(session, at_most=5) == 5
    add_children(session, council, 1)
    session.commit()
    numbers = session.scalars(select(ChildKey.wrapped_by)).all()
    assert sorted(numbers) == [1] * 7 + [2] * 6
    assert opened(session, council).items() >= before.items()
    done = rotating.rotate(session, council_id=council, now=now())
    assert done.went_on
    assert (done.number, done.rewrapped) == (2, 7)


def test_what_an_old_backup_brings_back_does_not_open_with_the_new_key(app, session, council):
    row = session.scalars(select(ChildKey)).first()
    child_id, wrapped = row.child_id, row.wrapped
    rotating.rotate(session, council_id=council, now=now())
    row = session.get(ChildKey, child_id, populate_existing=True)
    for number, refused in ((1, KeyMissing), (2, SealBroken)):
        row.wrapped, row.wrapped_by = wrapped, number
        session.flush()
        session.info.pop("child keys", None)
        with pytest.raises(refused):
            child_queries.sealing_key(session, child_id=child_id)


@pytest.fixture
def terminal(app, monkeypatch):
    monkeypatch.setattr(keys, "application", lambda: app)
    return lambda *words, typed="": CliRunner().invoke(cli, ("keys", *words), input=typed)


def printed_shares(output):
    """The three shares as they stand on the sheets."""
    return [
        "".join(re.findall(r"^   [0-9A-Z ]+$", sheet, re.MULTILINE))
        for sheet in output.split("\f")[:3]
    ]


def test_a_lost_key_comes_back_from_any_two_printed_shares(app, terminal):
    with app.app_context():
        council_id = people.add_council(
            db.session,
            keyring=app.extensions["cadair.keyring"],
            name="Northmoor",
            nation=Nation.WALES,
        )
        add_children(db.session, council_id, 2)
        db.session.commit()
        before = opened(db.session, council_id)
    shares = printed_shares(terminal("escrow", "--council", "Northmoor").output)
    assert len(set(shares)) == 3
    for pair in ((0, 1), (2, 0), (1, 2)):
        shutil.rmtree(app.extensions["cadair.settings"].keys_folder)
        with app.app_context(), pytest.raises(KeyMissing):
            opened(db.session, council_id)
        said = terminal(
            "restore", "--council", "Northmoor", typed="".join(f"{shares[x]}\n" for x in pair)
        )
        assert "is back" in said.output
        with app.app_context():
            assert opened(db.session, council_id) == before


def test_shares_of_an_older_key_are_refused_and_nothing_is_written(app, terminal):
    with app.app_context():
        council_id = people.add_council(
            db.session,
            keyring=app.extensions["cadair.keyring"],
            name="Northmoor",
            nation=Nation.WALES,
        )
        db.session.commit()
    shares = printed_shares(terminal("escrow", "--council", "Northmoor").output)
    assert "Print new shares now" in terminal("rotate", "--council", "Northmoor").output
    refused = terminal("restore", "--council", "Northmoor", typed=f"{shares[0]}\n{shares[1]}\n")
    assert refused.exit_code != 0
    assert "opens nothing" in refused.output
    assert not app.extensions["cadair.keyring"].has(council_id, 1)
    mistyped = terminal("restore", "--council", "Northmoor", typed=f"{shares[0][:-4]}\n")
    assert "compare it with the paper" in mistyped.output


@pytest.fixture(scope="module")
def inhabited(empty_app):
    """The demo's councils, everything of theirs sealed; Jaden has a draft too."""
    build_two_councils(empty_app)
    jaden = signed_in(empty_app, "jaden")
    review_id = jaden.get("/api/my/reviews").json["reviews"][0]["id"]
    revision = jaden.get(f"/api/my/drafts/{review_id}").json["revision"]
    content = {
        "form": "child_12_to_15", "form_version": 1, "language": "en", "helper": None,
        "answers": {"good_news.words": {"words": "Hi.", "audience": "only_my_iro"}},
    }  # fmt: skip
    kept = jaden.put(
        f"/api/my/drafts/{review_id}",
        json={"content": content},
        headers={"If-Match": f'"{revision}"'},
    )
    assert kept.status_code == 200, kept.text
    return empty_app


def test_everything_sealed_moves_to_another_algorithm_and_says_the_same(inhabited):
    with inhabited.app_context():
        scope_to(db.session, NORTHMOOR)
        before = {sealed.name: all_of(sealed) for sealed in SEALED}
        done = dict(reseal(db.session, algorithm=CHACHA20_POLY1305, at_most=7))
        assert done == {name: len(values) for name, values in before.items()}
        assert done["contribution_answer.value"] > 20
        assert {sealed.name: all_of(sealed, CHACHA20_POLY1305) for sealed in SEALED} == before
        assert set(dict(reseal(db.session, algorithm=CHACHA20_POLY1305)).values()) == {0}
    assert signed_in(inhabited, "jaden").get("/api/my/contributions").status_code == 200
    with inhabited.app_context():
        scope_to(db.session, NORTHMOOR)
        assert dict(reseal(db.session)) == done


def all_of(sealed, algorithm=None):
    """What a sealed column says, by the row it stands in."""
    _, column = named(sealed)
    said = {}
    for row, key in rows_of(db.session, sealed, column.is_not(None), at_most=10_000):
        if algorithm is not None:
            assert row[column.key][:1] == algorithm
        place = sealed.place(row)
        said[place] = unseal_bytes(key, row[column.key], place)
    return said


@pytest.mark.parametrize("sealed", SEALED, ids=lambda sealed: sealed.name)
def test_a_value_opens_in_its_own_row_column_child_and_council_alone(inhabited, sealed):
    with inhabited.app_context():
        scope_to(db.session, NORTHMOOR)
        _, column = named(sealed)
        places, keys_of = [], {}
        for other in SEALED:
            for row, key in rows_of(db.session, other, named(other)[1].is_not(None), at_most=40):
                places.append((other.place(row), key))
                keys_of[other.place(row)] = key
        mine = rows_of(db.session, sealed, column.is_not(None), at_most=10)
        for row, key in mine:
            place = sealed.place(row)
            value = row[column.key]
            assert unseal(key, value, place) is not None
            for other_place, other_key in places:
                if other_place != place:
                    with pytest.raises(SealBroken):
                        unseal(key, value, other_place)
                if other_key != key:
                    with pytest.raises(SealBroken):
                        unseal(other_key, value, place)


def test_a_childs_key_moved_to_another_child_or_council_does_not_open(inhabited):
    with inhabited.app_context():
        scope_to(db.session, NORTHMOOR)
        wrapping = inhabited.extensions["cadair.keyring"].key(NORTHMOOR, 1)
        row = db.session.get(ChildKey, JADEN)
        assert unwrap(wrapping, NORTHMOOR, JADEN, row.wrapped)
        for council_id, child_id in ((NORTHMOOR, uuid4()), (uuid4(), JADEN)):
            with pytest.raises(SealBroken):
                unwrap(wrapping, council_id, child_id, row.wrapped)
        moved = seal(wrapping, b"k" * 32, f"council_key|own|{NORTHMOOR}")
        with pytest.raises(SealBroken):
            unwrap(wrapping, NORTHMOOR, JADEN, moved)
