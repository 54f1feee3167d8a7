"""Whole pages whose frame and head speak besides the row: meta tags, JSON-LD, microdata, elements glued together, lists, printed papers.

Written from memory of systems and houses before a line of them was read by the library; every name is invented. ``{m}`` … as in
`support.layouts`; ``%T`` is the headline, ``%P`` the paragraphs.
"""

from __future__ import annotations

import random
from typing import NamedTuple

from support.layouts import DAY, PARAGRAPHS, TITLE, Expected, invented

__all__ = ["DUMPS", "PAGES", "Frame", "page"]


class Frame(NamedTuple):
    """A page and what it says. Letters as in `support.layouts.Layout`."""

    text: str
    origin: str = ""
    authors: str = ""
    editors: str = ""
    dated: bool = True
    title: str = TITLE


PAGES: dict[str, Frame] = {
    "tags-only": Frame("<html><head><title>%T_要闻_青禾网</title><meta name='SiteName' content='青禾网'><meta name='ArticleTitle' content='%T'><meta name='PubDate' content='2024-05-18 16:56'><meta name='ContentSource' content='{m}'></head><body><div class=nav>首页 要闻 民生</div><h2>%T</h2><div class=con>%P</div></body></html>", origin="m"),
    "tags-editor-as-author": Frame("<html><head><title>%T</title><meta name='author' content='{e}'></head><body><h1>%T</h1><p>2024-05-18 16:56　来源：{m}</p>%P<p>责任编辑：{e}</p></body></html>", origin="m", editors="e"),
    "tags-site-as-author": Frame("<html><head><title>%T - 青禾网</title><meta name='author' content='青禾网'></head><body><h1>%T</h1><p>2024-05-18 16:56　来源：{m}</p>%P</body></html>", origin="m"),
    "tags-nobody-displayed": Frame("<html><head><title>%T - 青禾网</title><meta name='author' content='{x}'></head><body><h1>%T</h1><p>2024-05-18 16:56　来源：{m}</p>%P<p>责任编辑：{e}</p></body></html>", origin="m", editors="e"),
    "jsonld-graph": Frame("""<html><head><title>%T - 青禾网</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"青禾网"},{"@type":"NewsArticle","headline":"%T","datePublished":"2024-05-18T16:56:00+08:00","author":[{"@type":"Person","name":"{a}"},{"@type":"Person","name":"{b}"}]}]}</script></head><body><h1>%T</h1>%P</body></html>""", authors="ab"),
    "microdata": Frame("<html><head><title>%T - 青禾网</title></head><body itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop=headline>%T</h1><span itemprop=author>{a}</span> <time itemprop=datePublished datetime='2024-05-18T16:56:00+08:00'>5月18日</time><div itemprop=articleBody>%P</div></body></html>", authors="a"),
    "spans-glued-column": Frame("<html><head><title>%T</title></head><body><h1>%T</h1><div class=info><span>社会</span><span>{m}</span><span>2024-05-18 16:56</span></div>%P</body></html>", origin="m"),
    "spans-glued-classes": Frame("<html><head><title>%T</title></head><body><h1>%T</h1><div class=info><span class=time>2024-05-18 16:56</span><span class=source>{m}</span><span class=author>{a}</span></div>%P</body></html>", origin="m", authors="a"),
    "list-items": Frame("<html><head><title>%T</title></head><body><h1>%T</h1><ul class=info><li>来源：{m}</li><li>作者：{a}</li><li>2024-05-18 16:56</li><li>浏览：12</li></ul>%P</body></html>", origin="m", authors="a"),
    "terms": Frame("<html><head><title>%T</title></head><body><h1>%T</h1><dl><dt>来源：</dt><dd>{m}</dd><dt>作者：</dt><dd>{a}</dd><dt>发布时间：</dt><dd>2024-05-18 16:56</dd></dl>%P</body></html>", origin="m", authors="a"),
    "cells": Frame("<html><head><title>%T</title></head><body><table><tr><td align=center><b>%T</b></td></tr><tr><td>作者：{a}</td><td>来源：{m}</td><td>时间：2024-5-18</td></tr><tr><td colspan=3>%P</td></tr></table></body></html>", origin="m", authors="a"),
    "row-above-headline": Frame("<html><head><title>%T</title></head><body><div class=top>2024年05月18日 星期六　<a>{m}</a></div><h1>%T</h1><p>□本报记者 {a}</p>%P</body></html>", origin="m", authors="a"),
    "header-source-link": Frame("<html><head><title>%T_青禾网</title></head><body><div class=path>青禾网 &gt; 要闻 &gt; 正文</div><h1>%T</h1><div class='article-info'>2024年05月18日16:56 | 来源：<a href='http://x.example.cn'>{m}</a> <span>小字号</span></div>%P<div class=edit>(责编：{e}、{f})</div></body></html>", origin="m", editors="ef"),
    "app-share": Frame("<html><head><title>%T</title><meta property='og:site_name' content='{m}'></head><body><h1 class=title>%T</h1><div class=meta><span class=author>{m}</span><span class=date>2024-05-18 16:56</span></div>%P<p>编辑：{e}</p><div>打开APP阅读全文</div></body></html>", origin="m", editors="e"),
    "wechat": Frame("<html><head><title>%T</title></head><body><h1 class='rich_media_title' id='activity-name'>%T</h1><div id='meta_content' class='rich_media_meta_list'><span id='copyright_logo' class='rich_media_meta icon_appmsg_tag appmsg_title_tag weui-wa-hotarea'>原创</span><span class='rich_media_meta rich_media_meta_text'>{a}</span> <span class='rich_media_meta rich_media_meta_nickname' id='profileBt'><a id='js_name'>{m}</a></span> <em id='publish_time' class='rich_media_meta rich_media_meta_text'>2024-05-18 16:56</em></div><div id='js_content'>%P</div></body></html>", origin="m", authors="a"),
    "forum-tag": Frame("<html><head><title>[新闻]%T - 青禾论坛</title></head><body><h1><a>[新闻]</a>%T</h1><p>山间小路 发表于 2024-5-18 16:56</p>%P</body></html>", authors=":山间小路"),
    "deck-and-kicker": Frame("<html><head><title>%T</title></head><body><h3>我市全力备战主汛期</h3><h1>%T</h1><h3>——十二座水库逐一过堂</h3><p>2024-05-18 来源：{m}</p>%P</body></html>", origin="m"),
    "site-tail-heading": Frame("<html><head><title>%T-青禾市水务局</title></head><body><div class=h>%T</div><div class=i>发布时间：2024-05-18　　来源：{o}　　浏览量：</div>%P</body></html>", origin="o"),
    "time-element": Frame("<html><head><title>%T | {m}</title><meta property='og:site_name' content='{m}'></head><body><article><header><h1>%T</h1><a class=author>{a}</a> <time datetime='2024-05-18'>2024.05.18</time></header>%P</article></body></html>", authors="a"),
    "tags-hant": Frame("<html><head><title>%T | 青禾新聞網</title><meta property='article:published_time' content='2024-05-18T16:56:00+08:00'><meta property='dable:author' content='{a}'></head><body><h1>%T</h1><p>文／記者{a}　攝影／{x}</p>%P</body></html>", authors="a"),
    "editor-bracket-row": Frame("<html><head><title>%T</title></head><body><h1>%T</h1><p class=info>2024-05-18 16:56 <b>[来源：{m}]</b> <b>[编辑：{e}]</b> [字体：大 中 小]</p>%P</body></html>", origin="m", editors="e"),
    "second-info-js": Frame("<html><head><title>%T-青禾市人民政府</title><meta name='ContentSource' content='{o}'><meta name='PubDate' content='2024-05-18'><meta name='Author' content='信息中心'></head><body><div>当前位置：<a>首页</a>&gt;<a>政务动态</a></div><div class='bt'>%T</div><div class='xx'><span>发布日期：2024-05-18</span><span>来源：{o}</span><span>浏览次数：</span></div>%P</body></html>", origin="o"),
    "second-tw": Frame("<html><head><title>%T | 青禾時報</title><meta name='author' content='{a}'></head><body><nav>首頁 即時 政治</nav><h1>%T</h1><span class=author>{a}</span><time>2024/05/18 16:56</time>%P</body></html>", authors="a"),
    "second-editor-inline": Frame("<html><head><title>%T</title></head><body><h1>%T</h1><div><span>{m}</span> <span>2024-05-18</span> <span>编辑：{e}</span></div>%P</body></html>", origin="m", editors="e"),
    "second-table": Frame("<html><head><title>%T</title></head><body><table><tr><td>%T</td></tr><tr><td>发布时间：2024-05-18&nbsp;&nbsp;作者：{a}&nbsp;&nbsp;文章来源：{o}&nbsp;&nbsp;浏览：12次</td></tr><tr><td>%P</td></tr><tr><td>（责任编辑：{e}）</td></tr></table></body></html>", origin="o", authors="a", editors="e"),
    "second-h2": Frame("<html><head><title>青禾网 - %T</title></head><body><h2>%T</h2><h4>2024-05-18 来源: {m}</h4>%P</body></html>", origin="m"),
    "second-app": Frame("<html><head><title>%T</title></head><body><div class=head>打开青禾客户端</div><div class=title>%T</div><div class=sub><em>{m}</em><i>2024-05-18 16:56</i><b>1.2万阅读</b></div>%P</body></html>", origin="m"),
}  # fmt: skip

