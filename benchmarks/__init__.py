"""Speed as ratios inside one run: against the same route written as usual, and against fewer rows."""
