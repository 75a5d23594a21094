"""Whatever leaves the program: a paper before it goes, keeping it as a file, what left, and what a paper is."""
