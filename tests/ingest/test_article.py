"""Reading articles from files: text verbatim, metadata from beside or inside, bad input named in one line."""

from __future__ import annotations

import hashlib
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.article import LINE_LIMIT, TEXT_LIMIT, files, partial_date, read, read_all, record
from kg.claim import ArticleRecord, PartialDate
from kg.errors import InputError

TEXT = "عنوان\r\n\nنص المقال ‏مع علامة.\n"


def one(path: Path) -> ArticleRecord:
    (article,) = read(path)
    return article


def reason(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        list(read(path))
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)
    return caught.value.reason


def test_the_text_is_kept_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "a.b.txt"
    file.write_bytes(TEXT.encode())
    article = one(file)
    assert article.text == TEXT
    assert article.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (article.name, article.language, article.published) == ("a.b", "und", None)


def test_a_byte_order_mark_stays_in_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("\ufeffخبر".encode())
    assert one(tmp_path / "a.txt").text == "\ufeffخبر"


def test_the_sidecar_tells_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("خبر", encoding="utf-8")
    sidecar = {"url": "https://example.org/1", "publisher": "صحيفة", "published": "2022-05", "language": "ar",
        "title": "عنوان"}
    (tmp_path / "a.json").write_text(json.dumps(sidecar), encoding="utf-8")
    article = one(tmp_path / "a.txt")
    assert (article.url, article.publisher, article.title) == ("https://example.org/1", "صحيفة", "عنوان")
    assert (article.published, article.published_basis) == (PartialDate(2022, 5), "metadata")


@pytest.mark.parametrize(("value", "told"), [
    ("2024-13-45", True), ("2023-02-29", True), (20240511, True), ("gestern\n", True), ("2024-02-29", False), ("", False),
    (None, False),
])
def test_a_date_that_is_none_is_told_and_loses_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, value: object, told: bool
) -> None:
    (tmp_path / "a.txt").write_text("خبر", encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps({"published": value, "publisher": "صحيفة"}), encoding="utf-8")
    assert one(tmp_path / "a.txt").publisher == "صحيفة"
    said = [record.getMessage() for record in caplog.records]
    assert [("a.json: published is left out" in line, "\n" in line) for line in said] == [(True, False)] * told


def test_a_broken_sidecar_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("خبر", encoding="utf-8")
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"a\.json: not valid JSON"):
        list(read(tmp_path / "a.txt"))


@pytest.mark.parametrize(("data", "said"), [
    (b"", "empty"),
    (b" \n\t\xef\xbb\xbf", "empty"),
    (bytes(range(256)) * 4, "not UTF-8"),
    (b"\x00\x01\x02abc", "binary"),
    ("خبر".encode("cp1256"), "not UTF-8"),
    (b"ok so far \xff\xfe", "not UTF-8 text (byte 10)"),
    ("خبر".encode("utf-16"), "UTF-16"),
    (b"%PDF-1.7 ...", "PDF"),
    (b"PK\x03\x04....", "ZIP"),
    (b"12345 67890", "no words"),
    (("ا" * TEXT_LIMIT).encode(), "larger than 2 MB"),
    (b"a" * 5_000_000, "larger than 2 MB"),
])
def test_what_is_no_article_says_why(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(data)
    assert said in reason(file)


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    assert reason(tmp_path / "none.txt") == "No such file or directory"
    (tmp_path / "a.docx").write_bytes(b"x")
    assert "not an article file" in reason(tmp_path / "a.docx")


def test_a_bad_file_among_good_ones_does_not_stop_the_others(tmp_path: Path) -> None:
    for name, data in (("1.txt", "أول".encode()), ("2.txt", b"\xff"), ("3.txt", "ثالث".encode())):
        (tmp_path / name).write_bytes(data)
    found = list(read_all([tmp_path]))
    assert [type(f).__name__ for f in found] == ["ArticleRecord", "InputError", "ArticleRecord"]
    assert "2.txt" in str(found[1])


def test_a_folder_in_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.html", "sub/c.txt", ".git/x.txt", ".hidden.txt", "README.md", "b.json"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert [str(f.relative_to(tmp_path)) for f in files(tmp_path)] == ["a.html", "b.txt", "sub/c.txt"]


def test_a_sidecar_named_beside_its_article_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "a.json").write_text('{"publisher": "P"}', encoding="utf-8")
    (found,) = read_all(sorted(tmp_path.iterdir()))
    assert isinstance(found, ArticleRecord)
    assert found.publisher == "P"
    assert isinstance(next(read_all([tmp_path / "a.json"])), InputError)


