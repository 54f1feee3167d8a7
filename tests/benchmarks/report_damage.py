"""Print how the byte repair does on simulated damage and on clean text.

    PYTHONPATH=src:tests python tests/benchmarks/report_damage.py [--seeds N] [--every K] [--margins] [-v] [TEXT ...]

Each TEXT is a file of clean Simplified text in UTF-8; without any, the page dumps in ``../shared/pages`` are
taken. They are cut into documents, each is damaged once a seed (other glosses, other kept marks), repaired by the whole of
`repair`, and every repair is compared with what stood there. With ``--every`` a seed takes every K-th document only,
beginning with another one. ``--margins`` decides the same wounds again with smaller and larger margins. Clean text is
repaired as it is, with its punctuation folded to ASCII, and in Traditional characters.
"""

from __future__ import annotations

import argparse
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from policytext.models.script import Change
from policytext.models.spans import Span
from policytext.script.conversion.convert import convert
from policytext.script.normalize import repair
from policytext.script.repair import shifted
from policytext.script.repair import verdict as margins_of
from policytext.script.repair.marks import closes_what_is_open
from script.damage import Damaged, damage, truth, verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTH = 1500
_FOLDED = str.maketrans("，；：？！", ",;:?!")
_MARGINS = ("_SHAPE", "_CHARACTER", "_ALONE", "_FULL_STOP", "_FIRST")
_SHARED = Path(__file__).resolve().parents[3] / "shared" / "pages"


def documents(paths: list[Path]) -> list[str]:
    """Pieces of some 1 500 characters, cut at line ends."""
    found: list[str] = []
    for path in paths:
        piece = ""
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
            piece += line
            if len(piece) >= _LENGTH:
                found.append(piece)
                piece = ""
        found.append(piece)
    return [piece for piece in found if len(piece) > 200]


def judge(damaged: Damaged, *, verbose: bool = False) -> Counter[str]:
    """Count wounds, and repairs by verdict."""
    done = repair(damaged.text)
    count = Counter(wounds=len(damaged.wounds), chars=len(damaged.clean))
    count["flagged"] = len(done.report.unrecoverable)
    for change in done.report.repaired:
        if change.kind.startswith("shift-wounds"):
            count["repairs"] += 1
            result = verdict(damaged, change)
            count[result] += 1
            if result == "wrong" and verbose:
                print("  wrong:", change.before, "->", change.after, "|", truth(damaged, change), flush=True)
    return count


def report_damage(pieces: list[str], seeds: int, every: int, *, margins: bool, verbose: bool) -> None:
    """Print recall and precision, private-use characters kept and stripped."""
    print(f"{seeds} seeds; private  wounds  repairs  exact  placeholder  wrong  recall  flagged")
    for keep in (True, False):
        name = "kept" if keep else "stripped"
        total: Counter[str] = Counter()
        again: list[tuple[Damaged, list[Any]]] = []
        for seed in range(seeds):
            for number in range(seed % every, len(pieces), every):
                damaged = damage(pieces[number], seed=100_000 * seed + number, keep_private=keep)
                with _recorded() as decisions:
                    total += judge(damaged, verbose=verbose)
                if margins:
                    again.append((damaged, decisions))
        print(f"{name:8}", _row(total), f"{total['flagged']:6}", flush=True)
        for share in (0.4, 0.7, 1.0, 1.3) if margins else ():
            print(f"   margins x {share}:", _row(_decided_again(again, share)), flush=True)


def _row(total: Counter[str]) -> str:
    made = max(1, total["repairs"])
    found = total["exact"] + total["placeholder"]
    return (
        f"{total['wounds']:7}{total['repairs']:9}{total['exact'] / made:8.1%}{total['placeholder'] / made:8.1%}"
        f"{total['wrong']:5} = {total['wrong'] / made:.2%}{found / max(1, total['wounds']):8.1%}"
    )


@contextmanager
def _recorded() -> Iterator[list[Any]]:
    """What is decided meanwhile, in the first pass over a text."""
    decisions: list[Any] = []

    def recording(*arguments: Any) -> Any:
        decisions.append(arguments)
        return margins_of.decide(*arguments)

    with patch.object(shifted, "decide", recording):
        yield decisions


