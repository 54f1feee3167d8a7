"""The errors of the library: one base, two kinds, each with a stable ``code``.

A page that is odd, empty, cut short or badly encoded is never an error: it gives a document with notes. An error
means either that the input is not text at all or beyond a limit (`InputError`: skip the page, or decompress it first),
or that the call itself is wrong (`UsageError`: change the call). The base class itself is raised for one thing only,
``no_dictionaries``: a broken installation.

All arguments are positional, so that every error survives pickling and a process pool never hangs on one.
"""

from __future__ import annotations

__all__ = ["InputError", "PolicytextError", "UsageError"]


class PolicytextError(Exception):
    """Base of every error this library raises on purpose.

    Attributes:
        code: A short stable word for programs, such as ``"binary"`` or ``"unknown_source"``.
        message: What is wrong and what to do, for people.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]"


class InputError(PolicytextError, ValueError):
    """The input is not text (``binary``) or beyond the size limit (``too_large``). Skip it or unpack it first."""


class UsageError(PolicytextError, ValueError):
    """The call is wrong; the message names what is allowed.

    Codes: ``wrong_type``, ``unknown_source``, ``unknown_form``, ``unknown_encoding``, ``unknown_keep``, ``unknown_script``,
    ``unknown_region``, ``unknown_step``, ``unknown_field``, ``bad_limit``, ``bad_rule``, ``bad_source``, ``no_page`` (`Piece.text`), and
    ``malformed`` (`Document.from_dict`).
    """
