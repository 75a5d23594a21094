"""A password on a paper that is saved: AES-256 as PDF 2.0 has it (revision 6), over words and title alike."""

import secrets
from io import BytesIO

import pikepdf

from vpjournal.domain.papers import can_be_password

_OWNER_BYTES = 24


def protect(pdf: bytes, password: str) -> bytes:
    """Return a PDF that opens with this password alone, and can then be read, read aloud and printed.

    The second password of the format, which lifts what is not allowed, is random and known to nobody.
    """
    if not password or not can_be_password(password):
        raise ValueError
    allow = pikepdf.Permissions(
        accessibility=True,
        extract=False,
        modify_annotation=False,
        modify_assembly=False,
        modify_form=False,
        modify_other=False,
        print_lowres=True,
        print_highres=True,
    )
    protection = pikepdf.Encryption(
        user=password, owner=secrets.token_urlsafe(_OWNER_BYTES), R=6, allow=allow, aes=True, metadata=True
    )
    protected = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as file:
        file.save(protected, encryption=protection, recompress_flate=False)
    return protected.getvalue()
