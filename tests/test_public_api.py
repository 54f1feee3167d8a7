"""The door: its names, their types and documentation, and what a type checker sees through it."""

from __future__ import annotations

import inspect
import typing
from pathlib import Path

import pytest

import policytext

FUNCTIONS = ["check_source", "detect_script", "find_source", "normalize", "parse"]


def test_the_names_are_few_and_sorted() -> None:
    """At most 18 public names, in order; each of them exists."""
    names = list(policytext.__all__)
    assert names == sorted(names)
    assert len(names) <= 18
    assert [name for name in names if not hasattr(policytext, name)] == []


@pytest.mark.parametrize("name", policytext.__all__)
def test_every_name_is_documented(name: str) -> None:
    """Each public name has a docstring of its own, and so has every public member of a class."""
    item = getattr(policytext, name)
    assert item.__doc__
    if inspect.isclass(item):
        members = {
            key: member
            for key, member in vars(item).items()
            if not key.startswith("_")
            and (inspect.isfunction(member) or isinstance(member, property | classmethod))
        }
        assert [key for key, member in members.items() if not member.__doc__] == []


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_parameter_is_typed_and_documented(name: str) -> None:
    """Each function types all parameters and its result, and its docstring names each parameter."""
    function = getattr(policytext, name)
    signature = inspect.signature(function)
    assert signature.return_annotation is not inspect.Signature.empty
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty
        assert f"{parameter.name}:" in (function.__doc__ or "") or len(signature.parameters) == 1


def test_parse_takes_the_page_by_place_and_the_rest_by_name() -> None:
    """Options are keyword-only, so that new ones can come without breaking calls."""
    parameters = inspect.signature(policytext.parse).parameters
    assert list(parameters)[:6] == ["page", "url", "source", "form", "encoding", "script"]
    kinds = [parameter.kind for parameter in parameters.values()]
    assert kinds[0] is inspect.Parameter.POSITIONAL_OR_KEYWORD
    assert set(kinds[1:]) == {inspect.Parameter.KEYWORD_ONLY}


def test_the_types_are_shipped() -> None:
    """The package carries the mark that tells type checkers to trust its annotations."""
    assert (Path(policytext.__file__).parent / "py.typed").is_file()


def test_the_declared_types_resolve() -> None:
    """Annotations of the models name real types at run time, as `from_dict` and tools like pydantic need."""
    for kind in (policytext.Document, policytext.Page, policytext.Piece):
        assert typing.get_type_hints(kind)
