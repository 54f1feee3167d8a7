"""The words by which `policytext.script.conversion.particle` knows 著 *zhù* from the particle, in Traditional form."""

from __future__ import annotations

__all__ = [
    "AUTHORED",
    "BODIES",
    "COMPOUND",
    "EVIDENT_AFTER",
    "EVIDENT_BEFORE",
    "EVIDENT_TWO",
    "EXCEPT_AFTER",
    "NAMES",
    "OPENING",
    "SURNAMES",
    "VERBS",
    "VERBS_OF_TWO",
]

# 顯著 卓著 昭著 名著 土著 原著 論著 專著 編著 譯著 遺著 巨著 合著 拙著 撰著 較著 彰著 炳著 所著 叢著 醫著
# 執著 舊著 新著
EVIDENT_BEFORE = "顯卓昭名土原論專編譯遺巨鉅合拙撰較彰炳所叢醫執夙遂素舊新"

# 見微知著 積微成著
EVIDENT_TWO = ("微知", "微成")

# 著名 著作 著稱 著述 著錄 著者 著譯 著撰 著績
EVIDENT_AFTER = "名作稱述錄者譯撰績"

# After a verb these begin a word of their own: 寫著名字 起著作用 編著辮子 合著眼.
EXCEPT_AFTER = """
名著 名字 名片 名牌 名單 名稱 名額 名目 名曲 名句 名言 名貴 名義 名望 名利 名氣 名聲 名次 名詞
作業 作用 作戰 作為 作文 作料 作曲 作物 作祟 作坊 作案 作息 作弊 作風 作者 作品 作態
稱重 稱號 稱呼 稱讚 錄音 錄影 錄像 錄製 譯文 譯本 譯者 述職 績效 者說
辮子 草鞋 草帽 花籃 竹籃 故事 號碼 眼睛 雙眼 雙手 眼說 眼聽 掌說 拍子 節拍 嘴笑
"""

# Where no verb stands before: 著書立說 著有 著文 著於 著史 著成
AUTHORED = "書有文於史成"

# 著重 著手 著眼 著想 著力 著實 著落 著陸 著色 著火 著急 著迷 著涼 著裝 著床 著魔 著慌 著邊 著筆 著意 著墨
# 著地 著緊
COMPOUND = "重手眼想力實落陸色火急迷涼裝床魔慌邊筆意墨地緊衣惱忙"

# What opens a title, or a note on an author.
OPENING = "《〈「『（("

# The last characters of offices and editors that sign a book, and of many foreign names.
BODIES = "心會組局所院社部室處司廳辦團集等斯爾夫基娃森"

# The last characters of verbs, by what they do.
VERBS = """
下起不刮颳偎借租買賣摸當秉焚獻過歇看望瞧盯瞪瞄瞥瞅睜瞇閉聽聞嗅嘗嚐吃喝咬嚼吞吐含舔吸呼吹喊叫嚷吼哭笑說講談唱念唸讀誦寫畫描抄載
想惦懷愛恨怨怕驚慌忙急等候坐站躺臥睡趴跪蹲靠倚扶挽拉扯拽拖推拿提拎抱摟扛抬擡挑擔背揹馱頂托託捧舉握抓捏掐攥揪揉搓搖晃甩
扔丟拋投擲打敲拍捶砸撞碰擠壓按摁掀翻撕拆裹纏繞綁捆紮扎繫掛吊懸垂披穿戴套蓋罩遮蒙掩躲埋插刺戳挖掘鑽鑿切割裁砍劈磨擦
抹塗刷掃洗涮泡浸淋澆灌噴灑滴流淌漂浮沉沈游走跑跳奔衝追趕逃跟隨陪伴帶牽趨朝向對沿順循照依憑藉仗趁乘駕騎開駛泊排列
圍堵攔擋擺放置堆疊摞鋪舖墊填塞充溢冒騰飄盤旋轉滾震顫抖曳閃爍亮映射燃燒烤煮蒸煎炸熬燉活存有持留延伸展示現露透散揮
洩漏滲斥蘊包據占佔處住居混忍受負享用使練教養餵種植栽做幹搞弄辦織縫補玩耍鬧逗哄騙瞞欺罵責怪勸催逼迫驗響變動勵引染撐
味臨表徵誌載呈歷滿盪蕩耀藏育累遞續制導領約擾蝕注視察究索找求待考磨豫徊鬥碌波布佈落立環接連本為逆關係繫護衛守
掌管督促催盼念憶記默燙刻印烙鑲嵌繡標附貼黏粘膠固纏擁佩握攜挾夾銜叼蹲伏匍俯仰昂歪斜側躬彎曲捲蜷縮
喘咳哼唧嘀咕嘟囔嘆歎呻吟嚎啕嗚咽哽抽泣嘶鳴啼嘯吵嚷罵詛咒唸叨嘮
燜燻熏烘曬晾晒泛漾蕩瀰漫籠溢潤滋蔓攀爬蠕蹦蹬踩踏踢跨邁踱徘溜逛闖擋撲騰撓癢痛疼餓渴累困睏醒醉昏暈
擺渡划搖盪撥彈奏演扮飾舞跳揮擎執操控協助幫扶配結混融聯組整迎契綜摻雜匯聚集湧擠流傳承繼受蒙罹患遭
討議爭辯評述釋敘訴問答猜測估算數計盤謀劃籌備防禦抗拒抵擋敵恃挺堅維保拱托襯烘襲攻侵犯擾害
聳矗屹豎插懸浮掛晃飛翔翱盤繚縈
"""

