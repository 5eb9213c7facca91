"""What the terminal says when the machine is in trouble: a sentence, never a trace."""

import sys

import pytest
from sqlalchemy.exc import OperationalError

from cadair.commands import inviting
from cadair.commands.main import main
from cadair.commands.trouble import in_words


@pytest.mark.parametrize(
    "trouble",
    [
        OSError(28, "No space left on device"),
        OperationalError("INSERT INTO person …", {"name": "Jaden"}, Exception("disk is full")),
    ],
)
def test_a_full_disk_is_called_by_its_name(trouble):
    assert in_words(trouble) == "the disk is full"


def test_a_command_on_a_full_disk_ends_with_a_sentence(monkeypatch, capsys):
    def full():
        raise OperationalError("INSERT", {"name": "Jaden"}, Exception("disk is full"))

    monkeypatch.setattr(inviting, "application", full)
    monkeypatch.setattr(
        sys, "argv", ["cadair", "council", "X", "--nation", "wales", "--duty-line", "1"]
    )
    with pytest.raises(SystemExit) as ended:
        main()
    assert str(ended.value).startswith("cadair: the disk is full. Nothing was written")
    assert "Jaden" not in str(ended.value)
    assert "Traceback" not in capsys.readouterr().err
