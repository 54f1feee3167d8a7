"""The reference implementation, loaded from its file: two distributions claim the name ``opencc``, so it is not imported."""

from __future__ import annotations

from functools import cache
from importlib import metadata, util
from typing import TYPE_CHECKING, cast

from policytext.script.conversion.tables import DISTRIBUTION

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def reference(config: str) -> Callable[[str], str]:
    """``convert`` of ``opencc-python-reimplemented``, ready for one configuration."""
    path = metadata.distribution(DISTRIBUTION).locate_file("opencc/opencc.py")
    spec = util.spec_from_file_location("opencc_reimplemented", str(path))
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast("Callable[[str], str]", module.OpenCC(config).convert)