DUMPS: dict[str, Frame] = {
    "kicker": Frame("首页\n要闻\n\n我市全力备战主汛期\n\n%T\n\n十二座水库逐一过堂\n\n2024-05-18 16:56　来源：{m}\n\n%P", origin="m"),
    "print": Frame("第02版：要闻\n上一版 下一版\n2024年05月18日 星期六\n\n%T\n\n□本报记者 {a}\n\n%P", authors="a"),
    "print-paper": Frame("{m}\n2024年05月18日\n第02版\n\n我市全力备战主汛期\n%T\n\n本报记者　{a}\n\n%P\n\n版权所有 {m}社", authors="a", origin="m"),
    "farm-category": Frame("首页 资讯 生活\n\n当前位置：首页 > 资讯 > 正文\n\n%T\n\n分类：资讯\n\n日期：2024-05-18\n\n阅读：12\n\n%P\n\n上一篇：春季造林任务过半"),
    "label-lines": Frame("%T\n\n来源\n\n{m}\n\n发布时间\n\n2024-05-18 16:56\n\n%P", origin="m"),
    "forum-tag": Frame("青禾论坛 » 杂谈\n\n[新闻] %T\n\n山间小路\n\n发表于 2024-5-18 16:56\n\n%P", authors=":山间小路"),
    "wechat": Frame("%T\n\n原创\n\n{a}\n\n{m}\n\n2024年05月18日 16:56\n\n{p}\n\n%P", origin="m", authors="a"),
    "wechat-row": Frame("%T\n\n原创 {a} {m}\n\n%P", origin="m", authors="a", dated=False),
    "hours": Frame("要闻 时政 民生\n\n%T\n\n{m}\n\n3小时前\n\n%P", origin="m", dated=False),
    "no-year": Frame("%T\n\n05-18 16:56　来源：{m}\n\n%P", origin="m", dated=False),
    "host": Frame("%T\n\nwww.qinghe.example.cn　2024-05-18 16:56　来源：{m}　责任编辑：{e}\n\n%P", origin="m", editors="e"),
    "menu-glued": Frame("首页要闻时政民生视频教育健康\n\n%T\n\n2024-05-18　{m}\n\n%P\n\n编辑：{e}", origin="m", editors="e"),
    "caption": Frame("%T\n\n2024-05-18 16:56　来源：{m}\n\n图为工作人员检查溢洪道。{x} 摄\n\n%P", origin="m"),
    "note": Frame("%T\n\n来源：{m}　2024-05-18\n\n核心提示：汛期将至，水库检查先行。\n\n%P\n\n（责任编辑：{e}）", origin="m", editors="e"),
    "yesterday": Frame("%T\n\n昨天 16:56\n\n%P", dated=False),
    "tw": Frame("首頁 / 即時 / 地方\n\n%T\n\n2024/05/18 16:56\n\n記者{a}／{p}報導\n\n%P\n\n#水庫 #防汛", authors="a"),
    "second-title-first": Frame("%T - 青禾新闻网\n\n首页 | 要闻 | 民生\n\n%T\n\n时间：2024-05-18 16:56\n来源：{m}\n编辑：{e}\n\n%P", origin="m", editors="e"),
    "second-md": Frame("# %T\n\n> 2024-05-18 16:56 来源：{m}\n\n%P\n\n**责任编辑：{e}**", origin="m", editors="e"),
    "second-crumb": Frame("您的位置：首页 > 新闻中心 > 要闻\n%T\n[ 来源：{o} | 日期：2024-05-18 | 浏览：12 次 ]\n%P", origin="o"),
    "second-deck": Frame("%T\n\n——十二座水库逐一过堂\n\n{a} {m} 2024-05-18 16:56\n\n%P", origin="m", authors="a"),
    "second-end": Frame("%T\n\n%P\n\n{m} 2024-05-18\n\n记者：{a}\n\n编辑：{e}", origin="m", authors="a", editors="e"),
    "second-tw": Frame("青禾時報\n\n首頁\n\n地方\n\n%T\n\n2024-05-18 16:56\n\n〔記者{a}／{p}報導〕水庫檢查。\n\n%P", authors="a"),
}  # fmt: skip


def page(name: str, *, html: bool) -> tuple[str, Expected, str]:
    """A page with its paragraphs and invented names in, what it says, and its headline."""
    frame = (PAGES if html else DUMPS)[name]
    names = invented(random.Random(name))  # noqa: S311 - a seed makes it repeatable
    body = "".join(f"<p>{text}</p>" for text in PARAGRAPHS) if html else "\n\n".join(PARAGRAPHS)
    text = frame.text.replace("%T", TITLE).replace("%P", body)
    for key, value in names.items():
        text = text.replace(f"{{{key}}}", value)
    authors = [frame.authors[1:]] if frame.authors[:1] == ":" else [names[key] for key in frame.authors]
    editors = frozenset(names[key] for key in frame.editors)
    day = DAY if frame.dated else None
    return text, Expected(names.get(frame.origin), frozenset(authors), editors, day), frame.title
