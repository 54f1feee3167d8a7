"""The engine's own rules, by name: what it takes where no source says anything, and why. The code that uses a name does the work."""

from policytext.rules import EngineRule, Source

SOURCE = Source(key="generic")
"""The source of pages from nowhere known."""

RULES = (
    # Removed: what is not displayed, and what nobody named.
    EngineRule("generic/blank", "boilerplate", "a page of white space", "the ledger covers it too"),
    EngineRule("generic/contents-list", "boilerplate", "文章目录 and the heads below it, where the text has each of them again", "a theme lists what follows; the contents of a law or a plan stay"),
    EngineRule("generic/head-title", "boilerplate", "the `<title>` of the head", "it is not displayed; the headline is read from it where the page shows none"),
    EngineRule("generic/hidden", "boilerplate", "text that is not displayed", "`display:none`, `hidden`, templates: no reader sees it"),
    EngineRule("generic/link-list", "boilerplate", "three or more short lines without a full stop, behind the body, half of them links or bulleted", "lists of other articles, channels, sites"),
    EngineRule("generic/markup", "boilerplate", "marks of Markdown and other marks of a dump", "the extractor wrote them, not the author"),
    EngineRule("generic/menu", "boilerplate", "three or more short lines without a full stop, before the body, or behind it where nothing tells links", "menus, as a rule"),
    EngineRule("generic/outside-body", "boilerplate", "any other line outside the body that nobody named", "where running text is among them, a note `edges:` says so"),
    EngineRule("generic/repeating-summary", "boilerplate", "摘要 in a box above the text, in the words of its first paragraphs", "a summary that says anything of its own stays"),
    EngineRule("generic/repeated-on-parts", "boilerplate", "a line that another part of the article has in the same place", "`policytext.join`: a headline or an editor's note stands once in the joined text"),
    EngineRule("generic/script", "boilerplate", "`<script>` and `<style>`", "text of the tree that is not text of the page"),
    EngineRule("script/pinyin-gloss", "boilerplate", "a pinyin gloss inside a line", "mirrors strew them over words; the line is read without it"),
    EngineRule("script/ruby-gloss", "boilerplate", "a reading over a character: `<rt>`, `<rp>`", "the sentence goes on under it"),
    # Lines spent on fields.
    EngineRule("generic/breadcrumb", "field", "首页 > 要闻 > 正文", "read as `breadcrumb`"),
    EngineRule("generic/byline", "field", "a row of date, origin, names, counters at the headline; a poster's row", "read as `published`, `modified`, `origin`, `authors`, `keywords`"),
    EngineRule("generic/editor-line", "field", "责任编辑：… behind the text", "read as `editors` and `credits`"),
    EngineRule("generic/official-table", "field", "the 信息公开 header table of an official document", "read as `official`: index number, number, issuer, dates, state"),
    EngineRule("generic/signature", "field", "who wrote it, or the printed edition, behind the text", "read as `authors`, `credits`, `origin`"),
    EngineRule("generic/subtitle", "field", "副题 or 原标题 below the headline", "read as `subtitle`"),
    EngineRule("generic/title", "field", "the displayed headline, all its lines", "read as `title`"),
    # Where a value was read that has no line of its own; these stand in fields and not in the ledger.
    EngineRule("generic/account", "value", "the account's name near the headline", "an `origin` without a label"),
    EngineRule("generic/dateline", "value", "记者 in brackets at the head of a paragraph (电头)", "the paragraph keeps its text"),
    EngineRule("generic/keywords", "value", "the words below 主题词", "`keywords` of an official header"),
    EngineRule("generic/name-line", "value", "a line of names and nothing else", "`authors` where nothing names them better"),
    EngineRule("generic/official-text", "value", "a line of the document itself: number, addressees, signature, date, note", "read as `official`; the line stays text"),
    EngineRule("generic/official-title", "value", "the headline that an official header states", "the displayed one may be broken over lines, or missing"),
    EngineRule("generic/original-title", "value", "what stands behind 原标题：", "`subtitle`, without its label"),
    EngineRule("generic/poster-line", "value", "the line above 发表于 2019-3-25 10:30", "boards show there who wrote the post"),
    EngineRule("generic/owner", "value", "版权所有 某某网, 主办：某某报 in the foot", "`publisher` where no tag and no title names the site"),
    EngineRule("generic/printed-in", "value", "《某某日报》（2024年05月11日 09版）", "`origin`: where the text was printed"),
    EngineRule("generic/reporter-line", "value", "本报记者 某某 and the like, in a line of its own", "`authors`, and the paper they write for"),
    EngineRule("generic/title-author", "value", "某某：… in the headline, where 作者 is left empty", "the label says that there is an author"),
    EngineRule("generic/trailing-credit", "value", "（某某） at the end of a paragraph", "who wrote it; the paragraph keeps its text"),
    EngineRule("generic/trailing-source", "value", "（来源：某报） at the end of a paragraph", "`origin`; the paragraph keeps its text"),
    EngineRule("head/title", "value", "the `<title>` of the head", "where no headline is displayed"),
    EngineRule("url/date", "value", "the day in the page's address", "where the page gives no date"),
    EngineRule("call/url", "value", "the argument `url`", "the caller knows where the page came from"),
    EngineRule("source/name", "value", "the name that a source gives its site", "where the page names no publisher"),
)
