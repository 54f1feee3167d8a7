"""Derive the weights of block evidence (``locate/block_weights.py``) from labelled pages, leaving sites out to see what they are worth.

    python tests/tools/train_blocks.py [--write]

Reads ../shared (pages, pages-2, cases, synthetic sites), and the same pages with blocks set into their bodies. Every block of lines
beside the running text is one example: its named evidence, and how much of it is text. A logistic model with ridge penalty is fitted
for what stands above the text and for what stands below it. Needs numpy; the package does not.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")
import numpy as np

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests"), str(SHARED / "sitegen")]

import policytext  # noqa: E402
from policytext.fields.headline.title import find_title  # noqa: E402
from policytext.locate.block_evidence import Surroundings  # noqa: E402
from policytext.locate.core import find_core  # noqa: E402
from policytext.matching.matcher import matcher  # noqa: E402
from policytext.official.headline import official_start  # noqa: E402
from policytext.official.register import read_register  # noqa: E402
from policytext.page.layout import Layout  # noqa: E402
from policytext.page.split_lines import rejoin  # noqa: E402
from policytext.page.view import build_view  # noqa: E402
from policytext.script.normalize import repair  # noqa: E402
from policytext.sources import GENERIC  # noqa: E402
from policytext.sources import SHARED as RULES  # noqa: E402
from support import inserter  # noqa: E402

MOST_BLOCKS = 12
FOLDS = 8
PENALTY = 3.0
INSERTED = 0.6
THIRD, HALF = 4, 2
"""Each page gets every fourth of the blocks that are text, every other of those that are frame."""
TEXT_COUNTS = 2.0
"""To lose text is the worse error."""


def squash(text: str) -> str:
    """Without white space."""
    return "".join(text.split())


class Example:
    """One block: where it is from, its evidence, how much of it is text, what it counts."""

    def __init__(
        self,
        group: str,
        side: str,
        form: str,
        evidence: dict[str, float],
        share: float,
        weight: float,
        texts: list[str],
    ) -> None:
        self.group, self.side, self.form, self.evidence, self.share, self.weight, self.texts = (
            group,
            side,
            form,
            evidence,
            share,
            weight,
            texts,
        )


def label_lines(lines: list[str], gold: list[str]) -> list[bool]:
    """Which of a page's lines are text: in order, each line of the gold text is looked for behind the last one."""
    keys = [squash(line) for line in lines]
    rest = "".join(gold)
    whole = set(gold)
    out = [False] * len(keys)
    # Longest increasing matches: lines that are long or whole lines of the gold text anchor the others.
    long = [at for at, key in enumerate(keys) if len(key) >= 12 and key in rest]
    if not long:
        long = [at for at, key in enumerate(keys) if key in whole]
        if not long:
            return out
    places = {at: rest.find(keys[at]) for at in long}
    best: list[tuple[int, int, int | None]] = []
    for at in long:
        length, back = 1, None
        for number, (other, size, _) in enumerate(best):
            if places[other] < places[at] and size + 1 > length:
                length, back = size + 1, number
        best.append((at, length, back))
    tail: int | None = max(range(len(best)), key=lambda n: best[n][1])
    chain: list[int] = []
    while tail is not None:
        chain.append(best[tail][0])
        tail = best[tail][2]
    chain.reverse()
    for at in chain:
        out[at] = True
    # Between two anchors, and a little beyond, what stands in the gold text there.
    marks = [(-1, 0), *((at, places[at] + len(keys[at])) for at in chain), (len(keys), len(rest))]
    for (low, begin), (high, _) in pairwise(marks):
        at = begin
        end = places[high] if high in places and high < len(keys) else len(rest)
        for index in range(low + 1, high):
            found = rest.find(keys[index], at, end)
            if found >= 0 and found - at <= 60:
                out[index] = True
                at = found + len(keys[index])
    return out


