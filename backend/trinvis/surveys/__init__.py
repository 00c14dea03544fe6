"""The seven questions as an anonymous survey: waves, codes, answering, closing, what is shown."""
