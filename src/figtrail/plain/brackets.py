"""What stands in brackets: links, images, marks of footnotes, tasks, shortcodes of WordPress."""

from __future__ import annotations

from figtrail.patterns import compile_late
from figtrail.plain.edits import BREAK, WRAP, Edit

# Words of a link, which may hold brackets or an image and go over a line, but over no paragraph.
_PIECE = r"[^\[\]\\\n]++|\\.|\n(?![ \t]*+\r?\n)"
_TARGET = r"(?:[^()\s]|\([^()\s]{0,200}\)){0,1000}"
_WORDS = rf"(?:{_PIECE}|!?\[(?:{_PIECE})*+\](?:\({_TARGET}\))?+){{0,60}}+"
_TITLE = r"(?:\s+(?:\"[^\"]{0,300}\"|'[^']{0,300}'|\([^()]{0,300}\)))?"
_PLACE = rf"(?:<[^<>\n]{{0,1000}}>|{_TARGET})"
_ATTRIBUTE = r"(?:[.#][\w-]{1,60}|[\w:-]{1,40}=(?:\"[^\"\n{}]{0,300}\"|[^\s{}\"]{1,100}))"
_ATTRIBUTES = r"\{" + _ATTRIBUTE + r"(?:\s" + _ATTRIBUTE + r"){0,20}\s?\}"
_LINK = compile_late(
    rf"\[({_WORDS})\](?:\([ \t]*(?:\r?\n)?{_PLACE}{_TITLE}\s*\)(?:{_ATTRIBUTES})?"
    rf"|\[[^\[\]\n^]{{0,300}}\]|{_ATTRIBUTES})"
)
_IMAGE = compile_late(
    rf"!\[{_WORDS}\](?:\([^()\n]{{0,1000}}(?:\([^()\n]{{0,200}}\)[^()\n]{{0,1000}})?\)(?:{_ATTRIBUTES})?"
    r"|\[[^\[\]\n^]{0,300}\])"
)
_LINE_END = compile_late(r"\r?\n")
_DIRECTIVE = compile_late(r"\{\{[^{}\n]*+\}\}|\{%[^{}%\n]*+%\}|" + _ATTRIBUTES)
_FOOTNOTE = compile_late(r"\[\^[^\]\[\s]{1,60}\]")
# Marks stand right behind a word or a stop, and nothing goes on behind: "[12] homes", "1[2],000".
_MARK = compile_late(r"\[(?:note |nb )?\d{1,3}\](?!\w|[.,]\d)")
_MARKED = frozenset(".,;:!?\"'”’)%]")
_YEAR = compile_late(r"(?<!\d)\d\d\[\d\d\]")
_TASK = compile_late(r"\[[ xX]\][ \t]+")
_BULLET = compile_late(r"(?:^|\n)[ \t>]*[-*+•][ \t]+\Z")
_NAME = r"[a-zA-Z][\w-]{1,40}"
_VALUE = r"(?:[\"“”″][^\"“”″\[\]]{0,1000}[\"“”″]|'[^'\[\]]{0,1000}'|[^\s\"“”″'\[\]]{1,1000})"
_SHORTCODE = compile_late(
    rf"\[({_NAME})(?=[^\[\]=]*=[\"'“”″]|\s+(?:ids?|width|height|url|src|href|align)=)"
    rf"(?:\s+(?:{_NAME}={_VALUE}|{_VALUE})){{1,40}}+\s*/?\]"
)
_CLOSING = compile_late(r"\[/([a-zA-Z][\w-]{0,40})\]")
_OPENING = compile_late(r"\[([a-zA-Z][\w-]{0,40})(?:=[^\s\[\]]{1,1000})?\]")
_LEGENDS = frozenset(
    ("caption", "wp_caption", "gallery", "embed", "quote", "blockquote", "pullquote")
)


def read_directive(source: str, at: int) -> tuple[Edit, ...]:
    """What isn't read at a brace: `{width="300"}`, `{{< figure >}}`, `{% include %}`."""
    directive = _DIRECTIVE.match(source, at)
    return (Edit(*directive.span()),) if directive is not None else ()


class Brackets:
    """Reads the brackets of one article, and knows which of its shortcodes are closed."""

    __slots__ = ("_closed", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._closed = frozenset(_CLOSING.findall(source)) if "[/" in source else frozenset[str]()

    def read(self, at: int) -> tuple[Edit, ...]:
        """What isn't read at a bracket, or at the `!` of an image; nothing for what editors add."""
        source = self._source
        if source[at] == "!":
            image = _IMAGE.match(source, at)
            return (Edit(at, image.end()),) if image is not None else ()
        return (
            self._read_note(at)
            or self._read_shortcode(at)
            or self._read_link(at)
            or self._read_task(at)
        )

    def _read_note(self, at: int) -> tuple[Edit, ...]:
        source = self._source
        note = _FOOTNOTE.match(source, at)
        if note is not None:
            line = source.rfind("\n", max(0, at - 10), at) + 1
            defines = source.startswith(":", note.end()) and not source[line:at].strip(" \t>")
            return (Edit(at, note.end() + defines, shown=True),)
        before = source[at - 1 : at] if at else ""
        note = _MARK.match(source, at) if before.isalnum() or before in _MARKED else None
        if (
            note is None
            or _YEAR.match(source, at - 2) is not None
            or source.startswith("(", note.end())
        ):
            return ()
        return (Edit(*note.span(), shown=True),)

    def _read_link(self, at: int) -> tuple[Edit, ...]:
        link = _LINK.match(self._source, at)
        if link is None:
            return ()
        ends = _LINE_END.finditer(self._source, *link.span(1))
        joined = (Edit(*end.span(), WRAP) for end in ends)
        return Edit(at, at + 1), *joined, Edit(link.end(1), link.end())

    def _read_shortcode(self, at: int) -> tuple[Edit, ...]:
        source = self._source
        code = _CLOSING.match(source, at) or _SHORTCODE.match(source, at)
        if code is None:
            code = _OPENING.match(source, at)
            if code is None or code[1] not in self._closed:
                return ()
        return (Edit(*code.span(), BREAK if code[1].lower() in _LEGENDS else ""),)

    def _read_task(self, at: int) -> tuple[Edit, ...]:
        task = _TASK.match(self._source, at)
        if task is None or _BULLET.search(self._source[max(0, at - 20) : at]) is None:
            return ()
        return (Edit(*task.span(), shown=True),)
