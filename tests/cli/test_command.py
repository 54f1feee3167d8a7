"""The command: what goes in, what comes out, what is said, and with which exit code."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import policytext
from policytext.cli import main
from policytext.cli.inputs import find_inputs
from policytext.records import FIELDS
from policytext.rules import Source
from support.cases import ROOT

SAMPLE = ROOT / "docs" / "sample.html"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
DUMP = "青禾市部署防汛\n2024-05-06\n会议要求加强巡查值守，及时转移群众，确保安全度汛。\n【青禾在线客户端】\n"
OWN = {
    "key": "qinghe",
    "name": "青禾在线",
    "hosts": ["qinghe.example"],
    "signature": ["青禾在线客户端"],
    "rules": [
        {
            "kind": "line",
            "name": "qinghe/slogan",
            "pattern": r"\[青禾在线客户端\]",
            "keys": ["青禾在线"],
            "place": "tail",
        }
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two pages, a picture and a hidden file."""
    pages = tmp_path / "pages"
    (pages / "sub").mkdir(parents=True)
    (pages / "a.html").write_bytes(SAMPLE.read_bytes())
    (pages / "sub" / "b.txt").write_text(DUMP, encoding="utf-8")
    (pages / "c.png").write_bytes(PNG)
    (pages / ".hidden").write_text("x", encoding="utf-8")
    return pages


def lines(path: Path) -> list[dict[str, Any]]:
    """The records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def said(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """Standard output and standard error."""
    found = capsys.readouterr()
    return found.out, found.err


def test_the_text_of_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    """One page gives its text and nothing else."""
    assert main([str(SAMPLE)]) == 0
    assert said(capsys) == (policytext.parse(SAMPLE.read_bytes()).text + "\n", "")


def test_audit_and_explanation(capsys: pytest.CaptureFixture[str]) -> None:
    """`--audit` lists what was removed by rule, `--explain` says where a field was read and what lost."""
    assert main([str(SAMPLE), "--audit"]) == 0
    out, _ = said(capsys)
    assert "shared/share-bar  1 removal, 17 characters\n    分享到：微信 微博" in out
    assert main([str(SAMPLE), "--explain", "published"]) == 0
    out, _ = said(capsys)
    assert "published: 2024-03-18T09:20:00+08:00\n  rule generic/byline" in out
    assert "lost: 2024-03-18\n    rule url/date" in out
    assert main([str(SAMPLE), "--explain", "subtitle"]) == 0
    assert said(capsys)[0] == "subtitle: the page gives none\n"


def test_the_view_is_written(tmp_path: Path) -> None:
    """`--view` writes one page of HTML."""
    assert main([str(SAMPLE), "--view", "-o", str(tmp_path / "view.html")]) == 0
    assert (tmp_path / "view.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_folder_to_records(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    """Every page is a record, in order, the bad one with its error; the summary counts, the exit code tells."""
    out = tmp_path / "corpus.jsonl"
    assert main([str(folder), "-o", str(out), "-j", jobs]) == 1
    records = lines(out)
    assert [record["location"].removeprefix(str(folder)) for record in records] == [
        "/a.html",
        "/c.png",
        "/sub/b.txt",
    ]
    assert [record["error"] for record in records] == [None, "binary", None]
    assert all(list(record) == [field.name for field in FIELDS] for record in records)
    told = said(capsys)[1]
    assert "3 pages in" in told
    assert "errors: binary 1" in told
    assert not (tmp_path / "corpus.jsonl.partial").exists()


def test_resume_goes_on(folder: Path, tmp_path: Path) -> None:
    """What a run wrote before it was interrupted is kept, a line cut off in the middle is read again, nothing is read twice."""
    out, partial = tmp_path / "corpus.jsonl", tmp_path / "corpus.jsonl.partial"
    main([str(folder), "-o", str(out), "-q"])
    whole = out.read_text(encoding="utf-8")
    first = {**json.loads(whole.splitlines()[0]), "title": "kept"}
    partial.write_text(json.dumps(first) + "\n" + whole.splitlines()[1][:50], encoding="utf-8")
    out.unlink()
    assert main([str(folder), "-o", str(out), "-q", "--resume"]) == 1
    assert lines(out)[0]["title"] == "kept"
    assert [record["location"] for record in lines(out)] == [
        json.loads(line)["location"] for line in whole.splitlines()
    ]


def test_one_file_a_page(folder: Path, tmp_path: Path) -> None:
    """Text, Markdown and views of many pages go into a folder that mirrors the names; a second run with --resume reads none."""
    for to, suffix in (("md", ".md"), ("text", ".txt"), ("html", ".html")):
        out = tmp_path / to
        assert main([str(folder / "**/*.*"), "--to", to, "-o", str(out), "-q"]) == 1
        names = sorted(path.name for path in out.rglob("*") if path.is_file())
        assert names == ["a.html" + suffix, "b.txt" + suffix]
        assert (
            main([str(folder / "a.html"), str(folder / "sub"), "--to", to, "-o", str(out), "-q", "--resume"])
            == 0
        )


def test_pages_of_long_names_are_written(tmp_path: Path) -> None:
    """A file's name may have 255 bytes, 85 Chinese characters: with a suffix more it would be too long, and two must not become one."""
    pages, out = tmp_path / "pages", tmp_path / "out"
    pages.mkdir()
    for last in ("甲", "乙"):
        (pages / f"{'青' * 82}{last}.txt").write_text(DUMP, encoding="utf-8")
    assert main([str(pages), "--to", "md", "-o", str(out), "-q"]) == 0
    written = [path for path in out.rglob("*") if path.is_file()]
    assert len(written) == 2
    assert all(path.name.startswith("青" * 60) and path.suffix == ".md" for path in written)


