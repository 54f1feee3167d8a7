"""One page read, and put into the form it is written in. Runs in the workers, which return records and texts, no documents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import frozen

from policytext.cli.report import audit_report, explanation
from policytext.errors import PolicytextError
from policytext.parsing import Parser
from policytext.records import Scalar, error_record
from policytext.views import page_view

if TYPE_CHECKING:
    from policytext.cli.inputs import Input
    from policytext.cli.options import Options
    from policytext.models.document import Document

__all__ = ["Result", "Worker"]


@frozen
class Result:
    """What became of a page.

    Attributes:
        location: As of `Input`.
        kind: What the page is; ``None`` where it could not be read.
        error: Code and message.
        record: For jsonl and parquet.
        text: For the other formats.
        audit: Per rule removals and characters, where an audit was asked for.
    """

    location: str
    kind: str | None = None
    error: tuple[str, str] | None = None
    record: dict[str, Scalar] | None = None
    text: str = ""
    audit: dict[str, tuple[int, int]] | None = None


@frozen
class Worker:
    """Reads pages as the options say. Goes to processes as it is."""

    parser: Parser
    options: Options
    key: str | None = None

    def __call__(self, page: Input) -> Result:
        """Read one page. Whatever happens, there is a result."""
        if page.content is None:
            return self.failed(page, "unreadable", page.error or "")
        try:
            # Read here, in the process that parses: paths are cheaper to send than pages.
            content = page.content.read_bytes() if isinstance(page.content, Path) else page.content
            # --encoding is for files; a page out of JSON or Parquet may be text already.
            encoding = self.options.encoding if isinstance(content, bytes) else None
            doc = self.parser.parse(
                content, url=page.url or self.options.url, source=self.key, encoding=encoding
            )
            return self._shown(page, doc)
        except OSError as error:
            return self.failed(page, "unreadable", f"{type(error).__name__}: {error}")
        except PolicytextError as error:
            return self.failed(page, error.code, error.message)
        except Exception as error:  # noqa: BLE001 - one page never ends a run
            return self.failed(page, "internal", f"{type(error).__name__}: {error}; please report this page")

    def failed(self, page: Input, code: str, message: str) -> Result:
        """The result of a page that could not be read: its record says why."""
        return Result(page.location, error=(code, message), record=error_record(page.location, code, message))

    def _shown(self, page: Input, doc: Document) -> Result:
        options = self.options
        audit: Any = {rule: tuple(count) for rule, count in doc.audit().items()} if options.audit else None
        if options.to in ("jsonl", "parquet"):
            record = doc.to_record(audit=options.audit)
            return Result(page.location, doc.kind, record={**record, "location": page.location}, audit=audit)
        if options.explain:
            text = explanation(doc, options.explain)
        elif options.to == "html":
            text = page_view(doc, location=page.location)
        elif options.to == "md":
            text = doc.to_markdown()
        else:
            text = audit_report(doc) if options.audit else doc.text + "\n" * bool(doc.text)
        return Result(page.location, doc.kind, text=text, audit=audit)
