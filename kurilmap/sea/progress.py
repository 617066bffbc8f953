"""Tell how far the work is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Report = Callable[[int, int, str], None]
"""Is told how many steps are done, of how many, and what comes next."""


@contextmanager
def reporting(progress: bool | Report) -> Iterator[Report]:
    """Give a way to report: the caller's own, a bar on the terminal, or none.

    Parameters
    ----------
    progress : bool or callable
        True draws a bar on standard error; a pipe or a log gets none.

    Yields
    ------
    callable
    """
    if callable(progress):
        yield progress
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    log = Console(stderr=True)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=log, disable=not (progress and log.is_terminal)) as bar:
        task = bar.add_task("", total=None)

        def report(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name)

        yield report
