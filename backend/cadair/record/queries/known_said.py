"""What people said before a review, as lines of its record: word for word, each with its source."""

from collections.abc import Iterable

from cadair.access.actor import Job
from cadair.meeting.rules.matters import OF_TOPIC
from cadair.messages.queries.who import Who
from cadair.record.queries.heard import Heard
from cadair.record.queries.said import Someone
from cadair.record.queries.summary import Summary
from cadair.record.rules import Line, beside_topic
from cadair.record.rules.known import Fact, KnownLine, Source, Whom
from cadair.record.rules.writing import Heading

_OF_MATTER = {"last_time": Heading.LAST_DECISIONS, "plan": Heading.PLAN_AND_RIGHTS}


def whom(someone: Someone) -> Whom:
    """Somebody as a record names them."""
    return Whom(
        person_id=someone.person_id,
        name=someone.name,
        called=someone.called,
        job=someone.job,
        kind=someone.kind,
    )


def named(heard: Heard, who: Who) -> Whom:
    """Somebody by name; what they are to the child, where they are around them."""
    around = heard.people.get(who.id)
    if around is not None:
        return whom(around)
    return Whom(person_id=who.id, name=who.name, called=who.called, job=who.job, kind=None)


def said_in(heard: Heard, summary: Summary) -> list[tuple[Heading, KnownLine]]:
    """Every answer under its heading: the child's own where they took part, the others' by topic.

    What of it the child does not want raised openly is marked so, and stays where it is.
    """
    not_openly = {line.answer_id for line in summary.not_openly}
    child, others, observed = Heading.PARTICIPATION, Heading.TOPICS, Heading.PARTICIPATION
    found = [(child, each) for each in _sent(heard)]
    for line in heard.childs_lines:
        fact = Fact.NOT_OPENLY if line.answer_id in not_openly else Fact.SAID
        found.append((child, as_known(heard, line, fact)))
    for each in summary.observations:
        for topic in each.topics:
            found += [(observed, as_known(heard, line, Fact.OBSERVED)) for line in topic.lines]
    for line in heard.others_lines:
        known = as_known(heard, line, Fact.SAID)
        found.append((_OF_MATTER.get(known.matter or "", others), known))
    found += [(Heading.WISHES, as_known(heard, line, Fact.WISHED)) for line in summary.wishes]
    found += [
        (Heading.LAST_DECISIONS, as_known(heard, line, Fact.WISHED_BEFORE))
        for line in summary.wishes_before
    ]
    found += [(Heading.WISHES, each) for each in _brought(heard, summary)]
    return found + [(Heading.DISAGREEMENTS, each) for each in _differing(heard, summary)]


def as_known(heard: Heard, line: Line, fact: Fact) -> KnownLine:
    """One answer, as it was given."""
    topic = beside_topic(line)
    return KnownLine(
        id=f"answer:{line.answer_id}",
        source=Source.CONTRIBUTION,
        fact=fact,
        source_id=line.contribution_id,
        said_by=whom(heard.people[line.author_id]),
        at=line.shared_at,
        ask=line.ask,
        words=line.words,
        helper_words=line.helper_words,
        face=line.face,
        skip=line.skip,
        choices=line.choices,
        language=line.language,
        topic=topic,
        topic_title=line.topic_title,
        matter=OF_TOPIC.get(topic),
        audience=line.audience,
        not_people=line.not_people,
    )


def _sent(heard: Heard) -> Iterable[KnownLine]:
    """That the child sent views, in which form, and who helped."""
    for each in heard.said:
        if each.counts and not each.is_observation and each.person.job is Job.CHILD:
            yield KnownLine(
                id=f"contribution:{each.id}",
                source=Source.CONTRIBUTION,
                fact=Fact.SENT_VIEWS,
                source_id=each.id,
                said_by=whom(each.person),
                at=each.shared_at,
                value=each.form,
                helper=each.helper.name if each.helper else None,
                language=each.language,
            )


def _brought(heard: Heard, summary: Summary) -> Iterable[KnownLine]:
    child = whom(heard.people[heard.child.child_id])
    for each in summary.brought:
        yield KnownLine(
            id=f"message:{each.message_id}",
            source=Source.MESSAGE,
            fact=Fact.WISHED,
            source_id=each.message_id,
            said_by=child,
            at=each.written_at,
            value=each.asks,
            words=each.words,
            language=each.language,
            wish_id=each.wish_id,
        )


def _differing(heard: Heard, summary: Summary) -> Iterable[KnownLine]:
    for difference in summary.differences:
        for entry in difference.entries:
            yield as_known(heard, entry.says, Fact.DIFFERS)