def _decided_again(records: list[tuple[Damaged, list[Any]]], share: float) -> Counter[str]:
    """The verdicts, had all margins been ``share`` of what they are. Only the first pass is looked at."""
    settings = {name: getattr(margins_of, name) for name in _MARGINS}
    total: Counter[str] = Counter()
    try:
        for name, value in settings.items():
            setattr(margins_of, name, value * share)
        for damaged, decisions in records:
            total["wounds"] += len(damaged.wounds)
            total += _again(damaged, decisions)
    finally:
        for name, value in settings.items():
            setattr(margins_of, name, value)
    return total


def _again(damaged: Damaged, decisions: list[Any]) -> Counter[str]:
    total: Counter[str] = Counter()
    at = 0
    for shown, *rest in decisions:
        # A second pass begins at the head of the text again, and sees it with the repairs of the first.
        if any(damaged.text[token.start : token.start + 1] != token.char for token in shown):
            break
        chosen = margins_of.decide(shown, *rest)
        if chosen is None or not closes_what_is_open(chosen, shown, damaged.text):
            continue
        for start, end, after, *_ in margins_of.runs(shown, chosen):
            if start >= at:
                at = end
                change = Change("shift-wounds", Span(start, end), damaged.text[start:end], after)
                total["repairs"] += 1
                total[verdict(damaged, change)] += 1
    return total


def _misread(data: bytes, reader: str) -> str:
    """As browsers read: windows-1252 keeps its empty cells, GBK has the euro sign at 80."""
    if reader == "windows-1252":
        return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in data)
    return data.decode(reader, "replace")


def report_mojibake(pieces: list[str]) -> None:
    """Print how whole lines in a wrong decoding come back."""
    lines = sorted({line.strip() for piece in pieces for line in piece.splitlines()})
    lines = [line for line in lines if sum("\u4e00" <= char <= "\u9fff" for char in line) >= 8][::7]
    print(f"{len(lines)} lines, wrong decodings: exact, with U+FFFD, left or in part, wrong")
    for encoding, reader in (
        ("utf-8", "latin-1"),
        ("utf-8", "windows-1252"),
        ("gbk", "latin-1"),
        ("gbk", "windows-1252"),
        ("big5", "latin-1"),
        ("utf-8", "gb18030"),
        ("utf-8", "gbk"),
    ):
        count: Counter[str] = Counter()
        for line in lines:
            text = (
                (convert(line, "s2t") if encoding == "big5" else line)
                .encode(encoding, "ignore")
                .decode(encoding)
            )
            hurt = _misread(text.encode(encoding), reader)
            back = repair(hurt).text
            # Control and private characters that the line had go in any case.
            if back == repair(text).text:
                count["exact"] += 1
            elif "\ufffd" in back and _holed(back, text):
                count["holes"] += 1
            elif not set(back) - set(text) - set(hurt) - {"\ufffd"}:
                count["left"] += 1
            else:
                count["wrong"] += 1
        shares = [f"{count[name] / len(lines):7.1%}" for name in ("exact", "holes", "left", "wrong")]
        print(f"{encoding:6} as {reader:13}" + "".join(shares))


def _holed(back: str, text: str) -> bool:
    """Whether ``back`` is ``text`` but for U+FFFD, each standing for one character or two."""
    at = 0
    for part in back.split("\ufffd"):
        found = text.find(part, at)
        if found < 0 or found - at > 3:
            return False
        at = found + len(part)
    return True


def report_clean(pieces: list[str], *, verbose: bool) -> None:
    """Print in how many clean documents anything is repaired or flagged."""
    touched = size = 0
    for piece in pieces:
        for text in (piece, piece.translate(_FOLDED), convert(piece, "s2t")):
            size += len(text.encode())
            done = repair(text)
            found = [(change.before, change.after) for change in done.report.repaired + done.report.glosses]
            if found or done.wounds:
                touched += 1
                if verbose:
                    print("  touched:", found, done.wounds)
    print(f"clean text: {touched} documents touched or flagged in {size / 1e6:.1f} MB")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--margins", action="store_true")
    parser.add_argument("-v", "--verbose", action="store_true")
    asked = parser.parse_args()
    pieces = documents(asked.texts or sorted(_SHARED.glob("*/dump.txt")))
    print(f"{len(pieces)} documents, {sum(map(len, pieces))} characters")
    report_damage(pieces, asked.seeds, asked.every, margins=asked.margins, verbose=asked.verbose)
    report_mojibake(pieces)
    report_clean(pieces, verbose=asked.verbose)


if __name__ == "__main__":
    main()
