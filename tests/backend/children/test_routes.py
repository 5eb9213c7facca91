"""Choosing the questions that suit a child, over HTTP."""

from uuid import uuid4

import pytest
from flask import Flask

from tests.world.two_councils import JADEN, build_two_councils, signed_in


@pytest.fixture
def world(app: Flask) -> Flask:
    build_two_councils(app)
    return app


def band(child: object = JADEN) -> str:
    return f"/api/children/{child}/band"


def test_a_reviewing_officer_chooses_the_band_and_goes_back_to_age(world):
    priya = signed_in(world, "priya")
    chosen = priya.put(band(), json={"band": "16_plus"})
    assert (chosen.status_code, chosen.json["band"]) == (200, "16_plus")
    assert chosen.json["band_suggested"] != "16_plus"
    again = priya.put(band(), json={"band": None})
    assert again.json["band"] == again.json["band_suggested"] == chosen.json["band_suggested"]


def test_nobody_else_chooses_the_band(world):
    for who in ("sandra", "karen", "tom", "helen", "daniel", "carys", "jaden"):
        client = signed_in(world, who)
        refused = client.put(band(), json={"band": "16_plus"})
        unknown = client.put(band(uuid4()), json={"band": "16_plus"})
        assert (who, refused.status_code) == (who, 404)
        assert refused.data == unknown.data


def test_a_band_that_is_none_is_refused(world):
    priya = signed_in(world, "priya")
    for body in ({"band": "adult"}, {}, {"band": "16_plus", "why": "x"}):
        assert priya.put(band(), json=body).status_code == 422
