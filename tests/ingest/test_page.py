"""Web pages: the main text without menus and comments, and what the page says about itself."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from ingest.article import read, read_all
from ingest.cli.demo import SAMPLES
from ingest.page import PageError, page_metadata, read_page
from kg.claim import ArticleRecord, PartialDate
from kg.errors import InputError

BODY = "".join(f"<p>فقرة رقم {i} تتحدث عن الاجتماع وما دار فيه بين الوزراء من نقاش طويل.</p>" for i in range(6))


def page(head: str = "", body: str = BODY) -> str:
    menu = "<nav><a href='/'>الرئيسية</a></nav>"
    return f"<!DOCTYPE html><html lang='ar'><head>{head}</head><body>{menu}<article>{body}</article></body></html>"


def test_menu_and_comments_are_left_out() -> None:
    found = read_page((SAMPLES / "02-absence.html").read_bytes())
    assert "فيكتوريا نولاند" in found.text
    for furniture in ("الرئيسية", "قارئ", "أسعار الخضر", "جميع الحقوق"):
        assert furniture not in found.text


@pytest.mark.parametrize("attributes", [
    "hidden", 'hidden=""', 'hidden="hidden"', 'aria-hidden="true"', 'style="display:none"',
    'style="display:none !important"', "style='color: red; Display : None'", 'style="visibility: hidden"',
])
def test_what_a_page_does_not_show_is_left_out(attributes: str) -> None:
    unseen = "وحضر اللقاء وزير لم يره أحد من القراء في هذه الصفحة."
    for tag in ("p", "div", "section"):
        inner = unseen if tag == "p" else f"<p>{unseen}</p>"
        found = read_page(page(body=f"{BODY}<{tag} {attributes}>{inner}</{tag}>{BODY}").encode()).text
        assert unseen not in found
        assert found.count("فقرة رقم 3") == 2
    assert unseen not in read_page(page(body=f"{BODY}<p>وقال <span {attributes}>{unseen}</span> إنه باق.</p>").encode()).text


@pytest.mark.parametrize("attributes", [
    'hidden="until-found"', 'aria-hidden="false"', 'style="display:block"', 'class="hidden"',
])
def test_what_a_page_shows_is_kept(attributes: str) -> None:
    seen = "وحضر اللقاء وزير رآه جميع القراء في هذه الصفحة."
    assert seen in read_page(page(body=f"{BODY}<p {attributes}>{seen}</p>{BODY}").encode()).text


def test_a_page_that_shows_itself_late_is_read() -> None:
    late = page().replace("<body>", '<body style="display:none">')
    assert "فقرة رقم 3" in read_page(late.encode()).text


def test_the_headline_comes_first() -> None:
    found = read_page((SAMPLES / "02-absence.html").read_bytes())
    assert found.text.startswith("بلينكن يعتذر عن اجتماع مراكش ونولاند تنوب عنه")
    assert found.text.count("بلينكن يعتذر عن اجتماع") == 1


def test_json_ld_of_an_article() -> None:
    (article,) = read(SAMPLES / "02-absence.html")
    assert article.published == PartialDate(2022, 5, 10)
    assert article.publisher == "صباح الرباط"
    assert article.url == "https://sabah-rabat.example/news/blinken-marrakech"
    assert (article.name, article.language) == ("02-absence", "ar")


def test_open_graph_and_a_json_ld_graph() -> None:
    (article,) = read(SAMPLES / "04-closing.html")
    assert article.published == PartialDate(2022, 5, 12)
    assert article.publisher == "الخليج الإخبارية"
    assert article.url == "https://khaleej-news.example/world/benin"
    assert article.language == "ar"


@pytest.mark.parametrize(("head", "key", "value"), [
    ('<meta property="article:published_time" content="2020-01-02T03:04">', "published", "2020-01-02T03:04"),
    ('<meta name="date" content="2020-01-02">', "published", "2020-01-02"),
    ('<meta property="og:site_name" content="موقع">', "publisher", "موقع"),
    ('<link rel="canonical" href="https://example.org/x">', "url", "https://example.org/x"),
    ("<title> عنوان </title>", "title", "عنوان"),
    ('<script type="application/ld+json">[{"@type":["Thing","NewsArticle"],"headline":"ع"}]</script>', "title", "ع"),
    ('<script type="application/ld+json">{"@type":"NewsArticle","publisher":"ص"}</script>', "publisher", "ص"),
    ("", "language", "ar"),
])
def test_metadata(head: str, key: str, value: str) -> None:
    assert page_metadata(page(head))[key] == value


@pytest.mark.parametrize("block", ["{", "null", "3", '"x"', "[[1]]", '{"@type": 3}', "[" * 100_000])
def test_a_broken_json_ld_block_is_passed_over(block: str) -> None:
    head = f'<script type="application/ld+json">{block}</script><title>ع</title>'
    assert page_metadata(page(head))["title"] == "ع"


def test_the_sidecar_wins_over_the_page(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page('<meta name="date" content="2020-01-02">'), encoding="utf-8")
    (tmp_path / "a.json").write_text('{"published": "2021"}', encoding="utf-8")
    (article,) = read(tmp_path / "a.html")
    assert article.published == PartialDate(2021)


def test_the_declared_encoding_is_used() -> None:
    html = page('<meta charset="windows-1256">')
    assert "فقرة رقم" in read_page(html.encode("cp1256")).text


@pytest.mark.parametrize("data", [
    b"\xff\xfe\xfd no charset", b'<meta charset="utf-8">\xff', b'<meta charset="x-nonsense">\xff',
    b"<html><body></body></html>",
    b"", b"<html><body><script>var x = 1;</script></body></html>",
])
def test_pages_without_text_say_so(data: bytes) -> None:
    with pytest.raises(PageError):
        read_page(data)


def test_a_page_from_standard_input() -> None:
    (found,) = read_all(["-"], io.BytesIO(page("<title>عنوان الخبر</title>").encode()))
    assert isinstance(found, ArticleRecord)
    assert "فقرة رقم 3" in found.text


def test_deep_nesting_is_text_or_an_error_never_silence(tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text(f"<html><body>{'<div>' * 20_000}خبر{'</div>' * 20_000}</body></html>",
    encoding="utf-8")
    (found,) = read_all([tmp_path / "deep.html"])
    assert isinstance(found, InputError) or "خبر" in found.text


def test_the_same_page_gives_the_same_text() -> None:
    data = (SAMPLES / "04-closing.html").read_bytes()
    assert read_page(data) == read_page(data)
