"""The command line: list, show, check, map, compare, export, record, atlas and notebooks.

What is heavy (folium, geopandas) is imported by the command that needs it, so that
``kurilmap --help`` and ``kurilmap list`` answer at once.
"""

import atexit
import gc
import sys
from collections.abc import Sequence

from kurilmap.cli import terminal
from kurilmap.errors import KurilmapError

__all__ = ["main"]

_INTERRUPTED = 130


def main() -> None:
    """Run the command line, and leave with its status.

    What somebody gave wrongly, and what cannot be written, is one line on stderr and status 2.
    """
    # Importing folium makes a great many objects that live to the end. Looking through them for
    # cycles, while it goes on and once more at the exit, is a quarter of the time of a page.
    gc.set_threshold(200_000)
    atexit.register(gc.freeze)
    terminal.take_any_text()
    sys.exit(_status(sys.argv[1:]))


def _status(arguments: Sequence[str]) -> int:
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except KurilmapError as error:
        return terminal.complain(str(error))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:  # "| head" has read enough
        terminal.forget_output()
        return 1
    except OSError as error:
        terminal.forget_output()
        what = error.filename or "the output"
        return terminal.complain(f"Cannot write {what}: {error.strerror or error}.")
    return status


def _run(arguments: Sequence[str]) -> int:
    import typer

    from kurilmap.cli.commands import app

    command = typer.main.get_command(app)
    try:
        with command.make_context("kurilmap", list(arguments) or ["--help"]) as context:
            command.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    except Exception as error:
        # Typer's errors of usage have no public class of their own, but all tell themselves so.
        if not hasattr(error, "format_message"):
            raise
        where = getattr(getattr(error, "ctx", None), "command_path", "kurilmap")
        return terminal.complain(f"{error.format_message().rstrip('.')}; see {where} --help")
    return 0