def examples_of(
    page: bytes | str, gold: list[str], group: str, weight: float, extra: dict[str, bool] | None = None
) -> list[Example]:
    """The blocks beside the running text of a page; ``extra`` says of some lines what they are."""
    read = policytext.parse(page, source="generic").page
    repaired = repair(read.text)
    joined = rejoin(read, repaired)
    view = build_view(read, joined.text, joined.inner)
    if not view.lines:
        return []
    matches = matcher(GENERIC, RULES).run(view)
    official = official_start(view, read_register(view))
    core = find_core(view, matches, (), official[0] if official else None)
    if core is None:
        return []
    title = official[1].line if official else find_title(view, Layout(core.first, core.last)).line
    truth = label_lines([line.text for line in view.lines], gold)
    if extra:
        for line in view.lines:
            key = squash(line.text)
            if key in extra:
                truth[line.index] = extra[key]
    if not any(truth[core.first : core.last]):
        return []
    around = Surroundings(view, matches, (core.first, core.last), core.node, title)
    out: list[Example] = []
    for side in (1, -1):
        start = core.last if side > 0 else core.first - 1
        floor = title if title is not None and title < core.first else -1
        passed: dict[str, float] = {}
        found = []
        for block in around.reader.blocks(start, side):
            if side < 0 and block.first <= floor:
                break
            found.append(block)
            if len(found) > MOST_BLOCKS:
                break
        beyond = 0
        for at, block in enumerate(found[:MOST_BLOCKS]):
            outer = found[at + 1 : at + 4]
            evidence = around.evidence(block, found[at - 1] if at else None, outer, passed, side)
            share = sum(truth[block.first : block.last]) / (block.last - block.first)
            out.append(
                Example(
                    group,
                    "below" if side > 0 else "above",
                    around.form,
                    evidence,
                    share,
                    weight,
                    [line.text for line in view.lines[block.first : block.last]],
                )
            )
            beyond = (
                0 if any(truth[other.first : other.last].count(True) for other in found[at:]) else beyond + 1
            )
            if beyond > 4 or matches.ends_for_sure(block.first):
                break
            around.pass_by(block, passed)
    return out


def pages() -> list[tuple[str, bytes | str, list[str], float, dict[str, bool] | None]]:
    """Site, page, lines of its text, weight, and what is known of single lines."""
    out: list[Any] = []
    folders = [*sorted((SHARED / "pages").iterdir()), *sorted((SHARED / "pages-2/article").iterdir())]
    for folder in folders:
        meta = json.loads((folder / "meta.json").read_text())
        gold = [squash(line) for line in (meta.get("gold_text") or "").split("\n") if line.strip()]
        if not gold:
            continue
        site = folder.name.split("-")[1] if folder.name.startswith("gne") else folder.name
        for page in ((folder / "page.html").read_bytes(), (folder / "dump.txt").read_text()):
            out.append((site, page, gold, 1.0, None))
            out += inserted(site, page, gold, folder.name)
    for path in sorted((SHARED / "cases/pages").glob("*.expected.json")):
        case = json.loads(path.read_text())
        body = case.get("expected", {}).get("body")
        if isinstance(body, str):
            body = body.split("\n")
        if not body or case.get("form") == "str":
            continue
        gold = [squash(line) for part in body for line in part.split("\n") if line.strip()]
        name = path.name.split(".")[0]
        for ending in (".html", ".txt"):
            file = path.parent / (name + ending)
            if file.exists() and case.get("encoding_of_file", "utf-8") == "utf-8":
                out.append(
                    (
                        f"case-{name}",
                        file.read_bytes() if ending == ".html" else file.read_text(),
                        gold,
                        1.0,
                        None,
                    )
                )
    for case in json.loads((SHARED / "cases/variants/manifest.json").read_text()):
        body = case["expected"].get("body")
        if not body:
            continue
        gold = [
            squash(line)
            for part in (body if isinstance(body, list) else [body])
            for line in part.split("\n")
            if line.strip()
        ]
        text = (SHARED / "cases/variants" / case["file"]).read_text(errors="surrogatepass")
        out.append((f"case-{case['file'].split('-')[0]}", text, gold, 0.5, None))
    import sitegen  # type: ignore[import-not-found]

    for number in range(44):
        _, built = sitegen.make_site("A", number, pages=30, seed=7)
        for page in built[::10]:
            gold = [squash(line["text"]) for line in page["gold"]["lines"] if line["role"] == "body"]
            truth = {squash(line["text"]): line["role"] == "body" for line in page["gold"]["lines"]}
            for form in ("html", "dump"):
                out.append(
                    (
                        f"sitegen-{number}",
                        page[form].encode() if form == "html" else page[form],
                        gold,
                        0.3,
                        truth,
                    )
                )
    return out


def inserted(site: str, page: bytes | str, gold: list[str], name: str) -> list[Any]:
    """The page with blocks set into it: what is text, and what is not."""
    out: list[Any] = []
    tool = inserter.inserter_for(page)
    spots = tool.spots([line for line in gold_texts(page, gold) if len(line) >= 20])
    if len(spots) < 2:
        return out
    seed = zlib.crc32(name.encode())
    blocks = [
        *inserter.TEXTS[seed % THIRD :: THIRD],
        # Text behind frame is rare on the pages as they are: each of them shows it.
        *inserter.FRAMES[seed % HALF :: HALF],
    ]
    for block in blocks:
        text = block in inserter.TEXTS
        # Text is hardest to tell at the end, frame where text follows.
        place = ((1.0, 0.0, 1.0, 0.5) if text else (0.5, 0.0, 0.5, 1.0))[
            zlib.crc32(f"{name}{block.name}".encode()) % 4
        ]
        changed = tool.page(spots[round(place * (len(spots) - 1))], block)
        out.append((site, changed, gold, INSERTED, dict.fromkeys(block.shown, text)))
    return out


