"""Start Nextword Workbench: the window, or a command (see --help)."""

import sys

from workbench.cli.main import program

if __name__ == "__main__":
    sys.exit(program())
