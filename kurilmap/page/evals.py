"""Finds scripts that turn text into code, which the page's policy forbids."""

import re

from kurilmap.errors import OfflineError

# Each begins with plain letters, which makes the search fast: most scripts end here.
_MAYBE = [
    re.compile(r"eval\b"),
    re.compile(r"Function\s*\("),
    re.compile(r"setTimeout\s*\(\s*[\"'`]"),
    re.compile(r"setInterval\s*\(\s*[\"'`]"),
]
_TOKEN = re.compile(
    r"""
      (?P<comment> //[^\n]* | /\*.*?\*/ )
    | (?P<string> "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )
    | (?P<template> `(?:[^`\\]|\\.)*` )
    | (?P<before> [=(,:;!&|?{[+\n] | \breturn) \s* (?P<regex>
        /(?![*/]) (?: [^/\\[\n] | \\. | \[(?:[^\]\\\n]|\\.)*\] )+ / )
    """,
    re.VERBOSE | re.DOTALL,
)
_CODE_IN_TEMPLATE = re.compile(r"\$\{[^}]*\}")
# `Function("return this")` finds the global object where there is no `window`: in no browser.
_EVAL = re.compile(
    r"""(?<![\w$.]) eval \s*\(
      | \b (?:window|self|globalThis) \s*\.\s* eval \s*\(
      | \( \s* 0 \s*,\s* eval \s* \) \s*\( (?! \s* "this" )
      | (?<![\w$.]) Function \s*\( (?! \s* "return[ ]this" )
      | \b set(?:Timeout|Interval) \s*\( \s* "
    """,
    re.VERBOSE,
)
# Read by hand: where the call stands, and why a map never comes there.
_NEVER_REACHED = {
    # the reader of CSV files
    "https://cdnjs.cloudflare.com/ajax/libs/d3/3.5.5/d3.min.js",
    "https://d3js.org/d3.v4.min.js",
    # a stand-in for Reflect.construct, which every browser of today has
    "https://cdn.jsdelivr.net/npm/leaflet-ant-path@1.1.2/dist/leaflet-ant-path.min.js",
}


def check(script: str, name: str) -> None:
    """Refuse a script that calls eval, Function or a timer with text.

    Words in its comments, strings and patterns do not count.

    Parameters
    ----------
    script : str
    name : str
        Its URL, or what it belongs to.

    Raises
    ------
    kurilmap.errors.OfflineError
        Names the script.

    Examples
    --------
    >>> check("// eval(x)", "a script")
    >>> check("eval(x)", "a script")
    Traceback (most recent call last):
    kurilmap.errors.OfflineError: a script calls eval, which the page's policy forbids...
    """
    if name in _NEVER_REACHED or not any(p.search(script) for p in _MAYBE):
        return
    code = _TOKEN.sub(_bare, script)
    found = _EVAL.search(code)
    if found:
        what = next(w for w in ("eval", "Function", "set") if w in found.group())
        what = "a timer with text" if what == "set" else what
        raise OfflineError(
            f"{name} calls {what}, which the page's policy forbids, because it runs text as code. "
            "Leave out what brings this script."
        )


def _bare(match: re.Match[str]) -> str:
    if match["comment"]:
        return " "
    if match["string"]:
        return '"' + match["string"][1:-1] + '"' if match["string"][1:-1] in _GLOBAL else '""'
    if match["template"]:
        code = _CODE_IN_TEMPLATE.findall(match["template"])
        return '""+' + "+".join(f"({part[2:-1]})" for part in code) if code else '""'
    return f"{match['before']}/./"


_GLOBAL = {"return this", "this"}
