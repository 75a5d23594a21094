"""The options board and what comes from it: the grid, the memory aid, looking together, and the paper."""
