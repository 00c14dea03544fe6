"""What is kept how long, what is erased, and what the archivist is told."""
