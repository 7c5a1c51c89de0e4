"""Makes the small programs of this folder importable under any import mode."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

if "staged_programs" not in sys.modules:
    _spec = importlib.util.spec_from_file_location("staged_programs", Path(__file__).with_name("programs.py"))
    assert _spec is not None
    assert _spec.loader is not None
    _module = importlib.util.module_from_spec(_spec)
    sys.modules["staged_programs"] = _module
    _spec.loader.exec_module(_module)
