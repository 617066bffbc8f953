"""Pictures drawn here and not in the page: SVG from the same geometry and the same look."""

from functools import cache
from importlib.resources import files


@cache
def template(name: str) -> str:
    """Return a template of this folder.

    Parameters
    ----------
    name : str
        Of the file.

    Returns
    -------
    str

    Examples
    --------
    >>> "macro pattern" in template("paint.html.j2")
    True
    """
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
