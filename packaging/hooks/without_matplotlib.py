"""Stands in for matplotlib in the frozen program: MediaPipe loads it for a drawing function that nobody calls.

The real one brings Pillow, fonts and 40 MB along, and lists all fonts of the machine at its first start.
"""

import sys
from types import ModuleType

_pyplot = ModuleType("matplotlib.pyplot")
_matplotlib = ModuleType("matplotlib")
_matplotlib.pyplot = _pyplot
sys.modules["matplotlib"] = _matplotlib
sys.modules["matplotlib.pyplot"] = _pyplot
