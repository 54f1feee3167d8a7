"""``python -m policytext``: the command."""

from __future__ import annotations

import sys

from policytext.cli import main

if __name__ == "__main__":
    sys.exit(main())
