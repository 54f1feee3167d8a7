"""Where the index of Big5 of the WHATWG Encoding Standard differs from Python's ``big5hkscs``: 203 of its 18,590 characters.

192 are not decoded there at all, 11 are marks that the two read differently (the middle dot ‧, the slash ∕, the yen sign ￥).
"""

from __future__ import annotations

from typing import Final

__all__ = ["DIFFERENT"]

_ROWS: Final = (
    ("877a877b877c877d877e87a187a287a387a487a587a687a787a887a987aa87ab", "㡵𡵓𣚞𦀡㻬𥣞㫵竼龗𤅡𨤍𣇪𠪊𣉞䌊蒄"),
    ("87ac87ad87ae87af87b087b187b287b387b487b587b687b787b887b987ba87bb", "龖鐯䤰蘓墖靊鈘秐稲晠権袝瑌篅枂稬"),
    ("87bc87bd87be87bf87c087c187c287c387c487c587c687c787c887c987ca87cb", "剏遆㓦珄𥶹瓆鿇垳䤯呌䄱𣚎堘穲𧭥讏"),
    ("87cc87cd87ce87cf87d087d187d287d387d487d587d687d787d887d987da87db", "䚮𦺈䆁𥶙箮𢒼鿈𢓁𢓉𢓌鿉蔄𣖻䂴鿊䓡"),
    ("87dc87dd87de87df8e698e6f8e7e8eab8eb48ecd8ed08f578f698f6e8fcb8fcc", "𪷿拁灮鿋箸簆糎緒縝者耨菁蒨萏覦覩"),
    ("8ffe906d907a90dc90f191bf924492af92b092b192b292c892d1944794ca95d9", "起都銹靜響鼖蔃兙兛兝兞鍮瑹浧禛邗"),
    ("964496ed96fc9b769b789b7b9bc69bde9bec9bf69c429c539c629c689c6b9c77", "靝瀞嬨爁矗纇駖釔惞澶輶侻營鄄鷰菏"),
    ("9cbc9cbd9cd09d579d5a9dc49ea99eef9efd9f609f669fcb9fd8a063a077a0d5", "尐秣婧輋筑拐恢痹汊鬮鼗僭弌蠏拎瑨"),
    ("a0dfa0e4a145a14ea1c2a1e3a1f2a1f3a241a242a244a246a247a3c0a3c1a3c2", "煢牐‧﹑¯～⊕⊙∕﹨￥￠￡␀␁␂"),
    ("a3c3a3c4a3c5a3c6a3c7a3c8a3c9a3caa3cba3cca3cda3cea3cfa3d0a3d1a3d2", "␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒"),
    ("a3d3a3d4a3d5a3d6a3d7a3d8a3d9a3daa3dba3dca3dda3dea3dfa3e0a3e1c6cf", "␓␔␕␖␗␘␙␚␛␜␝␞␟␡€廴"),
    ("c6d3c6d5c6d7c6dec6dffa5ffa66fabdfac5fad5fb48fbb8fbf3fbf9fc4ffc6c", "无癶隶〃仝倩偽包卄卿嘅婷幵廐彘悤"),
    ("fcb9fce2fcf1fdb7fdb8fdbbfdf1fe52fe6ffeaafedd", "撐晴杞沜渝港煮猪瑜瓩砉"),
)

DIFFERENT: Final[dict[bytes, str]] = {
    bytes.fromhex(codes[4 * at : 4 * at + 4]): char for codes, chars in _ROWS for at, char in enumerate(chars)
}
"""The two bytes, and what they are."""
