"""What might be given to one person, and what a release to them would look like."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from cadair.access.actor import Job
from cadair.foundation.errors import BadInput
from cadair.record.queries.guarding import stopped
from cadair.record.queries.releases import Found, GivenOnce
from cadair.record.queries.said import Someone
from cadair.record.queries.sharing import Sharing
from cadair.record.rules.lines import Line
from cadair.record.rules.passing import (
    Recipient,
    may_be_named,
    may_go_unnamed,
    may_pass,
)
from cadair.record.rules.releasing import ChangedSincePreview, NothingToRelease, fingerprint
from cadair.record.rules.rendering import (
    Given,
    GivenLine,
    Picked,
    given_before,
    named_line,
    unnamed_line,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passable:
    """One line that may be given to somebody, and with or without its author's name."""

    line: Line
    person: Someone
    can_be_named: bool
    can_go_unnamed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A release before it is one: exactly what its recipient would see, and what is new to them."""

    given: Given
    words_before: bool
    lines_before: tuple[bool, ...]
    findings: tuple[Found, ...]
    needs_second: bool
    fingerprint: str
    has_childs_words: bool


def passable(sharing: Sharing, recipient: Recipient) -> list[Passable]:
    """Every line that may be given to this person, in the order in which it was said."""
    named_to = sharing.walls.named_to(recipient.person_id)
    return [
        Passable(
            line=line,
            person=sharing.people[source.author_id],
            can_be_named=may_be_named(source, recipient, named_to=named_to),
            can_go_unnamed=may_go_unnamed(source),
        )
        for source, line in sharing.lines()
        if may_pass(source, recipient, walled=sharing.walls.stands)
    ]


def preview(
    sharing: Sharing,
    recipient: Recipient,
    *,
    picks: Sequence[Picked],
    words: str | None,
    language: str,
    before: Sequence[GivenOnce],
) -> Preview:
    """What a release of these lines and words would give; refuses what may not pass (any more)."""
    if not picks and not words:
        raise NothingToRelease(fields={"words": ["required"]})
    may = {each.line.answer_id: each for each in passable(sharing, recipient)}
    lines = tuple(_line(may, pick) for pick in picks)
    given = Given(officer=sharing.officer.name, words=words, language=language, lines=lines)
    found = _guard(sharing, recipient, given)
    words_before, lines_before = given_before(given, (each.given for each in before))
    return Preview(
        given=given,
        words_before=words_before,
        lines_before=lines_before,
        findings=found,
        needs_second=sharing.is_split,
        has_childs_words=any(
            may[pick.answer_id].person.person_id == sharing.review.child_id for pick in picks
        ),
        fingerprint=_fingerprint(
            sharing, recipient, given, found, [may[p.answer_id] for p in picks]
        ),
    )


def _line(may: Mapping[UUID, Passable], pick: Picked) -> GivenLine:
    line = may.get(pick.answer_id)
    if line is None or (pick.named and not line.can_be_named):
        raise ChangedSincePreview
    if pick.named:
        is_child = line.person.job is Job.CHILD
        return named_line(line.line, said_by=line.person.called if is_child else line.person.name)
    if not line.can_go_unnamed:
        raise BadInput(fields={"lines": ["needs_name"]})
    return unnamed_line(line.line)


def _guard(sharing: Sharing, recipient: Recipient, given: Given) -> tuple[Found, ...]:
    places = [at for at, line in enumerate(given.lines) if line.words]
    return stopped(
        sharing.guarded,
        recipient,
        given.texts,
        lines=[*([None] if given.words else []), *places],
    )


def _fingerprint(
    sharing: Sharing,
    recipient: Recipient,
    given: Given,
    found: Sequence[Found],
    picked: Sequence[Passable],
) -> str:
    """Of what the preview showed, and of the walls and audiences that it stood on."""
    person_id = recipient.person_id
    others = [other for other in sharing.walls.members if other != person_id]
    whole: dict[str, Any] = {
        "review": sharing.review.id,
        "to": person_id,
        "officer": sharing.officer.person_id,
        "given": given,
        "found": list(found),
        "needs_second": sharing.is_split,
        "walled": sorted(str(o) for o in others if sharing.walls.stands(person_id, o)),
        "knows": sorted(sharing.walls.knows(person_id)),
        "lines": [
            (
                each.line.answer_id,
                each.line.audience,
                sorted(str(named.person_id) for named in each.line.not_people),
                each.can_be_named,
            )
            for each in picked
        ],
    }
    return fingerprint(sharing.key, whole)
