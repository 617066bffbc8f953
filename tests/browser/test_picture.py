"""The view saved as a picture: of the map's size, with what the map shows, in every language."""

import base64
from pathlib import Path

import folium
import pytest
from playwright.sync_api import Page, expect

import kurilmap as km
from kurilmap.layers import look
from tests.conftest import Opener
from tests.hostile import HOSTILE

BUTTON = {"en": "Save as picture", "ja": "画像として保存", "ru": "Сохранить как изображение"}
# The picture's size, and how often each of the asked colours stands in it, within a small step.
READ = """async ([data, colours]) => {
  const picture = new Image();
  picture.src = `data:image/png;base64,${data}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  const pen = canvas.getContext("2d");
  pen.drawImage(picture, 0, 0);
  const { data: dots } = pen.getImageData(0, 0, canvas.width, canvas.height);
  const wanted = colours.map((c) => [1, 3, 5].map((at) => parseInt(c.slice(at, at + 2), 16)));
  const found = colours.map(() => 0);
  for (let i = 0; i < dots.length; i += 4) {
    wanted.forEach(([r, g, b], n) => {
      const off = Math.abs(dots[i] - r) + Math.abs(dots[i + 1] - g) + Math.abs(dots[i + 2] - b);
      if (off <= 6) found[n] += 1;
    });
  }
  return { width: canvas.width, height: canvas.height, found };
}"""
JP, RU = (look.HOLDERS[party].fill for party in ("JP", "RU"))


