"""The overlay's entries: characters and words that the dictionaries of 2023 lack or get wrong.

Every entry is a character or a word that a dictionary would hold, none a sentence. Each family says why. The readings
were compared with OpenCC 1.4.2 (Apache-2.0, 2026); where its word would hurt ordinary text, the word was left out.
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["FAMILIES", "Family"]


class Family(NamedTuple):
    """Entries that stand for the same reason."""

    dictionary: str
    """``TS`` or ``ST`` (single characters go to the characters, words to the phrases), or a dictionary's full name."""
    reason: str
    words: str
    """``key=value``, divided by white space."""
    guards: tuple[str, ...] = ()
    """Continuations before which a word of the family gives way to the word that begins with its last character."""

    def pairs(self) -> list[tuple[str, str]]:
        """Key and value of every entry, without the guards."""
        return [(key, value) for key, _, value in (word.partition("=") for word in self.words.split())]


_TO_SIMPLIFIED = (
    Family(
        "TS",
        "Variants that the Simplified standard folds into another character, and the dictionary "
        "leaves alone.",
        """
        劄=札 扞=捍 拚=拼 搧=扇 擡=抬 牴=抵 箚=札 舖=铺 袷=夹 谿=溪 貍=狸 逕=径 遶=绕
        """,
    ),
    Family(
        "TS",
        "More variants of the same kind, of everyday words; current OpenCC still leaves them.",
        """
        唿=呼 衞=卫 粧=妆 囯=国 囘=回 囬=回 靑=青 淸=清 値=值 竝=并 吿=告 牠=它 揹=背 鎗=枪 拏=拿 暱=昵 燄=焰 籐=藤 菓=果 荳=豆 隄=堤 煖=暖
        """,
    ),
    Family(
        "TS",
        "Characters of names that the standard of 2013 gives back, or that only words fold.",
        """
        甦=甦 甯=甯 礆=礆
        """,
    ),
    Family(
        "TS",
        "Simplified 苧 is another plant in Traditional text: only the words of chemistry are folded to it.",
        """
        薴=薴 薴烯=苧烯 薴悴=苧悴
        """,
    ),
    Family(
        "TS",
        "Sinking, in any sense, is 沉; 沈 is left to the surname. Words that are also well-known names "
        "are not listed.",
        """
        擊沈=击沉 昏沈=昏沉 沈冤=沉冤 沈厚=沉厚 沈寂=沉寂 沈悶=沉闷 沈浸=沉浸 沈淪=沉沦 沈湎=沉湎
        沈溺=沉溺 沈滯=沉滞 沈澱=沉淀 沈濁=沉浊 沈痛=沉痛 沈痼=沉痼 沈痾=沉疴 沈睡=沉睡 沈迷=沉迷
        沈重=沉重 沈降=沉降 沈陷=沉陷 沈鬱=沉郁 浮沈=浮沉 深沈=深沉 陰沈=阴沉 墨沈沈=墨沉沉
        暗沈沈=暗沉沉 沈住氣=沉住气 沈甸甸=沉甸甸 沈砂池=沉砂池 烏沈沈=乌沉沉 陰沈沈=阴沉沉
        黑沈沈=黑沉沉 意志消沈=意志消沉 折戟沈沙=折戟沉沙 折戟沈河=折戟沉河 死氣沈沈=死气沉沉
        沈不住氣=沉不住气 沈得住氣=沉得住气 沈魚落雁=沉鱼落雁 破釜沈舟=破釜沉舟 落雁沈魚=落雁沉鱼
        載沈載浮=载沉载浮 載浮載沈=载浮载沉 魚沈雁杳=鱼沉雁杳
        """,
    ),
    Family(
        "TS",
        "To cover or overturn is 覆 again since the list of 1986; the dictionary turns it into 复.",
        """
        射覆=射覆 發覆=发覆 蕩覆=荡覆 覆上=覆上 覆住=覆住 覆冒=覆冒 覆宗=覆宗 覆幬=覆帱 覆成=覆成
        覆杯=覆杯 覆瓿=覆瓿 覆盂=覆盂 覆育=覆育 覆逆=覆逆 覆醢=覆醢 覆露=覆露 覆鼎=覆鼎 露覆=露覆
        頗覆=颇覆 覆醬瓿=覆酱瓿 貂覆額=貂覆额 以功覆過=以功覆过 侔德覆載=侔德覆载 文錦覆阱=文锦覆阱
        覆蕉尋鹿=覆蕉寻鹿 覆鹿尋蕉=覆鹿寻蕉 覆鹿遺蕉=覆鹿遗蕉 買臣覆水=买臣覆水
        """,
    ),
    Family(
        "TS",
        "Personal names of record keep 昇.",
        """
        張昇=张昇 李昇=李昇 烏昇=乌昇 蔣昇=蒋昇 陳昇=陈昇 龔昇=龚昇 吳育昇=吴育昇 徐胤昇=徐胤昇
        梁昇卿=梁昇卿 溫昇豪=温昇豪 王彥昇=王彦昇 申昇勳=申昇勋 盧象昇=卢象昇 金昇玟=金昇玟
        閻鶴昇=阎鹤昇 陳志昇=陈志昇 韓昇延=韩昇延
        """,
    ),
    Family(
        "TS",
        "Place names of Guangdong keep 迳, now that 逕 is 径.",
        """
        七逕=七迳 上逕=上迳 南逕=南迳 水逕=水迳 沙逕=沙迳 河逕=河迳 烏逕=乌迳 社逕=社迳 逕口=迳口
        逕聯=迳联 逕頭=迳头 九逕山=九迳山 赤石逕=赤石迳
        """,
        tuple("行自向以為送予洽寄與由付交赴流庭到入取直啟依至上撥電請"),
    ),
    Family(
        "TS",
        "The spring hunt and the plant are 蒐.",
        """
        春蒐=春蒐 茅蒐=茅蒐 蒐狩=蒐狩 蒐獮=蒐狝 蒐獵=蒐猎 蒐田=蒐田 蒐畋=蒐畋 蒐苗=蒐苗 蒐于紅=蒐于红
        蒐於紅=蒐于红 其陰多蒐=其阴多蒐
        """,
    ),
    Family(
        "TS",
        "The surname and given name, read bì, is 祕.",
        """
        允祕=允祕 吳祕=吴祕 李祕=李祕 祕瓊=祕琼 胤祕=胤祕 袁祕=袁祕 辛祕=辛祕 祕丕笈=祕丕笈
        祕彭祖=祕彭祖
        """,
        ("書",),
    ),
    Family(
        "TS",
        "Dried meat, and a fee, is 脩.",
        """
        束脩=束脩 段脩=段脩 肉脩=肉脩 脩敬=脩敬 脩炳=脩炳 脩脡=脩脡 脩脯=脩脯 脩金=脩金 腶脩=腶脩
        """,
    ),
    Family(
        "TS",
        "An unbaked brick is 坯; only forms that no Simplified text can hold, as 坏 there is bad.",
        """
        磚坏=砖坯 脫坏=脱坯 製坏=制坯 鋼坏=钢坯 鑿坏=凿坯 陶坏=陶坯 麪坏兒=面坯儿
        """,
    ),
    Family(
        "TS",
        "Places and transcriptions read qián keep 乾.",
        """
        乾州=乾州 乾潭=乾潭 乾佑縣=乾佑县 乾安縣=乾安县 乾安鎮=乾安镇 乾闥婆=乾闼婆 尼乾子=尼乾子
        """,
        ("燥", "淨"),
    ),
    Family(
        "TS",
        "The river, the place and the surname, read fán or sì, are 氾.",
        """
        南氾=南氾 東氾=东氾 氾南=氾南 氾國=氾国 氾水=氾水 氾勝之=氾胜之
        """,
        ("濫",),
    ),
    Family(
        "TS",
        "Blessing, read xī, is 釐.",
        """
        年釐=年釐 懷釐=怀釐 春釐=春釐 祝釐=祝釐 逆釐=逆釐
        """,
        ("清", "定", "訂", "正", "米", "金"),
    ),
    Family(
        "TS",
        "Words of 并, written with the variant.",
        """
        幷包=并包 幷州=并州 兼容幷蓄=兼容并蓄 兼收幷蓄=兼收并蓄 兼籌幷顧=兼筹并顾
        """,
    ),
    Family(
        "TS",
        "To scold or beat, read kēi, is 剋.",
        """
        剋架=剋架 剋毒=剋毒 挨剋=挨剋
        """,
        ("制", "扣"),
    ),
    Family(
        "TS",
        "To wake is 苏; alone, as a name, 甦 stays.",
        """
        復甦=复苏 甦生=苏生 甦醒=苏醒
        """,
    ),
    Family(
        "TS",
        "Dry is 干, even before 斷 and 紅.",
        """
        乾紅=干红 乾斷食=干断食
        """,
    ),
    Family(
        "TS",
        "The nautical and the English mile.",
        """
        海哩=海里 英哩=英里
        """,
    ),
    Family(
        "TS",
        "Single words.",
        """
        扞格=扞格 批覆=批复 目劄=目劄 袷袢=袷袢 谿工=谿工 黃鍾公=黄锺公 魏徵=魏徵 慰藉着=慰藉着
        楊聯陞=杨联陞 沈靜下來=沉静下来 沈思往事=沉思往事 逕聯絡=径联络 逕聯繫=径联系 逕口頭=径口头
        """,
    ),
)

