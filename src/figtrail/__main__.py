"""`python -m figtrail` is the command `figtrail`."""

from figtrail.cli import main

main()
