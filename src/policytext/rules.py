"""Rules and sources: named data, and the closed vocabulary of builders that source files use.

A rule never cuts. It says which line forms it speaks of and where on a page the form means frame; the engine proposes
and the resolver decides. Patterns are written in *folded* form (half-width, Simplified, see `policytext.page.shadow`) and match
whole lines; what they find is cut from the original.

Form alone is not enough: a telephone number is the point of a notice and a footer two lines later. So every rule names
the place where it holds:

``head``      before the first line of the body
``tail``      after the last line of the body
``outside``   head or tail
``edge``      head or tail, or among the first and last few lines of the body
``anywhere``  inside the body too; only for forms that no author writes

The rule's name is ``"<file>/<rule>"``: rule ``gscn/rank-list`` stands in ``sources/gscn.py``. Names are API, they stand in
users' audit files.
"""

from __future__ import annotations

import re
from typing import Literal, cast

import regex
from attrs import field, frozen

from policytext.errors import UsageError
from policytext.models.ledger import Role

__all__ = ["Place", "Rule", "Sign", "Source", "excerpt", "field_line", "glued", "line", "opener", "repeat"]

Sign = Literal["none", "weak", "end", "post", "opener", "comments", "strong"]
"""What a form says of where the body ends; see `Rule.sign`."""

Place = Literal["head", "tail", "outside", "edge", "anywhere"]
Kind = Literal["line", "opener", "glued", "repeat", "excerpt"]

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

_NAME = re.compile(r"[a-z0-9_]+/[a-z0-9]+(?:-[a-z0-9]+)*")


def _checked_name(_: object, __: object, value: str) -> None:
    if not _NAME.fullmatch(value):
        raise ValueError(f"rule name {value!r} is not of the form 'file/rule-name'")


def _compile(rule: Rule) -> re.Pattern[str]:
    r"""The pattern of a rule: by `re`, which is the faster, or by `regex` where it asks for more.

    Possessive quantifiers and atomic groups are in `re` from Python 3.11 on only, ``\p{Han}`` and the like never.
    """
    try:
        try:
            compiled = re.compile(rule.pattern)
        except re.error:
            # Another class with the same methods.
            compiled = cast("re.Pattern[str]", regex.compile(rule.pattern))
    except regex.error as error:
        raise UsageError("bad_rule", f"the pattern of rule {rule.name} is none: {error}") from None
    unknown = set(compiled.groupindex) - FIELD_GROUPS
    if unknown:
        known = ", ".join(sorted(FIELD_GROUPS))
        raise UsageError(
            "bad_rule",
            f"rule {rule.name}: no field is called {', '.join(sorted(unknown))}; fields are: {known}",
        )
    return compiled


@frozen(cache_hash=True)
class Rule:
    """One named rule. Build it with `line`, `field_line`, `opener`, `glued`, `repeat` or `excerpt`.

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
    kind: Kind
    pattern: str = field(repr=False)
    place: Place = "outside"
    role: Role = "boilerplate"
    keys: tuple[str, ...] = field(default=(), repr=False)
    longest: int = 120
    sign: Sign = "none"
    removes: tuple[str, ...] = field(default=(), repr=False)
    spares: tuple[str, ...] = field(default=(), repr=False)
    _compiled: re.Pattern[str] | None = field(default=None, init=False, repr=False, eq=False)

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern. Made when it is first asked for: a library full of rules must not cost its import.

        Raises:
            UsageError: ``bad_rule``: the pattern is none, or one of its groups names no field.
        """
        if self._compiled is None:
            object.__setattr__(self, "_compiled", _compile(self))
        return cast("re.Pattern[str]", self._compiled)


