"""Faults of many kinds over all rooms, each with the tests that must notice it; `plant_faults.py` plants them."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["FAULTS", "Fault"]


class Fault(NamedTuple):
    """Replace ``old``, which stands just once in ``file`` (below ``src/policytext``), by ``new``; one of ``tests`` must fail."""

    name: str
    what: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


FAULTS: tuple[Fault, ...] = (
    Fault(
        "rules-before-fields",
        "named rules are heard before the fields",
        "pipeline.py",
        "(*claims.fields, *rows, *claims.proposals)",
        "(*claims.fields, *claims.proposals, *rows)",
        ("tests/ledger/test_resolve.py",),
    ),
    Fault(
        "keep-all-drops-its-first-line",
        "keep='all' begins with the second line",
        "ledger/resolve.py",
        "(view.source_span(line.start, line.end),)) for line in view.lines]",
        "(view.source_span(line.start, line.end),)) for line in view.lines[1:]]",
        ("tests/ledger/test_resolve.py",),
    ),
    Fault(
        "tail-rule-anywhere",
        "a shared rule of the tail holds in the midst of the body",
        "sources/shared_frame.py",
        'keys=("声明", "版权", "凡", "免责"),\n        place="tail"',
        'keys=("声明", "版权", "凡", "免责"),\n        place="anywhere"',
        ("tests/sources/test_rules_examples.py",),
    ),
    Fault(
        "notes-of-edges-dropped",
        "running text outside the body is not told",
        "document/build.py",
        "    if left:\n",
        "    if False and left:\n",
        ("tests/document/test_build.py",),
    ),
    Fault(
        "notes-of-damage-dropped",
        "damage that is left is not told",
        "document/build.py",
        "    if script.unrecoverable:\n",
        "    if False and script.unrecoverable:\n",
        ("tests/document/test_build.py",),
    ),
    Fault(
        "inner-not-recorded",
        "what is hidden inside a line is no piece of its own",
        "page/split_lines.py",
        "inner.update(hidden)",
        "inner.update(())",
        ("tests/page/test_split_lines.py",),
    ),
    Fault(
        "family-before-own",
        "the rules of a family are heard before the site's own",
        "rules/source.py",
        "return self.rules + (self.family.all_rules() if self.family else ())",
        "return (self.family.all_rules() if self.family else ()) + self.rules",
        ("tests/rules/test_source.py",),
    ),
    Fault(
        "three-glosses-are-enough",
        "three glosses show the filter",
        "script/repair/glosses.py",
        "_LEAST = 4\n",
        "_LEAST = 3\n",
        ("tests/script/repair/test_glosses.py",),
    ),
    Fault(
        "closing-bound",
        "the end of a span inside a change leads to where the change begins",
        "models/alignment.py",
        "return found.end if closing else found.start",
        "return found.start",
        ("tests/models/test_alignment.py",),
    ),
    Fault(
        "comment-places",
        "comments stand one line too late",
        "readers/html/handler.py",
        "self.columns.comments.append((len(self.columns.texts), legal(text)))",
        "self.columns.comments.append((len(self.columns.texts) + 1, legal(text)))",
        ("tests/readers/html/test_reader.py::test_a_comment_stands_before_the_line_it_opens",),
    ),
    Fault(
        "cr-only-dump",
        "a dump whose lines end at CR is one line",
        "readers/dump/reader.py",
        'pattern = _OLD_LINE if "\\r" in text and "\\n" not in text else _LINE',
        "pattern = _LINE",
        ("tests/readers/dump/test_dumpers.py",),
    ),
    Fault(
        "converted-again",
        "a text that is in the target script is converted",
        "document/script_view.py",
        'report.script in (target, "none")',
        'report.script == "none"',
        ("tests/document/test_script_view.py",),
    ),
    Fault(
        "field-span-one-late",
        "the span of a field begins one code point late",
        "fields/choose.py",
        "span, raw = self.view.source_span(start, end),",
        "span, raw = self.view.source_span(start + 1, end),",
        ("tests/fields/test_choose.py",),
    ),
)
"""Every fault, in the order of the rooms a page goes through as far as the issue's own list allows."""
