"""Print today's figures beside the floor's, and write them down.

    python tests/tools/set_floor.py [--write] [--lower FIGURE=WHY ...]

Without ``--write`` nothing is changed. A figure that fell is not written unless it is named with ``--lower``, e.g.
``--lower "pages/dump/authors=names of agencies are no authors any more"``; the reason stays in the file.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from support.floor import FLOOR, SETS, fingerprint, folders, measure, seal


def main() -> int:
    """Measure, compare, write. 1 where a figure fell and was not allowed to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--lower", action="append", default=[], metavar="FIGURE=WHY")
    options = parser.parse_args()
    allowed = dict(item.partition("=")[::2] for item in options.lower)
    if not all(allowed.values()):
        parser.error("--lower wants a reason: FIGURE=WHY")
    old: dict[str, Any] = json.loads(FLOOR.read_text(encoding="utf-8"))["sets"] if FLOOR.exists() else {}
    sets: dict[str, Any] = {}
    fallen: list[str] = []
    for name in SETS:
        if folders(name):
            sets[name] = _measured(name, old.get(name, {}), allowed, fallen)
        else:
            print(f"{name}: the pages are not here; what the file says stays")
            sets[name] = old[name]
    if options.write:
        floor = {"sets": sets}
        FLOOR.write_text(
            json.dumps({**floor, "seal": seal(floor)}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    if fallen:
        print("kept as they were, for they fell:", ", ".join(fallen))
    return 1 if fallen else 0


def _measured(name: str, old: dict[str, Any], allowed: dict[str, str], fallen: list[str]) -> dict[str, Any]:
    """A set's figures of today, with the floor's where they fell without leave."""
    print_ = fingerprint(name)
    # Figures of other pages are no floor for these.
    before = old["figures"] if old.get("pages") == print_ else {}
    lowered: dict[str, Any] = old["lowered"] if before else {}
    figures: dict[str, dict[str, float]] = {}
    for form in SETS[name][2]:
        figures[form] = dict(measure(name, form))
        for figure, new in measure(name, form).items():
            was = before.get(form, {}).get(figure)
            worse = was is not None and (new > was if figure == "date_wrong" else new < was)
            key = f"{name}/{form}/{figure}"
            print(
                f"{key:28s} {new:.4f}  {'-' if was is None else format(was, '.4f')}{'  fell' if worse else ''}"
            )
            if worse and key in allowed:
                lowered[key] = {"from": was, "to": new, "why": allowed[key]}
            elif worse:
                fallen.append(key)
                figures[form][figure] = was
    return {"pages": print_, "count": len(folders(name)), "figures": figures, "lowered": lowered}


if __name__ == "__main__":
    raise SystemExit(main())
