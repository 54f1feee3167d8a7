"""The frame of a view: style, script, escaping. A view is one text and fetches nothing."""

from __future__ import annotations

from html import escape

__all__ = ["fragment", "safe", "whole"]

_CONTROLS = (
    *range(9),
    11,
    12,
    *range(14, 32),
    *range(127, 160),
    *range(0xD800, 0xE000),
    0x2028,
    0x2029,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
)
# Controls, lone surrogates, what no page may hold, and marks that turn the direction of text: a page could use them to show a removal
# as something else.
_ILLEGAL = dict.fromkeys((*_CONTROLS, 0xFFFE, 0xFFFF), "\ufffd")

STYLE = """
.pt{--ink:#1f2328;--soft:#656d76;--line:#d8dee4;--paper:#fff;--tint:#f6f8fa;--body:#2da44e;--field:#0969da;--gone:#d1242f;--mark:#fff3bf;
color:var(--ink);background:var(--paper);font:16px/1.75 system-ui,-apple-system,"PingFang SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;
max-width:46rem;margin:0 auto;padding:1.5rem 1.25rem 4rem;overflow-wrap:anywhere;text-align:left}
.pt *{box-sizing:border-box}.pt h1{font-size:1.6rem;line-height:1.35;margin:.4rem 0 .25rem;font-weight:650}.pt .sub{color:var(--soft);margin:0 0 .5rem}
.pt .meta{color:var(--soft);font-size:.85rem;display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:center}
.pt .kind{background:var(--field);color:#fff;border-radius:1rem;padding:0 .6rem;font-size:.8rem;line-height:1.5rem}
.pt .note{border-left:3px solid #bf8700;background:var(--tint);padding:.3rem .75rem;margin:.5rem 0;font-size:.85rem}
.pt .bar{display:flex;height:.6rem;border-radius:.3rem;overflow:hidden;margin:1rem 0 .35rem;background:var(--line)}.pt .bar i{display:block;min-width:2px}
.pt .legend{font-size:.8rem;color:var(--soft);display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin-bottom:1rem}.pt .legend b{font-weight:400}
.pt .legend b:before{content:"";display:inline-block;width:.65rem;height:.65rem;border-radius:2px;margin-right:.35rem;background:var(--c)}
.pt table{border-collapse:collapse;font-size:.9rem;line-height:1.5}.pt .fields{width:100%;font-size:.85rem;margin:.25rem 0 1rem}
.pt td,.pt th{border-top:1px solid var(--line);padding:.35rem .6rem .35rem 0;vertical-align:top;text-align:left;font-weight:400}
.pt .fields th{color:var(--soft);white-space:nowrap;width:7rem}.pt .fields td:last-child{color:var(--soft);padding-right:0;width:13rem}
.pt code,.pt .rule{font:.8rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}.pt a{color:var(--field);text-decoration:none}
.pt summary{cursor:pointer;list-style:none}.pt summary::-webkit-details-marker{display:none}
.pt .gone{margin:.3rem 0;border-left:3px solid var(--gone);padding-left:.75rem;color:var(--soft);font-size:.9rem}
.pt .gone>summary:before{content:"▸ ";color:var(--gone)}.pt .gone[open]>summary:before{content:"▾ "}.pt .gone .rule{color:var(--gone)}
.pt .gone summary span{margin-left:.5rem;font-size:.8rem}.pt .gone div,.pt .own div{white-space:pre-wrap}.pt .gone div{padding:.25rem 0 .5rem;max-height:24rem;overflow:auto}
.pt .own{margin:.3rem 0;border-left:3px solid var(--field);padding-left:.75rem;font-size:.9rem;display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline}.pt .own .rule{color:var(--field)}
.pt .dim>summary{opacity:.6}.pt article{margin-top:.5rem}.pt article p{margin:.8rem 0}.pt article h2,.pt article h3,.pt article h4{line-height:1.4;margin:1.4rem 0 .5rem;font-size:1.15rem}
.pt article h3{font-size:1.05rem}.pt article h4{font-size:1rem}.pt article li{margin:.3rem 0}.pt .scroll{overflow-x:auto;margin:1rem 0}.pt article td,.pt article th{border:1px solid var(--line);padding:.35rem .6rem}
.pt article th{background:var(--tint);font-weight:600}.pt pre{font:.85rem/1.5 ui-monospace,Menlo,Consolas,monospace;background:var(--tint);padding:.75rem;margin:0}.pt blockquote{margin:.8rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--soft)}.pt .caption{text-align:center;font-size:.85rem;color:var(--soft)}
.pt .part{display:flex;align-items:center;gap:.75rem;margin:2rem 0 1rem;color:var(--soft);font-size:.8rem}.pt .part:after{content:"";flex:1;border-top:1px solid var(--line)}
.pt article .title{text-align:center;font-weight:600;margin:.2rem 0}.pt article .signed{text-align:right;margin:.2rem 0}
.pt ins{text-decoration:underline wavy #bf8700 1px;text-underline-offset:3px;cursor:help}.pt ins:empty:after{content:"‸";color:#bf8700;font-size:.8em}
.pt .find{display:flex;flex-wrap:wrap;align-items:center;gap:.4rem;margin:.5rem 0 1rem}.pt .find input{flex:1 1 12rem;font:inherit;font-size:.85rem;padding:.25rem .6rem;border:1px solid var(--line);border-radius:.4rem;background:var(--paper);color:inherit}
.pt .find button{font:.8rem/1.5 ui-monospace,Menlo,Consolas,monospace;border:1px solid var(--line);border-radius:1rem;background:var(--tint);color:inherit;padding:.05rem .6rem;cursor:pointer}
.pt .find button[aria-pressed=true]{border-color:var(--gone);color:var(--gone)}.pt .hit{background:var(--mark);color:#1f2328}.pt .hit .rule{color:#b3141f}.pt .far{display:none}
.pt .a{--c:#8250df}.pt .b{--c:#bf8700}.pt .only{border-left:3px solid var(--c);padding-left:.75rem;margin:.6rem 0;white-space:pre-wrap}.pt .only .rule{color:var(--c);display:block}
@media (prefers-color-scheme:dark){.pt{--ink:#e6edf3;--soft:#9198a1;--line:#3d444d;--paper:#0d1117;--tint:#151b23;--body:#3fb950;--field:#4493f8;--gone:#f85149;--mark:#bb8009}}
@media (max-width:34rem){.pt{padding:1rem .9rem 3rem}.pt h1{font-size:1.35rem}.pt .fields,.pt .fields tbody,.pt .fields tr,.pt .fields td,.pt .fields th{display:block;width:auto!important;border:0;padding:0}.pt .fields tr{border-top:1px solid var(--line);padding:.4rem 0}}
"""

