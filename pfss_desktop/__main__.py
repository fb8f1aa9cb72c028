"""`python -m pfss_desktop`, and the entry point of the installed program."""

import sys

from pfss_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
