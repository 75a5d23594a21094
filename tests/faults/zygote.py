"""Runs jobs in processes forked from a warm one, so that hundreds of them can be killed in minutes.

The warm process has imported and once done everything; a fork of it begins its job within a few milliseconds. A job
acknowledges each thing that it has done in a line, sent in one call over a socket (so that calls that write files can
be traced, and made to fail, without touching it), and the test reads these lines: what was acknowledged may not be
lost, whatever happens to the process then.
"""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from types import TracebackType
from typing import IO, Any

from tests.faults.telling import tell

_READY = "ready"


class Run:
    """One job in a process of its own. It is over once ``outcome`` was asked for."""

    def __init__(self, requests: IO[str], lines: IO[str], job: str, held: bool, arguments: dict[str, Any]) -> None:
        self._lines = lines
        self.over = False
        self.status = 0
        self.seen: list[str] = []
        requests.write(json.dumps({"job": job, "held": held, "arguments": arguments}) + "\n")
        requests.flush()
        self.pid = int(self._line().removeprefix("pid "))

    def line(self) -> str:
        """The next acknowledgement; empty once the process has ended."""
        if self.over:
            return ""
        line = self._line()
        if line.startswith("end "):
            self.status, self.over = int(line.removeprefix("end ")), True
            return ""
        self.seen.append(line)
        return line

    def release(self) -> None:
        """Let a job that was held begin."""
        os.kill(self.pid, signal.SIGUSR1)

    def kill(self) -> None:
        """Kill the process, if it has not ended."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)

    def rest(self) -> list[str]:
        """Every acknowledgement until the end; ``status`` is then the process's, as waitpid tells it."""
        found = []
        while line := self.line():
            found.append(line)
        return found

    def _line(self) -> str:
        line = self._lines.readline()
        if not line.endswith("\n"):
            raise AssertionError("the warm process has ended")
        return line[:-1]


class Zygote:
    """The warm process. Close it, or use it in a ``with``."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            command = [sys.executable, "-m", "tests.faults.zygote"]
            self._process = subprocess.Popen(command, stdin=theirs, stdout=theirs)
        with ours:
            self._requests, self._lines = ours.makefile("w"), ours.makefile("r")
        if self._lines.readline() != f"{_READY}\n":
            self.close()
            raise AssertionError("the warm process could not begin")

    @contextlib.contextmanager
    def run(self, job: str, *, held: bool = False, **arguments: Any) -> Iterator[Run]:
        """Run a job of ``tests.faults.jobs``; ``held`` lets it wait for ``release``. It does not outlive the block."""
        run = Run(self._requests, self._lines, job, held, arguments)
        try:
            yield run
        finally:
            if not run.over:
                run.kill()
                run.rest()

    def close(self) -> None:
        self._requests.close()
        self._lines.close()
        self._process.wait(timeout=30)

    def __enter__(self) -> "Zygote":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _main() -> None:
    from tests.faults import jobs

    jobs.warm_up()
    # Held back until a job waits for it.
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    tell(_READY)
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            _child(json.loads(line))
        tell(f"end {os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])}")


def _child(request: dict[str, Any]) -> None:
    from tests.faults import jobs

    tell(f"pid {os.getpid()}")
    if request["held"]:
        signal.sigwait({signal.SIGUSR1})
    tell(jobs.outcome(request["job"], request["arguments"]))
    os._exit(0)


if __name__ == "__main__":
    _main()
