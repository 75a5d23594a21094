"""Sheets to draw on, and the bytes they become: fonts inside, tagged, and telling nothing but title and language.

Places are in points from the top left. Text goes to the page as it is, never through a parser of markup.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from math import atan2, degrees, hypot

import pikepdf
from pikepdf import Dictionary
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from vpjournal.documents.fonts import Face, font_name, width
from vpjournal.documents.lines import Line, wrap
from vpjournal.documents.structure import Mark, Node, write_structure
from vpjournal.documents.styles import A4, EXAMPLE, EXAMPLE_LINE, INK, Colour, Format, Style
from vpjournal.domain.language import Language, Texts

_CAP_HEIGHT = 0.68
"""Of both families, about, for a font size of one: lines of different faces share a middle."""
_SOFT_HYPHEN = "/Span <</ActualText <FEFF00AD>>> BDC"
_BACKDROP = "/Span <</ActualText ( )>> BDC"
"""Letters that are seen, but are no words to who listens or copies: they read as a space."""
_EXAMPLE_TOP = 13.0
_EXAMPLE_SHARE = 0.74
"""Of the diagonal of a page, that the word across it fills."""


class Sheet:
    """One paper in the making: draw page after page, then ``finish``."""

    def __init__(self, *, title: str, language: Language, page: Format = A4, example: bool = False) -> None:
        self._title = title
        self._language = language
        self._format = page
        self._example = example
        self._missing: dict[str, None] = {}
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=page[:2],
            pageCompression=0,
            invariant=1,
            # The stubs call this a number. Without it, every page would ask for a Helvetica that is not inside.
            initialFontName=font_name(Face.TEXT),  # type: ignore[arg-type]
        )
        self._page = 0
        self._marks = 0
        self.document = Node("Document")
        self._begin_page()

    @property
    def pages(self) -> int:
        """The number of pages up to now."""
        return self._page + 1

    @property
    def unprintable(self) -> tuple[str, ...]:
        """The characters for which a substitute was drawn, each once, in the order of drawing."""
        return tuple(self._missing)

    def next_page(self) -> None:
        """End this page and begin the next."""
        self._canvas.showPage()
        self._page += 1
        self._marks = 0
        self._begin_page()

    def text(self, line: Line, style: Style, *, x: float, top: float, node: Node | None, spacing: float = 0) -> None:
        """Draw a line of text whose line box begins at ``top``. Without ``node`` it repeats what stands elsewhere."""
        self._missing.update(dict.fromkeys(line.missing))
        baseline = self._format.height - top - (style.leading + _CAP_HEIGHT * style.size) / 2
        self._colour(style.colour)
        with self._marked(node):
            for face, text in line.runs:
                self._canvas.setFont(font_name(face), style.size)
                self._canvas.drawString(x, baseline, text, charSpace=spacing)
                x += self._canvas.stringWidth(text)
            if line.cut:
                self._canvas.addLiteral(_SOFT_HYPHEN)
                self._canvas.drawString(x, baseline, "-")
                self._canvas.addLiteral("EMC")

    def rule(self, *, x: float, to: float, y: float, colour: Colour = INK, weight: float = 0.75) -> None:
        """Draw a horizontal line."""
        self.stroke((x, y), (to, y), colour=colour, weight=weight)

    def stroke(self, start: tuple[float, float], end: tuple[float, float], *, colour: Colour, weight: float) -> None:
        """Draw a line from point to point."""
        with self._marked(None):
            self._canvas.setStrokeColor(_colour(colour))
            self._canvas.setLineWidth(weight)
            height = self._format.height
            self._canvas.line(start[0], height - start[1], end[0], height - end[1])

    def box(
        self, *, x: float, top: float, width: float, height: float, fill: Colour | None = None, radius: float = 4.5
    ) -> None:
        """Draw a box with round corners: an outline, or a shade without one."""
        with self._marked(None):
            self._canvas.setLineWidth(0.75)
            self._canvas.setStrokeColor(_colour(INK))
            if fill:
                self._canvas.setFillColor(_colour(fill))
            y = self._format.height - top - height
            self._canvas.roundRect(x, y, width, height, radius, stroke=int(fill is None), fill=int(fill is not None))

    def finish(self) -> bytes:
        """Return the paper as the bytes of a PDF; the same drawing always gives the same bytes."""
        self._canvas.showPage()
        self._canvas.save()
        with pikepdf.open(BytesIO(self._buffer.getvalue())) as pdf:
            write_structure(pdf, self.document)
            self._describe(pdf)
            finished = BytesIO()
            pdf.save(finished, deterministic_id=True, recompress_flate=False)
        return finished.getvalue()

    def _begin_page(self) -> None:
        if self._example:
            t = Texts(self._language)
            self._across(t("VOORBEELD"))
            line = wrap(t("VOORBEELD: alles op dit blad is verzonnen"), EXAMPLE, self._format.width)[0]
            self.text(line, EXAMPLE, x=self._format.margin, top=_EXAMPLE_TOP, node=None)

    def _across(self, word: str) -> None:
        """Draw the outline of a word from the lower left to the upper right, for what comes after to stand upon."""
        wide, high = self._format.width, self._format.height
        size = _EXAMPLE_SHARE * hypot(wide, high) / width(word, Face.STRONG, 1)
        self._canvas.saveState()
        self._canvas.translate(wide / 2, high / 2)
        self._canvas.rotate(degrees(atan2(high, wide)))
        self._canvas.setFont(font_name(Face.STRONG), size)
        self._canvas.setStrokeColor(_colour(EXAMPLE_LINE))
        self._canvas.setLineWidth(0.9)
        with self._marked(None), self._bracket(_BACKDROP):
            self._canvas.drawCentredString(0, -_CAP_HEIGHT * size / 2, word, mode=1)
        self._canvas.restoreState()

    def _describe(self, pdf: pikepdf.Pdf) -> None:
        del pdf.docinfo
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]
        pdf.docinfo["/Title"] = self._title
        pdf.Root.Lang = pikepdf.String(self._language.value)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    def _colour(self, colour: Colour) -> None:
        self._canvas.setFillColor(_colour(colour))

    def _marked(self, node: Node | None) -> AbstractContextManager[None]:
        if node is None:
            return self._bracket("/Artifact BMC")
        mark = Mark(self._page, self._marks)
        self._marks += 1
        node.kids.append(mark)
        return self._bracket(f"/{node.tag} <</MCID {mark.number}>> BDC")

    @contextmanager
    def _bracket(self, opening: str) -> Iterator[None]:
        self._canvas.addLiteral(opening)
        yield
        self._canvas.addLiteral("EMC")


def _colour(colour: Colour) -> Color:
    return Color(*(part / 255 for part in colour))
