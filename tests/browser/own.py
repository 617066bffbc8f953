"""What several tests of the reader's own partitions do on a page."""

from playwright.sync_api import Locator, Page, expect


def share(page: Page) -> Locator:
    """The slider of the share."""
    return page.get_by_role("slider").first


def slide(slider: Locator, value: float) -> None:
    """Move a slider as a pointer does: its value, the event that tells of it, and the next frame.

    The page follows in the frame after the event; what is read before that is of the last place.
    """
    slider.evaluate(
        """(node, value) => {
             node.value = value;
             node.dispatchEvent(new Event("input"));
             const next = requestAnimationFrame;
             return new Promise((drawn) => next(() => next(drawn)));
           }""",
        value,
    )


def settled(page: Page) -> Locator:
    """The result, once nothing moves any more and it may be read out."""
    result = page.locator(".km-result[aria-live]:not([aria-busy])")
    expect(result).to_be_attached()
    return result


def file_of(page: Page, part: str) -> str:
    """The text that a part of the panel hands over."""
    box = page.locator(f"{part} .km-handover")
    if box.get_attribute("open") is None:
        box.locator("summary").click()
    expect(box.locator("textarea")).not_to_have_value("")
    return box.locator("textarea").input_value()
