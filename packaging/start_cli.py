"""Starts the maintenance commands in the bundle."""

import sys

from vpjournal.cli import main

sys.exit(main())
