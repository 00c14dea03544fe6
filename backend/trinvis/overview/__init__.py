"""Status rows, the committee's matrix, what waits for me, history."""
