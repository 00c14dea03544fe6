"""The end of a wave: ballots are opened, summed, destroyed, and the key with them."""
