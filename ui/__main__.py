"""Starts the window with ``python -m ui``.

Nothing of a start is garbage: looking for it would take 8 ms before the first window. ``ui.garbage`` begins to.
"""

import gc
import sys

gc.disable()

from ui.imports import import_plainly  # noqa: E402 - what it imports is the start

import_plainly()

from ui.app import main  # noqa: E402 - the rest of it

if __name__ == "__main__":
    sys.exit(main())
