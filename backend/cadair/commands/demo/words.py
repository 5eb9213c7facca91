"""What the made-up people of the demo said, shared as they themselves would share it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from cadair.access.actor import Actor, Job
from cadair.commands.demo.people import demo_id
from cadair.contributions import actions as contributions
from cadair.contributions.rules.answers import Face, GivenAnswer, Helper
from cadair.contributions.rules.forms import Audience, form
from cadair.contributions.rules.sharing import Said
from cadair.reviews import queries as reviews

VERSION: Final = 1
ONLY_IRO: Final = Audience.ONLY_OFFICER
EVERYONE: Final = Audience.EVERYONE


@dataclass(frozen=True, kw_only=True)
class Told:
    """One contribution of the story: by whom, on which form, and what."""

    by: str
    job: Job
    form: str
    answers: Mapping[str, Mapping[str, Any]]
    language: str = "en"
    helper: tuple[str, str] | None = field(default=None)


def share_all(
    session: Session, *, actor: Actor, child: UUID, told: Iterable[Told], now: datetime
) -> None:
    """Share each contribution with the child's review that is open at `now`."""
    review = reviews.upcoming_for(session, child_ids=[child]).get(child)
    if review is None:
        return
    for each in told:
        contributions.share(
            session,
            actor=Actor(
                person_id=demo_id(each.by),
                council_id=actor.council_id,
                job=each.job,
                language=each.language,
            ),
            contribution_id=uuid4(),
            said=Said(
                review_id=review.id,
                form=each.form,
                form_version=VERSION,
                language=each.language,
                helper=Helper(name=each.helper[0], who=each.helper[1]) if each.helper else None,
                replaces=None,
                answers=tuple(_answers(each)),
            ),
            now=now,
        )


def _answers(told: Told) -> Iterable[GivenAnswer]:
    known = form(told.form, VERSION)
    assert known is not None
    for question, said in told.answers.items():
        asked = known.questions[question]
        yield GivenAnswer(
            id=uuid4(),
            question=question,
            skip=None,
            face=Face(said["face"]) if "face" in said else None,
            choices=tuple(said.get("choices", ())),
            words=said.get("words"),
            helper_words=said.get("helper_words"),
            audience=asked.audience or said.get("audience") or asked.default_audience,
            not_people=(),
            wish=said.get("wish", False),
        )


EARLIER: Final[Mapping[str, tuple[Told, ...]]] = MappingProxyType(
    {
        "jaden": (
            Told(
                by="jaden", job=Job.CHILD, form="child_12_to_15",
                answers={
                    "meeting.come": {"choices": ["part"]},
                    "home.face": {"face": "happy"},
                    "family.face": {"face": "ok"},
                    "school.face": {"face": "sad", "words": "I got moved out of my maths set."},
                    "health.face": {"face": "ok"},
                    "fun.love": {"words": "I want to join a proper football team.", "wish": True},
                },
            ),
        ),
        "theo": (
            Told(
                by="theo", job=Job.CHILD, form="child_under_8",
                answers={"home.face": {"face": "ok"}, "school.face": {"face": "happy"}},
            ),
        ),
    }
)  # fmt: skip

