"""``python -m vpjournal.cli`` does what the installed command does."""

import sys

from vpjournal.cli.program import main

if __name__ == "__main__":
    sys.exit(main())