def test_lines_of_json(tmp_path: Path) -> None:
    rows = [{"id": "u1", "text": "أول", "date": "2020-01-02", "publisher": "ص"}, {"text": "ثان"}, {"name": "n",
        "text": "ثالث"}]
    (tmp_path / "set.jsonl").write_text("\n".join(json.dumps(r) for r in rows) + "\n\n", encoding="utf-8")
    found = list(read(tmp_path / "set.jsonl"))
    assert [a.name for a in found] == ["u1", "set-2", "n"]
    assert found[0].published == PartialDate(2020, 1, 2)


def test_a_bad_line_is_named_by_its_number(tmp_path: Path) -> None:
    lines = ['{"text": "أول"}', "nonsense", "[1]", '{"title": "x"}', '{"text": ""}', '{"text": "\\ud800x"}',
        '{"text": "ثان"}']
    (tmp_path / "set.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = list(read_all([tmp_path / "set.jsonl"]))
    errors = [str(f) for f in found if isinstance(f, InputError)]
    assert len(found) - len(errors) == 2
    assert [e.split("line ")[1].split(":")[0] for e in errors] == ["2", "3", "4", "5", "6"]


def test_a_giant_line_is_refused_and_the_rest_read(tmp_path: Path) -> None:
    giant = '{"text": "' + "ا" * LINE_LIMIT + '"}'
    (tmp_path / "set.jsonl").write_text(giant + '\n{"text": "صغير"}\n', encoding="utf-8")
    found = list(read_all([tmp_path / "set.jsonl"]))
    assert "larger than 4 MB" in str(found[0])
    assert isinstance(found[1], ArticleRecord)


@pytest.mark.parametrize(("data", "name", "text"), [
    ("خبر عاجل".encode(), "stdin", "خبر عاجل"),
    (b'{"name": "x", "text": "\xd8\xae\xd8\xa8\xd8\xb1"}', "x", "خبر"),
])
def test_standard_input(data: bytes, name: str, text: str) -> None:
    (found,) = read_all(["-"], io.BytesIO(data))
    assert isinstance(found, ArticleRecord)
    assert (found.name, found.text) == (name, text)


def test_empty_standard_input() -> None:
    (found,) = read_all(["-"], io.BytesIO(b""))
    assert isinstance(found, InputError)
    assert str(found) == "stdin: empty"


@pytest.mark.parametrize(("value", "date"), [
    ("2022", PartialDate(2022)), ("2022-05", PartialDate(2022, 5)), ("2022-05-11", PartialDate(2022, 5, 11)),
    ("2022-05-11T10:00:00+01:00", PartialDate(2022, 5, 11)), ("2022-05-11 10:00", PartialDate(2022, 5, 11)),
    ("2022-13", None), ("2022-05-40", None), ("11/05/2022", None), ("", None), (None, None), (2022, None), ("20225", None),
])
def test_dates_at_the_precision_given(value: object, date: PartialDate | None) -> None:
    assert partial_date(value) == date


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    for found in read_all(["-"], io.BytesIO(data)):
        if isinstance(found, ArticleRecord):
            assert found.sha256 == hashlib.sha256(found.text.encode()).hexdigest()
        else:
            assert found.reason


@given(st.dictionaries(st.text(max_size=8), st.one_of(st.none(), st.integers(), st.text(), st.lists(st.integers()))))
def test_no_metadata_breaks_a_record(metadata: dict[str, object]) -> None:
    assert record("x", "خبر", metadata).text == "خبر"
