"""`python -m trinvis` is the command `trinvis`."""

from trinvis.command import main

main()
