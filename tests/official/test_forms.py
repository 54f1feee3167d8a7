"""Forms of official documents that government sites show: header tables, heads, closings and parts, each read back exactly.

Every form stands on a page of its own, as a dump and as paragraphs and tables of HTML. All offices, numbers and sentences are invented.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

import pytest
from attrs import fields

import policytext
from policytext.models.official import Official

if TYPE_CHECKING:
    from collections.abc import Sequence


# fmt: off
def whole(*lines: str) -> str:
    """A page of these lines, a path of columns above and a footer below."""
    return "\n".join([*FRAME_TOP, *lines, *FRAME_END]) + "\n"


FRAME_TOP = ["首页 > 政务公开 > 政策文件"]
FRAME_END = ["上一篇：青禾市开展春季植树活动", "主办：青禾市自然资源局　青ICP备05001234号", "地址：青禾市人民路1号"]
TITLE = "青禾市自然资源局关于进一步加强城乡建设用地管理的通知"
BODY = ["各县（区）自然资源局，局属各单位：",
 "为进一步加强城乡建设用地管理，提高土地利用效率，现就有关事项通知如下。",
 "一、严格控制新增用地规模。各地要严格执行年度计划，不得突破规划确定的规模边界，确保总量不增加。",
 "二、盘活存量土地。对批而未供和闲置土地，要逐宗建立台账，限期处置到位，每季度报送进展情况。"]
CLOSE = ["青禾市自然资源局", "2023年5月8日"]
BASE: dict[str, Any] = {"kind": "通知", "addressees": ("各县（区）自然资源局", "局属各单位"), "signature": ("青禾市自然资源局",), "signed_on": "2023-05-08"}
FULL: dict[str, Any] = {"index_no": "11370100MB28/2023-00042", "category": "国土资源、能源", "issuers": ("青禾市自然资源局",), "doc_number": "青自然资发〔2023〕17号", **BASE}


TABLES: dict[str, tuple[Sequence[str], dict[str, Any]]] = {
 "gov.cn, two pairs, tabs": (["索 引 号：\t11370100MB28/2023-00042\t主题分类：\t国土资源、能源", "发文机关：\t青禾市自然资源局\t成文日期：\t2023年05月08日", "标　　题：\t"+TITLE, "发文字号：\t青自然资发〔2023〕17号\t发布日期：\t2023年05月10日", "主 题 词："], FULL),
 "single blanks, colon": (["索引号: 11370100MB28/2023-00042 主题分类: 国土资源、能源", "发布机构: 青禾市自然资源局 成文日期: 2023-05-08", "名称: "+TITLE, "文号: 青自然资发〔2023〕17号 发布日期: 2023-05-10", "主题词:"], FULL),
 "registered": (["索引号：11370100MB28/2023-00042　统一登记号：QHCR-2023-01001", "公开责任部门：青禾市自然资源局　　文号：青自然资发〔2023〕17号", "信息时效期：2028-05-08　　签署日期：2023-05-08", "登记日期：2023-05-09　所属机构：青禾市自然资源局　所属主题：国土资源、能源", "发文日期：2023-05-10"], FULL),
 "zhejiang": (["索引号：", "11370100MB28/2023-00042", "公开方式：", "主动公开", "文件编号：", "青自然资发〔2023〕17号", "发布机构：", "青禾市自然资源局", "组配分类：", "行政规范性文件", "主题分类：", "国土资源、能源", "发布日期：", "2023-05-10", "成文日期：", "2023-05-08", "统一编号：", "AQHD01-2023-0005", "有效性：", "有效"], {**FULL, "status": "有效"}),
 "zhejiang no colon": (["索引号", "11370100MB28/2023-00042", "文件编号", "青自然资发〔2023〕17号", "发布机构", "青禾市自然资源局", "主题分类", "国土资源、能源", "公开日期", "2023-05-10", "成文日期", "2023-05-08", "有效性", "有效"], {**FULL, "status": "有效"}),
 "beijing brackets, joint": (["[主题分类]　国土资源、能源", "[发文机构]　青禾市自然资源局", "[联合发文单位]　青禾市财政局", "[实施日期]　2023-06-01", "[成文日期]　2023-05-08", "[发文字号]　青自然资发〔2023〕17号", "[废止日期]", "[发布日期]　2023-05-10", "[有效性]　现行有效"], {**{k: v for k, v in FULL.items() if k != "index_no"}, "issuers": ("青禾市自然资源局", "青禾市财政局"), "effective_on": "2023-06-01", "status": "现行有效"}),
 "black brackets": (["【索 引 号】11370100MB28/2023-00042　【发文字号】青自然资发〔2023〕17号", "【主题分类】国土资源、能源　【发布机构】青禾市自然资源局", "【成文日期】2023-05-08　【发布日期】2023-05-10", "【有 效 性】有效"], {**FULL, "status": "有效"}),
 "chengdu": (["签发单位：青禾市自然资源局", "签发时间：2023-05-08", "生效时间：2023-06-01", "索引号：11370100MB28/2023-00042", "文　　号：青自然资发〔2023〕17号", "发布日期：2023-05-10", "有效性：有效", "主题分类：国土资源、能源"], {**FULL, "effective_on": "2023-06-01", "status": "有效"}),
 "jiangsu": (["信息索引号\t11370100MB28/2023-00042\t生成日期\t2023-05-08\t公开日期\t2023-05-10", "文件编号\t青自然资发〔2023〕17号\t公开时限\t长期公开", "发布机构\t青禾市自然资源局", "公开形式\t网站、文件、政府公报", "公开方式\t主动公开\t公开范围\t面向社会", "效力状况\t有效\t公开程序\t部门编制，经办公室审核后公开", "主题（一）\t国土资源、能源\t主题（二）\t\t体裁\t通知", "关键词\t土地,管理,通知\t主题词", "内容概览\t关于进一步加强城乡建设用地管理的通知", "在线链接地址", "文件下载"], {**FULL, "status": "有效", "keywords": ("土地", "管理", "通知")}),
 "markdown table": (["| 索引号 | 11370100MB28/2023-00042 | 主题分类 | 国土资源、能源 |", "| --- | --- | --- | --- |", "| 发文机关 | 青禾市自然资源局 | 成文日期 | 2023年05月08日 |", "| 标题 | "+TITLE+" | | |", "| 发文字号 | 青自然资发〔2023〕17号 | 发布日期 | 2023年05月10日 |"], FULL),
 "guizhou yes": (["索引号：11370100MB28/2023-00042", "信息分类：国土资源、能源", "发布机构：青禾市自然资源局", "发文日期：2023-05-08", "文号：青自然资发〔2023〕17号", "是否有效：是", "信息名称："+TITLE], {**FULL, "status": "是"}),
 "fujian": (["索 引 号：11370100MB28/2023-00042　　主题分类：国土资源、能源", "备注/文号：青自然资发〔2023〕17号", "发布机构：青禾市自然资源局", "公文生成日期：2023-05-08"], FULL),
 "jiangxi": (["信息类别：国土资源、能源　　　　文件编号：青自然资发〔2023〕17号", "公开方式：主动公开　　　　发布机构：青禾市自然资源局", "生成日期：2023-05-08　　　　公开时限：常年公开", "公开范围：面向全社会　　　　信息索取号：11370100MB28/2023-00042", "责任部门：办公室"], FULL),
 "letters apart, no colon": (["索 引 号  11370100MB28/2023-00042    主题分类  国土资源、能源", "发文机构  青禾市自然资源局    成文日期  2023年05月08日", "标    题  "+TITLE, "文    号  青自然资发〔2023〕17号    发布日期  2023年05月10日"], FULL),
 "three pairs, single blanks": (["索引号 11370100MB28/2023-00042 文号 青自然资发〔2023〕17号 生成日期 2023-05-08", "发布机构 青禾市自然资源局 主题分类 国土资源、能源"], FULL),
 "slashes": (["索引号：11370100MB28/2023-00042 / 主题分类：国土资源、能源 / 发布机构：青禾市自然资源局", "文号：青自然资发〔2023〕17号 / 成文日期：2023-05-08"], FULL),
 "bars": (["索引号：11370100MB28/2023-00042 | 主题分类：国土资源、能源 | 发布机构：青禾市自然资源局 | 文号：青自然资发〔2023〕17号 | 成文日期：2023-05-08"], FULL),
 "tax": (["文号：青自然资发〔2023〕17号　　发文日期：2023-05-08　　全文有效"], {**{k: v for k, v in FULL.items() if k not in ("index_no", "category")}, "status": "全文有效"}),
 "csrc": (["索 引 号\t11370100MB28/2023-00042", "分　　类\t国土资源、能源", "发布机构\t青禾市自然资源局", "发文日期\t2023年05月08日", "名　　称\t"+TITLE, "文　　号\t青自然资发〔2023〕17号", "主 题 词"], FULL),
 "one line": (["索引号：11370100MB28/2023-00042 主题分类：国土资源、能源 发文机关：青禾市自然资源局 成文日期：2023年05月08日 标题："+TITLE+" 发文字号：青自然资发〔2023〕17号 发布日期：2023年05月10日"], FULL),
 "glued": (["索引号：11370100MB28/2023-00042主题分类：国土资源、能源", "发文机关：青禾市自然资源局成文日期：2023年05月08日", "发文字号：青自然资发〔2023〕17号发布日期：2023年05月10日"], FULL),
 "colon on its own line": (["索引号", "：", "11370100MB28/2023-00042", "主题分类", "：", "国土资源、能源", "发文机关", "：", "青禾市自然资源局", "成文日期", "：", "2023-05-08", "发文字号", "：", "青自然资发〔2023〕17号"], FULL),
 "repealed": (["索引号：11370100MB28/2023-00042 主题分类：国土资源、能源", "发文机关：青禾市自然资源局 成文日期：2023-05-08", "发文字号：青自然资发〔2023〕17号 有效性：废止", "实施日期：2023-06-01 废止日期：2025-01-01 失效日期：2028-05-31"], {**FULL, "status": "废止", "effective_on": "2023-06-01", "repealed_on": "2025-01-01", "expires_on": "2028-05-31"}),
 "site code labels": (["信息索引：11370100MB28/2023-00042　公开事项名称："+TITLE, "公文主题分类：国土资源、能源　制发单位：青禾市自然资源局", "制发日期：2023-05-08　公文编号：青自然资发〔2023〕17号　文件有效性：有效"], {**FULL, "status": "有效"}),
 "with buttons": (["索 引 号： 11370100MB28/2023-00042", "主题分类： 国土资源、能源", "发文机关： 青禾市自然资源局", "成文日期： 2023-05-08", "发文字号： 青自然资发〔2023〕17号", "字号：大 中 小", "打印本页 关闭窗口", "分享到："], FULL),
 "mixed date name": (["索引号：11370100MB28/2023-00042", "主题分类：国土资源、能源", "公开主体：青禾市自然资源局", "发文字号：青自然资发〔2023〕17号", "制文日期：2023-05-08", "公布日期：2023-05-10", "公开属性：主动公开", "文件状态：现行有效"], {**FULL, "status": "现行有效"}),
 "ministry": (["文件名称："+TITLE, "发文文号：青自然资发〔2023〕17号", "索引号：11370100MB28/2023-00042", "主题类别：国土资源、能源", "发文单位：青禾市自然资源局", "成文时间：2023年5月8日", "发布时间：2023年5月10日 16:40"], FULL),
 "two-line values": (["索引号：", "11370100MB28/2023-00042", "主题分类：国土资源、", "能源", "发文机关：青禾市自然资源局", "成文日期：2023-05-08", "发文字号：青自然资发〔2023〕17号"], {**FULL, "category": "国土资源、"}),
}
N = "青自然资发〔2023〕17号"
B: dict[str, Any] = {**BASE, "doc_number": N, "issuers": ("青禾市自然资源局",)}
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
 "red head": (whole("000001", "机密★1年", "特急", "青禾市自然资源局文件", N, TITLE, *BODY, *CLOSE), {**B, "secrecy": "机密★1年", "urgency": "特急"}),
 "number in bracket under title": (whole(TITLE, "（"+N+"）", *BODY, *CLOSE), B),
 "number in byline row": (whole(TITLE, "发布时间：2023-05-10 08:30　来源：青禾市自然资源局　文号："+N+"　浏览次数：123", *BODY, *CLOSE), B),
 "signed off": (whole(N+"　　　签发人：张三", TITLE.replace("通知", "请示"), "青禾市人民政府：", *BODY[1:], "妥否，请批示。", *CLOSE), {**B, "signed_off_by": ("张三",), "kind": "请示", "addressees": ("青禾市人民政府",)}),
 "number behind title": (whole(TITLE+" "+N, *BODY, *CLOSE), B),
 "spaced number": (whole(TITLE, "青自然资发 〔 2023 〕 17 号", *BODY, *CLOSE), {**B, "doc_number": "青自然资发 〔 2023 〕 17 号"}),
 "hyphen serial": (whole(TITLE, "青自然资发〔2023〕17-1号", *BODY, *CLOSE), {**B, "doc_number": "青自然资发〔2023〕17-1号"}),
 "two numbers": (whole("青禾市财政局　青禾市税务局关于调整部分涉农补贴申报时限的通知", "青财农〔2023〕17号　青税发〔2023〕8号", "各县（区）财政局、税务局：", *BODY[1:], "青禾市财政局　　国家税务总局青禾市税务局", "2023年5月8日"), {**BASE, "issuers": ("青禾市财政局", "青禾市税务局"), "doc_number": "青财农〔2023〕17号", "addressees": ("各县（区）财政局、税务局",), "signature": ("青禾市财政局", "国家税务总局青禾市税务局")}),
 "npc announcement": (whole("青禾市第十四届人民代表大会常务委员会公告", "（第五号）", "《青禾市节约用水条例》已由青禾市第十四届人民代表大会常务委员会第十二次会议于2023年4月28日审议通过，现予公布，自2023年6月1日起施行。", "青禾市人民代表大会常务委员会", "2023年5月8日"), {"kind": "公告", "doc_number": "青禾市第十四届人民代表大会常务委员会公告第五号", "issuers": ("青禾市第十四届人民代表大会常务委员会",), "signature": ("青禾市人民代表大会常务委员会",), "signed_on": "2023-05-08", "effective_on": "2023-06-01"}),
 "yearly announcement in title": (whole("青禾市药监局关于发布白术等3项中药饮片标准的公告（2023年第17号）", "根据有关规定，现发布白术等3项中药饮片标准，自2023年6月1日起施行。", "特此公告。", "附件：1.白术标准", "2.黄芪标准", "青禾市药监局", "2023年5月8日"), {"kind": "公告", "doc_number": "2023年第17号", "issuers": ("青禾市药监局",), "signature": ("青禾市药监局",), "signed_on": "2023-05-08", "effective_on": "2023-06-01", "attachment_notes": ("白术标准", "黄芪标准")}),
 "approval to company": (whole("青禾市生态环境局关于年产5万吨面粉项目环境影响报告书的批复", "青环审〔2023〕17号", "青禾市丰登面粉有限公司：", "你公司报送的《年产5万吨面粉项目环境影响报告书》收悉。经研究，原则同意该项目建设，并提出以下要求。", "一、严格落实各项污染防治措施，确保污染物稳定达标排放，建立健全环境管理制度。", "青禾市生态环境局", "2023年5月8日", "（此件公开发布）", "抄送：市发展改革委，市水利局，白杨区人民政府。"), {"kind": "批复", "doc_number": "青环审〔2023〕17号", "issuers": ("青禾市生态环境局",), "addressees": ("青禾市丰登面粉有限公司",), "signature": ("青禾市生态环境局",), "signed_on": "2023-05-08", "note": "此件公开发布", "cc": ("市发展改革委", "市水利局", "白杨区人民政府")}),
 "reply to a deputy": (whole("青禾市教育局对市十四届人大二次会议第123号建议的答复", "青教函〔2023〕17号", "李某某代表：", "您提出的关于增加农村幼儿园学位的建议收悉。经研究，现答复如下。", "一、近年来，我市持续扩大普惠性资源供给，新建和改扩建幼儿园23所，新增学位4000多个。", "感谢您对教育工作的关心和支持。", "青禾市教育局", "2023年5月8日", "（联系人：王某某，联系电话：0999-1234567）"), {"kind": "答复", "doc_number": "青教函〔2023〕17号", "issuers": ("青禾市教育局",), "addressees": ("李某某代表",), "signature": ("青禾市教育局",), "signed_on": "2023-05-08", "note": "联系人：王某某，联系电话：0999-1234567"}),
 "party and government": (whole("中共青禾市委办公室　青禾市人民政府办公室印发《青禾市林长制实施方案》的通知", "青办发〔2023〕17号", "各县（区）党委和人民政府，市直各部门：", "《青禾市林长制实施方案》已经市委、市政府同意，现印发给你们，请认真贯彻执行。", "中共青禾市委办公室", "青禾市人民政府办公室", "2023年5月8日", "青禾市林长制实施方案", "为全面推行林长制，结合我市实际，制定本方案。", "一、总体要求", "坚持生态优先、保护为主，建立健全党政领导干部保护发展森林草原资源责任体系。"), {"kind": "通知", "doc_number": "青办发〔2023〕17号", "issuers": ("中共青禾市委办公室", "青禾市人民政府办公室"), "addressees": ("各县（区）党委和人民政府", "市直各部门"), "signature": ("中共青禾市委办公室", "青禾市人民政府办公室"), "signed_on": "2023-05-08", "parts": ("letter", "issued")}),
 "traffic notice": (whole("青禾市公安局交通警察支队", "关于滨河路施工期间交通管制的通告", "青公交通告〔2023〕3号", "因滨河路管网改造施工，为确保施工安全和道路通畅，现将有关交通管制措施通告如下。", "一、自2023年5月10日0时至6月30日24时，滨河路（人民路至解放路段）禁止机动车通行。", "特此通告。", "青禾市公安局交通警察支队", "2023年5月8日"), {"kind": "通告", "doc_number": "青公交通告〔2023〕3号", "issuers": ("青禾市公安局交通警察支队",), "signature": ("青禾市公安局交通警察支队",), "signed_on": "2023-05-08"}),
 "bill": (whole("青禾市人民政府关于提请审议《青禾市节约用水条例（草案）》的议案", "青政函〔2023〕17号", "青禾市人大常委会：", "为加强节约用水管理，市人民政府起草了《青禾市节约用水条例（草案）》，已经市人民政府第12次常务会议讨论通过，现提请审议。", "青禾市市长　张某某", "2023年5月8日"), {"kind": "议案", "doc_number": "青政函〔2023〕17号", "issuers": ("青禾市人民政府",), "addressees": ("青禾市人大常委会",), "signature": ("青禾市市长 张某某",), "signed_on": "2023-05-08"}),
 "appointments": (whole("青禾市人民政府关于张某某等同志职务任免的通知", "青政人〔2023〕17号", "各县（区）人民政府，市政府各部门：", "经研究，决定：", "张某某任青禾市水利局副局长（试用期一年）；", "李某某不再担任青禾市水利局副局长职务。", "青禾市人民政府", "2023年5月8日"), {"kind": "通知", "doc_number": "青政人〔2023〕17号", "issuers": ("青禾市人民政府",), "addressees": ("各县（区）人民政府", "市政府各部门"), "signature": ("青禾市人民政府",), "signed_on": "2023-05-08"}),
 "seal words": (whole(TITLE, N, *BODY, "青禾市自然资源局（盖章）", "二〇二三年五月八日"), {**B}),
 "dotted date": (whole(TITLE, N, *BODY, "青禾市自然资源局", "2023.5.8"), B),
 "dashed date": (whole(TITLE, N, *BODY, "青禾市自然资源局", "2023-05-08"), B),
 "spaced date": (whole(TITLE, N, *BODY, "青禾市自然资源局", "2023 年 5 月 8 日"), B),
 "bracketed note and form": (whole(TITLE, N, *BODY, *CLOSE, "（信息公开形式：主动公开）"), {**B, "note": "信息公开形式：主动公开"}),
 "disclosure line": (whole(TITLE, N, *BODY, *CLOSE, "公开方式：主动公开"), {**B, "note": "公开方式：主动公开"}),
 "disclosure option": (whole(TITLE, N, *BODY, *CLOSE, "信息公开选项：主动公开"), {**B, "note": "信息公开选项：主动公开"}),
 "colophon": (whole(TITLE, N, *BODY, *CLOSE, "（此件主动公开）", "抄送：市委各部门，市人大常委会办公室，市政协办公室，", "市中级法院，市检察院。", "青禾市自然资源局办公室　　　　　2023年5月9日印发"), {**B, "note": "此件主动公开", "cc": ("市委各部门", "市人大常委会办公室", "市政协办公室", "市中级法院", "市检察院"), "printed_by": "青禾市自然资源局办公室", "printed_on": "2023-05-09"}),
 "colophon parted": (whole(TITLE, N, *BODY, *CLOSE, "抄送：市委办公室、市政府办公室。", "青禾市自然资源局办公室", "2023年5月9日印发", "校对：王五　　（共印50份）"), {**B, "cc": ("市委办公室", "市政府办公室"), "printed_by": "青禾市自然资源局办公室", "printed_on": "2023-05-09"}),
 "subject words": (whole(TITLE, N, *BODY, *CLOSE, "主题词：土地　管理　通知", "青禾市自然资源局办公室　　2023年5月9日印发"), {**B, "keywords": ("土地", "管理", "通知"), "printed_by": "青禾市自然资源局办公室", "printed_on": "2023-05-09"}),
 "this page has no text": (whole(TITLE, N, *BODY, "（此页无正文）", *CLOSE), B),
 "attachments before": (whole(TITLE, N, *BODY, "附件：1．闲置土地台账", "　　　2．处置进度表", *CLOSE, "附件1", "闲置土地台账", "序号\t地块\t面积", "1\t东关地块\t12亩", "附件2", "处置进度表", "序号\t地块\t进度", "1\t东关地块\t已收回"), {**B, "attachment_notes": ("闲置土地台账", "处置进度表"), "parts": ("letter", "attachment", "attachment")}),
 "one attachment": (whole(TITLE, N, *BODY, "附件：闲置土地处置台账", *CLOSE, "附件", "闲置土地处置台账", "填报单位：", "序号\t地块\t面积", "1\t东关地块\t12亩"), {**B, "attachment_notes": ("闲置土地处置台账",), "parts": ("letter", "attachment")}),
 "joint four": (whole("青禾市民政局等四部门关于做好夏季防暑降温工作的通知", "青民发〔2023〕17号", "各县（区）民政局、财政局、卫生健康委、应急管理局：", *BODY[1:], "青禾市民政局　　　青禾市财政局", "青禾市卫生健康委员会　　　青禾市应急管理局", "2023年5月8日"), {**BASE, "issuers": ("青禾市民政局", "青禾市财政局", "青禾市卫生健康委员会", "青禾市应急管理局"), "doc_number": "青民发〔2023〕17号", "addressees": ("各县（区）民政局、财政局、卫生健康委、应急管理局",), "signature": ("青禾市民政局", "青禾市财政局", "青禾市卫生健康委员会", "青禾市应急管理局")}),
 "forwarded with its own number": (whole("青禾市人民政府办公室转发市水利局关于加强农业灌溉用水管理意见的通知", "青政办发〔2023〕17号", "各县（区）人民政府，市政府各部门：", "市水利局《关于加强农业灌溉用水管理的意见》已经市政府同意，现转发给你们，请认真贯彻执行。", "青禾市人民政府办公室", "2023年5月8日", "关于加强农业灌溉用水管理的意见", "市水利局", "（2023年4月20日）", "为加强农业灌溉用水管理，促进节约用水，现提出以下意见。", "一、健全用水计量。各灌区要在2023年底前完成计量设施安装，实现用水总量控制和定额管理。"), {**BASE, "kind": "通知", "doc_number": "青政办发〔2023〕17号", "issuers": ("青禾市人民政府办公室",), "addressees": ("各县（区）人民政府", "市政府各部门"), "signature": ("青禾市人民政府办公室",), "parts": ("letter", "issued")}),
 "order": (whole("青禾市人民政府令", "第17号", "《青禾市餐厨垃圾管理办法》已经2023年4月28日市人民政府第12次常务会议审议通过，现予公布，自2023年6月1日起施行。", "市　长　　张某某", "2023年5月8日", "青禾市餐厨垃圾管理办法", "第一章　总　则", "第一条　为加强餐厨垃圾管理，保障食品安全，根据有关法律、法规，结合本市实际，制定本办法。", "第二条　本市行政区域内餐厨垃圾的收集、运输、处置及其监督管理，适用本办法。", "第二章　附　则", "第三条　本办法自2023年6月1日起施行。"), {"doc_number": "青禾市人民政府令第17号", "issuers": ("青禾市人民政府",), "signature": ("市长 张某某",), "signed_on": "2023-05-08", "effective_on": "2023-06-01", "kind": "办法", "parts": ("order", "issued")}),
 "minutes": (whole("青禾市人民政府专题会议纪要", "〔2023〕17号", "2023年5月6日，副市长李某某主持召开专题会议，研究城区内涝治理有关工作。现纪要如下。", "一、会议指出，内涝治理事关群众安全，各有关部门要压实责任，加快推进管网改造项目。", "出席：市住房城乡建设局王某某，市水利局赵某某。", "青禾市人民政府办公室　　2023年5月8日印发"), {"kind": "纪要", "doc_number": "〔2023〕17号", "issuers": ("青禾市人民政府",), "printed_by": "青禾市人民政府办公室", "printed_on": "2023-05-08", "signed_on": "2023-05-08"}),
 "township": (whole("白杨镇人民政府关于做好2023年秸秆禁烧工作的实施意见", "白政发〔2023〕17号", "各村（社区），镇直各单位：", *BODY[1:], "白杨镇人民政府", "2023年5月8日"), {**BASE, "kind": "意见", "issuers": ("白杨镇人民政府",), "doc_number": "白政发〔2023〕17号", "addressees": ("各村（社区）", "镇直各单位"), "signature": ("白杨镇人民政府",)}),
 "document then interpretation": (whole(TITLE, N, *BODY, *CLOSE, "《关于进一步加强城乡建设用地管理的通知》政策解读", "为便于社会各界准确理解通知内容，现就有关问题解读如下。", "一、起草背景。近年来，我市城乡建设用地供需矛盾突出，部分地块长期闲置，亟待规范。"), {**B, "parts": ("letter", "interpretation")}),
 "validity": (whole(TITLE, N, *BODY, "本通知自2023年6月1日起施行，有效期至2028年5月31日。", *CLOSE), {**B, "effective_on": "2023-06-01", "expires_on": "2028-05-31"}),
 "from the day of issue": (whole(TITLE, N, *BODY, "本通知自印发之日起施行。", *CLOSE), {**B}),
}
# fmt: on


def _html(text: str) -> str:
    """Every line a paragraph, lines with tabs rows of a table."""
    out: list[str] = []
    for line in text.split("\n"):
        cells = line.split("\t")
        row = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        out.append(f"<table><tr>{row}</tr></table>" if len(cells) > 1 else f"<p>{escape(line)}</p>")
    return f"<html><head><title>青禾</title></head><body>{''.join(out)}</body></html>"


def _shown(official: Official | None) -> dict[str, Any]:
    """What is there, dates and number as text."""
    values = {item.name: getattr(official, item.name) for item in fields(Official)} if official else {}
    return {
        name: value.isoformat() if name.endswith("_on") else str(value) if name == "doc_number" else value
        for name, value in values.items()
        if value not in (None, ())
    }


def _check(text: str, form: str, expected: dict[str, Any]) -> None:
    doc = policytext.parse(_html(text) if form == "html" else text)
    wanted = dict(expected)
    parts = wanted.pop("parts", None)
    assert _shown(doc.official) == wanted
    if parts is not None:
        assert tuple(part.kind for part in doc.parts) == parts
    assert [line for line in BODY[1:] if line in text and line not in doc.text] == []


@pytest.mark.parametrize("form", ["dump", "html"])
@pytest.mark.parametrize("name", TABLES)
def test_header_tables(name: str, form: str) -> None:
    """Every spelling and layout of the header table gives the same fields, and takes no line of the document."""
    table, expected = TABLES[name]
    _check(whole(*table, TITLE, *BODY, *CLOSE), form, expected)


@pytest.mark.parametrize("form", ["dump", "html"])
@pytest.mark.parametrize("name", PAGES)
def test_documents(name: str, form: str) -> None:
    """Marks, numbers, signatures, dates, notes, colophons and parts: what is there is read, and nothing else."""
    text, expected = PAGES[name]
    _check(text, form, expected)
