"""`python -m jiwar` is the program `jiwar`."""

import sys

from jiwar.cli import main

sys.exit(main())
