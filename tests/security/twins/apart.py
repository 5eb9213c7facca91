"""Worlds in processes of their own, forked from one that holds the prepared council in memory.

So a world costs no copying, and nothing passes from one to the next: no cache, no counter, no
fault that was planted in it.
"""

import gc
import os
import pickle
import signal
import sys
import traceback
import warnings
from collections.abc import Generator
from multiprocessing import Pipe
from typing import Any

ANSWERS_WITHIN_S = 300.0  # a walk takes seconds, on a busy machine a minute


class WentWrong(Exception):
    """What happened in a world's own process."""


class Apart:
    """A generator that runs in a process of its own: it yields answers and is sent questions."""

    def __init__(self, work: Generator[Any, Any, None]) -> None:
        here, there = Pipe()
        with warnings.catch_warnings():
            # Newer Pythons warn of threads that are not copied; only a test's leftovers could be.
            warnings.simplefilter("ignore", DeprecationWarning)
            self.pid = os.fork()
        if self.pid == 0:
            gc.disable()  # it would copy all that is shared, and the process ends soon
            here.close()
            _serve(work, there)
        there.close()
        self._pipe = here

    def next(self, told: Any = None) -> Any:
        """Send it `told`, and wait for what it yields next; raises WentWrong."""
        self._pipe.send_bytes(pickle.dumps(told))
        if not self._pipe.poll(ANSWERS_WITHIN_S):
            raise WentWrong("it waits for ever: was it forked after the typesetter was started?")
        try:
            went_well, said = pickle.loads(self._pipe.recv_bytes())
        except EOFError:
            went_well, said = False, "its process ended without a word"
        if not went_well:
            raise WentWrong(said)
        return said

    def end(self) -> None:
        """End the process, wherever it is: its world was in memory alone."""
        self._pipe.close()
        os.kill(self.pid, signal.SIGKILL)  # later worlds hold its pipe too, so it sees no end
        os.waitpid(self.pid, 0)


def _serve(work: Generator[Any, Any, None], pipe: Any) -> None:
    """Answer until the other side is gone; never return into whoever forked."""
    try:
        while True:
            told = pickle.loads(pipe.recv_bytes())
            pipe.send_bytes(pickle.dumps((True, work.send(told))))
    except (EOFError, StopIteration, BrokenPipeError):
        pass
    except BaseException:
        pipe.send_bytes(pickle.dumps((False, traceback.format_exc())))
    finally:
        sys.stdout.flush()
        os._exit(0)