def gold_texts(page: bytes | str, gold: list[str]) -> list[str]:
    """Lines of the page, as displayed, that stand in the gold text."""
    known = set(gold)
    read = policytext.parse(page, source="generic").page
    return [text for run in read.runs if squash(text := read.text[run.start : run.end]) in known]


def matrix(examples: list[Example], names: dict[str, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Evidence, share of text and weight as arrays."""
    x = np.zeros((len(examples), len(names)))
    for row, example in enumerate(examples):
        for name, value in example.evidence.items():
            column = names.get(name)
            if column is not None:
                x[row, column] = value
    return (
        x,
        np.array([example.share for example in examples]),
        np.array([example.weight * (1 + (TEXT_COUNTS - 1) * example.share) for example in examples]),
    )


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, bias: int) -> np.ndarray:
    """Logistic regression with ridge penalty, by Newton's method."""
    penalty = np.full(x.shape[1], PENALTY)
    penalty[bias] = 1e-3
    beta = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + penalty * beta
        curvature = (x * (weight * np.maximum(p * (1 - p), 1e-6))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curvature, gradient)
        beta -= step
        if np.abs(step).max() < 1e-5:
            break
    return beta


def names_of(examples: list[Example]) -> dict[str, int]:
    """The columns: evidence that at least four sites have."""
    groups = defaultdict(set)
    for example in examples:
        for name in example.evidence:
            groups[name].add(example.group)
    return {
        name: at for at, name in enumerate(sorted(name for name, seen in groups.items() if len(seen) >= 4))
    }


def main() -> None:
    """Collect, derive, tell, write."""
    examples: list[Example] = []
    for group, page, gold, weight, truth in pages():
        examples += examples_of(page, gold, group, weight, truth)
    tables = {}
    for form in ("html", "text"):
        for side in ("above", "below"):
            mine = [example for example in examples if (example.side, example.form) == (side, form)]
            tables[form, side] = derive(mine)
            if "--tell" in sys.argv:
                print(f"{form} {side}: {tell(mine)}")
    if "--write" in sys.argv:
        write(tables)


def derive(examples: list[Example]) -> dict[str, float]:
    """Weights from these examples."""
    names = names_of(examples)
    x, y, weight = matrix(examples, names)
    return dict(zip(names, fit(x, y, weight, names["bias"]), strict=True))


def fold_of(group: str) -> int:
    """Which eighth of the sites a site is in."""
    return zlib.crc32(group.encode()) % FOLDS


def tell(examples: list[Example]) -> str:
    """How well blocks of sites are judged that were left out."""
    log = wrong = total = text = 0.0
    for left in range(FOLDS):
        table = derive([example for example in examples if fold_of(example.group) != left])
        for example in examples:
            if fold_of(example.group) == left:
                z = sum(table.get(name, 0.0) * value for name, value in example.evidence.items())
                p = min(max(1 / (1 + np.exp(-z)), 1e-6), 1 - 1e-6)
                log -= example.weight * (example.share * np.log(p) + (1 - example.share) * np.log(1 - p))
                wrong += example.weight * abs((p > 0.5) - example.share)
                total += example.weight
                text += example.weight * example.share
    return (
        f"{len(examples)} blocks of {len({example.group for example in examples})} sites, {text / total:.3f} are text; "
        f"left out: log loss {log / total:.3f}, wrong {wrong / total:.3f}"
    )


def write(tables: dict[tuple[str, str], dict[str, float]]) -> None:
    """Write the module of weights."""
    rows = ["WEIGHTS: dict[tuple[str, str], dict[str, float]] = {"]
    for key, table in tables.items():
        rows.append(f"    {key}: {{".replace("'", '"'))
        rows += [
            f'        "{name}": {value:.2f},' for name, value in sorted(table.items()) if abs(value) >= 0.05
        ]
        rows.append("    },")
    path = ROOT / "src/policytext/locate/block_weights.py"
    head = '"""Weights of block evidence, derived by tests/tools/train_blocks.py; not to be changed by hand."""\n\n'
    path.write_text(head + "\n".join([*rows, "}", ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
