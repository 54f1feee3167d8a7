"""A rule: which line forms it speaks of, and where on a page the form means frame."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

import regex
from attrs import Attribute, field, frozen

from policytext.errors import UsageError
from policytext.models.brief import shown
from policytext.models.ledger import Role

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FIELD_GROUPS", "EngineRule", "Place", "Rule", "Sign", "texts"]

Sign = Literal["none", "weak", "end", "post", "opener", "comments", "strong"]
"""What a form says of where the body ends; see `Rule.sign`."""

Place = Literal["head", "tail", "outside", "edge", "anywhere"]
Kind = Literal["line", "opener", "glued", "repeat", "excerpt", "text"]

FIELD_GROUPS = frozenset(
    {
        "author",
        "breadcrumb",
        "editor",
        "keywords",
        "origin",
        "published",
        "publisher",
        "subtitle",
        "title",
        "url",
    }
)
"""Named groups a pattern may have: what they match is a candidate for that field of the document."""

# Names stand in audit files and as anchors in the manual: nothing in them needs quoting in either.
_NAME = re.compile(r"[a-z0-9_]+/[a-z0-9]+(?:-[a-z0-9]+)*")


def _checked_name(_: object, __: object, value: Any) -> None:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise UsageError(
            "bad_rule",
            f"rule name {value!r} is not of the form 'file/rule-name', in small letters and digits",
        )


def _one_of(kind: Any) -> Callable[[Rule, Attribute[Any], Any], None]:
    allowed = get_args(kind)

    def check(rule: Rule, attribute: Attribute[Any], value: Any) -> None:
        if value not in allowed:
            known = ", ".join(map(repr, allowed))
            raise UsageError(
                "bad_rule", f"rule {rule.name}: {attribute.name}={value!r} is unknown; allowed are {known}"
            )

    return check


def _lines(rule: Rule, attribute: Attribute[tuple[str, ...]], value: object) -> None:
    if not isinstance(value, tuple) or not all(isinstance(item, str) for item in value):
        raise UsageError(
            "bad_rule",
            f"rule {rule.name}: {attribute.name} must be a tuple of texts, such as ({shown(value)},), not {type(value).__name__}",
        )


def _usable_keys(rule: Rule, attribute: Attribute[tuple[str, ...]], value: tuple[str, ...]) -> None:
    _lines(rule, attribute, value)
    for key in value:
        if not key.strip() or any(char.isspace() and char != " " for char in key):
            raise UsageError(
                "bad_rule",
                f"rule {rule.name}: the key {key!r} is found in no line; a key holds a letter or sign, and of blanks only "
                "the plain space, as the folded text does",
            )


def texts(value: Any) -> Any:
    """A list is as good as a tuple; a plain text is not: it would be taken letter by letter."""
    return tuple(value) if isinstance(value, list) else value


def _compile(rule: Rule) -> re.Pattern[str]:
    r"""The pattern of a rule: by `re`, which is the faster, or by `regex` where it asks for more.

    Possessive quantifiers and atomic groups are in `re` from Python 3.11 on only, ``\p{Han}`` and the like never.
    """
    try:
        try:
            compiled = re.compile(rule.pattern)
        except re.error:
            # Another class with the same methods, so whoever uses the rule need not know.
            compiled = cast("re.Pattern[str]", regex.compile(rule.pattern))
    except regex.error as error:
        raise UsageError("bad_rule", f"the pattern of rule {rule.name} does not compile: {error}") from None
    # A misspelt group would read nothing, and nobody would notice.
    unknown = set(compiled.groupindex) - FIELD_GROUPS
    if unknown:
        known = ", ".join(sorted(FIELD_GROUPS))
        raise UsageError(
            "bad_rule",
            f"rule {rule.name}: no field is called {', '.join(sorted(unknown))}; fields are: {known}",
        )
    return compiled


# Hashed for every page, as a part of the key under which a matcher is kept.
@frozen(cache_hash=True)
class Rule:
    """One named rule. Build it with `line`, `field_line`, `opener`, `glued`, `repeat`, `excerpt` or `text_line`.

    Attributes:
        name: ``"file/rule-name"``.
        kind: Which builder made it.
        pattern: Folded form; empty for `repeat` and `excerpt`.
        place: Where on the page it holds.
        role: ``boilerplate`` or ``field``: what becomes of the text; ``body`` for a credit that is only read.
        keys: Literals of which the line must hold at least one; they make a thousand rules as cheap as one search.
        longest: Lines of more code points are not looked at.
        sign: What the form says of where the body ends. ``strong``: it ends here, whatever follows (no author writes this).
            ``comments``, ``opener``, ``end``: what follows has to be the longer to be believed. ``post``: head or foot of a
            post, strong where there are many. ``weak``: common inside documents too (联系电话, 关注我们). ``none``: nothing.
        removes: Lines the rule takes. Each is a test.
        spares: Lines of the body that look like it and must stay. Each is a test.
    """

    name: str = field(validator=_checked_name)
    kind: Kind = field(validator=_one_of(Kind))
    pattern: str = field(repr=False)
    place: Place = field(default="outside", validator=_one_of(Place))
    role: Role = field(default="boilerplate", validator=_one_of(Role))
    keys: tuple[str, ...] = field(default=(), repr=False, converter=texts, validator=_usable_keys)
    longest: int = 120
    sign: Sign = field(default="none", validator=_one_of(Sign))
    removes: tuple[str, ...] = field(default=(), repr=False, converter=texts, validator=_lines)
    spares: tuple[str, ...] = field(default=(), repr=False, converter=texts, validator=_lines)
    _compiled: re.Pattern[str] | None = field(default=None, init=False, repr=False, eq=False)

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern. Made when it is first asked for: a library full of rules must not cost its import.

        Raises:
            UsageError: ``bad_rule``: the pattern does not compile, or one of its groups names no field.
        """
        if self._compiled is None:
            # What is derived may be filled in late in a frozen value: equality and hash do not see it.
            object.__setattr__(self, "_compiled", _compile(self))
        return cast("re.Pattern[str]", self._compiled)


@frozen
class EngineRule:
    """A name that the engine itself puts into a ledger or a field; the data of `policytext.sources.generic`.

    Attributes:
        name: ``"generic/rule-name"``; names are API.
        role: ``boilerplate`` or ``field``: what becomes of the text; ``value`` where only a value is read and no piece bears the name.
        takes: What it takes, for people.
        why: Why, or what it is read as.
    """

    name: str = field(validator=_checked_name)
    role: Literal["boilerplate", "field", "value"]
    takes: str
    why: str