# Verbs whose last character alone would say too little, or ends names, or meets a word of 著 *zhù*.
VERBS_OF_TWO = """
討論 談論 議論 爭論 辯論 評論 翻譯 配合 結合 混合 融合 聯合 組合 整合 迎合 契合 綜合 摻合 糅合 集合 吻合 符合
凸顯 彰顯 突顯 顯現 表彰 改編 收編 比較 計較 命名 命令 更新 刷新 革新 接近 靠近 臨近 貼近 走近 逼近 鄰近
表明 證明 說明 聲明 標明 寫明 進行 執行 流行 航行 盛行 飛行 實行 施行 奉行 遵行 步行 爬行 行走
建立 站立 矗立 屹立 聳立 樹立 確立 佇立 林立 直立 守望 期望 希望 渴望 仰望 眺望 張望 盼望 觀望 凝望 遙望
思念 想念 懷念 掛念 惦念 努力 致力 盡力 用力 出力 決定 規定 注定 鎖定 穩定 奠定 生長 成長 增長 助長 主張 緊張
擴張 誇張 傳揚 飄揚 飛揚 宣揚 張揚 洋溢 充滿 意味 代表 象徵 沉思 深思 構思 反思 學習 練習 溫習 複習 工作 勞作
耕作 操作 寫作 創作 運作 上升 升騰 提升 攀升 飆升 蒸騰 奔騰 沸騰 懷抱 燃起 升起 生活 過活 存活 養活 復活 保存
儲存 生存 並存 共存 留存 倖存 興奮 激動 感動 轟動 震動 驅動 帶動 推動 跳動 流動 移動 晃動 活動 運動 舞動 顫動
湧動 騷動 反映 放映 上映 輝映 掩映 產生 發生 滋生 衍生 誕生 萌生 陪同 伴隨 追隨 跟隨 尾隨 面對 面臨 針對 應對
安慰 寬慰 鼓舞 飛舞 起舞 依戀 眷戀 迷戀 留戀 崇拜 敬仰 信仰 景仰 仰慕 愛慕 羨慕 傾慕 熱愛 深愛 喜愛 疼愛 相愛
關愛 珍愛
"""

# Characters of the list above that also end given names; before a title or at the end of a clause they do not
# suffice.
NAMES = "亮立導育載承衛展舉飛翔旋松波育維照博騰有志藏傳翰"

# The first hundred surnames and a few that writers have; first characters of double ones.
SURNAMES = (
    "王李張劉陳楊趙黃周吳徐孫胡朱林何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧許傅沈曾彭呂蘇盧蔣蔡賈丁魏薛葉閻余潘杜戴夏鍾汪"
    "田任姜范石姚譚廖鄒熊金陸郝孔白崔康毛邱秦江史顧侯邵孟龍段雷錢湯尹黎武喬賀賴龔魯司諸歐巴茅紀柳冰老"
)
