"""Made-up words to a person of a review: clean ones, and such as give away what is protected."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from uuid import uuid4

from cadair.record.rules.guard import NotMeant
from cadair.record.rules.guard_terms import Secret, Term

FIRST = (
    "Sandra Maud Winifred Gareth Siân Llŷr Zoë Beatriz Oluwaseun Magdalena Björn Tomasz Aoife "
    "Grace Rose Will Mark Hope Faith Jo Renée François Nkechi Yusuf Priscilla Bronwen"
).split()
LAST = (
    "Bell Hill Ellery Okafor Wójcik O’Brien Nguyen Fitzgerald Llewellyn Young Marsh Rowlands "
    "Adebayo Kowalczyk Brontë Müller Ward Baker Vaughan-Jones Abernathy Sørensen Price"
).split()
STREETS = (
    "14 Rowan Close", "3 Harbour Lane", "Flat 2, 81 St Mary’s Road", "27 Heol y Deri",
    "Rose Cottage, Mill Lane", "112 Llandaff Avenue", "6 Queen’s Crescent", "9a Grove Street",
)  # fmt: skip
TOWNS = ("Ashcombe", "Little Snoring", "Pontyclun", "Wickham Market", "Southgate")
SCHOOLS = (
    "Westfield Academy", "St Mary’s RC Primary School", "The Grove School", "Ysgol Plasmawr",
    "Kingsmead High School", "Hilltop Infant School", "Bishop Llandaff High School",
    "Queen Elizabeth’s Grammar School",
)  # fmt: skip
SENTENCES = (
    "Thank you for coming to the review on 12 October.",
    "We talked for an hour and it went well.",
    "The next meeting is on Tuesday at half past three.",
    "Jaden said that he wants to see his cousins at Christmas.",
    "He is doing well and he has made good friends.",
    "The bell rang and we had to stop, so we will finish next time.",
    "Will you tell me what you think by Friday?",
    "May I ring you in the new year?",
    "I hope that you are well.",
    "There is a hill behind the swimming pool where they like to run.",
    "He rose early and was hopeful about the day.",
    "The doctor marked the form and sent it back.",
    "Family time will be every second Saturday from 10.30 to 12.30.",
    "Please bring his blue coat, the brown boots and the green bag.",
    "The council will pay for the bus, which costs £4.20 a day.",
    "In school he reads well; in maths he needs some help.",
    "He grows like a young tree and eats everything.",
    "I will write again after the fifth of March.",
    "You can call our office on 01632 960 001 between nine and five.",
    "The plan is to look at this again in six months.",
    "He plays football with the under fifteens and scored twice.",
    "We agreed that nobody posts pictures of him.",
    "A baker, a carter and a price list: he has to learn these words for a test.",
    "With good grace and a little faith it will work out.",
    "Northmoor Council has a new leaflet about advocates.",
    "Priya Nair, his reviewing officer, wrote this.",
    "The ward was quiet, the nurses kind, and he was home by ten.",
    "It was decided that his passport will be asked for by 1 May 2027.",
    "Our address is Civic Centre, 2 High Street, Northmoor NM1 1AA.",
    "He has asked for a bike, and the answer is yes, in the spring.",
    "Summer holidays are hard for him; a club may help.",
    "They walked by the river, past the church and the old mill.",
    "The court order stays as it is.",
    "His health check was done and his teeth are fine.",
    "He would like a letter once a month, and a card on his birthday.",
    "Mae’r cyfarfod nesaf ym mis Mai, ac mae pawb yn hapus.",
    "If you disagree, you can tell me or the complaints team.",
    "One two three and off they went, seven or eight of them in a row.",
    "On page 4 there are 16 boxes, 12 of them ticked.",
    "Lee, you asked whether he still plays chess: he does.",
)
SAID_BEHIND_A_WALL = (
    "He cries for hours after the phone calls and then he does not sleep until three in the night",
    "I am frightened that he will find out where we are because he has done it twice before",
    "She told me in the car that she would rather live with her nan than go back there ever again",
    "We have asked for more help since May but nobody rang back and I do not know how long I can",
    "Nid yw e eisiau mynd yno eto achos bod y bechgyn hŷn yn gas wrtho fe bob dydd yn yr ysgol",
    "I don't think it’s well-known that the older boy hit him; please don't say I told you this",
)
KNOWN = ("Northmoor Council", "Jaden Cole", "Lee Cole", "Priya Nair")


@dataclass(frozen=True)
class Letter:
    """One outgoing text, what is kept from its recipient, and whether it gives any of it away."""

    text: str
    terms: tuple[Term, ...]
    not_meant: tuple[NotMeant, ...]
    kind: str  # clean, copied, or how a term is written
    tells: str  # what it gives away; empty when it is clean


def letters(how_many: int, *, seed: int = 8) -> list[Letter]:
    """A third clean, a fifth with copied words, the others with a term in one of many writings."""
    chance = random.Random(seed)
    return [_letter(chance, number) for number in range(how_many)]


def _letter(chance: random.Random, number: int) -> Letter:
    terms = _terms(chance)
    not_meant = tuple(
        NotMeant(author_id=uuid4(), text=text) for text in chance.sample(SAID_BEHIND_A_WALL, 3)
    )
    sentences = chance.sample(SENTENCES, chance.randrange(5, 14))
    kind, tells = "clean", ""
    if number % 5 == 1:
        kind, tells = "copied", _copied(chance, chance.choice(not_meant).text)
    elif number % 5 > 2 or number % 15 == 2:
        term = chance.choice(terms)
        kind, write = chance.choice(_writings(term))
        tells = write(chance, _one_of(chance, term))
        if tells.lower() == "":
            kind = "clean"
    if tells:
        opening = chance.choice(("I heard of {}.", "He said {} to me.", "This is about {} today."))
        at = chance.randrange(len(sentences))
        sentences.insert(at, opening.replace("{}", tells))
    return Letter(" ".join(sentences), terms, not_meant, kind, tells)


def _terms(chance: random.Random) -> tuple[Term, ...]:
    phone = "07" + "".join(chance.choices("0123456789", k=9))
    postcode = f"{chance.choice(('CF10', 'NP2', 'BS16', 'SW1A', 'M3'))} {_inward(chance)}"
    address = f"{chance.choice(STREETS)}, {chance.choice(TOWNS)}, {postcode}"
    return (
        Term(Secret.ADDRESS, address),
        Term(Secret.POSTCODE, f"{chance.choice(('NM4', 'SA12'))} {_inward(chance)}"),
        Term(Secret.SCHOOL, chance.choice(SCHOOLS)),
        Term(Secret.PHONE, phone),
        Term(Secret.CARER, f"{chance.choice(FIRST)} {chance.choice(LAST)}"),
        Term(Secret.PERSON, f"{chance.choice(FIRST)} {chance.choice(LAST)}"),
    )


def _inward(chance: random.Random) -> str:
    return f"{chance.randrange(1, 10)}{''.join(chance.choices('ABDEFGHJLNPQRSTUWXYZ', k=2))}"


def _one_of(chance: random.Random, term: Term) -> str:
    """The part of a term that a person would write."""
    if term.secret is Secret.ADDRESS:
        street = term.text.rsplit(", ", 2)[0].split(", ")
        return chance.choice((street[-1], ", ".join(street), term.text))
    if term.secret in (Secret.CARER, Secret.PERSON):
        first, last = term.text.split(" ")
        return chance.choice((term.text, term.text, first, f"Mrs {last}"))
    return term.text


def _copied(chance: random.Random, text: str) -> str:
    words = text.split()
    length = chance.randrange(8, min(len(words), 16) + 1)
    at = chance.randrange(len(words) - length + 1)
    copied = words[at : at + length]
    way = chance.randrange(5)
    if way == 1:
        return " ".join(copied).upper()
    if way == 2:
        return "\n".join(copied)
    if way == 3:
        return ", ".join(copied)
    if way == 4:
        return "“" + " ".join(copied).replace("'", "’").title() + "”"
    return " ".join(copied)


Writing = Callable[[random.Random, str], str]


def _writings(term: Term) -> list[tuple[str, Writing]]:
    if term.secret is Secret.PHONE:
        return PHONES
    if term.secret is Secret.POSTCODE:
        return POSTCODES
    if term.secret in (Secret.CARER, Secret.PERSON):
        return [*ANYTHING, *NAMES]
    return [*ANYTHING, *PLACES]


def _accented(chance: random.Random, text: str) -> str:
    marks = ("\u0301", "\u0308", "\u0302", "\u0303")
    return "".join(
        letter + chance.choice(marks)
        if letter in "aeiouAEIOU" and chance.random() < 0.6
        else letter
        for letter in text
    )


def _hyphened(chance: random.Random, text: str) -> str:
    at = max(
        range(len(text)), key=lambda place: (text[place].isalpha(), -abs(place - len(text) // 2))
    )
    return f"{text[:at]}-\n{text[at:]}"


def _swapped(chance: random.Random, text: str) -> str:
    """Two letters swapped in a word of seven or more; a shorter one stays as it is."""
    long = list(re.finditer(r"[A-Za-z]{7,}", text))
    if not long:
        return text
    found = chance.choice(long)
    inside = range(found.start() + 1, found.end() - 1)
    at = next((place for place in inside if text[place] != text[place + 1]), None)
    return text if at is None else text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _lookalike(_chance: random.Random, text: str) -> str:
    return text.translate(str.maketrans("aeoAEO", "аеоАЕО"))  # Cyrillic


SPOKEN = dict(zip("0123456789", "oh one two three four five six seven eight nine".split(),
                  strict=True))  # fmt: skip

ANYTHING: list[tuple[str, Writing]] = [
    ("as it is", lambda _, text: text),
    ("lower case", lambda _, text: text.replace("Mrs", "mrs").lower()),
    ("upper case", lambda _, text: text.upper()),
    ("wide spaces", lambda _, text: text.replace(" ", "  \n ")),
    ("letters apart", lambda _, text: " ".join(text.replace(" ", ""))),
    ("dashes", lambda _, text: re.sub(r"[ ,]+", "-", text)),
    ("accents", _accented),
    ("no accents", lambda _, text: text.translate(str.maketrans("âëéŷöłøüóçñŵ", "aeeyolouocnw"))),
    ("nothing between", lambda _, text: re.sub(r"[ ,’]+", "", text)),
    ("cut over a line", _hyphened),
    ("no width between", lambda _, text: "\u200b".join(text)),
    ("in brackets", lambda _, text: f"({text})"),
    ("lookalike letters", _lookalike),
    ("letters swapped", _swapped),
]
NAMES: list[tuple[str, Writing]] = [
    ("whose", lambda _, text: text + "’s"),
    ("whose, plainly", lambda _, text: text + "s"),
    ("first last turned", lambda _, text: ", ".join(reversed(text.split(" ")))),
]
PLACES: list[tuple[str, Writing]] = [
    ("shortened", lambda _, text: re.sub("Close", "Cl", re.sub("Road", "Rd.",
                                  re.sub("Street", "St", re.sub("Avenue", "Ave", text))))),
    ("Saint", lambda _, text: text.replace("St ", "Saint ")),
    ("no apostrophe", lambda _, text: text.replace("’", "")),
    ("without the kind", lambda _, text: re.sub(r" (RC Primary|Infant|High|Grammar)? ?School", "",
                                                text) + " school"),
]  # fmt: skip
POSTCODES: list[tuple[str, Writing]] = [
    ("as it is", lambda _, text: text),
    ("lower case", lambda _, text: text.lower()),
    ("nothing between", lambda _, text: text.replace(" ", "")),
    ("letters apart", lambda _, text: " ".join(text.replace(" ", ""))),
    ("over a line", lambda _, text: text.replace(" ", "\n")),
    ("a dot between", lambda _, text: text.replace(" ", ".")),
    ("in two places", lambda _, text: text.replace(" ", ", the first half, and then ")),
    ("the area alone", lambda _, text: text.split(" ")[0]),
    ("O for nought", lambda _, text: text.replace("0", "O")),
    ("digits spelled", lambda _, text: " ".join(SPOKEN.get(each, each) for each in text)),
    ("in brackets", lambda _, text: f"({text})"),
]
PHONES: list[tuple[str, Writing]] = [
    ("as it is", lambda _, text: text),
    ("spaced", lambda _, text: f"{text[:5]} {text[5:8]} {text[8:]}"),
    ("dashed", lambda _, text: "-".join((text[:5], text[5:]))),
    ("with the country", lambda _, text: f"+44 (0){text[1:5]} {text[5:]}"),
    ("digits apart", lambda _, text: " ".join(text)),
    ("dots", lambda _, text: ".".join(text)),
    ("spelled", lambda _, text: " ".join(SPOKEN[each] for each in text)),
    ("half spelled", lambda _, text: text[:5] + " " + " ".join(SPOKEN[each] for each in text[5:])),
    (
        "doubles",
        lambda _, text: re.sub(r"(\d)\1", lambda pair: f" double {SPOKEN[pair[1]]} ", text),
    ),
    ("the end of it", lambda _, text: text[-7:]),
    ("cut in two", lambda _, text: f"{text[:6]} and {text[6:]}"),
    ("O for nought", lambda _, text: text.replace("0", "O")),
]
