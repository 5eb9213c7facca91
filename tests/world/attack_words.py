"""Words that would run as a program wherever a page takes them for more than words, and a world
in which every field that keeps somebody's words is full of them."""

import re
from itertools import cycle, islice, product
from typing import Any
from uuid import UUID, uuid4

from flask import Flask
from sqlalchemy import update
from werkzeug.test import TestResponse

from cadair.commands.demo.people import demo_id
from cadair.contributions.rules.forms import Audience, Kind, form
from cadair.foundation.clock import now
from cadair.foundation.database import db, scope_to
from cadair.people.models import Council, Passkey, Person
from tests.access.test_matrix import World
from tests.conftest import OwnPages
from tests.world.two_councils import JADEN, NORTHMOOR, signed_in

CALLS = ("__hit()", "top.__hit()", "self['__hit']()")
# {} is what would run.  Each way in is another: tags, handlers, addresses, breaking out of an
# attribute, of a script, of a comment, of a template; entities, and what parsers mend.
CARRIERS = (
    """
<script>{}</script>|<SCRIPT SRC=data:,{}></SCRIPT>|<script/x>{}</script>|<scr<script>ipt>{}</script>
<img src=x onerror={}>|<img/src/onerror={}>|<IMG SRC=x OnErRoR={}>|<img src=x:x onerror={} //
<svg onload={}>|<svg><script>{}</script>|<svg/onload={}>|<svg><animate onbegin={} attributeName=x>
<svg><a xlink:href="javascript:{}"><text y=9>x|<svg><use href="data:image/svg+xml,{}#x">
<body onload={}>|<body onpageshow={}>|<iframe srcdoc="<script>parent.{}</script>">
<iframe src="javascript:parent.{}">|<iframe onload={}>|<object data="javascript:{}">
<object data="data:text/html,<script>{}</script>">|<embed src="javascript:{}">
<a href="javascript:{}">x</a>|<a href="java&#9;script:{}">x</a>|<a href=" javascript:{}">x</a>
<a href="data:text/html,<script>{}</script>">x</a>|<form action="javascript:{}"><button>x
<button formaction="javascript:{}" form=x>x|<input autofocus onfocus={}>
<select onfocus={} autofocus>
<textarea autofocus onfocus={}>|<details open ontoggle={}>|<video><source onerror={}>
<video src=x onerror={}>|<audio src=x onerror={}>|<marquee onstart={}>|<div onmouseover={}>x</div>
<div style="animation:x" onanimationstart={}>|<style>@import 'javascript:{}';</style>
<link rel=stylesheet href="javascript:{}">|<link rel=import href="data:text/html,{}">
<meta http-equiv=refresh content="0;url=javascript:{}">|<base href="javascript:{}//">
<math><mtext><script>{}</script>|<math href="javascript:{}">x|<table background="javascript:{}">
"><script>{}</script>|'><img src=x onerror={}>|" onmouseover={} x="|' autofocus onfocus={} x='
`-{}-`|"-{}-"|'-{}-'|');{}//|";{}//|</script><script>{}</script>|</title><script>{}</script>
</textarea><script>{}</script>|</style><img src=x onerror={}>|--><script>{}</script>
]]><script>{}</script>|<!--<img src="--><img src=x onerror={}>
<noscript><p title="</noscript><img src=x onerror={}>">
<xmp><p title="</xmp><svg/onload={}>">|<template><script>{}</script></template>
<x onclick={}>x</x>|{{{{constructor.constructor('{}')()}}}}|${{{}}}|<%={}%>|#{{{}}}
[x](javascript:{})|![x](x" onerror="{})|&lt;script&gt;{}&lt;/script&gt;
&#60;img src=x onerror={}&#62;
\\u003cscript\\u003e{}\\u003c/script\\u003e|\\x3cimg src=x onerror={}\\x3e
%3Cscript%3E{}%3C/script%3E
javascript:{}|JaVaScRiPt:{}|data:text/html,<script>{}</script>|vbscript:{}
<portal src="javascript:{}">|<div id=x tabindex=1 onfocusin={}>x
<p popover onbeforetoggle={}>x</p>
""".strip()
    .replace("\n", "|")
    .split("|")
)
ATTACKS = tuple(carrier.format(call) for call, carrier in islice(product(CALLS, CARRIERS), 200))
FORMS = {
    "jaden": "child_12_to_15", "sandra": "carer", "karen": "parent", "okafor": "professional",
    "tom": "professional",
}  # fmt: skip


