"""那么多了技术 (nmdljs.com), a content farm on the 投稿 theme."""

from policytext.rules import Source
from policytext.sources import tougao

SOURCE = Source(key="nmdljs", name="那么多了技术", hosts=("nmdljs.com",), body=tougao.SOURCE.body, family=tougao.SOURCE)
