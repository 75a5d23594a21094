"""Item models: what lists and tables show, as frozen values in and words out."""
