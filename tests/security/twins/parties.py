"""Who A is and what they did, drawn from a seed; and what B's side is, the same in every twin."""

import random
from dataclasses import dataclass

from cadair.access.actor import Job
from cadair.children.rules.joining import JOB_OF
from cadair.children.rules.kinds import RelationshipKind

FORMS = {Job.PARENT: "parent", Job.CARER: "carer", Job.PROFESSIONAL: "professional"}
QUESTIONS = ("going_well.words", "worries.words", "family_time.words", "private_note.words")
AUDIENCES = ("everyone_at_my_review", "my_iro_and_social_worker", "only_my_iro")
NAMES = (
    "Maud Ellery", "Siân Llewellyn-Price", "Bo Ng", "Oluwaseun Adebayo-Fitzgerald", "Łucja Wójcik",
    "Karen Cole", "عائشة منصور", "O’Brien D’Arcy", "Jo", "Maximiliana Featherstonehaugh",
)  # fmt: skip
WORDS = (
    "He sounds better.", "Mae e’n hapus iawn gyda ni.", "I am frightened that he will find us.",
    "😀", "She told me in the car that she would rather live with her nan.",
    "Please ring me on 07700 900123 after six.", "Dw i ddim eisiau iddo wybod ble rydyn ni.",
)  # fmt: skip
PLACES = ("9 Rowan Close, Saltmarsh", "The Grove School", "Ystafell 2, Tŷ’r Sir", None)


@dataclass(frozen=True, kw_only=True)
class Given:
    """One contribution of A's."""

    number: int
    minutes_ago: int
    words: tuple[str, ...]
    audience: str
    wish: bool
    helped: bool
    then: str  # kept, withdrawn, replaced


@dataclass(frozen=True, kw_only=True)
class OwnPart:
    """A part of the review that is A's own, or a seat in B's part."""

    in_bs_part: bool
    comes_first: bool
    title: str
    how: str
    days_ahead: int | None
    minutes: int
    place: str | None
    agenda: tuple[str, ...]
    told_where: bool


@dataclass(frozen=True, kw_only=True)
class PartyA:
    """Everything in which two worlds may differ."""

    exists: bool
    name: str = NAMES[0]
    kind: RelationshipKind = RelationshipKind.MOTHER
    responsibility: bool = False
    language: str = "en"
    card: str = "none"  # none, issued, used
    devices: int = 0
    wrong_tries: int = 0  # on a device of their own: 30 and more keep them waiting
    knows_home: bool = False
    address: str | None = None  # what the vault holds of the child's home
    contributions: tuple[Given, ...] = ()
    draft: str | None = None
    part: OwnPart | None = None
    wall: str = "stands"  # stands, proposed, refused, raised_again, raised_after_giving
    wall_to_another: bool = False  # lowered between A and one who is not B
    told_child: str = "nothing"  # of what A said: nothing, waits, refused, given
    was_given: bool = False  # the officer's words, released to A
    tries_to_reach: int = 0
    asked_early: bool = False
    with_another_child: bool = False
    meanwhile: tuple[str, ...] = ()  # what A does between B's own writings
    left: bool = False

    @property
    def job(self) -> Job:
        """What they are to Cadair."""
        return JOB_OF[self.kind]


@dataclass(frozen=True, kw_only=True)
class SideOfB:
    """Who B is and what is so in every twin."""

    who: str  # a person of the demo
    seat: str  # none, timed, untimed
    told_where: bool = False
    has_begun: bool = False  # the meeting of the whole review has
    meets: bool = False  # the part that B sits in runs
    opens_later: bool = False  # a review that is months away; B's part is, too
    floods: bool = False  # B writes as much as fits in an hour, and one more

    @property
    def form(self) -> str:
        """What B fills in."""
        return {"karen": "parent", "lee": "parent", "sandra": "carer"}.get(self.who, "professional")


