"""Put locked packages into a virtual environment; `make` calls it, and it needs none of them.

`python3 install.py .venv site requirements.txt`: nothing is done where `.venv/site.done` is newer.
"""

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "hooks"))

PYTHON = Path("bin/python")


def made_by(venv: Path) -> str:
    """Return the Python that an environment was made by, as 3.11; nothing where there is none."""
    settings = venv / "pyvenv.cfg"
    found = (
        re.search(r"^version = (\d+\.\d+)", settings.read_text("utf-8"), re.M) if settings.exists() else None
    )
    return found[1] if found else ""


def runs(venv: Path) -> str:
    """Return the Python that runs in an environment now; nothing where none does, or without pip."""
    ask = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
    try:
        return subprocess.run(
            [venv / PYTHON, "-c", ask], capture_output=True, text=True, check=False
        ).stdout.strip()
    except OSError:
        return ""


def done(venv: Path, stamp: Path, wanted: Path) -> bool:
    """Say whether the packages are there, for the Python that runs now."""
    fresh = stamp.exists() and stamp.stat().st_mtime >= wanted.stat().st_mtime
    return fresh and made_by(venv) == runs(venv) != ""


def install(venv: Path, stamp: Path, wanted: Path) -> str:
    """Make the environment where it is not, or stale, and install. Returns what went wrong, or nothing."""
    if not runs(venv) or made_by(venv) != runs(venv):
        if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
            return "This Python cannot make an environment (on Debian: apt-get install python3-venv)."
        if venv.exists():
            print(f"{venv.name} is unfinished, or of another Python: it is made anew.", file=sys.stderr)
            shutil.rmtree(venv)
        if subprocess.run([sys.executable, "-m", "venv", venv], check=False).returncode:
            shutil.rmtree(venv, ignore_errors=True)
            return f"{venv.name} could not be made: see above."
    pip = [venv / PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.run([*pip, "-r", wanted], check=False).returncode:
        return f"The packages of {wanted} could not be installed: see above, then run this again."
    stamp.touch()
    return ""


def main(folder: str, name: str, wanted: str) -> str:
    """Install once, whoever else is at it. Returns what went wrong, or nothing."""
    if sys.version_info < (3, 11):  # noqa: UP036
        return "Python 3.11 or newer is needed: make PYTHON=python3.12"
    from pathway.publish.lock import held
    from pathway.publish.trouble import told

    venv = ROOT / folder
    given = venv, venv / f"{name}.done", ROOT / wanted
    try:
        if not done(*given):
            with held(ROOT):
                return "" if done(*given) else install(*given)
    except OSError as error:
        return told(error)
    return ""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) or 0)
