"""Links that need no sign-in: to log a follow-up from a mail, the home screen or the board."""