NOW: Final[Mapping[str, tuple[Told, ...]]] = MappingProxyType(
    {
        "jaden": (
            Told(
                by="jaden", job=Job.CHILD, form="child_12_to_15",
                answers={
                    "meeting.come": {"choices": ["yes"]},
                    "meeting.who_no": {
                        "choices": ["school"],
                        "words": "Not Mrs Okafor please. I don't want school to hear about home.",
                        "audience": ONLY_IRO,
                    },
                    "meeting.when": {"choices": ["after_school"]},
                    "meeting.lead": {"choices": ["level_3"]},
                    "home.face": {"face": "ok"},
                    "home.change": {
                        "words": "Sandra is sound. But I share a room with Noah's cot things and "
                        "I can't sleep when he cries.",
                    },
                    "family.face": {"face": "sad"},
                    "family.brothers_sisters": {
                        "choices": ["more"],
                        "words": "I haven't seen Mia since the summer. I want to see her every "
                        "month.",
                        "wish": True,
                    },
                    "school.face": {"face": "happy", "words": "Back in set 2 and I got picked."},
                    "health.face": {"face": "ok"},
                    "fun.love": {
                        "words": "Football boots. Mine don't fit and training is Tuesdays.",
                        "wish": True,
                    },
                    "safe.feel": {"choices": ["mostly"]},
                    "social_worker.see": {"choices": ["keeps_changing"]},
                    "good_news.words": {"words": "I scored twice on Saturday.",
                                        "audience": EVERYONE},
                },
            ),
            Told(
                by="sandra", job=Job.CARER, form="carer",
                answers={
                    "going_well.words": {
                        "words": "Jaden has settled back into school really well and helps with "
                        "tea on Sundays. He makes us laugh.",
                    },
                    "strengths.words": {"words": "Two goals on Saturday, and he owned up about "
                                                 "the window."},
                    "home.face": {"face": "happy"},
                    "home.words": {"words": "Sleep is better since he has his own shelf and lamp."},
                    "school.face": {"face": "happy"},
                    "family_time.brothers_sisters": {
                        "words": "Time with Mia keeps being cancelled. He goes quiet for days "
                        "after.",
                    },
                    "permissions.choices": {"choices": ["sleepovers", "trips"]},
                    "support.words": {"words": "A second bedroom sorted before Christmas."},
                    "taking_part.how": {"choices": ["meeting"]},
                },
            ),
            Told(
                by="karen", job=Job.PARENT, form="parent",
                answers={
                    "doing.face": {"face": "ok"},
                    "going_well.words": {"words": "He sounds more like himself on the phone."},
                    "family_time.words": {"words": "I would like Saturdays, so he can come to "
                                                   "mine for his tea."},
                    "taking_part.how": {"choices": ["apart"]},
                    "private_note.words": {"words": "I start a new job on the 1st and I am "
                                                    "nervous about telling everyone."},
                },
            ),
        ),
        "theo": (
            Told(
                by="theo", job=Job.CHILD, form="child_under_8",
                helper=("Auntie Jo", "foster carer"),
                answers={
                    "home.face": {"face": "happy"},
                    "school.face": {"face": "sad", "helper_words": "His best friend moved away."},
                    "fun.like": {"words": "dinosaurs and chips"},
                },
            ),
        ),
        "noah": (
            Told(
                by="sandra", job=Job.CARER, form="observation",
                answers={
                    "shows.happy": {"words": "He stamps both feet and says 'again'."},
                    "shows.unhappy": {"words": "He goes very still and holds his blue rabbit."},
                    "home.face": {"face": "happy"},
                    "family.time": {"words": "He looks for his mum's face first, then plays."},
                },
            ),
        ),
        "elin": (
            Told(
                by="elin", job=Job.CHILD, form="child_12_to_15", language="cy",
                answers={
                    "meeting.come": {"choices": ["yes"]},
                    "meeting.lead": {"choices": ["level_4"]},
                    "home.face": {"face": "happy", "words": "Dwi'n licio byw efo Mair."},
                    "family.face": {"face": "ok"},
                    "family.brothers_sisters": {
                        "choices": ["more"],
                        "words": "Dwi isio gweld Gruff bob penwythnos.",
                        "wish": True,
                    },
                    "school.face": {"face": "sad", "words": "Mae pawb yn gofyn pam dwi'n byw "
                                                            "efo Mair."},
                    "good_news.words": {"words": "Ges i ran yn y sioe ysgol!",
                                        "audience": EVERYONE},
                },
            ),
            Told(
                by="mair", job=Job.CARER, form="carer", language="cy",
                answers={
                    "going_well.words": {"words": "Mae Elin wedi cael rhan yn y sioe ysgol ac "
                                                  "mae hi wrth ei bodd."},
                    "home.face": {"face": "happy"},
                    "taking_part.how": {"choices": ["meeting"]},
                },
            ),
        ),
    }
)  # fmt: skip
