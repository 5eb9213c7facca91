"""Mutation testing (A7): every fault in the policy and in the rules of walls, told by some test?

For each fault a child process is forked that has loaded nothing of Cadair yet; it imports the
module with the fault in it and runs the tests of that module.  They are pure: no database, no web.
`python -m tests.security.mutating EVERY` tries each EVERYth fault and prints what it saw as JSON.
"""

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Final, NamedTuple

import pytest

from tests.security.mutants import Fault, faults_in

PROJECT = Path(__file__).resolve().parents[2]


class Subject(NamedTuple):
    """A module that decides who may what, and the tests that read as its facts."""

    group: str  # `policy`, or `walls`, of which nothing at all may survive
    module: str
    tests: tuple[str, ...]
    equal: tuple[str, ...] = ()  # faults that change nothing, each with its reason below


SUBJECTS: Final = (
    Subject(
        "policy",
        "cadair.access.policy",
        ("access/test_every_line.py", "access/test_policy.py"),
    ),
    Subject(
        "policy",
        "cadair.access.predicates",
        ("access/test_every_line.py", "access/test_policy.py"),
    ),
    Subject("policy", "cadair.access.actor", ("access/test_every_line.py",)),
    Subject("walls", "cadair.children.rules.walls", ("children/test_wall_rules.py",)),
    Subject("walls", "cadair.children.rules.knowing", ("children/test_wall_rules.py",)),
    Subject("walls", "cadair.reviews.rules.telling", ("reviews/test_telling.py",)),
    Subject("walls", "cadair.record.rules.kept_from", ("record/test_kept_from.py",)),
    Subject(
        "walls",
        "cadair.record.rules.passing",
        ("record/test_passing.py::test_what_passes_to_whom",),
    ),
    Subject(
        "walls",
        "cadair.record.rules.releasing",
        ("record/test_release_rules.py",),
        # A fingerprint is only ever compared with another of the same making.
        equal=("',' said otherwise", "':' said otherwise"),
    ),
)


class Seen(NamedTuple):
    """How many mutants there were, and those that no test told."""

    tried: int
    left: list[str]


def main(every: int) -> None:
    """Try each `every`th fault of every subject, and print {group: [tried, survivors]}."""
    seen: dict[str, Seen] = {}
    for subject in SUBJECTS:
        tried, left = seen.get(subject.group, Seen(0, []))
        more = survivors(subject, every=every)
        seen[subject.group] = Seen(tried + more.tried, left + more.left)
    print(json.dumps(seen))


def survivors(subject: Subject, *, every: int = 1) -> Seen:
    """The faults in a module that its tests do not tell."""
    path = PROJECT / "backend" / Path(*subject.module.split(".")).with_suffix(".py")
    if run_with(None, subject, path) != 0:
        return Seen(1, [f"the tests of {subject.module} fail without any fault"])
    faults = [
        fault
        for fault in faults_in(path.read_text("utf-8"))
        if fault.what.partition(": ")[2] not in subject.equal
    ][::every]
    left = [
        f"{subject.module} {fault.what}" for fault in faults if run_with(fault, subject, path) == 0
    ]
    return Seen(len(faults), left)


def run_with(fault: Fault | None, subject: Subject, path: Path) -> int:
    """What pytest says in a process of its own where the module has this fault: 0 is all right."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            status = _in_child(fault, subject, path)
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _in_child(fault: Fault | None, subject: Subject, path: Path) -> int:
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    if fault is not None:
        sys.meta_path.insert(0, _WithFault(subject.module, fault.tree, path))
    chosen = [str(PROJECT / "tests" / "backend" / test) for test in subject.tests]
    options = ["-x", "-q", "--noconftest", "-p", "no:cacheprovider", "--assert=plain"]
    return int(pytest.main([*options, f"--rootdir={PROJECT}", *chosen]))


class _WithFault(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the module with the fault to whoever imports it."""

    def __init__(self, module: str, tree: ast.Module, path: Path) -> None:
        self.module, self.tree, self.path = module, tree, path

    def find_spec(
        self, name: str, path: object = None, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.module:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=self)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.tree, str(self.path), "exec"), module.__dict__)


if __name__ == "__main__":
    main(int(sys.argv[1]))