WALLS = ("stands", "proposed", "refused", "raised_again", "raised_after_giving")
NOBODY = PartyA(exists=False)
MEANWHILE = ("shares", "saves", "withdraws", "plans", "tries", "is_read", "leaves")


SIDES = (
    SideOfB(who="karen", seat="timed", meets=True),
    SideOfB(who="lee", seat="none", floods=True),
    SideOfB(who="sandra", seat="untimed", has_begun=True),
    SideOfB(who="okafor", seat="timed", opens_later=True),
    SideOfB(who="tom", seat="timed", told_where=True, meets=True),
    SideOfB(who="yusuf", seat="none", has_begun=True),
    SideOfB(who="lee", seat="untimed", opens_later=True),
    SideOfB(who="sandra", seat="timed", floods=True, has_begun=True),
)


def a_side_of_b(seed: int) -> SideOfB:
    """B's side of the worlds of one seed.

    Nobody without a seat in a review that opens later: they are asked when it opens, which a part
    of A's that is early brings forward (a decision in backend/README.md).
    """
    return SIDES[seed % len(SIDES)]


def a_party(seed: int, number: int) -> PartyA:
    """Party A in one of the worlds of a seed; nobody in the first."""
    if number == 0:
        return NOBODY
    chance = random.Random(f"a {seed} {number}")
    if chance.random() < 0.06:
        return NOBODY
    card = chance.choice(("none", "issued", "used", "used", "used"))
    given = tuple(_given(chance, at) for at in range(chance.choice((0, 0, 1, 1, 2, 4))))
    told_child = chance.choice(("nothing", "nothing", "waits", "refused", "given"))
    return PartyA(
        exists=True,
        name=chance.choice(NAMES),
        kind=chance.choice(list(JOB_OF)),
        responsibility=chance.random() < 0.4,
        language=chance.choice(("en", "cy")),
        card=card,
        devices=chance.randrange(4) if card == "used" else 0,
        wrong_tries=chance.choice((0, 0, 3, 31)) if card == "used" else 0,
        knows_home=chance.random() < 0.3,
        address=chance.choice(PLACES),
        contributions=given,
        draft=chance.choice((None, None, "I am still writing.", "x" * 3000)),
        part=_part(chance) if chance.random() < 0.7 else None,
        wall=chance.choice(WALLS),
        wall_to_another=chance.random() < 0.3,
        told_child=told_child if any(each.then == "kept" for each in given) else "nothing",
        was_given=chance.random() < 0.3,
        tries_to_reach=chance.choice((0, 0, 1, 3)),
        asked_early=chance.random() < 0.2,
        with_another_child=chance.random() < 0.2,
        meanwhile=tuple(chance.sample(MEANWHILE[:-1], chance.randrange(4)))
        + (("leaves",) if chance.random() < 0.15 else ()),
        left=chance.random() < 0.1,
    )


def _given(chance: random.Random, number: int) -> Given:
    words = chance.sample(WORDS, chance.randrange(1, 4))
    if chance.random() < 0.2:
        words[0] = (words[0] * 2000)[:1900]
    return Given(
        number=number,
        minutes_ago=chance.randrange(20, 280),
        words=tuple(words),
        audience=chance.choice(AUDIENCES),
        wish=chance.random() < 0.3,
        helped=chance.random() < 0.2,
        then=chance.choice(("kept", "kept", "kept", "withdrawn", "replaced")),
    )


def _part(chance: random.Random) -> OwnPart:
    return OwnPart(
        in_bs_part=chance.random() < 0.3,
        comes_first=chance.random() < 0.5,
        title=chance.choice(("Dad’s part", "Rhan y gweithwyr", "A")),
        how=chance.choice(("in_person", "video", "phone")),
        days_ahead=chance.choice((None, 0, 1, 2, 9, 30)),
        minutes=chance.choice((15, 45, 90)),
        place=chance.choice(PLACES),
        agenda=tuple(chance.sample(("Homework", "Gwyliau", "Where he lives"), chance.randrange(4))),
        told_where=chance.random() < 0.5,
    )
