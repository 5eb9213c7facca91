"""The `cadair` command: what is done from a terminal."""

from cadair.commands.main import main

__all__ = ["main"]
