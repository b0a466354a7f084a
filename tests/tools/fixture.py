# SPDX-License-Identifier: Apache-2.0
"""A small tree in a temporary folder, and a tool run over it."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

TOOLS = pathlib.Path(__file__).resolve().parents[2] / "tools"


class TreeTest(unittest.TestCase):
    """Each test gets an empty tree of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = pathlib.Path(folder.name)

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            file.write_bytes(text)
        else:
            file.write_text(text, encoding="utf-8")

    def run_tool(self, name, *arguments):
        """Exit status, standard output, standard error."""
        done = subprocess.run([sys.executable, "-B", str(TOOLS / name), *arguments],
                              capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, done.stderr
