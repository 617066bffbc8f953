"""What many tests share: a real browser without a network, and pages built once."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.chromium import found

# Without a GPU its stand-in only costs time. And Chromium looks for updates and hosts of its own
# at every start: no test may wait for that.
_QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
_LISTEN = """
window.kmViolations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.kmViolations.push(`${event.violatedDirective}: ${event.blockedURI}`));
"""


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium or Chrome; a missing one fails the test and says what to do."""
    if path := found():
        return path
    pytest.fail(
        "The browser tests need Chromium or Google Chrome: run 'make test', which installs it on "
        "Debian, or set KURILMAP_CHROMIUM to the path of one."
    )


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless browser for the whole run."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(_QUIET))
        yield started
        started.close()


class Opener:
    """Opens pages with every host blocked; keeps what they asked for and what went wrong.

    Attributes
    ----------
    requests : list of str
        Every address asked for beyond the page's own file.
    problems : list of str
        Console errors and warnings, page errors and violations of the page's policy.
    """

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._contexts: list[BrowserContext] = []
        self._pages: list[Page] = []
        self.requests: list[str] = []
        self.problems: list[str] = []

    def __call__(
        self,
        source: Path | str,
        *,
        width: int = 1280,
        height: int = 800,
        allow: str | None = None,
        fragment: str = "",
        **context: object,
    ) -> Page:
        """Open a file, a page's text, or an address on the one host that is allowed.

        The fragment is the address's, with its ``#``.
        """
        made = self._browser.new_context(viewport={"width": width, "height": height}, **context)
        made.add_init_script(_LISTEN)
        made.route("**/*", lambda route: self._answer(route, allow))
        self._contexts.append(made)
        page = made.new_page()
        self._pages.append(page)
        page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))
        page.on(
            "console",
            lambda message: (
                self.problems.append(
                    f"console {message.type}: {message.text} ({message.location.get('url')})"
                )
                if message.type in {"error", "warning"}
                else None
            ),
        )
        page.goto(self._address(source, allow) + fragment)
        return page

    def _address(self, source: Path | str, allow: str | None) -> str:
        if isinstance(source, Path):
            return source.resolve().as_uri()
        if allow and urlsplit(source).hostname == allow:
            return source
        path = self._folder / f"page{len(self._pages)}.html"
        path.write_text(source, encoding="utf-8")
        return path.as_uri()

    def _answer(self, route: Route, allow: str | None) -> None:
        address = urlsplit(route.request.url)
        own_file = address.scheme == "file" and route.request.is_navigation_request()
        if own_file or (allow and address.hostname == allow):
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()

    def close(self) -> None:
        """Read the last violations and close every page."""
        for page in self._pages:
            self.problems += page.evaluate("window.kmViolations ?? []")
        for context in self._contexts:
            context.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open pages offline; at the end none may have had an error, or asked for an address.

    A test that provokes errors reads ``open_page.problems`` and clears it.
    """
    opener = Opener(browser, tmp_path)
    yield opener
    opener.close()
    assert opener.problems == []
    assert opener.requests == []


@pytest.fixture(scope="session")
def overview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The overview page, built once."""
    import kurilmap as km

    path = tmp_path_factory.mktemp("overview") / "overview.html"
    km.save_html(km.overview_map(), path)
    return path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple]:
    """Run the command line in this process: run("list") -> (status, stdout, stderr)."""
    from kurilmap.cli import main

    def runner(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["kurilmap", *map(str, arguments)])
        try:
            main()
            status = 0
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        out, err = capfd.readouterr()
        return status, out, err

    return runner