class Filling(OwnPages):
    """A browser that notes which fields of which routes it has filled."""

    filled: set[str]

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        answer = super().open(*args, **kwargs)
        if kwargs.get("json") is not None and answer.status_code < 300:
            route = re.sub(r"[0-9a-f-]{36}", "{}", args[0])
            for field in _attacked(kwargs["json"]):
                self.filled.add(f"{kwargs['method']} {route} {field}")
        return answer


def _attacked(sent: Any, path: str = "") -> Any:
    if isinstance(sent, dict):
        for key, each in sent.items():
            name = "*" if "." in key else key  # an answer, by its question
            yield from _attacked(each, f"{path}.{name}")
    elif isinstance(sent, list):
        for each in sent:
            yield from _attacked(each, f"{path}[]")
    elif isinstance(sent, str) and "__hit" in sent:
        yield path


class AttackedWorld(World):
    """Two councils in which everybody writes nothing but attacks."""

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        self.attacks = cycle(ATTACKS)
        self.filled: set[str] = set()
        self.contribute()
        self.plan_and_try()
        self.tell_of_the_circle()
        self.release_ids = [self.release(key) for key in ("karen", "sandra", "jaden")]
        self.write_drafts()
        self.bring_in_names()

    def words(self, longest: int) -> str:
        """As many attacks as fit, one on each line."""
        lines: list[str] = []
        while True:
            more = next(self.attacks)
            if lines and len("\n".join([*lines, more])) > longest:
                return "\n".join(lines)
            lines.append(more[:longest])

    def line(self, longest: int) -> str:
        """One attack that fits whole."""
        return next(each for each in self.attacks if len(each) <= longest)

    def ask(self, key: str, method: str, path: str, body: Any, **headers: str) -> Any:
        signed = signed_in(self.app, key)
        client = Filling(self.app, signed.response_wrapper)
        client._cookies, client.filled = signed._cookies, self.filled
        client.environ_base |= signed.environ_base
        told = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = client.open(f"/api/{path}", method=method, json=body, headers=told)
        assert answer.status_code < 300, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer.json if answer.data else None

    def contribute(self) -> None:
        for key, name in FORMS.items():
            made = form(name, 1)
            assert made is not None
            answers = [
                {
                    "id": str(uuid4()), "question": question.key, "words": self.words(3000),
                    "helper_words": self.words(1000),
                    "audience": (question.audience or Audience.EVERYONE).value,
                }
                for question in made.questions.values()
            ]  # fmt: skip
            said = {
                "review_id": str(self.review_id), "form": name, "form_version": 1,
                "language": "en", "helper": {"name": self.line(100), "who": self.line(100)},
                "replaces": None, "answers": answers,
            }  # fmt: skip
            self.ask(key, "PUT", f"contributions/{uuid4()}", said)

    def plan_and_try(self) -> None:
        review = f"reviews/{self.review_id}"
        read = signed_in(self.app, "priya").get(f"/api/{review}")
        parts = [
            {
                "id": str(uuid4()), "title": self.line(120), "how": how, "minutes": 45,
                "starts_at": "2027-01-05T15:30:00Z", "place": self.words(500).replace("\n", " "),
                "video_link": link, "people": [str(JADEN), str(demo_id(who)), str(demo_id("tom"))],
                "agenda": [self.line(200) for _ in range(20)],
            }
            for how, who, link in (
                ("in_person", "karen", None),
                ("video", "sandra", "https://meet.example/#'onmouseover=__hit()//javascript:__hit()"),
            )
        ]  # fmt: skip
        self.part_ids = [part["id"] for part in parts]
        self.ask("priya", "PUT", f"{review}/plan", {"parts": parts}, If_Match=read.headers["ETag"])
        tried = {"how": "phone", "reached": False, "note": self.words(2000)}
        for who in ("lee", "karen"):
            told = {"person_id": str(demo_id(who)), **tried}
            self.ask("priya", "PUT", f"{review}/attempts/{uuid4()}", told)
        code = {"code": "PN4", "reason": self.words(2000)}
        self.ask("priya", "PUT", f"{review}/participation-code", code)
        early = self.put_children_early_reviews()["json"]
        early |= {"trigger": "welfare_concern", "why": self.words(2000), "reason": self.words(2000)}
        early_id = uuid4()
        self.ask("priya", "PUT", f"children/{JADEN}/early-reviews/{early_id}", early)
        back = {"decision": "taken_back", "hold_by": None, "reason": self.words(2000)}
        self.ask("priya", "PUT", f"children/{JADEN}/early-reviews/{early_id}/decision", back)

    def tell_of_the_circle(self) -> None:
        jaden = f"children/{JADEN}"
        for _ in range(6):
            told = {**self.put_children_circle("", signed_in(self.app, "priya"), {})["json"]}
            told |= {"name": self.line(200)}
            self.ask("priya", "PUT", f"{jaden}/circle/{uuid4()}", told)
        for kind in ("address", "school", "carer_phone"):
            fact = {"kind": kind, "words": self.words(500)}
            self.ask("priya", "PUT", f"{jaden}/protected-facts", fact)
        between = {"one_id": str(demo_id("lee")), "other_id": str(demo_id("yusuf"))}
        reason = {**between, "reason": self.words(2000)}
        self.ask("priya", "PUT", f"{jaden}/wall-proposals/{uuid4()}", reason)
        why = {"reason": self.words(2000), "unsafe_to_tell": False}
        self.ask("helen", "PUT", f"{jaden}/broken-glass/{uuid4()}", why)
        passkey_id = self.passkey_of_priya()
        self.ask("priya", "PUT", f"me/passkeys/{passkey_id}", {"name": self.line(60)})

    def passkey_of_priya(self) -> UUID:
        passkey_id = uuid4()
        with self.app.app_context():
            scope_to(db.session, NORTHMOOR)
            row = Passkey(
                id=passkey_id, person_id=demo_id("priya"), credential=b"hers", used_count=0,
                public_key=b"half of it", transports=[], name="Mine", added_at=now(),
            )  # fmt: skip
            db.session.add(row)
            db.session.commit()
        return passkey_id

    def release(self, key: str) -> Any:
        """Given to one of them with all attacks at once, after a second person agreed."""
        review, release_id = f"reviews/{self.review_id}", uuid4()
        wanted = {"lines": [], "words": self.words(10_000)}
        path = f"{review}/recipients/{demo_id(key)}/preview"
        seen = self.ask("priya", "POST", path, wanted)
        told = {"person_id": str(demo_id(key)), "fingerprint": seen["fingerprint"]}
        made = self.ask(
            "priya", "PUT", f"{review}/releases/{release_id}",
            {**wanted, **told, "reason": self.words(2000)},
        )  # fmt: skip
        if made["state"] == "waiting":
            signed_in(self.app, "helen").get(f"/api/{review}/releases/{release_id}")
            agreed = {"agrees": True, "note": self.words(2000)}
            self.ask("helen", "POST", f"{review}/releases/{release_id}/answer", agreed)
        return release_id

    def write_drafts(self) -> None:
        for key, name in FORMS.items():
            made = form(name, 1)
            assert made is not None

            def answer() -> dict[str, Any]:
                return {
                    "words": self.words(2000), "helper_words": self.words(500),
                    "choices": [self.line(60)], "audience": "everyone_at_my_review",
                }  # fmt: skip

            asked = [each.key for each in made.questions.values() if each.kind is Kind.WORDS]
            content = {
                "form": name, "form_version": 1, "language": "en",
                "helper": {"name": self.line(100), "who": self.line(100)},
                "answers": {each: answer() for each in asked},
                "other_words": {each: [answer()] for each in asked[:2]},
            }  # fmt: skip
            draft = f"my/drafts/{self.review_id}"
            read = signed_in(self.app, key).get(f"/api/{draft}").json or {}
            revision = f'"{read.get("revision", 0)}"'
            self.ask(key, "PUT", draft, {"content": content}, If_Match=revision)

    def bring_in_names(self) -> None:
        """What only commands and imports write: the names of people and of the council."""
        with self.app.app_context():
            scope_to(db.session, NORTHMOOR)
            for person in db.session.query(Person).all():
                person.name, person.called = self.line(200), self.line(100)
            council = db.session.get_one(Council, NORTHMOOR)
            council.settings = {
                **council.settings,
                "review_word": self.line(100),
                "duty_line": self.line(100),
            }
            db.session.execute(
                update(Council).where(Council.id == NORTHMOOR).values(name=self.line(100))
            )
            db.session.commit()
