"""Surnames of one and two characters.

Source: the reports of the Ministry of Public Security on names (the hundred most frequent, 2007 to 2020) and the
traditional 百家姓, as common knowledge; written folded. How frequent a surname is matters little beside the given name,
so two classes do: frequent and other.
"""

from __future__ import annotations

from typing import Final

__all__ = ["COMPOUND_SURNAMES", "FREQUENT", "SURNAMES"]

FREQUENT: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾"
    "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
"""About the hundred most frequent ones; seven of eight people bear one."""
SURNAMES: Final = FREQUENT | frozenset(
    "常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉骆蓝路游辛靳管柴蒙鲍华喻祁房蒲滕萧屈饶解牟艾尤时穆农司古吉卓车缪简连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗代桂瞿全佟应臧边"
    "卞姬邬和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀胥南班储原栗燕楚鄢扶劳谌奚皮粟冼蔺楼盘满闻位厉仝鹿伊须邸束苟危晋步习阳修由逯淡练慕来苍茹竺阎肇傅洪赖幸郁郇郗郜郦郏鄂酆钮阙阚隆雍靖宣邰邴咸宓宦尉展巢帅师廉恽慎戎扈揭"
    "敬旷昌昝晁暨木杭枚母汲沐濮牧狄玄甯睢祖禄禹笪糜缑翦芮荀莘菅萨蒯蓟裘訾谯贡贲逄郐郤隗隽雒韶颉麴亓仉仵佴俸俎冒冶刑呼圣宾密嵇巨弋归忻戈折拜昂朴权殳毋渠湛漆潭狐璩瓮甫疏畅皋睦矫祢稽粘罕翁耶聊胶脱芒苌荔莱蒉葆藏蚁衡衣谬赏赫郅郧郫鄞钦锺镡闪闵闾鞏颛骈"
    "鬲鱼"
)
"""All that a name is known to begin with; characters that begin far more words than names (水, 来, 第) are left out."""
COMPOUND_SURNAMES: Final = frozenset(
    "欧阳 上官 司马 诸葛 东方 皇甫 令狐 公孙 慕容 司徒 夏侯 尉迟 长孙 宇文 端木 南宫 轩辕 百里 呼延 独孤 完颜 东郭 西门 淳于 澹台 公冶 宗政 濮阳 太叔 申屠 仲孙 "
    "钟离 鲜于 闾丘 司空 亓官 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 夹谷 谷梁 段干 东里 梁丘 左丘 南门 公羊 第五 纳兰 叶赫 赫连 万俟 闻人 羊舌 微生 "
    "范姜 张简 欧杨 刘付".split()
)  # fmt: skip
