"""The made-up people of the demo.  None of them, and neither council, exists."""

import base64
from dataclasses import dataclass
from hashlib import sha1
from typing import Final
from uuid import UUID, uuid5

from cadair.access.actor import Job

IDS: Final = UUID("5b0c4f6e-3f53-4f0e-9d2c-2f6a4a8f9b11")
PASSPHRASE: Final = "violet kettle galaxy"  # noqa: S105 - known to all, on purpose


def demo_id(key: str) -> UUID:
    """The id of a demo person: the same in every demo, so that pictures can be made again."""
    return uuid5(IDS, key)


def demo_secret(key: str) -> str:
    """The secret of a demo person's authenticator app: known to all, on purpose."""
    return base64.b32encode(sha1(demo_id(key).bytes, usedforsecurity=False).digest()).decode()


@dataclass(frozen=True, kw_only=True)
class DemoPerson:
    """Somebody to sign in as."""

    key: str
    name: str
    job: Job
    who_they_are: str
    email: str | None = None
    language: str = "en"
    chair: tuple[str, str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class DemoChild:
    """A child with a story; `circle` holds who, what they are to the child, and responsibility."""

    key: str
    name: str
    who_they_are: str
    age_days: int
    care_began_days_ago: int
    reviews_days_ago: tuple[int, ...]
    circle: tuple[tuple[str, str, bool], ...]
    officer: str
    language: str = "en"
    sex: str = "2"
    legal_status: str = "C2"
    place: str = "U4"
    far: bool = False  # lives outside the council's area
    chair: tuple[str, str, str] | None = None
    can_sign_in: bool = True


YEAR: Final = 365

ENGLAND: Final = (
    DemoPerson(key="helen", name="Helen Osei", job=Job.SERVICE_MANAGER,
               who_they_are="service manager", email="helen.osei@northmoor.example"),
    DemoPerson(key="priya", name="Priya Nair", job=Job.REVIEWING_OFFICER,
               who_they_are="reviewing officer of 118 children",
               email="priya.nair@northmoor.example", chair=("armchair", "plum", "waves")),
    DemoPerson(key="daniel", name="Daniel Marsh", job=Job.REVIEWING_OFFICER,
               who_they_are="another reviewing officer",
               email="daniel.marsh@northmoor.example", chair=("dining", "slate", "plain")),
    DemoPerson(key="tom", name="Tom Whelan", job=Job.SOCIAL_WORKER,
               who_they_are="social worker of Jaden, Amelia and Noah",
               email="tom.whelan@northmoor.example", chair=("camping", "moss", "plain")),
    DemoPerson(key="sandra", name="Sandra Bell", job=Job.CARER,
               who_they_are="foster carer of Jaden, Amelia and Noah",
               chair=("rocker", "coral", "patch")),
    DemoPerson(key="karen", name="Karen Cole", job=Job.PARENT, who_they_are="Jaden’s mum",
               chair=("dining", "rose", "dots")),
    DemoPerson(key="lee", name="Lee Cole", job=Job.PARENT,
               who_they_are="Jaden’s dad, who must not learn where Jaden lives"),
    DemoPerson(key="okafor", name="Grace Okafor", job=Job.PROFESSIONAL,
               who_they_are="Jaden’s teacher", chair=("stool", "sky", "plain")),
    DemoPerson(key="yusuf", name="Yusuf Demir", job=Job.PROFESSIONAL,
               who_they_are="Jaden’s advocate", chair=("beanbag", "teal", "stripes")),
)  # fmt: skip

ENGLAND_CHILDREN: Final = (
    DemoChild(
        key="jaden", name="Jaden Cole", who_they_are="14, review in two weeks",
        age_days=14 * YEAR + 40, care_began_days_ago=980, sex="1",
        reviews_days_ago=(955, 870, 695, 519, 343, 167),
        circle=(("tom", "social_worker", False), ("sandra", "foster_carer", False),
                ("karen", "mother", True), ("lee", "father", True), ("okafor", "school", False),
                ("yusuf", "advocate", False)),
        officer="priya", chair=("swing", "teal", "stars"),
    ),
    DemoChild(
        key="amelia", name="Amelia Hart", who_they_are="9, has said nothing yet",
        age_days=9 * YEAR + 200, care_began_days_ago=100,
        reviews_days_ago=(75,),
        circle=(("tom", "social_worker", False), ("sandra", "foster_carer", False)),
        officer="priya", chair=("beanbag", "marigold", "dots"),
    ),
    DemoChild(
        key="theo", name="Theo Brandt", who_they_are="6, with faces and few words",
        age_days=6 * YEAR + 90, care_began_days_ago=445, sex="1",
        reviews_days_ago=(420, 336, 160), circle=(), officer="priya",
    ),
    DemoChild(
        key="ruby", name="Ruby Adeyemi", who_they_are="17",
        age_days=17 * YEAR + 60, care_began_days_ago=5 * YEAR,
        reviews_days_ago=(YEAR + 170, 350, 172), circle=(), officer="priya",
        chair=("throne", "plum", "waves"),
    ),
    DemoChild(
        key="noah", name="Noah Finch", who_they_are="2, an observation by his carer",
        age_days=2 * YEAR + 100, care_began_days_ago=287, sex="1",
        reviews_days_ago=(262, 172), can_sign_in=False,
        circle=(("sandra", "foster_carer", False), ("tom", "social_worker", False)),
        officer="priya",
    ),
)  # fmt: skip

WALES: Final = (
    DemoPerson(key="rhian", name="Rhian Beynon", job=Job.SERVICE_MANAGER,
               who_they_are="rheolwr gwasanaeth", email="rhian.beynon@brogwynfryn.example",
               language="cy"),
    DemoPerson(key="carys", name="Carys Llwyd", job=Job.REVIEWING_OFFICER,
               who_they_are="Swyddog Adolygu Annibynnol",
               email="carys.llwyd@brogwynfryn.example", language="cy",
               chair=("rocker", "sky", "waves")),
    DemoPerson(key="gethin", name="Gethin Parry", job=Job.REVIEWING_OFFICER,
               who_they_are="SAA, yn cymryd lle Carys",
               email="gethin.parry@brogwynfryn.example", language="cy",
               chair=("dining", "moss", "dots")),
    DemoPerson(key="ifan", name="Ifan Puw", job=Job.SOCIAL_WORKER,
               who_they_are="gweithiwr cymdeithasol Elin",
               email="ifan.puw@brogwynfryn.example", language="cy"),
    DemoPerson(key="mair", name="Mair Tudur", job=Job.CARER,
               who_they_are="gofalwr maeth Elin", language="cy",
               chair=("armchair", "moss", "patch")),
    DemoPerson(key="dewi", name="Dewi Rees", job=Job.PARENT, who_they_are="tad Elin",
               language="cy"),
)  # fmt: skip

WALES_CHILDREN: Final = (
    DemoChild(
        key="elin", name="Elin Rees", who_they_are="13 oed, adolygiad cyn hir",
        age_days=13 * YEAR + 120, care_began_days_ago=635,
        reviews_days_ago=(608, 523, 347, 171),
        circle=(("ifan", "social_worker", False), ("mair", "foster_carer", False),
                ("dewi", "father", True)),
        officer="carys", language="cy", chair=("beanbag", "coral", "stars"),
    ),
    DemoChild(
        key="macsen", name="Macsen Owen", who_they_are="10 oed", age_days=10 * YEAR + 12,
        care_began_days_ago=260, reviews_days_ago=(235, 168), officer="carys",
        circle=(("ifan", "social_worker", False), ("mair", "foster_carer", False)),
        language="cy", sex="1", chair=("stool", "marigold", "stripes"),
    ),
)  # fmt: skip

FIRST_NAMES: Final = (
    "Aaliyah Abigail Adam Aisha Alfie Amara Archie Arjun Ava Ayesha Bella Ben Bethan Callum Chloe "
    "Connor Daisy Dylan Eden Eliza Ellis Emily Ethan Evie Faith Finley Freya George Grace Hamza "
    "Hannah Harley Harper Imogen Isaac Isla Jamal Jasmine Jude Kai Kayla Keira Kian Lacey Layla "
    "Leo Lily Logan Lola Maisie Mason Maya Mia Milo Mohammed Nia Oscar Phoebe Poppy Rhys Riley"
).split()
LAST_NAMES: Final = (
    "Abbott Ahmed Akhtar Allen Baker Barker Begum Bishop Booth Bryant Burton Carr Chapman Clarke "
    "Cooper Dawson Dixon Doyle Elliott Farrow Fisher Fletcher Gill Goddard Greene Harding Hayes "
    "Holt Hussain Ibrahim Jarvis Kaur Keane Lamb Lawson Mahmood Marsden Mbeki Moss Nash Nolan"
).split()
