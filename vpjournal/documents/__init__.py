"""Papers: values and a language in, the bytes of a PDF out. Import this late: it brings the PDF libraries along."""

from vpjournal.documents.checking import read_paper
from vpjournal.documents.making import make
from vpjournal.documents.own_wording import own_wording
from vpjournal.documents.protection import protect
from vpjournal.documents.reading import page_count, page_image, page_text, page_texts

__all__ = ["make", "own_wording", "page_count", "page_image", "page_text", "page_texts", "protect", "read_paper"]
