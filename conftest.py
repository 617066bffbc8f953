"""For every test and doctest: what the sea keeps, it keeps in a folder of this run."""

import os
from collections.abc import Iterator

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let ``make faults`` ask for all of what the ordinary run takes a sample of."""
    group = parser.getgroup("kurilmap")
    group.addoption("--faults", choices=("sample", "full"), default="sample", help="how many")
    group.addoption("--faults-file", metavar="FILE", help="write the figures as Markdown")


@pytest.fixture(scope="session", autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep away from the user's own cache: no run reads what another left, and none leaves any."""
    base = tmp_path_factory.getbasetemp()
    # A worker's folder is in that of the run: what one worker has computed, the others read.
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KURILMAP_CACHE", str(run / "cache"))
        yield
