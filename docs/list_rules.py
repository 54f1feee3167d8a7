"""The list of rules at the end of ``docs/rules.md``: ``python docs/list_rules.py`` prints it, ``--write`` puts it there."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from policytext.sources import ENGINE, SHARED, SOURCES

if TYPE_CHECKING:
    from policytext import Rule


MARK = "<!-- python docs/list_rules.py --write -->\n"
"""Behind this line of the page stands the list."""


def rows(rules: tuple[Rule, ...]) -> list[str]:
    """One row a name: what becomes of the text, where the rule holds, and an example."""
    found: dict[str, tuple[list[str], str]] = {}
    for rule in rules:
        places, _ = found.setdefault(rule.name, ([], rule.removes[0] if rule.removes else ""))
        what = f"{rule.role}, {rule.place}"
        if what not in places:
            places.append(what)
    return [
        f"| `{name}` | {'; '.join(places)} | {example.replace('|', chr(92) + '|')} |"
        for name, (places, example) in found.items()
    ]


def listing() -> str:
    """The whole list, source by source, then what all sources share, then the engine's own."""
    parts: list[str] = []
    for source in SOURCES:
        uses = f" Its family is `{source.family.key}`." if source.family else ""
        hosts = f" Hosts: {', '.join(f'`{host}`' for host in source.hosts)}." if source.hosts else ""
        parts.append(
            f"### `{source.key}`\n\n{source.name or 'A family or kind of site.'}{hosts}{uses}".rstrip()
        )
        if source.rules:
            parts.append(
                "\n".join(("| rule | role, place | example |", "|---|---|---|", *rows(source.rules)))
            )
    parts.append("### Shared by all sources")
    parts.append("\n".join(("| rule | role, place | example |", "|---|---|---|", *rows(SHARED))))
    parts.append("### Of the engine itself")
    table = ["| rule | role | takes | why |", "|---|---|---|---|"]
    table += [f"| `{rule.name}` | {rule.role} | {rule.takes} | {rule.why} |" for rule in ENGINE]
    parts.append("\n".join(table))
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    if "--write" in sys.argv:
        page = Path(__file__).with_name("rules.md")
        text, mark, _ = page.read_text(encoding="utf-8").partition(MARK)
        page.write_text(text + mark + listing(), encoding="utf-8")
    else:
        print(listing(), end="")
