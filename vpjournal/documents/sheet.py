"""A4 sheets to draw on, and the bytes they become: fonts inside, tagged, and telling nothing but title and language.

Places are in points from the top left. Text goes to the page as it is, never through a parser of markup.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO

import pikepdf
from pikepdf import Dictionary
from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas

from vpjournal.documents.fonts import Face, font_name
from vpjournal.documents.lines import Line
from vpjournal.documents.structure import Mark, Node, write_structure
from vpjournal.documents.styles import INK, PAGE_HEIGHT, PAGE_WIDTH, Style
from vpjournal.domain.language import Language

_CAP_HEIGHT = 0.68
"""Of both families, about, for a font size of one: lines of different faces share a middle."""
_SOFT_HYPHEN = "/Span <</ActualText <FEFF00AD>>> BDC"


class Sheet:
    """One paper in the making: draw page after page, then ``finish``."""

    def __init__(self, *, title: str, language: Language) -> None:
        self._title = title
        self._language = language
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=0,
            invariant=1,
            # The stubs call this a number. Without it, every page would ask for a Helvetica that is not inside.
            initialFontName=font_name(Face.TEXT),  # type: ignore[arg-type]
        )
        self._page = 0
        self._marks = 0
        self.document = Node("Document")

    def next_page(self) -> None:
        """End this page and begin the next."""
        self._canvas.showPage()
        self._page += 1
        self._marks = 0

    def text(self, line: Line, style: Style, *, x: float, top: float, node: Node | None, spacing: float = 0) -> None:
        """Draw a line of text whose line box begins at ``top``. Without ``node`` it repeats what stands elsewhere."""
        baseline = PAGE_HEIGHT - top - (style.leading + _CAP_HEIGHT * style.size) / 2
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

    def rule(self, *, x: float, to: float, y: float, colour: tuple[int, int, int] = INK, weight: float = 0.75) -> None:
        """Draw a horizontal line."""
        self.stroke((x, y), (to, y), colour=colour, weight=weight)

    def stroke(
        self, start: tuple[float, float], end: tuple[float, float], *, colour: tuple[int, int, int], weight: float
    ) -> None:
        """Draw a line from point to point."""
        with self._marked(None):
            self._canvas.setStrokeColor(_colour(colour))
            self._canvas.setLineWidth(weight)
            self._canvas.line(start[0], PAGE_HEIGHT - start[1], end[0], PAGE_HEIGHT - end[1])

    def box(
        self, *, x: float, top: float, width: float, height: float, fill: tuple[int, int, int] | None = None
    ) -> None:
        """Draw a box with round corners: an outline, or a shade without one."""
        with self._marked(None):
            self._canvas.setLineWidth(0.75)
            self._canvas.setStrokeColor(_colour(INK))
            if fill:
                self._canvas.setFillColor(_colour(fill))
            y = PAGE_HEIGHT - top - height
            self._canvas.roundRect(x, y, width, height, 4.5, stroke=int(fill is None), fill=int(fill is not None))

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

    def _describe(self, pdf: pikepdf.Pdf) -> None:
        del pdf.docinfo
        if "/ID" in pdf.trailer:
            del pdf.trailer["/ID"]
        pdf.docinfo["/Title"] = self._title
        pdf.Root.Lang = pikepdf.String(self._language.value)
        pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)

    def _colour(self, colour: tuple[int, int, int]) -> None:
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


def _colour(colour: tuple[int, int, int]) -> Color:
    return Color(*(part / 255 for part in colour))
