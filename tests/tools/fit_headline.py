"""Fit the weights of `policytext.fields.headline.evidence` to labelled pages, and say what they reach on sites left out.

    python tests/tools/fit_headline.py [--print]

Pages: those beside the repository (``pages``, ``pages-2/article``, ``cases``, synthetic sites of ``sitegen``), each as HTML, as its own
dump, as four other makers' dumps of it (`support.dumpers`), and as HTML without ``<title>`` and meta tags. For each, the lines that could
be the headline compete; the weights are those under which the labelled one is likeliest (a softmax over the lines of a page), held back
towards the weights that stand in the table, so that what no page tells stays as it is. Needs numpy, which the library does not.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

import policytext
from policytext.fields.headline import title as title_module
from policytext.fields.headline.evidence import EVIDENCE
from policytext.fields.headline.stated_titles import stated_titles, title_key
from policytext.locate import locate as locate_module
from policytext.page.shadow import fold
from support.cases import SHARED
from support.dumpers import DUMPERS

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = tuple(EVIDENCE)
OTHER_DUMPS = ("paragraphs", "text_stripped", "markdown", "browser_numbers")
HOLD = 0.02
"""How strongly the weights are held to what they were, per page."""
ROUNDS, RATE = 400, 0.05


class Contest(NamedTuple):
    """The lines of one page that compete, and which of them are the headline."""

    site: str
    form: str
    worth: float
    table: np.ndarray
    right: np.ndarray


def same(one: str | None, other: str) -> bool:
    """Equal as the scorer takes it."""
    flat = (re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "")) for text in (one, other))
    return len(set(flat)) == 1


def inputs() -> Iterator[tuple[str, str, float, bytes | str, str | None, str]]:
    """Site, form, worth, page, address and headline."""
    for folder in sorted((*(SHARED / "pages").iterdir(), *(SHARED / "pages-2" / "article").iterdir())):
        if not (folder / "page.html").exists():
            continue
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        gold, url = meta.get("gold_title"), meta.get("url")
        if not gold:
            continue
        site = url.split("/")[2] if url and "//" in url else re.sub(r"\d+$", "", folder.name)
        raw = (folder / "page.html").read_bytes()
        text = raw.decode(meta.get("encoding_used") or "utf-8", "replace")
        yield site, "html", 1.0, raw, url, gold
        bare = re.sub(r"(?is)<title.*?</title>|<meta\b[^>]*>|<script.*?</script>", "", text)
        yield site, "bare html", 0.5, bare, url, gold
        yield site, "dump", 1.0, (folder / "dump.txt").read_text(encoding="utf-8"), url, gold
        for name in OTHER_DUMPS:
            try:
                made = DUMPERS[name](text.encode())
            except (ValueError, AttributeError):
                continue
            yield site, name, 0.3, made, url, gold
    for path in sorted((SHARED / "cases" / "pages").glob("*.expected.json")):
        wanted = json.loads(path.read_text(encoding="utf-8"))["expected"].get("title")
        for kind in ("html", "txt"):
            page = path.with_name(path.name.replace("expected.json", kind))
            if wanted and page.exists():
                data: bytes | str = page.read_bytes() if kind == "html" else page.read_text(encoding="utf-8")
                yield path.name[:3], f"case {kind}", 0.3, data, None, wanted
    yield from synthetic()


def synthetic() -> Iterator[tuple[str, str, float, bytes | str, str | None, str]]:
    """A few pages of synthetic sites."""
    sys.path.insert(0, str(SHARED / "sitegen"))
    sitegen: Any = __import__("sitegen")
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        sys.argv = ["sitegen", name, "--family", "A", "--sites", "16", "--pages", "14", "--seed", "5"]
        sitegen.main()
        for gold in sorted(out.rglob("00[0-2]/gold.json")):
            wanted = json.loads(gold.read_text(encoding="utf-8"))["title"]
            if wanted:
                site = gold.parent.parent.name
                yield site, "made html", 0.2, gold.with_name("page.html").read_bytes(), None, wanted
                yield (
                    site,
                    "made dump",
                    0.2,
                    gold.with_name("dump.txt").read_text(encoding="utf-8"),
                    None,
                    wanted,
                )


def contests() -> list[Contest]:
    """Every page as a contest; pages whose headline does not compete are counted and left out."""
    seen: list[Any] = []
    house = vars(locate_module)
    find = house["find_title"]

    def spy(view: Any, core: Any, skip: Any = ()) -> Any:
        if not seen:
            seen.append((view, core))
        return find(view, core, skip)

    house["find_title"] = spy
    title_module._CLOSER = 400  # type: ignore[misc]
    out: list[Contest] = []
    lost: dict[str, int] = {}
    for site, form, worth, page, url, gold in inputs():
        seen.clear()
        policytext.parse(page, url=url)
        if not seen:
            continue
        view, core = seen[0]
        claims = stated_titles(view)
        ranked = title_module.contenders(view, core, claims, {}) if view.lines else []
        texts = [title_module._displayed(view, item, claims, ()).text for item in ranked]
        right = [same(text, gold) for text in texts]
        if not any(right):
            key = title_key(fold(gold))
            right = [item.key in key and len(item.key) * 5 >= len(key) * 3 for item in ranked]
        if not any(right):
            lost[form] = lost.get(form, 0) + 1
            continue
        table = np.zeros((len(ranked), len(NAMES)))
        for row, item in zip(table, ranked, strict=True):
            for name, value in item.traits:
                row[NAMES.index(name)] += value
        out.append(Contest(site, form, worth, table, np.array(right)))
    print("headline does not compete:", lost)
    return out


def fit(pages: list[Contest], start: np.ndarray) -> np.ndarray:
    """Weights by gradient descent (Adam) on the log-likelihood of the labelled lines."""
    weights, first, second = start.copy(), np.zeros_like(start), np.zeros_like(start)
    total = sum(page.worth for page in pages)
    for step in range(1, ROUNDS + 1):
        slope = 2 * HOLD * (weights - start)
        for page in pages:
            values = page.table @ weights
            share = np.exp(values - values.max())
            share /= share.sum()
            good = share * page.right
            slope += page.worth / total * ((share - good / good.sum()) @ page.table)
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
    return weights


def reached(pages: list[Contest], weights: np.ndarray) -> dict[str, str]:
    """Share of the contests that the labelled line wins, by form."""
    out: dict[str, list[bool]] = {}
    for page in pages:
        out.setdefault(page.form, []).append(bool(page.right[int(np.argmax(page.table @ weights))]))
    return {form: f"{sum(won)}/{len(won)}={sum(won) / len(won):.3f}" for form, won in out.items()}


def main() -> None:
    """Fit on all, and on half of the sites both ways."""
    pages = contests()
    start = np.array([EVIDENCE[name].weight for name in NAMES])
    print("as it stands ", reached(pages, start))
    sites = sorted({page.site for page in pages})
    random.Random(1).shuffle(sites)  # noqa: S311 - an even split, no secret
    half = set(sites[::2])
    seen_half = [page for page in pages if page.site in half]
    other = [page for page in pages if page.site not in half]
    print("left out, 1  ", reached(other, fit(seen_half, start)))
    print("left out, 2  ", reached(seen_half, fit(other, start)))
    # The table was fitted to all of these pages: only weights that begin at nothing have never met the other half.
    nothing = np.zeros_like(start)
    print("from nothing 1", reached(other, fit(seen_half, nothing)))
    print("from nothing 2", reached(seen_half, fit(other, nothing)))
    print("halves, stands", reached(other, start), reached(seen_half, start))
    weights = fit(pages, start)
    print("fitted to all", reached(pages, weights))
    counts = sum((page.table != 0).sum(axis=0) for page in pages)
    for name, before, after, count in zip(NAMES, start, weights, counts, strict=True):
        print(f"{name:14s} {before:6.2f} -> {after:6.2f}  ({count})")


if __name__ == "__main__":
    main()
