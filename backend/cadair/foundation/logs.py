"""What a log may say: where in the code something went wrong, and never a word of anybody's.

An exception's own message often repeats what was sent, and so do a path, a query and a database's
detail; none of them reaches a line.  Libraries write such things into their own messages, so of
theirs only the place is told.  A line is one line, whatever it is made of.
"""

import logging
import sqlite3
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any, Final

_CONTROL: Final = {code: f"\\x{code:02x}" for code in [*range(32), 127, *range(128, 160)]} | {
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}
_INDENT: Final = "\n    "
_OURS: Final = "cadair"


def one_line(text: str) -> str:
    """The text with its control characters and line ends written out: it forges no second line."""
    return text.translate(_CONTROL)


class WordlessFormatter(logging.Formatter):
    """One line a record; a traceback as its places and the kinds of its errors, indented.

    Moments are UTC and say so, as in the trail: lines of two machines can be put side by side.
    """

    converter = staticmethod(time.gmtime)
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"

    def format(self, record: logging.LogRecord) -> str:
        """The record as text that nobody outside can have forged a line of."""
        said = f"{self.formatTime(record)} {record.levelname} {record.name}: "
        said += one_line(_message(record))
        if record.exc_info and record.exc_info[1] is not None:
            said += self.formatException(record.exc_info)
        return said

    def formatException(  # noqa: N802 - logging's own name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        """Each error of the chain by its kind, and where it passed; what it says is left out."""
        lines: list[str] = []
        error: BaseException | None = ei[1]
        while error is not None:
            lines.append(_kind(error))
            lines += [
                f"  {frame.filename}:{frame.lineno} in {frame.name}"
                for frame in traceback.extract_tb(error.__traceback__, limit=30)
            ]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return _INDENT + _INDENT.join(map(one_line, lines))


def _message(record: logging.LogRecord) -> str:
    """Our own words; of a library's, its place in the code, and its numbers where it has only such.

    Waitress names the path that it served, urllib3 the address with its query.
    """
    args = record.args if isinstance(record.args, tuple) else (record.args,)
    is_ours = record.name == _OURS or record.name.startswith(f"{_OURS}.")
    if is_ours or (record.args and all(isinstance(each, int | float) for each in args)):
        return record.getMessage()
    return f"{Path(record.pathname).name}:{record.lineno}"


def _kind(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    if isinstance(error, sqlite3.OperationalError):  # such as "database is locked": no values
        return f"{kind}: {error}"
    if isinstance(error, OSError) and error.strerror:
        return f"{kind}: {error.strerror}"
    return kind


def settle(stream: Any = None) -> None:
    """Have everything that this process logs said so, on standard error; safe to call again."""
    root = logging.getLogger()
    if any(isinstance(handler.formatter, WordlessFormatter) for handler in root.handlers):
        return
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(WordlessFormatter())
    root.addHandler(handler)
    logging.raiseExceptions = False  # or logging prints the words that it could not log
    sys.excepthook = end_wordless
    threading.excepthook = _end_thread_wordless
    sys.unraisablehook = _pass_over_wordless


def end_wordless(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """What a process says of an error that ends it, in the place of Python's own traceback."""
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger(_OURS).critical("ended by an error", exc_info=(kind, error, trace))


def _end_thread_wordless(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is None or isinstance(ended.exc_value, SystemExit):
        return
    _say("a thread was ended by an error", ended.exc_value)


def _pass_over_wordless(passed: "sys.UnraisableHookArgs") -> None:
    if passed.exc_value is not None:
        _say("an error could not be raised", passed.exc_value)


def _say(what: str, error: BaseException) -> None:
    logging.getLogger(_OURS).error(what, exc_info=(type(error), error, error.__traceback__))
