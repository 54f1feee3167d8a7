"""A source: a site or a family of sites as pure data, refused when it is built if it could never be used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from attrs import Attribute, field, frozen

from policytext.errors import UsageError
from policytext.models.brief import shown
from policytext.rules.evidence import Evidence, report_lines
from policytext.rules.label import Label
from policytext.rules.rule import Rule, texts
from policytext.rules.serial import dict_of, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Source"]

_KEY = re.compile(r"\w[\w-]*")
_HOST = re.compile(r"(?:[^\s./:@?#A-Z]+\.)*[^\s./:@?#A-Z]+")
# A block by id, class or tag; no selector: neither blanks nor two names at once.
_BLOCK = r"[#.]?[^\s#.:>|,\[\]*A-Z][^\s#.:>|,\[\]*A-Z]*"
_SIGN = re.compile(rf"{_BLOCK}|comment:[^A-Z]+|meta:[^A-Z=]+(?:=[^A-Z]+)?")
# A place may leave numbers open (``#content_*``), or be a path of blocks.
_OPEN_BLOCK = r"[#.]?[^\s#.:>|,\[\]A-Z]+"
_BODY = re.compile(rf"{_OPEN_BLOCK}|comment:[^|A-Z]+\|[^|A-Z]+|path:[^\s|,\[\]A-Z]+")
_PLACES = "(all in small letters) '#id', '.class', 'tag'"


def _key(_: object, __: object, value: Any) -> None:
    if not isinstance(value, str) or not _KEY.fullmatch(value):
        raise UsageError(
            "bad_source", f"the key of a source is a short name such as 'gscn', not {shown(value)}"
        )


def _usable_rules(source: Source, _: object, rules: tuple[Rule, ...]) -> None:
    if not isinstance(rules, tuple) or not all(isinstance(rule, Rule) for rule in rules):
        raise UsageError("bad_source", f"source {source.key}: rules must be a tuple of Rule")
    seen: set[tuple[str, str]] = set()
    for rule in rules:
        if (rule.name, rule.pattern) in seen:
            raise UsageError("bad_source", f"source {source.key}: rule {rule.name} stands twice")
        seen.add((rule.name, rule.pattern))
        # A pattern that does not compile is told where it was written, not on the first page that needs it.
        _ = rule.regex


def _usable_labels(source: Source, _: object, labels: tuple[Label, ...]) -> None:
    if not isinstance(labels, tuple) or not all(isinstance(label, Label) for label in labels):
        raise UsageError("bad_source", f"source {source.key}: labels must be a tuple of Label")
    said = [label.text for label in labels]
    twice = sorted({text for text in said if said.count(text) > 1})
    if twice:
        raise UsageError("bad_source", f"source {source.key}: the label {twice[0]} stands twice")


def _each(form: re.Pattern[str] | None, allowed: str) -> Callable[[Source, Attribute[Any], object], None]:
    """A validator: a tuple of texts, each of this form (``None``: a pattern that compiles)."""

    def check(source: Source, attribute: Attribute[Any], value: object) -> None:
        where = f"source {source.key}: {attribute.name}"
        if not isinstance(value, tuple):
            raise UsageError("bad_source", f"{where} must be a tuple, such as ({shown(value)},)")
        for item in value:
            if not isinstance(item, str) or (form is not None and not form.fullmatch(item)):
                raise UsageError(
                    "bad_source", f"{where}: {shown(item)} cannot be used; allowed are {allowed}"
                )
            if form is None:
                try:
                    re.compile(item)
                except re.error as error:
                    raise UsageError(
                        "bad_source", f"{where}: the pattern {item!r} does not compile: {error}"
                    ) from None

    return check


# Hashed for every page: matchers are kept by source.
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
            ``"comment:FIRST|LAST"``, the comments before and behind it, or ``"path:html/body/div#main/div"``, the path of
            blocks. ``*`` in a name is a number (``"#content_*"``). Lower case.
        rules: In order; the first that claims a character keeps it.
        labels: Labels of byline rows that are not in common use, each with the field that its value is.
        family: The source whose rules come after these.
        evidence: What a learned source rests on; empty for one that a person wrote.

    Raises:
        UsageError: ``bad_source``, ``bad_rule``: something that could never be used, with what is allowed.
    """

    key: str = field(validator=_key)
    name: str | None = None
    hosts: tuple[str, ...] = field(
        default=(),
        converter=texts,
        validator=_each(_HOST, "host names in small letters, such as 'www.example.org'"),
    )
    signature: tuple[str, ...] = field(default=(), converter=texts, validator=_each(None, "folded patterns"))
    markup: tuple[str, ...] = field(
        default=(),
        converter=texts,
        validator=_each(_SIGN, f"{_PLACES}, 'comment:START', 'meta:name' and 'meta:name=START'"),
    )
    body: tuple[str, ...] = field(
        default=(),
        converter=texts,
        validator=_each(_BODY, f"{_PLACES}, 'comment:FIRST|LAST' and 'path:BLOCK/BLOCK'"),
    )
    rules: tuple[Rule, ...] = field(default=(), repr=False, converter=texts, validator=_usable_rules)
    family: Source | None = field(default=None, repr=False)
    labels: tuple[Label, ...] = field(default=(), repr=False, converter=texts, validator=_usable_labels)
    evidence: tuple[Evidence, ...] = field(default=(), repr=False, converter=texts)

    def all_rules(self) -> tuple[Rule, ...]:
        """The source's own rules, then its family's."""
        # Of two rules that would take a line the first one answers for it, and the site knows its pages better.
        return self.rules + (self.family.all_rules() if self.family else ())

    def all_labels(self) -> tuple[Label, ...]:
        """The labels of the source's family, then its own, which say more."""
        return (self.family.all_labels() if self.family else ()) + self.labels

    def to_dict(self) -> dict[str, Any]:
        """The source as plain data, ready for JSON or TOML; `from_dict` brings it back without loss."""
        return dict_of(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Source:
        """The source that `to_dict` made ``data`` of, or that a person wrote or edited in that layout.

        Raises:
            UsageError: ``malformed``: not of that layout, the message says where; ``later_format``: a later version wrote it;
                ``bad_source``, ``bad_rule``: of that layout, but of no use.
        """
        return source_of(data, cls)

    def report(self) -> str:
        """What was learned and on what it rests, one line each, for a person to review; what was kept in doubt comes last."""
        if not self.evidence:
            return f"{self.key}: written by hand, {len(self.rules)} rules\n"
        return "".join(f"{self.key}: {line}\n" for line in report_lines(self.evidence))