def saved(page: Page, folder: Path, lang: str = "en") -> Path:
    """Save the view, and return the file."""
    if page.locator(".km-labels").count():
        expect(page.locator(".km-labels[data-placed]").first).to_be_attached()
    with page.expect_download() as download:
        page.get_by_role("button", name=BUTTON[lang], exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    expect(page.locator(".km-citing [role=status]")).to_contain_text(path.name)
    return path


def read(page: Page, path: Path, *colours: str) -> tuple[int, int, list[int]]:
    """Return a picture's width and height, and how many dots have each colour."""
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    told = page.evaluate(READ, [data, colours])
    return told["width"], told["height"], told["found"]


def drawn(page: Page) -> str:
    """Return the texts of the sheet from which the picture is made."""
    return page.evaluate(
        """() => {
          const page = document.querySelector(".km-page .folium-map");
          const map = Object.values(window).find((one) =>
            one instanceof L.Map && one.getContainer() === page);
          const texts = [...kurilmap.drawnSheet(map).querySelectorAll("text")];
          return texts.map((node) => node.textContent).join("\\n");
        }"""
    )


@pytest.mark.parametrize("width", [1280, 390])
def test_the_picture_has_twice_the_map_s_width_and_the_holders_colours(
    overview: Path, open_page: Opener, tmp_path: Path, width: int
) -> None:
    page = open_page(overview, width=width)
    page.locator("#km-choice-two-islands-1956").check()
    path = saved(page, tmp_path)
    assert path.name == "kurilmap-two-islands-1956-en.png"
    frame = page.locator(".folium-map").bounding_box()
    assert frame is not None
    wide, tall, (jp, ru, land) = read(page, path, JP, RU, look.LAND)
    assert wide == pytest.approx(2 * frame["width"], abs=2)
    # Above and below the map stand heading, legend and credit.
    assert tall > 2 * frame["height"] + 400
    # Etorofu and Kunashiri are thirteen times Habomai and Shikotan (GSI, 2025): 4,656 and 342 km².
    assert jp > 300
    assert ru > 3 * jp
    assert land > 1000


def test_the_picture_follows_the_choice(overview: Path, open_page: Opener, tmp_path: Path) -> None:
    page = open_page(overview)
    page.locator("#km-choice-four-islands").check()
    path = saved(page, tmp_path)
    _, _, (jp, ru) = read(page, path, JP, RU)
    assert jp > 5000
    assert ru < 500


@pytest.mark.parametrize("lang", ["en", "ja", "ru"])
def test_the_sheet_tells_title_choice_legend_names_scale_and_credit(
    overview: Path, open_page: Opener, tmp_path: Path, lang: str
) -> None:
    page = open_page(overview)
    page.locator("#km-choice-two-islands-1956").check()
    page.locator(f".km-langs [lang={lang}]").click()
    expect(page.locator(".km-labels[data-placed]")).to_be_attached()
    text = drawn(page)
    flat = text.replace("\n", "").replace(" ", "")
    told = page.evaluate(
        """() => [
          document.querySelector("h1").textContent,
          document.querySelector(".km-chosen").textContent,
          ...[...document.querySelectorAll(".km-says li, .km-legend li, .km-panel footer p")]
            .map((node) => node.textContent),
          document.querySelector(".leaflet-control-scale-line").textContent,
          ...[...document.querySelectorAll(".km-name-group .km-first")]
            .filter((node) => node.getClientRects().length).map((node) => node.textContent),
        ]"""
    )
    assert len(told) > 15
    assert [each for each in told if "".join(each.split()) not in flat.replace("\xa0", "")] == []
    assert saved(page, tmp_path, lang).name == f"kurilmap-two-islands-1956-{lang}.png"


@pytest.mark.parametrize("width", [1280, 390])
def test_two_maps_are_both_in_the_picture(open_page: Opener, tmp_path: Path, width: int) -> None:
    page = open_page(km.save_html(km.comparison_map("status-quo", "four-islands")), width=width)
    path = saved(page, tmp_path)
    assert path.name == "kurilmap-status-quo--four-islands-en.png"
    wide, _, (jp, ru) = read(page, path, JP, RU)
    boxes = [box.bounding_box() for box in page.locator(".folium-map").all()]
    level = boxes[0]["y"] == boxes[1]["y"]
    assert level == (width == 1280)
    whole = sum(box["width"] for box in boxes) if level else boxes[0]["width"]
    assert wide == pytest.approx(2 * whole, abs=4)
    # The four groups stand twice, at one scale: once in each colour.
    assert jp == pytest.approx(ru, rel=0.15)
    for caption in ("A · As administered today", "B · "):
        assert caption in drawn(page)


def test_what_a_user_added_comes_along(open_page: Opener, tmp_path: Path) -> None:
    own = km.overview_map()
    folium.CircleMarker([44.6, 149], radius=30, color="#ff00ff", fill=True, fill_opacity=1).add_to(
        own
    )
    folium.Marker([44.2, 148.6], tooltip=folium.Tooltip("a mark", permanent=True)).add_to(own)
    page = open_page(km.save_html(own))
    _, _, (found,) = read(page, saved(page, tmp_path), "#ff00ff")
    # A circle of 30 pixels and half its stroke's 3, at two dots a pixel.
    assert found == pytest.approx(3.1416 * 63**2, rel=0.05)
    assert "a mark" in drawn(page)


@pytest.mark.parametrize("text", [*HOSTILE.values(), "a\x00b\x0bc\ud800d\uffff"])
def test_a_hostile_title_is_but_text_in_the_picture(
    open_page: Opener, tmp_path: Path, text: str
) -> None:
    page = open_page(km.save_html(km.Map(title=text)))
    assert saved(page, tmp_path).stat().st_size > 1000
    assert page.evaluate("window.owned") is None


def test_a_picture_that_cannot_be_made_is_told(overview: Path, open_page: Opener) -> None:
    page = open_page(overview)
    page.evaluate("() => { HTMLCanvasElement.prototype.toBlob = (done) => done(null); }")
    page.get_by_role("button", name="Save as picture").click()
    expect(page.locator(".km-citing [role=status]")).to_have_text("The picture could not be made.")


def test_the_timeline_s_picture_tells_its_day_and_its_own_legend(
    open_page: Opener, tmp_path: Path
) -> None:
    page = open_page(km.save_html(km.timeline_map()))
    page.get_by_role("slider").fill("0")
    text = drawn(page)
    assert page.locator(".km-time-title").inner_text() in text
    for label in page.locator(".km-time .km-key li").all_inner_texts():
        assert "".join(label.split()) in "".join(text.split())
    assert saved(page, tmp_path).name.startswith("kurilmap-")
