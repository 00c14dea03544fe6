"""Taking an answer: code against ballot, sealed at once. Knows no account and no role."""
