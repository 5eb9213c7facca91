"""What is tried first by whoever guesses a passphrase: common words, runs on a keyboard, repeats.

Lists of leaked passwords that are as long as ours must be are made of little else: a few hundred
words, one behind the other or twice, with figures for letters and figures behind them; rows and
columns of the keyboard; one short piece again and again.  So the pieces are listed, and whatever is
made of them alone counts as known.
"""

from functools import lru_cache
from typing import Final

WORDS: Final = frozenset(
    """
    hate password passwort passw0rd passphrase passcode pass word letmein welcome croeso login
    logon admin administrator root master access secret private default changeme change please guest
    user test testing temp demo hello hi hey bye goodbye thankyou thank thanks love loves loveyou
    iloveyou iloveu ihateyou lovely lover baby babe babygirl babyboy angel angels sweet sweetie
    honey darling princess prince queen king kings lord lady girl girls boy boys mum mummy mam
    mother dad daddy tad father nan nana sister brother friend friends bestfriend family forever
    always never heart hearts happy smile sunshine summer winter autumn spring flower flowers rose
    butterfly rainbow star stars superstar starwars stargate startrek moon sun sky heaven magic
    dragon monkey tiger lion bear wolf panther eagle eagles falcon horse pony dolphin kitten kitty
    cat dog doggy puppy pepper ginger cookie chocolate banana orange apple cherry lemon peanut
    cheese coffee chicken pokemon batman superman spiderman ironman naruto minecraft fortnite
    roblox playstation nintendo xbox mario sonic zelda matrix gandalf hogwarts harry potter
    football soccer rugby cricket tennis golf golfer hockey baseball basketball liverpool arsenal
    chelsea everton tottenham spurs united city manchester mancity rangers celtic cardiff swansea
    newcastle leeds cymru wales england scotland ireland britain london america freedom
    michael michelle jessica jennifer ashley amanda nicole daniel thomas robert andrew matthew
    joshua joseph charlie george jordan hannah samantha elizabeth charlotte sophie emily chloe
    thunder lightning shadow hunter killer ninja pirate soldier warrior phoenix diamond silver
    gold golden money lucky power legend rocket turbo mustang ferrari porsche mercedes corvette
    harley yamaha ducati computer internet google facebook samsung iphone apple microsoft windows
    linux office work school teacher student nurse doctor council social worker care carer
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december today trust trustno one two three four five
    blink whatever fuckyou fuck shit bitch sexy hotmail gmail yahoo cadair cyfrinair cariad
    my me you your i a u is the and in of to for on it we us im not no yes go new big red blue
    green black white pink purple yellow qwerty azerty qwertz abc abcd asdf zxcv
    """.split()
)
ROWS: Final = (
    "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qwertzuiop",
    "abcdefghijklmnopqrstuvwxyz", "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm",
    "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "qazwsxedcrfvtgbyhnujm", "147258369",
    "0123456789", "!@#$%^&*()", '!"£$%^&*()',
)  # fmt: skip
_WALKS: Final = tuple(each for row in ROWS for each in (row, row[::-1]))
# What figures and marks are put for.
MEANT: Final = str.maketrans("013457@$!", "oieastasi")
SHORTEST_RUN: Final = 3  # keys, one beside the other
LONGEST_KNOWN: Final = max(map(len, WORDS | set(ROWS)))
LONGEST_LEFT: Final = 4  # figures and marks behind it: a year, a birthday


def is_easy(said: str) -> bool:
    """Whether it is made of nothing but what is tried first; in any case of letters."""
    whole = "".join(each for each in said.lower() if not each.isspace() and each not in "-_.,")
    bare = whole.rstrip("0123456789!?£$*#@")
    left = len(whole) - len(bare)
    return _is_repeat(whole) or _is_known(whole) or (left <= LONGEST_LEFT and _is_known(bare))


def _is_repeat(whole: str) -> bool:
    """One piece of four letters at most, again and again, such as `abcabcabcabc`."""
    return any(
        whole == (whole[:length] * len(whole))[: len(whole)]
        for length in range(1, min(4, len(whole) // 2) + 1)
    )


@lru_cache(maxsize=256)
def _is_known(whole: str) -> bool:
    """Whether it can be taken apart into common words, runs and repeated letters alone."""
    ends = {0}
    for start in range(len(whole)):
        if start not in ends:
            continue
        for end in range(start + 1, min(len(whole), start + LONGEST_KNOWN) + 1):
            if _is_piece(whole[start:end]):
                ends.add(end)
    return len(whole) in ends


def _is_piece(piece: str) -> bool:
    if {piece, piece.translate(MEANT), piece.removesuffix("s")} & WORDS:
        return True
    if len(piece) < SHORTEST_RUN:
        return False
    return len(set(piece)) == 1 or any(piece in walk for walk in _WALKS)
