"""What one person must not learn, and the ways in which it may be written; pure."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cadair.record.rules.guard_words import SHORT_FOR, keys_of


class Secret(StrEnum):
    """What kind of thing is kept from somebody."""

    ADDRESS = "address"
    POSTCODE = "postcode"
    SCHOOL = "school"
    PHONE = "phone"
    CARER = "carer"  # a name that tells with whom the child lives
    PERSON = "person"  # a name of somebody walled from the recipient


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is kept from one person, in the words in which it is kept."""

    secret: Secret
    text: str


@dataclass(frozen=True, slots=True)
class Key:
    """One way to write a term, without spaces.

    A weak one is a word like any other, such as Bell or Grace: it counts where it is written as
    a name.  A long single word also counts inside a longer one.
    """

    key: str
    term: Term
    is_weak: bool
    words: int


OUTWARD: Final = r"[A-Za-z]{1,2}[0-9][0-9A-Za-z]?"
POSTCODE: Final = re.compile(rf"\b({OUTWARD})\s*([0-9][A-Za-z]{{2}})\b")
STREET_WORDS: Final = frozenset(
    "street st road rd avenue ave lane ln close cl drive dr crescent cres court ct gardens gdns "
    "place pl square sq terrace ter way walk row hill grove mews park view rise green parade "
    "wharf quay heol stryd ffordd maes clos lon tyddyn".split()
)
SCHOOL_WORDS: Final = frozenset(
    "school academy primary secondary junior infant infants high upper lower middle college "
    "grammar community comprehensive rc ce cofe church england catholic ysgol gyfun gynradd "
    "uwchradd the of and sixth form special nursery centre center unit in wales a".split()
)
TITLES: Final = ("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "auntie", "uncle")
# Names of people, houses and schools that are words like any other.
ORDINARY: Final = frozenset(
    "abbey amber angel april art ash august autumn baker banks barker bell berry bill bird "
    "bishop black bloom blossom blue bob bond booth bower brook brooks brown bush butcher "
    "carpenter carter castle chance chapel chapman chase church clay cliff coal cole cook "
    "cooper crane cross crystal daisy dale dawn day dean dear don drew duke earl eden ernest "
    "eve faith farm farmer fern field finch fisher flint flower ford forest fox frank "
    "gardener gardner gates ginger gold good grace grant gray green grey grove hale hall hand "
    "harbour hardy harmony harper hart hazel heath heather henry hill hilltop hobby holly "
    "home honey hood hope house hunt hunter hurst iris ivory ivy jack jasmine jay jean jewel "
    "joy judge june kay keen kerr key king knight lake lamb land lane lark laurel law leaf "
    "lee lilac lily little lodge long love lucky maple mark marsh mason may mead meadow "
    "meadows melody mercy merry miles mill miller mills moon moor moore moss mount myrtle "
    "nash new noble north oak oaks oakwood old olive page parish park parker pat peace "
    "peacock pearl penny piper pool poppy porter price prince quest rain ray reed rich ring "
    "rise river rivers robin rock rose rowan royal ruby rush russet sage sandy savage scarlet "
    "school sharp shaw shepherd short sky smart smith snow south spring star stephens stern "
    "stone storm street strong sue summer summers sun sunny swan sweet taylor temple thorn "
    "tower town turner valley view village violet wade walker wall walls ward warren waters "
    "way weaver webb wells west white wild will willow winter wise wolf wood woodland woods "
    "young".split()
)
# Of these, such as often begin a sentence and are no name there.
BEGINS_SENTENCES: Final = frozenset(
    "april art august autumn bill chance chase cross dear dawn day drew faith good grant hand hope "
    "home house june key law little long love mark may new old page price rich school short "
    "south north west spring summer sunny west will winter wise young".split()
)


def keys_of_term(term: Term, *, known: Collection[str]) -> Iterator[Key]:
    """The ways to write a term; `known` are words that the recipient knows anyway, in lower case.

    Phones and postcodes are found by their digits, not by these.
    """
    if term.secret in (Secret.CARER, Secret.PERSON):
        yield from _name(term, known)
    elif term.secret is Secret.SCHOOL:
        yield from _school(term, known)
    elif term.secret is Secret.ADDRESS:
        yield from _address(term, known)


def postcodes_in(terms: Iterable[Term]) -> Iterator[tuple[Term, str, str]]:
    """Every postcode that is kept, in its two halves."""
    for term in terms:
        if term.secret in (Secret.POSTCODE, Secret.ADDRESS):
            for outward, inward in POSTCODE.findall(term.text):
                yield term, outward.lower(), inward.lower()


def phone_digits(term: Term) -> str:
    """The digits of a phone number as one dials them in the country."""
    digits = "".join(character for character in term.text if character.isdecimal())
    for code in ("0044", "44"):
        if digits.startswith(code) and len(digits) > 10:
            return "0" + digits.removeprefix(code).removeprefix("0")
    return digits


def _name(term: Term, known: Collection[str]) -> Iterator[Key]:
    parts = keys_of(term.text)
    if len(parts) > 1 and not set(parts) <= set(known):
        first, last = parts[0], parts[-1]
        for way in ("".join(parts), first + last, last + first):
            yield Key(way, term, is_weak=False, words=2)
        if last not in known:
            for before in (*(set(first[0]) - {"a", "i"}), *TITLES):  # "a hill" is nobody's name
                yield Key(before + last, term, is_weak=False, words=2)
    for part in parts:
        if part not in known and part not in TITLES and len(part) > 1:
            yield Key(part, term, is_weak=part in ORDINARY or len(part) < 3, words=1)


def _school(term: Term, known: Collection[str]) -> Iterator[Key]:
    parts = keys_of(term.text)
    own = [part for part in parts if part not in SCHOOL_WORDS and part not in known]
    if not own:
        if parts and not set(parts) <= set(known):
            yield Key("".join(parts), term, is_weak=False, words=len(parts))
        return
    for way in _long_and_short(parts):
        yield Key(way, term, is_weak=False, words=len(parts))
    for way in _long_and_short(own):
        is_weak = len(own) == 1 and (own[0] in ORDINARY or len(own[0]) < 4)
        for written in (way, way.removesuffix("s")):
            yield Key(written, term, is_weak=is_weak, words=len(own))
            if is_weak:  # "the Grove school": with such a word beside it, it is the school
                for kind in ("school", "academy", "primary", "high", "college"):
                    yield Key(written + kind, term, is_weak=False, words=2)
                yield Key("ysgol" + written, term, is_weak=False, words=2)


def _address(term: Term, known: Collection[str]) -> Iterator[Key]:
    for number, part in enumerate(re.split(r"[,;\n]", POSTCODE.sub("", term.text))):
        parts = keys_of(part)
        unnumbered = [each for each in parts if not each[0].isdecimal()]
        if not unnumbered or set(unnumbered) <= set(known):
            continue
        is_street = len(parts) > len(unnumbered) or unnumbered[-1] in STREET_WORDS or number == 0
        for way in {*_long_and_short(parts), *_long_and_short(unnumbered)}:
            is_weak = len(unnumbered) == 1 and (not is_street or unnumbered[0] in ORDINARY)
            yield Key(way, term, is_weak=is_weak, words=len(unnumbered))


def _long_and_short(parts: list[str]) -> set[str]:
    return {"".join(parts), "".join(SHORT_FOR.get(part, part) for part in parts)}
