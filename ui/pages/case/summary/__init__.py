"""The pieces of the part *Samenvatting en akkoord*."""
