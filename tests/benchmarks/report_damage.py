"""Print how the byte repair does on simulated damage and on clean text.

    PYTHONPATH=src:tests python tests/benchmarks/report_damage.py [TEXT ...]

Each TEXT is a file of clean Simplified text in UTF-8; without any, the page dumps in ``../shared/pages`` are
taken. They are cut into documents, damaged with a fixed seed, repaired, and every repair is compared with
what stood there. Clean text is repaired as it is, with its punctuation folded to ASCII, and in Traditional
characters.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from policytext.script.conversion.convert import convert
from policytext.script.normalize import repair
from script.damage import Damaged, damage, truth, verdict

_LENGTH = 1500
_FOLDED = str.maketrans("，；：？！", ",;:?!")
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


def judge(damaged: Damaged) -> Counter[str]:
    """Count wounds, and repairs by verdict."""
    done = repair(damaged.text)
    count = Counter(wounds=len(damaged.wounds), chars=len(damaged.clean))
    count["flagged"] = len(done.report.unrecoverable)
    for change in done.report.repaired:
        if change.kind.startswith("shift-wounds"):
            count["repairs"] += 1
            result = verdict(damaged, change)
            count[result] += 1
            if result == "wrong" and "-v" in sys.argv:
                print(
                    "  wrong:",
                    ascii(change.before),
                    change.before,
                    "->",
                    change.after,
                    "|",
                    truth(damaged, change),
                )
    return count


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


def main() -> None:
    """Print the table."""
    paths = [Path(name) for name in sys.argv[1:] if name != "-v"] or sorted(_SHARED.glob("*/dump.txt"))
    pieces = documents(paths)
    print(f"{len(pieces)} documents, {sum(map(len, pieces))} characters")
    print("private  wounds  repairs  exact  placeholder  wrong  recall  flagged")
    for keep in (True, False):
        total: Counter[str] = Counter()
        for seed, piece in enumerate(pieces):
            total += judge(damage(piece, seed=seed, keep_private=keep))
        made = max(1, total["repairs"])
        print(
            f"{'kept' if keep else 'stripped':8}{total['wounds']:7}{total['repairs']:9}"
            f"{total['exact'] / made:7.1%}{total['placeholder'] / made:13.1%}{total['wrong'] / made:7.1%}"
            f"{(total['exact'] + total['placeholder']) / max(1, total['wounds']):8.1%}{total['flagged']:9}"
        )
    touched = size = 0
    for piece in pieces:
        for text in (piece, piece.translate(_FOLDED), convert(piece, "s2t")):
            size += len(text.encode())
            done = repair(text)
            kinds = {change.kind for change in done.report.repaired} | (
                {"glosses"} if done.report.glosses else set()
            )
            if kinds:
                touched += 1
                if "-v" in sys.argv:
                    print(
                        "  touched:",
                        kinds,
                        [(c.before, c.after) for c in done.report.repaired + done.report.glosses],
                    )
    report_mojibake(pieces)
    print(f"clean text: {touched} documents touched in {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
