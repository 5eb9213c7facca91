"""A review's record as a page, and as data: for its officer, and for the council's archive.

What people said stands letter by letter with its source; what the officer wrote stands beside it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Any, Final

from cadair.foundation.languages import said_in
from cadair.record.documents.pages import Block, Facts, Heading, Listed, Page, Quote, Words
from cadair.record.queries.records import RecordOfReview, Section
from cadair.record.rules import writing
from cadair.record.rules.known import Fact, KnownLine
from cadair.record.rules.letters import day_in

Said = Mapping[str, str]
OF_A_MATTER: Final = (Fact.LED, Fact.COVERED, Fact.DECIDED)  # what they tell is which
_BEFORE_ANYTHING: Final = datetime(2000, 1, 1, tzinfo=UTC)  # the moment of an empty record


def page_of_record(record: RecordOfReview, *, language: str) -> Page:
    """The record of a review in the words of one language; what people said stays as it was."""
    said = words_in(language)
    return Page(
        title=said["title"].format(name=record.child.name),
        language=language,
        made_at=moment_of(record),
        author=record.kept.signed.name if record.kept.signed else "",
        blocks=(
            *_head(record, said, language),
            *_sections(record, said, language),
            *_monitoring(record, said),
            *_addenda(record, said, language),
        ),
    )  # fmt: skip


def data_of_record(record: RecordOfReview) -> str:
    """The same as JSON, with every fact under its own name; the same record gives the same text."""
    kept = record.kept
    whole = {
        "review": asdict(record.review),
        "child": {"name": record.child.name, "called": record.child.called,
                  "born_on": record.child.born_on, "language": record.child.language},
        "revision": kept.revision,
        "saved": asdict(kept.saved) if kept.saved else None,
        "signed": asdict(kept.signed) if kept.signed else None,
        "sections": [asdict(section) for section in record.sections],
        "attendance": [asdict(each) for each in record.attendance],
        "covered": [asdict(each) for each in record.covered],
        "rights": kept.content.get("rights", []),
        "monitoring": kept.content["monitoring"],
        "addenda": [asdict(each) for each in kept.addenda],
    }  # fmt: skip
    return json.dumps(whole, default=_plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def moment_of(record: RecordOfReview) -> datetime:
    """When the record last changed: what a file says of the time at which it was made."""
    kept = record.kept
    moments = [each.at for each in (kept.saved, kept.signed) if each]
    moments += [each.by.at for each in kept.addenda]
    return max(moments, default=_BEFORE_ANYTHING)


@cache
def words_in(language: str) -> Said:
    """Our own words in a record's files; English where there are none in that language."""
    kept = files("cadair.record").joinpath("document_words.json").read_text("utf-8")
    every: Mapping[str, Said] = json.loads(kept)
    return every.get(language, every["en"])


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _head(record: RecordOfReview, said: Said, language: str) -> Iterator[Block]:
    review = record.review
    rows = [
        (said["child"], record.child.name),
        (said["born"], day_in(record.child.born_on, language)),
    ]
    if review.sequence is not None:
        rows.append((said["kind"], said["first"].format(n=review.sequence)))
    if review.held_on:
        rows.append((said["held"], day_in(review.held_on, language)))
    if review.due_by:
        rows.append((said["due"], day_in(review.due_by, language)))
    if review.on_time is not None:
        rows.append((said["on_time"], said["yes" if review.on_time else "no"]))
    yield Facts(rows=tuple(rows))
    signed = record.kept.signed
    if signed is None:
        yield Words(words=said["not_signed"])
    else:
        day = day_in(signed.at.date(), language)
        yield Words(words=said["signed"].format(name=signed.name, day=day))


def _sections(record: RecordOfReview, said: Said, language: str) -> Iterator[Block]:
    for section in record.sections:
        yield from _section(record, section, said, language)


def _section(
    record: RecordOfReview, section: Section, said: Said, language: str
) -> Iterator[Block]:
    inside: list[Block] = []
    if section.key is writing.Heading.ATTENDANCE:
        inside += _attendance(record, said)
    for line in section.lines:
        inside += _line(line, said, language)
    if section.key is writing.Heading.TOPICS:
        inside += _covered(record, said)
    rights = record.kept.content.get("rights", [])
    if section.key is writing.Heading.PLAN_AND_RIGHTS and rights:
        inside.append(Words(words=said["rights"] + ":"))
        inside.append(Listed(items=tuple(said.get(f"right.{each}", each) for each in rights)))
    if section.written:
        inside.append(Heading(words=said["wrote"], level=2))
        inside.append(Words(words=section.written))
    if inside:
        yield Heading(words=said[f"heading.{section.key}"])
        yield from inside


def _line(line: KnownLine, said: Said, language: str) -> Iterator[Block]:
    fact = said.get(f"fact.{line.fact}", line.fact.value.replace("_", " "))
    day = line.on or (line.at.date() if line.at else None)
    about = [line.about.name if line.about else line.who_words]
    chosen = [said_in(language, each.say) for each in line.choices]
    value = said.get(f"value.{line.value}", line.value) if line.value else None
    is_of_matter = line.fact in OF_A_MATTER
    matter = said.get(f"matter.{line.matter or line.topic}") if is_of_matter else None
    face = said[f"face.{line.face}"] if line.face else None
    skip = said[f"skip.{line.skip}"] if line.skip else None
    told = [*about, *chosen, matter, face, skip, value]
    facts = ", ".join(each for each in told if each)
    source = [fact, line.said_by.name if line.said_by else None]
    source += [said_in(language, line.ask) if line.ask else None]
    source += [facts or None, day_in(day, language) if day else None]
    label = " · ".join(each for each in source if each)
    if line.words:
        yield Quote(words=line.words, source=label, language=line.language)
    else:
        yield Words(words=label)
    if line.helper_words:
        helped = said["helped"].format(name=line.helper or "")
        yield Quote(words=line.helper_words, source=helped, language=line.language)


def _attendance(record: RecordOfReview, said: Said) -> Iterator[Block]:
    parts = {part.id: part.title for part in record.review.parts}
    items = []
    for each in record.attendance:
        name = each.person.name if each.person else (each.who_words or "")
        told = [
            parts.get(each.part_id) if each.part_id else None,
            said.get(f"came.{each.came or ''}"),
        ]
        told += [said["sent"] if each.sent_views else None, each.why_words]
        items.append(f"{name}: {', '.join(one for one in told if one)}")
    if items:
        yield Listed(items=tuple(items))


def _covered(record: RecordOfReview, said: Said) -> Iterator[Block]:
    items = []
    for each in record.covered:
        name = said.get(f"matter.{each.matter.key}", each.matter.key)
        state = said.get(f"state.{each.state or ''}", each.state or "")
        items.append(f"{name}: {state}" + (f" ({each.words})" if each.words else ""))
    if items:
        yield Listed(items=tuple(items))


def _monitoring(record: RecordOfReview, said: Said) -> Iterator[Block]:
    told = record.kept.content["monitoring"]
    rows = [
        (said.get(f"monitoring.{name}", name), said.get(f"value.{value}", str(value)))
        for name, value in told.items()
        if value
    ]
    if rows:
        yield Heading(words=said["page_monitoring"])
        yield Facts(rows=tuple(rows))


def _addenda(record: RecordOfReview, said: Said, language: str) -> Iterator[Block]:
    if record.kept.addenda:
        yield Heading(words=said["page_addenda"])
    for each in record.kept.addenda:
        source = f"{each.by.name}, {day_in(each.by.at.date(), language)}"
        yield Quote(words=each.words, source=source)
