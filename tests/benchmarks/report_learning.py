"""What learning gains on whole synthetic sites: report_learning.py SITEGEN [SITES].

SITEGEN is the folder of the generator. Each site has 60 pages, half to learn from (3, 10 or 30 of them), half to score. Prints F of character
4-grams, lines of the text that are cut per 1,000, pages without any line wrong, and the fields that are right.
"""

from __future__ import annotations

import importlib
import random
import sys
from collections import Counter, defaultdict
from time import process_time
from typing import Any

import policytext

COUNTS = (0, 3, 10, 30)


class Tally:
    """Sums over the pages of all sites."""

    def __init__(self) -> None:
        self.pages = self.exact = self.cut = self.lines = 0
        self.f = 0.0
        self.right: defaultdict[str, list[bool]] = defaultdict(list)
        self.people: defaultdict[str, Counter[int]] = defaultdict(Counter)

    def add(self, generator: Any, gold: dict[str, Any], document: policytext.Document) -> None:
        """Score one page."""
        day = document.published.isoformat() if document.published else None
        fields = {
            "title": document.title,
            "published": day,
            "origin": document.origin,
            "authors": document.authors,
            "editors": document.editors,
        }
        found = generator.score_page(gold, document.text, fields)
        self.pages += 1
        self.f += found["f"]
        self.cut += sum(found["cut"].values())
        self.lines += found["body_lines"]
        self.exact += not found["cut"] and not found["kept"]
        for name in ("title", "published", "origin"):
            if name in found:
                self.right[name].append(found[name])
        for name in ("authors", "editors"):
            self.people[name].update(dict(enumerate(found[name])))

    def row(self) -> str:
        """One line of the table."""
        right = " ".join(f"{name} {sum(each) / len(each):.3f}" for name, each in self.right.items())
        people = " ".join(
            f"{name} {2 * each[0] / max(1, each[1] + each[2]):.3f}" for name, each in self.people.items()
        )
        return (
            f"F {self.f / self.pages:.4f}  cut/1000 {1000 * self.cut / self.lines:5.1f}  "
            f"exact {self.exact / self.pages:.3f}  {right} {people}"
        )


def main() -> None:
    """Learn, parse, score, print."""
    sys.path.insert(0, sys.argv[1])
    generator = importlib.import_module("sitegen")
    sites = int(sys.argv[2]) if len(sys.argv) > 2 else 44
    tallies: defaultdict[tuple[str, int], Tally] = defaultdict(Tally)
    spent: Counter[str] = Counter()
    for number in range(sites):
        pages = generator.make_site("A", number, pages=60)[1]
        random.Random(number).shuffle(pages)  # noqa: S311 - an order, no secret
        for form in ("html", "dump"):
            for count in COUNTS:
                source: policytext.Source | str = "generic"
                if count:
                    before = process_time()
                    source = policytext.learn([page[form] for page in pages[:count]], key="site")
                    spent[f"learn {form}"] += int(1e6 * (process_time() - before))
                    before = process_time()
                    for page in pages[:count]:
                        policytext.parse(page[form], source="generic")
                    spent[f"parse {form}"] += int(1e6 * (process_time() - before))
                before = process_time()
                documents = [policytext.parse(page[form], source=source) for page in pages[30:]]
                spent[f"{'generic' if count == 0 else 'learned'} {form}"] += int(
                    1e6 * (process_time() - before)
                )
                for page, document in zip(pages[30:], documents, strict=True):
                    tallies[form, count].add(generator, page["gold"], document)
    for (form, count), tally in sorted(tallies.items()):
        print(f"{form:5}{count or 'generic':>8}  {tally.row()}")
    for form in ("html", "dump"):
        extra = spent[f"learn {form}"] / spent[f"parse {form}"] - 1
        print(
            f"{form}: learning costs {extra:.2f} of parsing the pages; parsing with a learned source", end=" "
        )
        print(f"{spent[f'learned {form}'] / (len(COUNTS) - 1) / spent[f'generic {form}']:.2f} of generic")


if __name__ == "__main__":
    main()
