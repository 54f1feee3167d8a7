"""What can be said on the command line."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from attrs import frozen

from policytext.models.fields import FIELD_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["FORMATS", "Options", "read_options"]

FORMATS = ("text", "md", "jsonl", "parquet", "html")

_SUFFIXES = ((".jsonl", "jsonl"), (".parquet", "parquet"), (".md", "md"), (".html", "html"), (".htm", "html"))

_EPILOG = """\
inputs: files, folders, globs, - for standard input; .warc(.gz), .jsonl(.gz) and .parquet hold many pages
exit codes: 0 all pages read; 1 some could not be read, each has a record or a line with its error; 2 the call is wrong,
            or no input was found; 3 the output could not be written; 130 interrupted, 143 ended by the system
            (--resume goes on where it stopped)

examples:
  policytext page.html                              the text of a page
  policytext page.html --audit                      what was removed, by rule
  policytext page.html --explain published          where a field was read, and what lost
  policytext page.html --view -o page.view.html     a view of the page to look at in a browser
  policytext crawl/ --to jsonl -o corpus.jsonl -j 8 a corpus, over eight processes
"""


@frozen
class Options:
    """The command line, read. Attributes bear the names of the options."""

    inputs: tuple[str, ...]
    to: str
    output: str | None
    audit: bool
    explain: str | None
    source: tuple[str, ...]
    learn: str | None
    script: str | None
    keep: str
    encoding: str | None
    url: str | None
    column: str | None
    url_column: str
    jobs: int
    resume: bool
    quiet: bool


def read_options(arguments: Sequence[str] | None) -> Options:
    """Read the command line; a wrong one ends the program with exit code 2 and a word on what is allowed."""
    parser = argparse.ArgumentParser(
        prog="policytext",
        description="Read Chinese regional news and policy pages: typed fields, the text, and a ledger of what was removed.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _declare(parser.add_argument)
    found = parser.parse_args(arguments)
    to = _format(found)
    if found.view and to != "html":
        parser.error("--view writes html; leave out --to")
    if found.explain and to != "text":
        parser.error("--explain writes text; leave out --to")
    if found.resume and (to == "parquet" or not found.output):
        parser.error("--resume needs -o, and a format that can be gone on with: jsonl, or a folder of files")
    if to == "parquet" and not found.output:
        parser.error("--to parquet needs -o FILE")
    return Options(
        inputs=tuple(found.inputs), to=to, output=found.output, audit=found.audit, explain=found.explain,
        source=tuple(found.source), learn=found.learn, script=found.script, keep=found.keep, encoding=found.encoding, url=found.url,
        column=found.column, url_column=found.url_column, jobs=found.jobs, resume=found.resume, quiet=found.quiet,
    )  # fmt: skip


def _format(found: argparse.Namespace) -> str:
    """What to write, where it is not said: what the other options can only mean."""
    if found.to is not None:
        return str(found.to)
    if found.view:
        return "html"
    if found.explain:
        return "text"
    return next((to for suffix, to in _SUFFIXES if (found.output or "").lower().endswith(suffix)), "text")


def _declare(add: Callable[..., object]) -> None:
    """Say what options there are."""
    _declare_outputs(add)
    _declare_reading(add)
    _declare_run(add)


def _declare_outputs(add: Callable[..., object]) -> None:
    """What is read, and what is written of it."""
    add("inputs", nargs="+", metavar="INPUT", help="file, folder, glob, or - for standard input")
    add("--to", choices=FORMATS, help="what to write (default: what the name of the output says, else text)")
    add(
        "-o",
        "--output",
        metavar="PATH",
        help="file to write, or folder for one file a page; default standard output",
    )
    add(
        "--audit",
        action="store_true",
        help="what was removed, by rule: in place of the text, in the audit columns of jsonl and parquet, in the summary",
    )
    add(
        "--explain",
        metavar="FIELD",
        help=f"where a field was read, and what lost: {', '.join(FIELD_NAMES)}, official.…",
    )
    add("--view", action="store_true", help="write the page view (the same as --to html)")


def _declare_reading(add: Callable[..., object]) -> None:
    """How a page is read: what `Parser` and `parse` take."""
    add(
        "--source",
        action="append",
        default=[],
        metavar="FILE|KEY",
        help="source of your own, .toml or .json, found by host and signature; or the key of the one to use",
    )
    add(
        "--learn",
        metavar="KEY",
        help="learn a source of this name from the pages of one site, and write it as JSON",
    )
    add("--script", choices=("hans", "hant"), help="convert text and fields")
    add("--keep", choices=("body", "all"), default="body", help="all: remove nothing")
    add("--encoding", help="encoding of the pages, by a WHATWG label; default: found out")
    add("--url", help="where the page came from (one input)")


def _declare_run(add: Callable[..., object]) -> None:
    """How a run over many pages goes."""
    add(
        "--column",
        help="column of .jsonl and .parquet that holds the page (default: html, content, page or text)",
    )
    add("--url-column", default="url", help="column that holds its address (default: url)")
    add("-j", "--jobs", type=_positive, default=1, metavar="N", help="processes (default: 1)")
    add(
        "--resume",
        action="store_true",
        help="go on with an interrupted run: pages that are there are not read again",
    )
    add("-q", "--quiet", action="store_true", help="no progress and no summary on standard error")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number
