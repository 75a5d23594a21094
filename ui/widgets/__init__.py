"""The parts that every page is built from: each takes the theme, and the texts where it speaks."""
