"""`python -m workbench`, which is how an installed program starts itself."""

import sys

if __name__ == "__main__":
    # Not above: the processes that this one starts read this file as well, and need no command line.
    from workbench.cli.main import program

    sys.exit(program())