SCRIPT = """
(function(){var v=document.currentScript.closest('.pt'),box=v.querySelector('.find input'),parts=[].slice.call(v.querySelectorAll('[data-rule]')),
chips=[].slice.call(v.querySelectorAll('.find button'));
function show(text){var n=0;parts.forEach(function(p){var on=!!text&&p.dataset.rule.indexOf(text)>=0;p.classList.toggle('hit',on);if(p.tagName==='DETAILS')p.open=on;
if(on&&!n++)p.scrollIntoView({block:'center'})});chips.forEach(function(c){c.setAttribute('aria-pressed',!!text&&c.value===text)})}
box.addEventListener('input',function(){show(box.value.trim())});
chips.forEach(function(c){c.addEventListener('click',function(){box.value=box.value===c.value?'':c.value;show(box.value)})});
v.querySelectorAll('a[href^="#pt"]').forEach(function(a){a.addEventListener('click',function(){var t=document.getElementById(a.getAttribute('href').slice(1));if(t&&t.tagName==='DETAILS')t.open=true})})})();
"""


def safe(text: str) -> str:
    """A text of the page as text of the view: nothing in it is markup; what no page may hold or would turn its order is U+FFFD."""
    return escape(text.translate(_ILLEGAL))


def fragment(inner: str, *, script: bool) -> str:
    """A view as a part of a page, such as a notebook."""
    run = f"<script>{SCRIPT}</script>" if script else ""
    return f'<div class="pt"><style>{STYLE}</style>{inner}{run}</div>'


def whole(title: str, inner: str, *, script: bool = True) -> str:
    """A view as a page of its own. The policy lets nothing be loaded and no address be followed by itself."""
    # A page may come from anywhere, so the view of it must not reach out even where `safe` has a hole.
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
    return (
        '<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"><title>{safe(title)}</title>'
        "<style>html{background:#fff}@media (prefers-color-scheme:dark){html{background:#0d1117}}body{margin:0}</style></head>"
        f"<body>{fragment(inner, script=script)}</body></html>\n"
    )
