"""``python -m api.cli``: the command where no script of it is on the path."""

from api.cli import main

main()
