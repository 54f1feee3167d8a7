"""Attributes of a frozen value that are made when they are first asked for: who wants the text pays for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["MadeLater", "put_off"]

T = TypeVar("T", bound="MadeLater")


class MadeLater:
    """Base of such a value. From outside nothing tells whether an attribute was made yet: asked for it is there.

    Comparing, hashing, copying and pickling ask for every attribute. Two threads that ask at once may both make it; what they
    make is equal, and the later one stays.
    """

    __slots__ = ("_makers",)

    if TYPE_CHECKING:
        _makers: Mapping[str, Callable[[Any], object]]
    else:  # a checker that saw this would believe that every attribute exists

        def __getattr__(self, name: str) -> object:
            """Make an attribute that was put off; Python calls this only for one that is not there."""
            try:
                make = object.__getattribute__(self, "_makers")[name]
            except (AttributeError, KeyError):
                message = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(message, name=name, obj=self) from None
            value = make(self)
            object.__setattr__(self, name, value)
            return value


def put_off(value: T, makers: Mapping[str, Callable[[T], object]]) -> T:
    """The value itself, with some of its attributes taken back, to be made by ``makers`` when they are asked for.

    Args:
        value: A value that nobody else has seen yet.
        makers: Attribute to what makes it of the value; it must give the same whenever it is called.
    """
    for name in makers:
        object.__delattr__(value, name)
    object.__setattr__(value, "_makers", makers)
    return value
