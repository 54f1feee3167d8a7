"""The reader held against html5lib's tests of tree construction, where they lie beside the repository."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from policytext.readers.html.reader import read_html

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "html5lib" / "tree-construction"
SECTION = re.compile(r"(?m:^)#(errors|new-errors|document-fragment|script-off|script-on|document)(?:\n|$)")
STRING = re.compile(r'^\| +"(.*?)"$(?=\n\||\s*\Z)', re.MULTILINE | re.DOTALL)

KNOWN = {
    "entities01.dat": 5,  # references to C1 control characters, which no text of ours holds
    "plain-text-unsafe.dat": 2,  # a drawing before a <frameset>, which throws it away: we keep all text
    "template.dat": 1,  # text in a column group, likewise
    "tests16.dat": 2,  # a <title> that nothing ends is ended at the next tag, on purpose
    "tests19.dat": 1,  # text in framesets
    "tests2.dat": 3,  # text in framesets
    "tests3.dat": 1,  # a <title> that nothing ends
    "tests6.dat": 1,  # text in framesets
    "webkit02.dat": 4,  # the copy that <selectedcontent> displays
}
"""How many cases of each file are read differently, and why."""


def cases(path: Path) -> Iterator[tuple[str, str]]:
    """Markup and expected tree of the documents of a file: fragments and those with scripts running are left out."""
    text = path.read_bytes().decode("utf-8", "surrogatepass")
    for case in re.split(r"(?:^|\n)#data\n", text)[1:]:
        parts = SECTION.split(case)
        sections = dict(zip(parts[1::2], parts[2::2], strict=True))
        if "document" in sections and not {"document-fragment", "script-on"} & set(sections):
            yield parts[0].removesuffix("\n"), sections["document"].rstrip("\n")


def squeezed(text: str) -> Counter[str]:
    """The characters, white space apart; misnested tables move text, so that their order says little."""
    return Counter("".join(text.split()))


@pytest.mark.skipif(not FOLDER.is_dir(), reason="html5lib's tests do not lie beside the repository")
def test_documents_have_the_text_that_the_standard_says() -> None:
    """Of 1,592 documents 1,572 have the characters of the expected tree; the others are known, by file and with a reason."""
    total = 0
    differing: Counter[str] = Counter()
    for path in sorted(FOLDER.rglob("*.dat")):
        for markup, tree in cases(path):
            total += 1
            expected = squeezed("".join(STRING.findall(tree)))
            if squeezed(read_html(markup).text) != expected:
                differing[path.name] += 1
    assert total == 1_592
    assert differing == KNOWN
