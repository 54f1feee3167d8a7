"""Characters that stand for another: radicals, GBK's private cells, small and vertical forms.

Data only. Radicals: the 214 Kangxi radicals by their compatibility decomposition, and of the CJK Radicals
Supplement those that turn up in place of the whole character (in text copied from PDF files) after Unicode's
EquivalentUnifiedIdeograph; components such as ⺮ or ⻌ mean themselves and stay. Private cells: the code
points that GBK decoders gave to characters Unicode did not have then, after GB 18030-2022. Small and
vertical forms go to the full-width form, not to ASCII as NFKC has it.
"""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FORMS", "PRIVATE", "RADICALS"]

_KANGXI = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "母民虎西见角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)

RADICALS: Mapping[str, str] = MappingProxyType({**_KANGXI, **_SUPPLEMENT})
"""Radical to the unified ideograph."""

# In the order of the code points U+E815 to U+E864 (GBK cells FE50 to FEA0).
_FE50 = (
    "⺁𠂇𠂉𠃌⺄㑳㑇⺈⺋龴㖞㘚㘎⺌⺗㥮㤘龵㧏㧟㩳㧐龶龷㭎㱮㳠⺧𡗗龸⺪䁖䅟⺮䌷⺳⺶⺷𢦏䎱"
    "䎬⺻䏝䓖䙡䙌龹䜣䜩䝼䞍⻊䥇䥺䥽䦂䦃䦅䦆䦟䦛䦷䦶龺𤇾䲣䲟䲠䲡䱷䲢䴓䴔䴕䴖䴗䴘䴙䶮龻"
)

PRIVATE: Mapping[str, str] = MappingProxyType(
    {
        **{chr(0xE815 + index): char for index, char in enumerate(_FE50)},
        # Vertical punctuation (A6D9 to A6DF, A6EC, A6ED, A6F3).
        **{chr(0xE78D + index): char for index, char in enumerate("︐︒︑︓︔︕︖︗︘︙")},
        # Ideographic description characters (A989 to A995).
        **{chr(0xE7E7 + index): char for index, char in enumerate("〾⿰⿱⿲⿳⿴⿵⿶⿷⿸⿹⿺⿻")},
        "\ue7c7": "ḿ",
        "\ue7c8": "ǹ",
        "\ue76c": "€",
    }
)
"""Private-use code point to the character of the standard."""

FORMS: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            "﹐﹑﹒﹔﹕﹖﹗﹘﹙﹚﹛﹜﹝﹞﹟﹠﹡﹢﹣﹤﹥﹦﹨﹩﹪﹫︐︑︒︓︔︕︖︗︘︙︰︱︲︳︴︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
            "，、．；：？！—（）｛｝〔〕＃＆＊＋－＜＞＝＼＄％＠，、。：；！？〖〗…：—–＿＿（）｛｝〔〕【】《》〈〉「」『』［］",
            strict=True,
        )
    )
)
"""Small or vertical form to the full-width form."""
