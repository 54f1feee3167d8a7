"""The command ``policytext``: the only room that reads and writes files. The library itself stays pure."""

from __future__ import annotations

from policytext.cli.command import main

__all__ = ["main"]
