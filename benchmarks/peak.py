"""Run a module as `python -m` would, and write the most memory the process ever held to a file."""

import resource
import runpy
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_memory() -> int:
    """
    Return the most memory this process has held since it began, in bytes.

    Linux tells it for this program alone; `getrusage` may still tell of the program that started it.
    """
    if STATUS.exists():
        for line in STATUS.read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    result, module, *words = sys.argv[1:]
    sys.argv = [module, *words]
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        Path(result).write_text(str(peak_memory()), encoding="ascii")
