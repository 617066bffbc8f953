"""Text that a stranger could put into a file, a title or a name."""

HOSTILE = {
    "expression": "{{ 7*7 }}",
    "statement": "{% raise %}",
    "import": "{% set x = cycler.__init__.__globals__.os.system('touch /tmp/kurilmap-owned') %}",
    "comment": "{# x #}",
    "triple brace": "{{{ 7*7 }}}",
    "script": "</script><script>window.owned = 1</script>",
    "handler": "<img src=x onerror=window.owned=1>",
    "style": "</style><style>*{display:none}</style>",
    "literal": "${window.owned = 1}",
    "backtick": "`+(window.owned=1)+`",
    "quotes": "\"';window.owned=1;//\\",
    "comment open": "<!--<script>",
    "entity": "&lt;b&gt;&amp;",
    "line separator": "a\u2028b\u2029c",
    "right to left": "\u202ecba\u202c \u200fשלום",
    "link": "javascript:window.owned=1",
    "markup": "[red]x[/red]",
}
