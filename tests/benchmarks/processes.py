"""How long whole processes take: importing, and the command line."""

import subprocess
import sys
from pathlib import Path

from tests.benchmarks.timing import median
from tests.tables import Table, Tables


def processes(tables: Tables, folder: Path) -> None:
    """Show the times of new processes beside that of importing folium and geopandas."""
    python, kurilmap = (sys.executable, "-c"), (sys.executable, "-m", "kurilmap")
    names = "import kurilmap as km\nfor name in km.__all__: getattr(km, name)"
    page = str(folder / "x.html")
    commands = {
        'python -c "import folium, geopandas"': (*python, "import folium, geopandas"),
        'python -c "import kurilmap"': (*python, "import kurilmap"),
        "the same, and every public name": (*python, names),
        "kurilmap map two-islands-1956 -o x.html": (
            *(*kurilmap, "map", "two-islands-1956", "-o", page),
        ),
        "kurilmap list": (*kurilmap, "list"),
        "kurilmap --help": (*kurilmap, "--help"),
    }
    note = "Goal: importing kurilmap is at most 1.05 of the first, map 1.5."
    table = Table("Import and command line", ("whole process", "time", "of the first"), note)
    first = None
    for name, command in commands.items():
        taken = median(lambda c=command: subprocess.run(c, check=True, capture_output=True))
        first = first or taken
        table.add(name, f"{taken:.2f} s", f"{taken / first:.2f}")
    tables.show(table)
