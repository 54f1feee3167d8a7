"""A reader of pages that some pages end the process of, as the system does with one that takes too much memory."""

from __future__ import annotations

import os

from policytext.cli.inputs import Input
from policytext.cli.work import Result

__all__ = ["DEADLY", "DeadlyReader"]

DEADLY = "this page ends the process"


class DeadlyReader:
    """In a module of its own, so that a process that is started anew can import it."""

    def __call__(self, page: Input) -> Result:
        """Read a page."""
        if page.content == DEADLY:
            os._exit(1)
        return Result(page.location)

    def failed(self, page: Input, code: str, message: str) -> Result:
        """The result of a page that gave none."""
        return Result(page.location, error=(code, message))
