"""`check_source`: runs a source's own examples, so that a rule that does nothing is found before a corpus was read with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from policytext.errors import UsageError
from policytext.matching.matcher import TAIL_OF_LINE, Matcher
from policytext.models.brief import shown
from policytext.page.shadow import fold
from policytext.page.view import build_view
from policytext.readers.dump.reader import read_dump
from policytext.rules import Source
from policytext.script.normalize import repair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policytext.rules import Rule

__all__ = ["Problem", "check_source", "takes"]


@frozen
class Problem:
    """Something about a source that will not do what it was written for.

    Attributes:
        where: Name of the rule, or of the attribute of the source.
        what: What is wrong, and what to do.
        text: The example or pattern that it is about.
    """

    where: str
    what: str
    text: str = field(default="", repr=shown)

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def check_source(source: Source) -> tuple[Problem, ...]:
    """Run every rule's ``removes`` and ``spares``, as the engine runs them, and say what fails.

    What could never be used is refused already when a source is built. This finds what can be used and does not work: an
    example that its rule leaves, a line to spare that it takes, a key or pattern that is not written folded.

    Args:
        source: A source of your own; its family is checked with it.

    Returns:
        The problems, in the order of the rules; none for a source that does what its examples say.

    Raises:
        UsageError: ``wrong_type``: not a `Source`.
    """
    if not isinstance(source, Source):
        raise UsageError("wrong_type", f"check_source takes a Source, not {type(source).__name__}")
    found = [
        Problem("signature", _unfolded(pattern), pattern)
        for pattern in source.signature
        if fold(pattern) != pattern
    ]
    found += [
        Problem("labels", _unfolded(label.text), label.text)
        for label in source.all_labels()
        if fold(label.text) != label.text
    ]
    # A family may be right by itself and wrong here: its rules are tried behind those of the source.
    for rule in source.all_rules():
        found += _of_rule(rule)
    return tuple(found)


def takes(rule: Rule, line: str) -> bool:
    """Whether the rule's form is that of the line, run as the engine runs it. Not whether its place holds."""
    # By the engine's own reader and matcher: an imitation of them would pass what the engine does not take.
    view = build_view(read_dump(line), repair(line))
    matcher = Matcher((rule,))
    if rule.kind == "glued":
        return bool(view.lines) and matcher.glued(view, 0) is not None
    return bool(matcher.run(view))


def _of_rule(rule: Rule) -> Iterator[Problem]:
    # Rules are run on the shadow, in which no character that folds is left: with one of those a rule can never match.
    for text in (*rule.keys, rule.pattern):
        if fold(text) != text:
            yield Problem(rule.name, _unfolded(text), text)
    if rule.kind == "glued" and not rule.keys:
        yield Problem(rule.name, "a glued rule without keys is tried on no line; give it keys")
    for text in rule.removes:
        if not takes(rule, text):
            yield Problem(rule.name, f"it leaves its own example {shown(text)}: {_why_not(rule, text)}", text)
    for text in rule.spares:
        if takes(rule, text):
            yield Problem(rule.name, f"it takes {shown(text)}, which it should spare", text)


def _unfolded(text: str) -> str:
    char, folded = next((a, b) for a, b in zip(text, fold(text), strict=True) if a != b)
    return f"{shown(text)} is not folded: no folded text has {char!r}; write {folded!r}"


def _why_not(rule: Rule, text: str) -> str:
    folded: str = fold(text.strip())
    if len(folded) > rule.longest:
        return f"it has {len(folded)} code points, longest is {rule.longest}"
    if rule.kind == "glued":
        folded = folded[-TAIL_OF_LINE:]
    if rule.keys and not any(key in folded for key in rule.keys):
        return f"none of the keys {rule.keys!r} is in {shown(folded)}"
    if rule.kind in ("repeat", "excerpt"):
        return "what repeats the headline or the lead has no form of its own; leave removes empty"
    return f"the pattern does not match the whole of {shown(folded)}"
