"""Run by test_system_calls.py under ``strace``: parses canaries between two calls that can be seen in the log."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import policytext
from laws.purity_child import jobs, run, warm_up

BEGIN, END = "/policytext-begins", "/policytext-ends"
CANARY = "字典里没有的词：橐驼禾青"
"""What a file holds that no page may show."""


def canaries(secret: Path, port: int) -> list[str]:
    """Pages that ask for a file and for an address, in every way markup knows."""
    file, address = secret.as_uri(), f"http://127.0.0.1:{port}/canary"
    out: list[str] = []
    for target in (file, address, str(secret)):
        out += [
            f'<!DOCTYPE html [<!ENTITY e SYSTEM "{target}">]><p>县里召开会议。&e;</p>',
            f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY % p SYSTEM "{target}"> %p;]><a>县里召开会议。&e;</a>',
            f'<!DOCTYPE html PUBLIC "-//X//DTD X//EN" "{target}"><p>县里召开会议。</p>',
            f'<?xml version="1.0"?><?xml-stylesheet href="{target}"?><html xmlns="http://www.w3.org/1999/xhtml"><p>县里召开会议。</p></html>',
            f'<html xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{target}" parse="text"/><p>县里召开会议。</p>',
            f'<base href="{target}"><link rel=stylesheet href="{target}"><script src="{target}"></script><p>县里召开会议。</p>',
            f'<iframe src="{target}"></iframe><object data="{target}"></object><img src="{target}"><p>县里召开会议。</p>',
            f"<p>县里召开会议。</p>![]({target})\n@import url({target});",
        ]
    return out


def main() -> None:
    """The canaries and the fixtures, as text and as bytes; what is shown must not hold the secret."""
    secret, port = Path(sys.argv[1]), int(sys.argv[2])
    pages = canaries(secret, port)
    work = jobs(18)
    warm_up()
    seen: list[str] = []
    os.access(BEGIN, os.F_OK)
    for page in pages:
        for data in (page, page.encode(), page.encode("gb18030")):
            doc = policytext.parse(data, url=f"http://127.0.0.1:{port}/a.html")
            seen += [doc.page.text, doc.text, doc.to_markdown(), doc._repr_html_(), str(doc.to_dict())]
    for job in work:
        run(job)
    os.access(END, os.F_OK)
    assert not any(CANARY in text for text in seen)


if __name__ == "__main__":
    main()
