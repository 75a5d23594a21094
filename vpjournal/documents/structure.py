"""The reading order inside a PDF, for who listens to a paper instead of looking at it, and for who copies from it.

Drawing marks each piece of text with a number; the tree written here says what the pieces are: headings,
paragraphs, lists. It follows PDF 1.7 (ISO 32000-1, 14.7). No claim of PDF/UA is made: nothing here has proved it.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name


class Mark(NamedTuple):
    """A piece of drawn text: its page, counted from 0, and its number on that page."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Node:
    """An element: ``H1``, ``P``, ``L`` and so on, with what it holds in reading order."""

    tag: str
    kids: list["Node | Mark"] = field(default_factory=list)

    def add(self, tag: str) -> "Node":
        """Add an element at the end and return it."""
        kid = Node(tag)
        self.kids.append(kid)
        return kid

    def holds_text(self) -> bool:
        """Say whether anything was drawn in this element."""
        return any(isinstance(kid, Mark) or kid.holds_text() for kid in self.kids)


class _Writer:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self.owners: list[list[pikepdf.Object]] = [[] for _ in self._pages]

    def write(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + node.tag), P=parent))
        kids = [self._kid(kid, element) for kid in node.kids if isinstance(kid, Mark) or kid.holds_text()]
        element.K = Array(kids)
        return element

    def _kid(self, kid: Node | Mark, element: pikepdf.Object) -> pikepdf.Object:
        if isinstance(kid, Node):
            return self.write(kid, element)
        owners = self.owners[kid.page]
        owners.extend([element] * (kid.number + 1 - len(owners)))
        owners[kid.number] = element
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)


def write_structure(pdf: pikepdf.Pdf, document: Node) -> None:
    """Write the tree into a PDF whose pages carry its marks."""
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _Writer(pdf)
    root.K = writer.write(document, root)
    numbers = Array()
    for index, (page, owners) in enumerate(zip(pdf.pages, writer.owners, strict=True)):
        page.obj.StructParents = index
        page.obj.Tabs = Name.S
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array(owners)))
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    root.ParentTreeNextKey = len(writer.owners)
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
