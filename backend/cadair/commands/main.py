"""The group of all commands; each command builds the application from the environment."""

import importlib
import os
import pkgutil
import sys

import click
from flask import Flask

from cadair.app import create_app
from cadair.commands.trouble import TROUBLE, in_words
from cadair.foundation import logs
from cadair.foundation.settings import Settings, SettingsRefused


@click.group()
def cli() -> None:
    """Cadair: a child in care says what they think, and every wish gets an answer."""


def application() -> Flask:
    """The application as the environment describes it."""
    return create_app(Settings.from_environment(os.environ))


def main() -> None:
    """Run the command that was typed."""
    logs.settle()
    commands = importlib.import_module("cadair.commands")
    for module in pkgutil.iter_modules(commands.__path__, "cadair.commands."):
        importlib.import_module(module.name)
    try:
        cli(prog_name="cadair")
    except SettingsRefused as refused:
        sys.exit(f"cadair: {refused}")
    except BrokenPipeError:
        sys.exit(1)  # whoever was reading has gone
    except TROUBLE as trouble:
        sys.exit(
            f"cadair: {in_words(trouble)}. Nothing was written that was not finished before; "
            "do the same again when that is mended."
        )
