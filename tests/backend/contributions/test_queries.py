"""What the reviewing officer reads, what is still unread, and what an author learns of it."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from cadair.access.policy import Standing
from cadair.contributions import actions, queries
from cadair.contributions.rules.answers import Face
from cadair.foundation.clock import frozen
from cadair.foundation.database import db
from cadair.foundation.errors import NotFound
from tests.backend.contributions.conftest import NOW, an_answer
from tests.backend.contributions.test_drafting import at, content, save
from tests.backend.contributions.test_sharing import share
from tests.backend.contributions.test_taking_back import take_back
from tests.backend.contributions.test_who_may import own_form


def read_all(world, who="Priya", standing=None):
    with world.inside() as session:
        return queries.shared_with_review(
            session,
            actor=world.actor(who),
            standing=standing or world.standing(session, who),
            review_id=world.review_id,
        )


def mark_all_read(world, who="Priya", at=NOW):
    ids = [each.id for each in read_all(world)]
    with world.inside() as session:
        actions.mark_read(
            session,
            actor=world.actor(who),
            standing=world.standing(session, who),
            contribution_ids=ids,
            now=at,
        )


def test_the_reviewing_officer_reads_every_word_in_the_order_it_came(ada, world, words):
    answers = [
        an_answer("safe.feel", choices=["mostly"], audience="only_my_iro", words="Not at night"),
        an_answer("home.face", face="sad", not_people=[str(world.ids["Carol"])]),
    ]
    share(ada, words(*answers))
    with frozen(NOW + timedelta(minutes=1)):
        share(world.sign_in("Carol"), own_form(words, "Carol"))
    hers, carols = read_all(world)
    assert [answer.question for answer in hers.answers] == ["safe.feel", "home.face"]
    assert hers.answers[0].words == "Not at night"
    assert hers.answers[1].face is Face.SAD
    assert hers.answers[1].not_people == (world.ids["Carol"],)
    assert (hers.author_id, carols.author_id) == (world.child_id, world.ids["Carol"])
    assert hers.counts


@pytest.mark.parametrize("who", ["Ada", "Carol", "Mum", "Wendy", "Omar", "Boss", "Clerk"])
def test_nobody_else_reads_what_was_shared_or_marks_it_as_read(world, who):
    for attempt in (read_all, mark_all_read):
        with pytest.raises(NotFound):
            attempt(world, who)


def test_a_standing_to_one_child_opens_no_other(ada, world, words):
    share(ada, words())
    other = Standing(child_id=world.ids["Carol"], is_reviewing_officer=True)
    assert read_all(world, standing=other) == []


def test_replaced_and_taken_back_are_told_apart(ada, world, words):
    first = share(ada, words()).json["id"]
    second = share(ada, words(replaces=first)).json["id"]
    shared = {str(each.id): each for each in read_all(world)}
    assert str(shared[first].replaced_by) == second
    assert (shared[first].answers, bool(shared[second].answers)) == ((), True)
    assert [shared[id_].counts for id_ in (first, second)] == [False, True]
    take_back(ada, second)
    assert [each.answers for each in read_all(world)] == [(), ()]


def test_an_author_is_told_by_name_who_has_read_and_since_when(ada, world, words):
    id_ = share(ada, words()).json["id"]
    for minutes in (1, 2):
        mark_all_read(world, at=NOW + timedelta(minutes=minutes))
    own = ada.get("/api/my/contributions").json["contributions"]
    assert [each["id"] for each in own] == [id_]
    assert own[0]["read_by"] == [
        {
            "name": "Priya Reed",
            "called": "Priya",
            "job": "reviewing_officer",
            "first_read_at": (NOW + timedelta(minutes=1)).isoformat(),
        }
    ]


def test_what_waits_to_be_read_is_known_by_review(ada, world, words):
    world.cannot_say()

    def unread():
        with world.inside() as session:
            waiting = queries.unread_by(
                session, reader_id=world.ids["Priya"], review_ids=[world.review_id]
            )
        return waiting.get(world.review_id)

    assert unread() is None
    share(world.sign_in("Carol"), own_form(words, "Carol"))
    share(world.sign_in("Priya"), own_form(words, "Priya"))
    waiting = unread()
    assert (waiting.child_id, waiting.since, waiting.by_child) == (world.child_id, NOW, False)
    id_ = share(ada, words()).json["id"]
    assert unread().by_child
    take_back(ada, id_)
    assert not unread().by_child
    mark_all_read(world)
    assert unread() is None


def test_progress_tells_whose_views_are_in(ada, world, words):
    world.cannot_say()

    def views():
        with world.inside() as session:
            found = queries.progress_of(session, review_ids=[world.review_id])
        return found.get(world.review_id)

    assert views() is None
    share(world.sign_in("Carol"), own_form(words, "Carol"))
    seen = views()
    assert (seen.child, seen.people, seen.observed) == (False, {world.ids["Carol"]}, False)
    share(world.sign_in("Priya"), own_form(words, "Priya"))
    id_ = share(ada, words()).json["id"]
    assert (views().child, views().observed) == (True, True)
    take_back(ada, id_)
    assert not views().child


def test_own_contributions_can_be_narrowed_to_one_review(ada, world, words):
    share(ada, words())
    address = "/api/my/contributions?review_id="
    assert len(ada.get(address + str(world.review_id)).json["contributions"]) == 1
    assert ada.get(address + str(world.child_id)).json == {"contributions": []}
    assert ada.get(address + "1").json["fields"] == {"review_id": ["not_valid"]}


class Statements:
    """Counts what is sent to the database, transactions apart."""

    def __init__(self, engine):
        self.said = []
        event.listen(engine, "before_cursor_execute", self._note)

    def _note(self, _connection, _cursor, statement, *_):
        if not statement.startswith(("BEGIN", "PRAGMA", "SELECT set_config")):
            self.said.append(statement)

    def of(self, request):
        self.said.clear()
        assert request().status_code == 200
        return len(self.said)


@pytest.fixture
def statements(world):
    with world.app.app_context():
        return Statements(db.engine)


QUESTIONS = (
    *("home.face", "family.face", "school.face", "health.face", "social_worker.listen"),
    *("home.change", "family.plan", "health.help", "me.know", "plan.change"),
    *("anything.words", "good_news.words"),
)


@pytest.mark.parametrize("questions", [QUESTIONS[:1], QUESTIONS])
def test_sharing_takes_six_statements_however_many_the_answers(ada, words, statements, questions):
    """And one for each thing that it ends or adds: a draft, wishes, an earlier contribution."""
    said = words(*(an_answer(question, words="As it is") for question in questions))
    assert statements.of(lambda: share(ada, said)) <= 6
    again = words(*(an_answer(question, words="As it is") for question in questions))
    assert statements.of(lambda: share(ada, again)) <= 5  # that Ada has answered is known by now


def test_what_a_sharing_ends_costs_one_statement_each(ada, world, words, statements):
    share(ada, words())
    save(ada, at(world), content())
    assert statements.of(lambda: share(ada, words())) <= 6
    wish = words(an_answer("home.change", words="A dog", wish=True))
    assert statements.of(lambda: share(ada, wish)) <= 6


def test_a_carers_sharing_costs_no_more_than_a_childs(world, words, statements):
    carol = world.sign_in("Carol")
    assert statements.of(lambda: share(carol, own_form(words, "Carol"))) <= 6


def test_saving_a_draft_takes_three_statements(ada, world, statements):
    save(ada, at(world), content("One"))  # that it was begun is told to the trail, once
    assert statements.of(lambda: save(ada, at(world), content("Two"), 1)) <= 3


def test_own_contributions_take_as_many_statements_for_many_as_for_one(ada, words, statements):
    share(ada, words())
    one = statements.of(lambda: ada.get("/api/my/contributions"))
    for _ in range(4):
        share(ada, words())
    assert statements.of(lambda: ada.get("/api/my/contributions")) == one <= 5
