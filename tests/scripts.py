"""The scripts of build/ and docs/, which are no modules of the package."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]


def load_script(name: str) -> ModuleType:
    """A script by its path from the root, as a module."""
    path = ROOT / name
    if (loaded := sys.modules.get(path.stem)) is not None:
        return loaded
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Where named tuples of a script look up their annotations.
    sys.modules[path.stem] = module
    # As when it is run: scripts of one folder import each other.
    if str(path.parent) not in sys.path:
        sys.path.append(str(path.parent))
    spec.loader.exec_module(module)
    return module
