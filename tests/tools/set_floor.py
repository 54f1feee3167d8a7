"""Print today's figures beside the floor's, and write them down.

    python tests/tools/set_floor.py [--write] [--lower FIGURE=WHY ...]

Without ``--write`` nothing is changed. A figure that fell is not written unless it is named with ``--lower``, e.g.
``--lower "dump/authors=names of agencies are no authors any more"``; the reason stays in the file.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from support.floor import FIGURES, FLOOR, FORMS, fingerprint, folders, measure, seal


def main() -> int:
    """Measure, compare, write. 1 where a figure fell and was not allowed to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--lower", action="append", default=[], metavar="FIGURE=WHY")
    options = parser.parse_args()
    if not folders():
        print("the labelled pages are not beside the repository")
        return 1
    allowed = dict(item.partition("=")[::2] for item in options.lower)
    if not all(allowed.values()):
        parser.error("--lower wants a reason: FIGURE=WHY")
    old: dict[str, Any] = json.loads(FLOOR.read_text(encoding="utf-8")) if FLOOR.exists() else {}
    print_ = fingerprint()
    # Figures of another set are no floor for this one.
    before = old.get("figures", {}) if old.get("pages") == print_ else {}
    lowered: dict[str, Any] = old.get("lowered", {}) if before else {}
    figures: dict[str, dict[str, float]] = {}
    fallen: list[str] = []
    for form in FORMS:
        figures[form] = measure(form)
        for name in FIGURES:
            new, was = figures[form][name], before.get(form, {}).get(name)
            worse = was is not None and (new > was if name == "date_wrong" else new < was)
            key = f"{form}/{name}"
            mark = "  fell" if worse else ""
            print(f"{key:24s} {new:.4f}  {'-' if was is None else format(was, '.4f')}{mark}")
            if worse and key in allowed:
                lowered[key] = {"from": was, "to": new, "why": allowed[key]}
            elif worse:
                fallen.append(key)
                figures[form][name] = was
    if options.write:
        floor = {"pages": print_, "count": len(folders()), "figures": figures, "lowered": lowered}
        FLOOR.write_text(
            json.dumps({**floor, "seal": seal(floor)}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    if fallen:
        print("kept as they were, for they fell:", ", ".join(fallen))
    return 1 if fallen else 0


if __name__ == "__main__":
    raise SystemExit(main())
