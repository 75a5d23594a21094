"""*Reservekopieën*: where they lie, making one, the list of them."""

RENEW = "renew"
"""The part of the page where what was destroyed is taken out of the backups."""
