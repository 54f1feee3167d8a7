"""Corrections of our own beside the dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policytext.script.tables import candidates, chain

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["stages"]


def stages(config: str, *, overlay: bool = True) -> tuple[tuple[Mapping[str, str], ...], ...]:
    """The dictionaries of a conversion, stage by stage, with or without the overlay."""
    return tuple(tuple(candidates(name) for name in group) for group in chain(config))