def line(
    name: str,
    pattern: str,
    *,
    keys: tuple[str, ...] = (),
    place: Place = "outside",
    longest: int = 120,
    sign: Sign | None = None,
    removes: tuple[str, ...] = (),
    spares: tuple[str, ...] = (),
) -> Rule:
    """A whole line of boilerplate. Named groups in the pattern are still read as fields.

    A line that holds in the tail only is a sign that the body is over, unless ``sign`` says otherwise.
    """
    sign = sign or ("end" if place == "tail" else "none")
    return Rule(name, "line", pattern, place, "boilerplate", keys, longest, sign, removes, spares)


def field_line(
    name: str,
    pattern: str,
    *,
    keys: tuple[str, ...] = (),
    place: Place = "head",
    longest: int = 200,
    removes: tuple[str, ...] = (),
    spares: tuple[str, ...] = (),
) -> Rule:
    """A whole line that is spent on fields: a byline row, a breadcrumb, a signature."""
    sign: Sign = "end" if place == "tail" else "none"
    return Rule(name, "line", pattern, place, "field", keys, longest, sign, removes, spares)


def opener(
    name: str,
    pattern: str,
    *,
    keys: tuple[str, ...] = (),
    sign: Sign = "opener",
    longest: int = 60,
    removes: tuple[str, ...] = (),
    spares: tuple[str, ...] = (),
) -> Rule:
    """The first line of a block of frame: it and what follows, up to the next opener, is boilerplate.

    An opener holds behind the last line of the body, or in front of the first one; ``sign`` tells how surely it ends the body.
    """
    return Rule(name, "opener", pattern, "tail", "boilerplate", keys, longest, sign, removes, spares)


def glued(
    name: str,
    pattern: str,
    *,
    keys: tuple[str, ...],
    removes: tuple[str, ...] = (),
    spares: tuple[str, ...] = (),
) -> Rule:
    """A credit stuck to the end of one of the last lines of the body. It is read; the line keeps its text.

    The pattern is searched in the last 120 code points of a line and must reach its end.
    """
    return Rule(name, "glued", pattern, "edge", "body", keys, 1_000_000, "none", removes, spares)


def repeat(name: str, *, place: Place = "outside") -> Rule:
    """The headline once more: the text of an image, a share widget, a caption of the theme."""
    return Rule(name, "repeat", "", place)


def excerpt(name: str) -> Rule:
    """The lead cut short with dots, in front of the paragraph it was cut from."""
    return Rule(name, "excerpt", "", "edge")


def _unique(source: Source, _: object, rules: tuple[Rule, ...]) -> None:
    seen: set[tuple[str, str]] = set()
    for rule in rules:
        if (rule.name, rule.pattern) in seen:
            raise ValueError(f"source {source.key}: rule {rule.name} stands twice")
        seen.add((rule.name, rule.pattern))


@frozen(cache_hash=True)
class Source:
    """A site, or a template family that many sites share. Pure data.

    Attributes:
        key: Name of the source, and of its file.
        name: Name of the site as it calls itself; the publisher where the page does not say another.
        hosts: Host names; a host also answers for its subdomains.
        signature: Folded patterns searched in the page's lines; the source is recognised when all are found.
        markup: What only the template's HTML has; the source is recognised when one of them is there. ``"#id"``, ``".class"``
            or ``"tag"`` of a block, ``"comment:START"`` of a comment, ``"meta:name"`` or ``"meta:name=START"`` of a
            statement in the head. Lower case.
        body: Where the body is in HTML, best first: ``"#id"``, ``".class"`` or ``"tag"`` of the block, or
            ``"comment:FIRST|LAST"``, the comments before and behind it. Lower case.
        rules: In order; the first that claims a character keeps it.
        family: The source whose rules come after these.
    """

    key: str
    name: str | None = None
    hosts: tuple[str, ...] = ()
    signature: tuple[str, ...] = ()
    markup: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = field(default=(), repr=False, validator=_unique)
    family: Source | None = field(default=None, repr=False)

    def all_rules(self) -> tuple[Rule, ...]:
        """The source's own rules, then its family's."""
        return self.rules + (self.family.all_rules() if self.family else ())
