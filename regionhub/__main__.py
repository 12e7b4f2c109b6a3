"""`python -m regionhub` is the console script."""

from regionhub.cli import main

main()
