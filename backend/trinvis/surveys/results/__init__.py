"""What is shown of a closed wave, to whom, from which day."""
