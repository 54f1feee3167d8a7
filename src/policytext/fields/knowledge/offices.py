"""What organs of state, their departments and other bodies are called, long (县人力资源和社会保障局) and short (市人社局, 县委办, 政研室).

Source: this project's own lists, after the names that the State Council's organization documents and local governments
use; written folded.
"""

from __future__ import annotations

import re
from typing import Final

from policytext.fields.knowledge.places import starts_with_place

__all__ = ["ENDINGS", "office_score"]

_SURE: Final = (
    "人民政府 政府 委员会 党委 党组 党工委 工委 管委会 居委会 村委会 办公室 办公厅 政府办 政府办公室 县委办 市委办 区委办 党政办 综合办 政研室 研究室 督查室 宣教中心 宣教科 "
    "宣传部 组织部 统战部 政法委 纪委 监委 纪检组 巡察办 编办 网信办 文明办 扶贫办 法制办 国资委 发改委 发改局 工信局 工信委 教育局 教体局 科技局 公安局 民政局 司法局 "
    "财政局 人社局 自然资源局 环保局 住建局 交通局 水利局 水务局 农业局 农业农村局 商务局 文旅局 文广新局 卫健委 卫健局 卫生局 卫计委 审计局 应急局 市场监管局 统计局 "
    "林业局 体育局 医保局 信访局 城管局 规划局 国土局 房管局 粮食局 气象局 地震局 税务局 国税局 地税局 烟草局 邮政局 档案局 档案馆 机关事务局 公共资源交易中心 "
    "人大 人大常委会 政协 法院 检察院 人民法院 人民检察院 总工会 工会 团委 团县委 团市委 共青团 妇联 工商联 残联 红十字会 科协 文联 社科联 作协 侨联 台办 外办 侨办 "
    "支队 大队 总队 派出所 交警 消防 海关 边检 边防 监狱 戒毒所 看守所 武装部 军分区 人武部 "
    "局 厅 委 署 司 处 科 股 办 部 室 院 所 站 队 会 中心 公司 集团 银行 分行 支行 大学 学院 学校 中学 小学 幼儿园 医院 研究院 研究所 图书馆 博物馆 文化馆 美术馆 纪念馆 "
    "协会 学会 联合会 商会 基金会 促进会 理事会 支部 党支部 总支 社区 街道 街道办 街道办事处 办事处 镇 乡 村 县 市 区 省 州 盟 旗 园区 开发区 高新区 新区 保护区 景区 林场 农场 "
    "服务中心 信息中心 指挥部 领导小组 小组 工作组 专班 调查队 工作站 事务所 律所 律师事务所 合作社 企业 厂 店 馆 校 系 组"
)  # fmt: skip
ENDINGS: Final = frozenset(_SURE.split())
"""What the name of a body ends in."""
_LONGEST: Final = max(map(len, ENDINGS))
_ONE: Final = frozenset(ending for ending in ENDINGS if len(ending) == 1)
# One character that ends many words, and what it ends a body's name after.
_HEADS: Final = ("市", "县", "区", "省", "镇", "乡", "州", "旗", "院", "校", "厅", "局", "委", "党", "国", "全国", "中央", "中共", "自治")  # fmt: skip
_WORDS: Final = frozenset(
    "社会 机会 大会 晚会 约会 聚会 舞会 协会 工会 学会 理会 体会 误会 全会 年会 盛会 集会 领会 博览会 运动会 座谈会 座谈 推进会 动员会 发布会 会议室 "
    "全部 内部 外部 局部 干部 西部 东部 南部 北部 中部 俱乐部 教室 卧室 浴室 实验室 场所 厕所 车站 网站 部队 排队 团队 军队 球队 车队 到处 好处 "
    "用处 坏处 深处 何处 学科 外科 内科 百科 本科 专科 农村 新农村 乡村 城市 都市 超市 股市 门市 地区 校区 小区 山区 灾区 城区 郊区 市区 辖区 "
    "景区 院区 怎么办 举办 承办 主办 开办 创办 联办 督办 协办 公办 民办 委员 常委 组长 中心 核心 信心 关系 联系 体系 工厂 饭店 商店 酒店 书店 专卖店 "
    "住院 出院 入院 剧院 电影院 场馆 宾馆 饭馆 茶馆 学校 高校 党校 城镇 乡镇 家乡 故乡 公司 上司 官司 牌局 结局 大局 全局 布局 时局 僵局 格局 邮局".split()
)  # fmt: skip
_MOST: Final = 30
_APART: Final = re.compile("[ ,。:;?!/|<>]")


def office_score(folded: str) -> float:
    """How much a folded string looks like the name of an organ, department or other body, 0 to 1."""
    name = folded.strip("《》\"' ")
    if not 2 <= len(name) <= _MOST or name in _WORDS or _APART.search(name):
        return 0.0
    size = len(name)
    if name[-1] in ")]":
        name, size = _without_bracket(name, size)
    for length in range(min(_LONGEST, size), 0, -1):
        ending = name[-length:]
        if ending not in ENDINGS:
            continue
        if length == size:
            # The ending alone: 人民政府 is one, 中心 may be, 局 is a word.
            return 0.9 if length >= 3 else 0.6 if length == 2 else 0.0
        return _behind_ending(length, size - length, headed=_is_headed(name))
    return 0.0


def _behind_ending(length: int, before: int, *, headed: bool) -> float:
    """How sure a name is by its ending of ``length`` characters, with ``before`` others in front of it."""
    if length == 1 and before < 2 and not headed:
        return 0.2
    return 1.0 if headed or length >= 2 else 0.8


def _without_bracket(name: str, size: int) -> tuple[str, int]:
    """A name without what its bracket says, or without a bracket that nothing opens; and the length that counts."""
    if "(" not in name and "[" not in name:
        return name.rstrip(")]"), size
    # 青禾市文化和旅游局(原市文广新局)
    name = name[: max(name.rfind("("), name.rfind("["))]
    return name, len(name)


def _is_headed(name: str) -> bool:
    """Whether a name begins as those of bodies do: with a place, a level of government, a party."""
    return name[0] in "市县区省州镇乡院校厅局委党国" or name.startswith(_HEADS) or starts_with_place(name)
