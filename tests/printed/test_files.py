"""Printed maps as files: formats, sizes, metadata, the same bytes, what is refused."""

import sys
from io import BytesIO
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pypdfium2
import pytest
from PIL import Image

import kurilmap as km
from kurilmap.printed import SIZES, SUFFIXES, fonts, picture
from tests.hostile import HOSTILE
from tests.printed.conftest import KINDS

DPI = 50
FIRST = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF-"}


def pixels(data: bytes) -> np.ndarray:
    with Image.open(BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


def words(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        (page,) = document
        return " ".join(page.get_textpage().get_text_range().split())


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("kind", KINDS)
def test_everything_can_be_printed_in_every_format(thing, kind, suffix):
    data = picture(thing(kind), suffix, size="column", dpi=DPI)
    assert data.startswith(FIRST[suffix])


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_map_is_the_same_bytes_whatever_style_the_user_has_set(thing, suffix):
    first = picture(thing("scenario"), suffix, size="column", dpi=DPI)
    loud = {"lines.linewidth": 9, "font.size": 30, "axes.facecolor": "red", "text.color": "red"}
    with matplotlib.rc_context(loud):
        assert picture(thing("scenario"), suffix, size="column", dpi=DPI) == first
        assert matplotlib.rcParams["font.size"] == 30


# 89 mm is a column of Nature; A4 is 297 by 210 mm (ISO 216); 13.333 by 7.5 in is PowerPoint's 16:9.
@pytest.mark.parametrize(
    ("size", "inches"), [("page", (297 / 25.4, 210 / 25.4)), ("slide", (40 / 3, 7.5))]
)
def test_a_png_has_as_many_pixels_as_its_size_has_inches(thing, size, inches):
    tall, wide, _ = pixels(picture(thing("islands"), ".png", size=size, dpi=DPI)).shape
    assert (wide, tall) == pytest.approx([DPI * inch for inch in inches], abs=1)


def test_a_column_is_89_mm_wide_in_300_dots_an_inch(thing):
    assert pixels(picture(thing("islands"), ".png", size="column")).shape[1] == pytest.approx(
        300 * 89 / 25.4, abs=1
    )


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_a_pdf_is_one_page_whose_text_can_be_searched(thing, lang):
    one = km.scenario("equal-area")
    told = words(picture(one, ".pdf", lang=lang))
    assert one.title[lang] in told
    assert "© OpenStreetMap contributors" in told
    assert {"en": "calls for none of it", "ja": "支持しない", "ru": "не призывает"}[lang] in told


def test_title_sources_and_licence_travel_in_the_file(thing):
    one = km.scenario("three-islands")
    title, licence = one.title["en"], "© OpenStreetMap contributors"
    with Image.open(BytesIO(picture(one, ".png", size="column", dpi=DPI))) as image:
        assert image.info["Title"] == title
        assert licence in image.info["Copyright"]
        assert "Sources: " in image.info["Source"]
    with pypdfium2.PdfDocument(picture(one, ".pdf", size="column")) as document:
        told = document.get_metadata_dict()
    assert told["Title"] == title
    assert licence in told["Subject"]
    assert told["CreationDate"] == ""
    root = ElementTree.fromstring(picture(one, ".svg", size="column"))
    texts = "".join(root.itertext())
    assert title in texts
    assert licence in texts


def test_titles_are_only_text():
    today = km.scenario("status-quo").assign(habomai="JP")
    texts = [*HOSTILE.values(), r"$\frac{1}{0}$", "\U0001f5fe\u0f40 \ue000"]
    odd = [today.named(f"odd-{number}", text) for number, text in enumerate(texts)]
    root = ElementTree.fromstring(picture(km.compare(*odd), ".svg"))
    assert not [node for node in root.iter() if node.tag.endswith(("script", "image", "}a"))]


def test_a_formula_is_printed_as_it_was_written():
    odd = km.scenario("status-quo").assign(habomai="JP").named("odd", r"$\alpha$ \$5")
    told = words(picture(km.compare(odd, "status-quo"), ".pdf", size="column"))
    assert r"$\alpha$ \$5" in told


def test_a_map_is_printed_in_its_own_language_unless_another_is_asked_for():
    russian = km.scenario_map("three-islands", lang="ru")
    title = km.scenario("three-islands").title
    assert title["ru"] in words(picture(russian, ".pdf"))
    assert title["ja"] in words(picture(russian, ".pdf", lang="ja"))


def test_what_cannot_be_printed_is_refused(thing):
    with pytest.raises(km.MapError, match="'equal-area' was given to be printed; allowed are"):
        picture("equal-area", ".pdf")
    with pytest.raises(km.MapError, match=r"suffix='.gif' was given; allowed are .png, .svg, .pdf"):
        picture(thing("scenario"), ".gif")
    with pytest.raises(km.MapError, match="size='A0' was given; allowed are 'column', 'page'"):
        picture(thing("scenario"), ".pdf", size="A0")
    with pytest.raises(km.MapError, match=r"row 'hokkaido' was given .* rows of islands"):
        picture(km.coast().set_index("unit"), ".pdf")
    with pytest.raises(km.MapError, match="without rows was given"):
        picture(km.islands().iloc[:0], ".pdf")
    with pytest.raises(km.UnknownWord, match="lang='de' was given"):
        picture(thing("scenario"), ".pdf", lang="de")
    assert set(SIZES) == {"column", "page", "slide"}


def test_without_matplotlib_the_error_says_what_to_install(thing, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(km.errors.MissingExtra, match=r"pip install 'kurilmap\[print\]'"):
        picture(thing("scenario"), ".pdf")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_without_a_font_the_error_says_what_to_install(thing, monkeypatch, lang):
    monkeypatch.setattr(fonts, "_JAPANESE", ())
    monkeypatch.setattr(fonts, "_others", lambda: ())
    with pytest.raises(km.errors.MissingExtra, match=f"lang='{lang}' needs; install.*fonts-noto"):
        picture(thing("scenario"), ".pdf", lang=lang)