_FROM_SIMPLIFIED = (
    Family(
        "ST",
        "A word of hair (粉丝发…, 包括发…, 照护发…) is none where its 发 begins a word of giving or going out.",
        """
        丝发布=絲發布 丝发展=絲發展 丝发送=絲發送 丝发放=絲發放 丝发现=絲發現 丝发行=絲發行 丝发电=絲發電 丝发票=絲發票 丝发生=絲發生
        丝发动=絲發動 丝发起=絲發起 丝发表=絲發表 丝发挥=絲發揮 丝发出=絲發出 丝发言=絲發言 丝发射=絲發射 丝发改=絲發改 丝发货=絲發貨
        丝发车=絲發車 丝发热=絲發熱 丝发病=絲發病 丝发育=絲發育 丝发掘=絲發掘 丝发扬=絲發揚 丝发给=絲發給 丝发帖=絲發帖 丝发文=絲發文
        丝发证=絲發證 括发布=括發布 括发展=括發展 括发送=括發送 括发放=括發放 括发现=括發現 括发行=括發行 括发电=括發電 括发票=括發票
        括发生=括發生 括发动=括發動 括发起=括發起 括发表=括發表 括发挥=括發揮 括发出=括發出 括发言=括發言 括发射=括發射 括发改=括發改
        括发货=括發貨 括发车=括發車 括发热=括發熱 括发病=括發病 括发育=括發育 括发掘=括發掘 括发扬=括發揚 括发给=括發給 括发帖=括發帖
        括发文=括發文 括发证=括發證 护发布=護發布 护发展=護發展 护发送=護發送 护发放=護發放 护发现=護發現 护发行=護發行 护发电=護發電
        护发票=護發票 护发生=護發生 护发动=護發動 护发起=護發起 护发表=護發表 护发挥=護發揮 护发出=護發出 护发言=護發言 护发射=護發射
        护发改=護發改 护发货=護發貨 护发车=護發車 护发热=護發熱 护发病=護發病 护发育=護發育 护发掘=護發掘 护发扬=護發揚 护发给=護發給
        护发帖=護發帖 护发文=護發文 护发证=護發證
        """,
    ),
    Family(
        "ST",
        "Words that the dictionary cuts in the middle: 台风 in 平台风险, 与制 in 参与制造, 了如 in 了如何.",
        """
        平台风险=平臺風險 参与制造=參與製造 了如何=了如何 一只只=一隻隻
        """,
    ),
    Family(
        "ST",
        "Surnames before 某, which stands for the given name in reports.",
        """
        余某=余某 范某=范某 岳某=岳某 郁某=郁某 涂某=涂某 党某=党某 游某=游某
        """,
    ),
    Family(
        "ST",
        "Now the plain character is the more frequent one; the words of the other are in the dictionary.",
        """
        托=托 栗=栗
        """,
    ),
    Family(
        "ST",
        "Noodles are 麪; the dictionary knows fewer kinds of them than the menus.",
        """
        宽面=寬麪 抻面=抻麪 沾面=沾麪 焖面=燜麪 焗面=焗麪 细面=細麪 酱面=醬麪 三鲜面=三鮮麪
        刀拨面=刀撥麪 切仔面=切仔麪 削筋面=削筋麪 卤味面=滷味麪 卤肉面=滷肉麪 咖喱面=咖喱麪
        嗱喳面=嗱喳麪 大排面=大排麪 大肠面=大腸麪 干拌面=乾拌麪 干捞面=乾撈麪 强棒面=強棒麪
        手工面=手工麪 拉揸面=拉揸麪 拨鱼面=撥魚麪 油泼面=油潑麪 浆水面=漿水麪 火鸡面=火雞麪
        炒码面=炒碼麪 炒鳝面=炒鱔麪 焖肉面=燜肉麪 牛筋面=牛筋麪 牛腩面=牛腩麪 猪肉面=豬肉麪
        猫耳面=貓耳麪 番茄面=番茄麪 福建面=福建麪 羊肉面=羊肉麪 肥肠面=肥腸麪 腰花面=腰花麪
        臊子面=臊子麪 菠菜面=菠菜麪 虾仁面=蝦仁麪 虾球面=蝦球麪 裤带面=褲帶麪 酸辣面=酸辣麪
        银丝面=銀絲麪 锅烧面=鍋燒麪 鲁肉面=魯肉麪 麻辣面=麻辣麪 黄鱼面=黃魚麪 焗猪扒面=焗豬扒麪
        酸菜鱼面=酸菜魚麪 重庆小面=重慶小麪 出前一丁面=出前一丁麪
        """,
        ("临", "对", "积", "向", "世", "市", "试", "貌", "具", "膜", "板", "目", "条"),
    ),
    Family(
        "ST",
        "A village, a street or a syllable of a foreign name is 里; only the inside of something is 裏.",
        """
        卅里=卅里 卌里=卌里 同里=同里 嘉里=嘉里 廿里=廿里 甫里=甫里 锦里=錦里 下城里=下城里
        乐里镇=樂里鎮 伊里其=伊里其 佳荣里=佳榮里 几万里=幾萬里 几千里=幾千里 几百里=幾百里
        加达里=加達里 吞武里=吞武里 坑谷里=坑谷里 埃里温=埃里溫 太古里=太古里 屯里镇=屯里鎮
        庄里镇=莊里鎮 提纳里=提納里 摩里支=摩里支 木里图=木里圖 标里镇=標里鎮 矩里迦=矩里迦
        艾里西=艾里西 萨列里=薩列里 伊里格瑞=伊里格瑞 塞韦里诺=塞韋里諾 库里提巴=庫里提巴
        弗罗里达=弗羅里達 苏里南河=蘇里南河 里瓦尔多=里瓦爾多 马苏里拉=馬蘇里拉 培里克利斯=培里克利斯
        尤克里里琴=尤克里里琴 弗洛里斯岛=弗洛里斯島 弗罗里达州=弗羅里達州 弗里得里希=弗里得里希
        弗雷德里克=弗雷德里克 普里什蒂纳=普里什蒂納 米德尔伯里=米德爾伯里 索福克里斯=索福克里斯
        腾格里沙漠=騰格里沙漠 西里尔字母=西里爾字母 马里共和国=馬里共和國 弗雷德里克顿=弗雷德里克頓
        瓦西里耶维奇=瓦西里耶維奇 马斯特里赫特=馬斯特里赫特 马里亚纳海沟=馬里亞納海溝
        基里巴斯共和国=基里巴斯共和國
        """,
        ("面",),
    ),
    Family(
        "ST",
        "A beam is 樑; 梁 is the surname, the state and the mountain.",
        """
        平梁=平樑 椽梁=椽樑 河梁=河樑 泽梁=澤樑 渔梁=漁樑 濠梁=濠樑 玳梁=玳樑 箱梁=箱樑 纵梁=縱樑
        跳梁=跳樑 鱼梁=魚樑 上梁文=上樑文 板梁桥=板樑橋 没梁桶=沒樑桶 玳瑁梁=玳瑁樑 背梁骨=背樑骨
        余响绕梁=餘響繞樑 凿壁悬梁=鑿壁懸樑 刺股悬梁=刺股懸樑 刺骨悬梁=刺骨懸樑 国家栋梁=國家棟樑
        大厦栋梁=大廈棟樑 戳脊梁骨=戳脊樑骨 抚梁易柱=撫樑易柱 架海金梁=架海金樑 歌声绕梁=歌聲繞樑
        泰山梁木=泰山樑木 竖柱上梁=豎柱上樑 竖起脊梁=豎起脊樑 落月屋梁=落月屋樑 鼻无梁柱=鼻無樑柱
        横打鼻梁儿=橫打鼻樑兒 空梁落燕泥=空樑落燕泥 蠹啄剖梁柱=蠹啄剖樑柱 头悬梁锥刺股=頭懸樑錐刺股
        顶梁骨走了真魂=頂樑骨走了真魂
        """,
    ),
    Family(
        "ST",
        "What is dried or dry is 乾, also in the fruits the dictionary does not list.",
        """
        冻干=凍乾 干拌=乾拌 干捞=乾撈 干滩=乾灘 干炒=乾炒 杏干=杏乾 柿干=柿乾 桃干=桃乾 山楂干=山楂乾
        干镇驿=乾鎮驛 干驿镇=乾驛鎮 李子干=李子乾 椰子干=椰子乾 榴梿干=榴槤乾 榴莲干=榴蓮乾
        橄榄干=橄欖乾 没干净=沒乾淨 洋李干=洋李乾 自干五=自乾五 草莓干=草莓乾 荔枝干=荔枝乾
        蛮干净=蠻乾淨 金桔干=金桔乾 香蕉干=香蕉乾 干尽一壶=乾盡一壺 打干净毬儿=打乾淨毬兒
        """,
        ("扰", "预", "涉", "部", "事", "活", "警", "线", "什", "吗", "嘛"),
    ),
    Family(
        "ST",
        "A place or a person is 范; only the pattern is 範.",
        """
        范公=范公 范县=范縣 范叔=范叔 范坝=范壩 范寨=范寨 范岗=范崗 范村=范村 范桥=范橋 范楼=范樓
        范氏=范氏 范营=范營 范里=范里 范镇=范鎮 范集=范集 范各庄=范各莊 范太史=范太史 范德机=范德機
        范忠宣=范忠宣 范文正=范文正 范罗山=范羅山 张范街道=張范街道 曹范街道=曹范街道
        """,
        ("围", "例", "畴"),
    ),
    Family(
        "ST",
        "Acupuncture points, old place names and classical words keep 谿.",
        """
        五溪=五谿 兰溪=蘭谿 勃溪=勃谿 太溪=太谿 慈溪=慈谿 棠溪=棠谿 竹溪=竹谿 解溪=解谿 资溪=資谿
        辰溪=辰谿 酉溪=酉谿 𣗊溪=樠谿 𣲘溪=潕谿 后溪穴=後谿穴 玉溪生=玉谿生 阳溪穴=陽谿穴
        欲深溪壑=欲深谿壑 綦溪利跂=綦谿利跂
        """,
    ),
    Family(
        "ST",
        "周 is what surrounds; it is taken first, so that 這週 does not split 周圍 and its like.",
        """
        今周刊=今周刊 几周围=幾周圍 几周边=幾周邊 几周遭=幾周遭 这周围=這周圍 这周边=這周邊
        这周遭=這周遭 那周围=那周圍 那周边=那周邊 那周遭=那周遭 周而复始=周而復始 多少周围=多少周圍
        多少周边=多少周邊 多少周遭=多少周遭 当周街道=當周街道 若干周围=若干周圍 若干周边=若干周邊
        若干周遭=若干周遭
        """,
    ),
    Family(
        "ST",
        "The tool and what is done with it is 鏟; only rooting out is 剷.",
        """
        反铲=反鏟 铲下=鏟下 铲伤=鏟傷 铲倒=鏟倒 铲出=鏟出 铲凿=鏟鑿 铲刀=鏟刀 铲土=鏟土 铲射=鏟射
        铲抢=鏟搶 铲断=鏟斷 铲板=鏟板 铲煤=鏟煤 铲球=鏟球 铲起=鏟起 铲车=鏟車 铲雪=鏟雪
        """,
    ),
    Family(
        "ST",
        "Where something drifts or moves freely it is 游; to travel is 遊.",
        """
        游击=游擊 游弋=游弋 游标=游標 游牧=游牧 游离=游離 游移=游移 游资=游資 游牧区=游牧區
        游离层=游離層 游离票=游離票 游标位置=游標位置 游标卡尺=游標卡尺 游牧民族=游牧民族
        游离电子=游離電子 游离辐射=游離輻射 游移不决=游移不決 游移不定=游移不定
        """,
        ("客", "玩", "戏"),
    ),
    Family(
        "ST",
        "A count of weeks is 週.",
        """
        几周=幾週 周线=週線 这周=這週 那周=那週 几十周=幾十週 十几周=十幾週 哪几周=哪幾週 多少周=多少週
        好几周=好幾週 第几周=第幾週 若干周=若干週 过几周=過幾週 那几周=那幾週
        """,
        ("围", "边", "遭", "岁", "身", "密", "全", "到"),
    ),
    Family(
        "ST",
        "Reign titles, places and the classical word for all are 咸; 鹹 is salty.",
        """
        咸同=咸同 咸安=咸安 咸宾=咸賓 咸平=咸平 咸康=咸康 咸淳=咸淳 咸熙=咸熙 咸通=咸通 咸雍=咸雍
        道咸=道咸 咸有一德=咸有一德 少长咸集=少長咸集
        """,
    ),
    Family(
        "ST",
        "擡 is a variant of 抬 and no separate word.",
        """
        哄抬=哄抬 抬价=抬價 抬出=抬出 抬回=抬回 抬杠=抬槓 抬出去=抬出去 抬出来=抬出來 抬回去=抬回去
        抬回来=抬回來 哄抬物价=哄抬物價 抬高身价=抬高身價 高抬身价=高抬身價
        """,
    ),
    Family(
        "ST",
        "As an adverb, and in 大相逕庭, the character is 逕.",
        """
        一径=一逕 径入=逕入 径到=逕到 径取=逕取 径流=逕流 径自=逕自 径行=逕行 径启者=逕啓者
        径路儿=逕路兒 大有径庭=大有逕庭 大相径庭=大相逕庭
        """,
    ),
    Family(
        "ST",
        "An uproar is 鬨; to coax is 哄.",
        """
        哄乱=鬨亂 哄传=鬨傳 哄抢=鬨搶 乱哄哄=亂鬨鬨 闹哄哄=鬧鬨鬨 一哄而上=一鬨而上 一哄而起=一鬨而起
        一哄而集=一鬨而集 哄传一时=鬨傳一時 哄动一时=鬨動一時 热闹哄哄=熱鬧鬨鬨
        """,
    ),
    Family(
        "ST",
        "To smelt is 煉.",
        """
        炼钢=煉鋼 炼铁=煉鐵 炼铜=煉銅 炼铝=煉鋁 熔炼=熔煉 炼钢业=煉鋼業 炼钢厂=煉鋼廠 炼钢炉=煉鋼爐
        炼铁厂=煉鐵廠 炼铁炉=煉鐵爐 炼铜厂=煉銅廠
        """,
    ),
    Family(
        "ST",
        "Pressing metal, rising to the sky and names have 沖; 衝 is to charge.",
        """
        冲压=沖壓 冲床=沖牀 冲蒌=沖蔞 冲压机=沖壓機 吴子冲=吳子沖 冲碧丹经=沖碧丹經 圣诞冲举=聖誕沖舉
        气冲斗牛=氣沖斗牛 气冲牛斗=氣沖牛斗 气冲霄汉=氣沖霄漢
        """,
    ),
    Family(
        "ST",
        "Stars and the measure are 斗; only the fight is 鬥.",
        """
        南斗=南斗 斗姆=斗姆 斗宿=斗宿 斗母=斗母 贯斗=貫斗 铲斗=鏟斗 斗星官=斗星官 斗木獬=斗木獬
        东斗星君=東斗星君 西斗星君=西斗星君
        """,
    ),
    Family(
        "ST",
        "The bars of a rank are 杠.",
        """
        杠一=杠一 杠七=杠七 杠三=杠三 杠九=杠九 杠二=杠二 杠五=杠五 杠八=杠八 杠六=杠六 杠四=杠四
        """,
        ("杆",),
    ),
    Family(
        "ST",
        "The colloquial pattern X里XY has 裏.",
        """
        傻里傻气=傻裏傻氣 古里古怪=古裏古怪 妖里妖气=妖裏妖氣 宝里宝气=寶裏寶氣 怪里怪气=怪裏怪氣
        慌里慌张=慌裏慌張 窝里窝囊=窩裏窩囊 邋里邋遢=邋裏邋遢
        """,
    ),
    Family(
        "ST",
        "To meddle is 干; so are the old official word and the names.",
        """
        干禄=干祿 去干扰=去干擾 干诺道=干諾道 长干里=長干里 大溪豆干=大溪豆干 费尔干纳盆地=費爾干納盆地
        """,
    ),
    Family(
        "ST",
        "To march against is 征; to levy is 徵.",
        """
        征东=征東 征北=征北 征南=征南 征缅=征緬 征西=征西 征乌梁海=征烏梁海
        """,
    ),
    Family(
        "ST",
        "Again or back is 復; manifold is 複.",
        """
        三复=三復 垦复=墾復 复次=復次 复发性=復發性 复发率=復發率
        """,
    ),
    Family(
        "ST",
        "Together is 並.",
        """
        并包=並包 兼容并包=兼容並包 兼容并蓄=兼容並蓄 兼收并蓄=兼收並蓄 兼筹并顾=兼籌並顧
        """,
    ),
    Family(
        "ST",
        "What remains is 餘, also in these places.",
        """
        扶余=扶餘 编余=編餘 扶余县=扶餘縣 断纸余墨=斷紙餘墨 读书三余=讀書三餘
        """,
    ),
    Family(
        "ST",
        "To make is 製.",
        """
        加氢精制=加氫精製 调制解调器=調製解調器 数据调制解调器=數據調製解調器
        电缆调制解调器=電纜調製解調器
        """,
    ),
    Family(
        "ST",
        "The calendar is 曆.",
        """
        历引=曆引 历指=曆指 大统历=大統曆 授时历=授時曆
        """,
    ),
    Family(
        "ST",
        "To fan is 搧.",
        """
        呼扇=呼搧 扇火=搧火 扇风=搧風 铺眉扇眼=鋪眉搧眼
        """,
    ),
    Family(
        "ST",
        "These places are written 余.",
        """
        大余=大余 新余=新余 大余县=大余縣 新余市=新余市
        """,
    ),
    Family(
        "ST",
        "Names and the genus 梁龍 have 梁.",
        """
        梁龙=梁龍 浮梁=浮梁 浮梁县=浮梁縣 黄梁美梦=黃梁美夢
        """,
    ),
    Family(
        "ST",
        "The clown is 丑; ugly is 醜.",
        """
        小丑丫鬟=小丑丫鬟 小丑跳梁=小丑跳樑 跳梁小丑=跳樑小丑 跳梁猖獗之小丑=跳樑猖獗之小丑
        """,
    ),
    Family(
        "ST",
        "To hold on the palm, and foreign names, is 托, the more frequent of the two; the words of 託 "
        "are in the dictionary.",
        """
        托儿所=托兒所 阿里斯托芳=阿里斯托芳 符拉迪沃斯托克=符拉迪沃斯托克
        """,
    ),
    Family(
        "ST",
        "The instrument is 錶.",
        """
        煤气表=煤氣錶 钟表盘=鐘錶盤
        """,
    ),
    Family(
        "ST",
        "The fan and the ears are 扇; fixed phrases keep it.",
        """
        扇火止沸=扇火止沸 扇风耳朵=扇風耳朵
        """,
    ),
    Family(
        "ST",
        "To entrust is 託, now that 托 alone stays.",
        """
        托之空言=託之空言 托物寓兴=託物寓興
        """,
    ),
    Family(
        "ST",
        "Single words whose character the dictionary takes wrongly.",
        """
        丹棱=丹稜 穆棱=穆稜 绥棱=綏稜 修浚=修濬 浚县=濬縣 倒霉=倒霉 内卷=內捲 别强=別強 发顶=髮頂
        妆发=妝髮 后街=後街 先天下之忧而忧后天下之乐而乐=先天下之憂而憂後天下之樂而樂 呆着=待着
        周济=周濟 周人之急=周人之急 啰苏=囉囌 啰啰苏苏=囉囉囌囌 喂猫=餵貓 姜斋=薑齋 安岳=安岳 岳王=岳王
        景岳=景岳 岳武穆=岳武穆 念佛=念佛 想象=想像 拉链=拉鏈 拉链工程=拉鏈工程 昏困=昏睏 毁弃=毀棄
        毁钟为铎=毀鐘爲鐸 黄钟毁弃=黃鐘毀棄 沾化=霑化 沾益=霑益 澄江=澂江 皂角=皂角 盗跖=盜跖 背包=背包
        背来=揹來 荫庇=廕庇 血症=血症 谷城=穀城 谷城县=穀城縣 谷氨酰胺=穀氨酰胺 谷神=谷神
        星露谷物语=星露谷物語 贵筑=貴筑 返佣=返佣 伦布雪=倫布雪 布雷顿森林=布雷頓森林 六须鲶=六鬚鯰
        图昆线=圖崑線 非词重复测验=非詞重複測驗 岩手县=岩手縣 希拉克=希拉克 马斯垂克=馬斯垂克
        徐家汇=徐家匯 徐汇区=徐匯區 控制台=控制台 查询台=查詢檯 泛胜之=氾勝之 彗泛画涂=彗氾畫塗
        玉面狸=玉面貍 以狸致鼠=以貍致鼠 虱目鱼=虱目魚 郭台成=郭台成 郭台铭=郭台銘 龙应台=龍應台
        一出剧场=一出劇場 一出剧院=一出劇院 一出戏院=一出戲院 丁零当啷=丁零噹啷 别致有趣=別緻有趣
        澄澹精致=澄澹精緻 风流别致=風流別緻 吃饭家伙=喫飯傢伙 回黄倒皂=回黃倒皁 朱轓皂盖=朱轓皁蓋
        牛骥同皂=牛驥同皁 天冬酰胺=天冬酰胺 干云蔽日=干雲蔽日 阿拉干山脉=阿拉干山脈 沈北新区=瀋北新區
        拿云攫石=拏雲攫石 无言不仇=無言不讎 气焰万丈=氣燄萬丈 烟焰障天=煙燄障天 滴里嘟噜=滴哩嘟嚕
        滴里搭拉=滴哩搭拉 滴里耷拉=滴哩耷拉 潜丘札记=潛丘劄記 廿二史札记=廿二史劄記
        二十二史札记=二十二史劄記 爱丽舍宫=愛麗舍宮 生发中心=生發中心 胚胎发育=胚胎發育
        直系军阀=直系軍閥 立方厘米=立方釐米 失之毫厘谬以千里=失之毫釐謬以千里 东芝医疗系=東芝醫療系
        皮划艇静水=皮划艇靜水 皮划艇激流回旋=皮划艇激流回旋 面向对象语言=面向對象語言
        面向对象的技术=面向對象的技術 欲加之罪何患无词=欲加之罪何患無詞
        欲善其事必先利其器=欲善其事必先利其器 紫云苗族布依族自治县=紫雲苗族布依族自治縣
        摇车儿里的爷爷拄拐棍儿的孙子=搖車兒裏的爺爺拄柺棍兒的孫子
        """,
    ),
)

_VARIANTS = (
    Family(
        "TWVariants",
        "擡 is a word the writer chose; to fold it is no matter of region. A beam is 梁 in Taiwan.",
        """
        擡=擡 樑=梁
        """,
    ),
    Family(
        "HKVariants",
        "擡 is a word the writer chose; to fold it is no matter of region.",
        """
        擡=擡
        """,
    ),
    Family(
        "TWVariantsRev",
        "么 is the Simplified 麼; where it means the youngest it stands in words. The particle is "
        "decided by its place, not by the region.",
        """
        么=么 著=著
        """,
    ),
    Family(
        "TWVariantsRevPhrases",
        "The youngest, and one at dice.",
        """
        老么=老幺 么兒=幺兒 么女=幺女 么子=幺子 么弟=幺弟 么妹=幺妹 么叔=幺叔 么舅=幺舅 么姑=幺姑
        么點=幺點 么蛾子=幺蛾子 么二三=幺二三
        """,
    ),
)

FAMILIES: tuple[Family, ...] = (*_TO_SIMPLIFIED, *_FROM_SIMPLIFIED, *_VARIANTS)
