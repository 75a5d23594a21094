"""The journal of a confidential adviser: the part that knows nothing of windows."""

__version__ = "0.1.0"
FORMAT = 1
