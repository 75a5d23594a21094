"""Starts the window with ``python -m ui``."""

import sys

from ui.app import main

sys.exit(main())
