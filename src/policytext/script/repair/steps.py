"""What is done to a text, in order, and how to tell quickly that nothing of it is needed.

`STEPS` is the one list. The name of a step is the ``kind`` of its changes and the word that switches it off.
The order is not free: byte damage is undone on the characters as they came, before composition or the
private-use table change their bytes; glosses go after the bytes are back in step, because readings are known
for whole characters.
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from policytext.script.repair import tidy
from policytext.script.repair.charmaps import FORMS, PRIVATE, RADICALS
from policytext.script.repair.glosses import TONED, find_glosses
from policytext.script.repair.mojibake import BIG5_SIGNS, GBK_SIGNS, find_mojibake, may_be_gbk
from policytext.script.repair.shifted import find_shifted, has_sign
from policytext.script.repair.signless import BRACKETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from policytext.models.script import Damage
    from policytext.script.repair.edits import Edit

    Found: TypeAlias = tuple[list[Edit], list[Damage]]

__all__ = ["OPTIONAL", "REPAIRS", "STEPS", "Gate", "Step", "gate"]


class Step(NamedTuple):
    """One thing that is done to a text.

    Attributes:
        name: Of the step, and of its changes.
        find: What to do in a text as it stands, and damage to be left alone.
        needs: The characters, as a regular expression class has them, without one of which there is nothing
            to do. Empty: always look.
        repairs: Whether it undoes damage. Only such steps run on every page that is read.
    """

    name: str
    find: Callable[[str], Found]
    needs: str
    repairs: bool = False


def _step(name: str, find: Callable[[str], list[Edit]], needs: str, *, repairs: bool = False) -> Step:
    return Step(name, lambda text: (find(text), []), needs, repairs)


_TONES = f"{TONED}{TONED.upper()}\u0300\u0301\u0304\u030c"
_BREAKS = "\x0b-\x0d\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_INVISIBLE = "\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
# Wrong decodings: C1 controls and the letters of Latin-1; what UTF-8 and U+FFFD give when they are read as
# GBK.
_MISREAD = f"\x80-\x9f\xc0-\xd6\xd8-\xf6\xf8-\xff锟{GBK_SIGNS}{BIG5_SIGNS}"
_BLANKS = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"

STEPS: tuple[Step, ...] = (
    Step("mojibake", find_mojibake, _MISREAD, repairs=True),
    Step("shift-wounds", find_shifted, "?\ufffd", repairs=True),
    _step("glosses", find_glosses, _TONES, repairs=True),
    _step("line-breaks", tidy.line_breaks, _BREAKS, repairs=True),
    _step("controls", tidy.controls, _CONTROLS, repairs=True),
    _step("invisibles", tidy.invisibles, _INVISIBLE, repairs=True),
    _step("nfc", tidy.compose, tidy.UNSTABLE),
    _step("radicals", tidy.radicals, "".join(RADICALS)),
    _step("private-use", tidy.private_use, "".join(PRIVATE)),
    _step("strip-private", tidy.strip_private, _PRIVATE),
    _step("blanks", tidy.blanks, _BLANKS),
    _step("full-width", tidy.full_width, "\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"),
    _step("half-width", tidy.half_width, "\uff61-\uff9f"),
    _step("small-forms", tidy.small_forms, "".join(FORMS)),
    _step("wave-dash", tidy.wave_dash, "〜"),
    _step("middle-dot", tidy.middle_dot, tidy.DOTS),
    _step("circle-zero", tidy.circle_zero, "○◯"),
    _step("ellipsis", tidy.ellipsis, ""),
    _step("dashes", tidy.dashes, ""),
    _step("restore-punctuation", tidy.restore_punctuation, ","),
)
"""Everything that is done, in order. The conversion (``t2s`` or another) comes last."""

OPTIONAL = frozenset({"strip-private", "ellipsis", "dashes"})
"""Steps that run only where they are asked for: they take something away, or are a matter of taste."""

# The characters of these are in most texts, so that each is looked for apart, with what must stand beside it. Searching
# for one character costs a tenth of searching for one of many.
_APART: dict[str, Callable[[str], bool]] = {
    "shift-wounds": has_sign,
    "middle-dot": tidy.dots_in_names,
    "restore-punctuation": lambda text: "," in text and "，" not in text,
}
# What else gives work to one of these; it is looked for with the characters of all other steps, which costs nothing more.
_ALSO = {"shift-wounds": BRACKETS}
_ASTRAL = re.compile("[\U00010000-\U0010ffff](?:-[\U00010000-\U0010ffff])?")
_NO_GBK_SIGNS = dict.fromkeys(map(ord, GBK_SIGNS))
_ANY_GBK_SIGN = re.compile(f"[{GBK_SIGNS}]")


class Gate:
    """Which of some steps a text gives work to. One search tells that it is none, as it mostly is."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._steps = [
            (
                step,
                re.compile(
                    f"[{re.escape(step.needs) if len(step.needs) == 1 else step.needs}]" if step.needs else ""
                ),
            )
            for step in steps
        ]
        self._apart = [(step, _APART[step.name]) for step, _ in self._steps if step.name in _APART]
        self._always = any(not step.needs for step, _ in self._steps)
        self._also = [
            (step.name, re.compile(f"[{_ALSO[step.name]}]")) for step, _ in self._steps if step.name in _ALSO
        ]
        needs = "".join(_ALSO.get(step.name, "") for step, _ in self._steps)
        needs += "".join(step.needs for step, _ in self._steps if step.name not in _APART)
        # One range beyond the basic plane searches nine times as fast as two.
        basic = _ASTRAL.sub("", needs)
        needs = f"{basic}\U00010000-\U0010ffff" if basic != needs else needs
        self._characters = re.compile(f"[{needs}]" if needs else "(?!)")

    def closed(self, text: str) -> bool:
        """Whether there is nothing to do."""
        if self._characters.search(text) is None and not self._always:
            return not any(needed(text) for _, needed in self._apart)
        return not self.steps(text)

    def steps(self, text: str) -> list[Step]:
        """The steps that find their characters in ``text``, in order."""
        present = "".join(set(self._characters.findall(text)))
        if _ANY_GBK_SIGN.search(present) and not may_be_gbk(text):
            # By themselves they are characters like others.
            present = present.translate(_NO_GBK_SIGNS)
        apart = {step.name for step, needed in self._apart if needed(text)}
        apart |= {name for name, characters in self._also if characters.search(present)}
        return [
            step
            for step, needed in self._steps
            if (step.name in apart if step.name in _APART else needed.search(present))
        ]


@cache
def gate(skip: frozenset[str], also: frozenset[str], *, short_text: bool) -> Gate:
    """The steps of a call of `normalize`."""
    chosen = (
        step for step in STEPS if step.name not in skip and (step.name not in OPTIONAL or step.name in also)
    )
    titles = partial(find_glosses, short_text=True)
    return Gate(
        _step("glosses", titles, "", repairs=True) if short_text and step.name == "glosses" else step
        for step in chosen
    )


REPAIRS = Gate(step for step in STEPS if step.repairs)
"""The steps that undo damage."""