def test_parquet_out_and_in(folder: Path, tmp_path: Path) -> None:
    """Records in one Parquet file; pages in a column of another one are read, with their addresses."""
    pq = pytest.importorskip("pyarrow.parquet", reason="policytext[cli]")
    import pyarrow as pa

    out = tmp_path / "corpus.parquet"
    assert main([str(folder), "-o", str(out), "-q"]) == 1
    assert pq.read_table(out).column("error").to_pylist() == [None, "binary", None]
    pq.write_table(
        pa.table({"url": ["http://a.example/1", None], "html": [SAMPLE.read_bytes(), None]}),
        tmp_path / "in.parquet",
    )
    assert main([str(tmp_path / "in.parquet"), "-o", str(tmp_path / "x.jsonl"), "-q"]) == 1
    record, empty = lines(tmp_path / "x.jsonl")
    assert empty["error"] == "unreadable"
    assert main([str(tmp_path / "in.parquet"), "--column", "page"]) == 2
    assert (record["location"], record["url"]) == (f"{tmp_path / 'in.parquet'}#1", "http://a.example/1")


def test_lines_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pages in JSON lines, packed or not, by the column that is named; a broken line, or one without a page, is an error record and ends nothing."""
    rows = "".join(
        json.dumps({"page_html": DUMP, "at": f"http://a.example/{number}"}) + "\n" for number in (1, 2)
    )
    first, second = rows.splitlines()
    (tmp_path / "in.jsonl").write_text(
        f'{first}\n{{broken\n{{"page_html": null}}\n[1]\n{second}', encoding="utf-8"
    )
    with gzip.open(tmp_path / "in.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(rows)
    arguments = ["--column", "page_html", "--url-column", "at", "--to", "jsonl", "-q"]
    assert main([str(tmp_path / "in.jsonl"), str(tmp_path / "in.jsonl.gz"), *arguments]) == 1
    out, err = said(capsys)
    records = [json.loads(line) for line in out.splitlines()]
    assert [record["error"] for record in records] == [None, *["unreadable"] * 3, None, None, None]
    assert records[4]["url"] == "http://a.example/2"
    assert "JSONDecodeError" in err
    assert main([str(tmp_path / "in.jsonl")]) == 2
    assert "--column" in said(capsys)[1]
    # Behind other pages it is one bad file.
    assert main([str(SAMPLE), str(tmp_path / "in.jsonl"), "-q"]) == 1
    assert "--column" in said(capsys)[1]


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # warcio's writer leaves its buffers open
def test_warc_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """HTML responses of a WARC file are read with their addresses; a file that is none is an error."""
    warcio = pytest.importorskip("warcio", reason="policytext[cli]")
    from warcio.statusandheaders import StatusAndHeaders

    path = tmp_path / "crawl.warc.gz"
    with path.open("wb") as stream:
        writer = warcio.warcwriter.WARCWriter(stream, gzip=True)
        for url, kind, body in (
            ("http://a.example/1", "text/html", SAMPLE.read_bytes()),
            ("http://a.example/i", "image/png", PNG),
        ):
            headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers)
            )
    assert main([str(path), "--to", "jsonl", "-q"]) == 0
    (record,) = [json.loads(line) for line in said(capsys)[0].splitlines()]
    assert (record["url"], record["title"]) == ("http://a.example/1", "青禾市出台四条措施保障春耕用水")
    # Text that others made of pages, as Common Crawl's WET files hold it.
    path = tmp_path / "crawl.warc.wet.gz"
    with path.open("wb") as stream:
        writer = warcio.warcwriter.WARCWriter(stream, gzip=True)
        writer.write_record(
            writer.create_warc_record(
                "http://a.example/2",
                "conversion",
                payload=io.BytesIO(DUMP.encode()),
                warc_content_type="text/plain",
            )
        )
    assert main([str(path), "--to", "jsonl", "-q"]) == 0
    (record,) = [json.loads(line) for line in said(capsys)[0].splitlines()]
    assert (record["url"], record["title"]) == ("http://a.example/2", "青禾市部署防汛")
    (tmp_path / "none.warc").write_bytes(b"no archive")
    assert main([str(tmp_path / "none.warc"), "--to", "jsonl", "-q"]) == 1


@pytest.mark.parametrize("form", ["json", "toml"])
def test_own_sources(tmp_path: Path, form: str) -> None:
    """A source in a file is found by host and by signature, and its rules stand in the audit."""
    path = tmp_path / f"own.{form}"
    if form == "json":
        path.write_text(json.dumps({"sources": [OWN]}), encoding="utf-8")
    elif sys.version_info < (3, 11):
        pytest.skip("TOML needs Python 3.11")
    else:
        path.write_text(
            'key = "qinghe"\nname = "青禾在线"\nsignature = ["青禾在线客户端"]\n[[rules]]\nkind = "line"\nname = "qinghe/slogan"\n'
            "pattern = '\\[青禾在线客户端\\]'\nplace = \"tail\"\n",
            encoding="utf-8",
        )
    page = tmp_path / "page.txt"
    page.write_text(DUMP, encoding="utf-8")
    assert main([str(page), "--source", str(path), "--audit", "-o", str(tmp_path / "x.jsonl"), "-q"]) == 0
    (record,) = lines(tmp_path / "x.jsonl")
    assert (record["source"], record["publisher"]) == ("qinghe", "青禾在线")
    assert "qinghe/slogan" in record["audit_rules"]


def test_a_source_is_learned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--learn` writes a source of the pages of a site, and `--source` reads it."""
    for number in range(6):
        text = "".join(
            f"第{number}号通知第{part}段要求各乡镇加强值守，及时转移群众，确保安全度汛，不得迟报漏报。\n"
            for part in "甲乙丙"
        )
        page = (
            f"青禾市第{number}号防汛通知\n2024-05-0{number + 1}\n{text}青禾在线竭诚为您服务\n青禾在线手机版\n"
        )
        (tmp_path / f"{number}.txt").write_text(page, encoding="utf-8")
    out = tmp_path / "learned" / "qinghe.json"
    assert main([str(tmp_path), "--learn", "qinghe", "-o", str(out)]) == 0
    assert "from 6 pages" in said(capsys)[1]
    assert Source.from_dict(json.loads(out.read_text(encoding="utf-8"))).key == "qinghe"
    assert main([str(tmp_path / "0.txt"), "--source", str(out)]) == 0


