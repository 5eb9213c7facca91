"""The group of all commands; each command builds the application from the environment."""

import importlib
import os
import sys
from typing import Final

import click
from flask import Flask

from cadair.app import create_app
from cadair.foundation.settings import Settings, SettingsRefused

COMMANDS: Final = ("serving", "importing", "people_import", "sweeps", "demo")


@click.group()
def cli() -> None:
    """Cadair: a child in care says what they think, and every wish gets an answer."""


def application() -> Flask:
    """The application as the environment describes it."""
    return create_app(Settings.from_environment(os.environ))


def main() -> None:
    """Run the command that was typed."""
    for name in COMMANDS:
        importlib.import_module(f"cadair.commands.{name}")
    try:
        cli(prog_name="cadair")
    except SettingsRefused as refused:
        sys.exit(f"cadair: {refused}")
