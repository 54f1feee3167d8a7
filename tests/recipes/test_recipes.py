"""Each recipe of the manual runs over pages of our own and gives a row for each; one whose engine is not installed is skipped."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RECIPES = ROOT / "docs" / "recipes"
ENGINES = {
    "with_dask": ("dask", "pyarrow"),
    "with_datasets": ("datasets",),
    "with_datatrove": ("datatrove",),
    "with_pandas": ("pandas", "pyarrow"),
    "with_polars": ("polars", "pyarrow"),
    "with_ray": ("ray", "pyarrow"),
    "with_scrapy": ("scrapy", "pyarrow"),
    "with_spark": ("pyspark", "pandas", "pyarrow"),
    "with_warcio": ("warcio", "pyarrow"),
}
BODILESS = {"with_datatrove"}
"""Recipes that leave pages without a body out, as a corpus does."""


def test_every_recipe_is_tested_and_told_of() -> None:
    """Each script is in the table above and in the manual's page."""
    page = (RECIPES / "index.md").read_text(encoding="utf-8")
    scripts = {path.stem for path in RECIPES.glob("with_*.py")}
    assert scripts == set(ENGINES)
    assert [name for name in sorted(scripts) if f"{name}.py" not in page] == []


@pytest.mark.parametrize("name", ENGINES)
def test_recipe(name: str, tmp_path: Path) -> None:
    """The recipe reads thirty pages, HTML and dumps in several encodings, and says how many rows it made of them."""
    missing = [engine for engine in ENGINES[name] if find_spec(engine) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    if name == "with_spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java 17 or later")
    pages = sorted((ROOT / "tests" / "floor_pages").glob("*/page.html"))[:20]
    pages += sorted((ROOT / "tests" / "floor_pages").glob("*/dump.txt"))[:10]
    for page in pages:
        folder = tmp_path / "pages" / page.parent.name
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, folder)
    done = subprocess.run(
        [sys.executable, str(RECIPES / f"{name}.py"), str(tmp_path / "pages"), str(tmp_path / "out")],
        capture_output=True, check=False, timeout=400,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "HF_HOME": str(tmp_path / "hf")},
    )  # fmt: skip
    shown = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-2_000:]
    rows = re.search(r"^(\d+) rows of (\d+) pages", shown, re.MULTILINE)
    assert rows is not None, shown[-500:]
    assert int(rows[2]) == len(pages)
    assert int(rows[1]) == len(pages) or (name in BODILESS and 0 < int(rows[1]) < len(pages))