WRONG: dict[str, tuple[list[str], str]] = {
    "no such file": (["nowhere.html"], "no such file"),
    "unknown field": ([str(SAMPLE), "--explain", "titel"], "'title'"),
    "unknown source": ([str(SAMPLE), "--source", "nowhere"], "gscn"),
    "source file missing": ([str(SAMPLE), "--source", "nowhere.json"], "nowhere.json"),
    "resume without output": ([str(SAMPLE), "--resume"], "--resume needs -o"),
    "parquet without output": ([str(SAMPLE), "--to", "parquet"], "-o FILE"),
    "address of many": ([str(SAMPLE), str(SAMPLE), "--url", "http://a.example/"], "one page"),
    "no jobs": ([str(SAMPLE), "-j", "0"], "at least 1"),
    "unknown field of documents": ([str(SAMPLE), "--explain", "official.nonsense"], "official.note"),
    "unknown encoding": ([str(SAMPLE), "--encoding", "utf-42"], "utf-42"),
    "input and output": ([str(SAMPLE), "-o", str(SAMPLE)], "input and output"),
    "explanation as HTML": ([str(SAMPLE), "--explain", "title", "--to", "html"], "--explain writes text"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_call_is_told(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and a word on what to do."""
    arguments, hint = WRONG[case]
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert code == 2
    assert hint in said(capsys)[1]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="a device that is always full")
@pytest.mark.parametrize("to", ["text", "jsonl"])
def test_a_device_is_written_to(to: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`-o` may name a device, which stays one; a full one is told with exit code 3 and no traceback."""
    assert main([str(SAMPLE), "--to", to, "-o", "/dev/full"]) == 3
    assert "No space left" in said(capsys)[1]
    assert Path("/dev/full").is_char_device()
    assert main([str(SAMPLE), "--to", to, "-o", "/dev/null"]) == 0
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("name", ["x.jsonl", "x.md", "x.html", "x.txt", "x.parquet", "folder"])
def test_an_output_that_cannot_be_written(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Exit code 3, a line that names the place, and nothing left there."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    assert main([str(folder / "a.html"), "-o", str(tmp_path / "file" / name), "-q"]) == 3
    err = said(capsys)[1]
    assert str(tmp_path / "file") in err
    assert "Traceback" not in err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "pages"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What is written to a symbolic link stands in the file that it leads to."""
    (tmp_path / "real.txt").write_text("before", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    assert main([str(SAMPLE), "-o", str(tmp_path / "link.txt")]) == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text(encoding="utf-8").startswith("三月中旬")


@pytest.mark.parametrize("name", ["corpus.jsonl", "texts"])
def test_what_a_run_wrote_is_no_page(folder: Path, name: str) -> None:
    """Results that stand in the folder of pages, finished or not, are not read by the next run."""
    out = folder / name
    for _ in range(2):
        assert main([str(folder), "-o", str(out), "-q"]) == 1
    out.with_name(f"{name}.partial").touch()
    found = [Path(page.location).name for page in find_inputs((str(folder),), output=str(out))]
    assert found == ["a.html", "c.png", "b.txt"]


def test_audit_beside_another_form(capsys: pytest.CaptureFixture[str]) -> None:
    """`--audit` takes the place of the text only: Markdown and the view stay what they are."""
    assert main([str(SAMPLE), "--audit", "--to", "md"]) == 0
    assert said(capsys)[0].startswith("# 青禾市")


def test_script_keep_and_encoding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Options reach the parser."""
    page = tmp_path / "page.txt"
    page.write_bytes(DUMP.encode("gb18030"))
    assert main([str(page), "--script", "hant", "--keep", "all", "--encoding", "gb18030"]) == 0
    out, _ = said(capsys)
    assert "會議要求" in out
    assert "青禾在線客戶端" in out


def test_what_cannot_be_read_is_an_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that vanishes between listing and reading is an error record; the others are read."""
    (tmp_path / "a.txt").write_text(DUMP, encoding="utf-8")
    (tmp_path / "b.txt").write_text(DUMP, encoding="utf-8")
    found = list(find_inputs((str(tmp_path),)))
    assert len(found) == 2
    (tmp_path / "b.txt").unlink()
    (tmp_path / "b.txt").symlink_to(tmp_path / "nowhere")
    assert main([str(tmp_path / "a.txt"), str(tmp_path)]) == 1
    out, err = said(capsys)
    assert out.count("==> ") == 2
    assert "b.txt: FileNotFoundError" in err


def test_it_runs_as_a_module() -> None:
    """``python -m policytext -`` reads standard input and writes the text as UTF-8, whatever the terminal says."""
    done = subprocess.run(
        [sys.executable, "-m", "policytext", "-"], input=DUMP.encode(), capture_output=True, timeout=120, check=True,
        env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert "确保安全度汛" in done.stdout.decode("utf-8")
    assert done.stderr == b""
