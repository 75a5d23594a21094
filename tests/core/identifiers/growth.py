"""Whether work grows with its input alone: measured by comparing sizes in one run, never against a clock."""

import time
from collections.abc import Callable


def assert_linear(work: Callable[[str], object], unit: str, *, times: int = 2_000) -> None:
    """Assert that eight times as much text takes at most some twenty times as long; quadratic work takes 64 times."""
    small = _seconds(work, unit * times)
    large = _seconds(work, unit * (8 * times))
    assert large < 20 * max(small, 0.0005), f"{unit[:20]!r}: {large / small:.0f} times as long"


def _seconds(work: Callable[[str], object], text: str) -> float:
    return min(_once(work, text) for _ in range(3))


def _once(work: Callable[[str], object], text: str) -> float:
    before = time.process_time()
    work(text)
    return time.process_time() - before
