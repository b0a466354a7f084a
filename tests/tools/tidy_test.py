#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each house rule finds its breach, and a tidy file passes."""

import pathlib
import subprocess
import unittest

from fixture import TOOLS, TreeTest

LICENCE = "SPDX-License-Identifier: Apache-2.0"
HEAD = f"// {LICENCE}\n"


class TidyTest(TreeTest):
    def setUp(self):
        super().setUp()
        self.git("init", "--quiet")
        self.write(".clang-format", (pathlib.Path(TOOLS).parent / ".clang-format").read_text())

    def git(self, *arguments):
        subprocess.run(["git", "-C", str(self.root), *arguments], check=True)

    def tidy(self):
        self.git("add", "--all")
        return self.run_tool("tidy.py", "--root", str(self.root))

    def finds(self, path, text, line, words):
        self.write(path, text)
        status, out, _ = self.tidy()
        self.assertEqual((status, len(out.splitlines())), (1, 1), out)
        self.assertTrue(out.startswith(f"{path}:{line}: "), out)
        self.assertIn(words, out)

    def passes(self, path, text):
        self.write(path, text)
        status, out, err = self.tidy()
        self.assertEqual((status, out), (0, ""), err)

    def test_tidy_files_pass(self):
        self.write("a.h", HEAD + "\n#pragma once\n\nint f();\n")
        self.write("run", f"#!/bin/sh\n# {LICENCE}\ntrue\n")
        self.write("picture.png", b"\x89PNG\0\t")
        self.write("notes.md", "no licence,\ta tab and\n\n\n")
        self.passes("a.cpp", HEAD + "int f() {\n  return 1;\n}\n")

    def test_a_file_that_is_too_long(self):
        self.passes("a.py", f"# {LICENCE}\n" + "x = 1\n" * 799)
        self.finds("a.py", f"# {LICENCE}\n" + "x = 1\n" * 800, 801, "more than 800 lines")

    def test_no_licence(self):
        self.finds("a.cpp", "int a;\n", 1, LICENCE)
        self.passes("a.cpp", HEAD)
        self.finds("run", "#!/bin/sh\ntrue\n", 1, LICENCE)

    def test_a_tab(self):
        self.finds("a.py", f"# {LICENCE}\n\n\tx\n", 3, "a tab")

    def test_blanks_at_the_end(self):
        self.finds("a.proto", HEAD + "syntax; \n", 2, "blanks")

    def test_no_line_end(self):
        self.finds("a.py", f"# {LICENCE}\nx", 2, "one line end")

    def test_a_mark_of_something_left_open(self):
        for mark in ("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"):
            with self.subTest(mark):
                self.finds("a.py", f"# {LICENCE}\n# {mark}: later\n", 2, "left open")
        self.passes("a.py", f"# {LICENCE}\n# name.XXXXXX\n")

    def test_a_test_that_is_switched_off(self):
        self.finds("a.cpp", HEAD + "TEST(A, DISABLED" + "_B) {}\n", 2, "switched off")
        self.finds("a.cpp", HEAD + "GTEST" + "_SKIP();\n", 2, "switched off")

    def test_a_path_of_one_machine(self):
        for place in ("wo" + "rk", "ro" + "ot", "ho" + "me"):
            with self.subTest(place):
                self.finds("README.md", f"see\n/{place}/notes\n", 2, "one machine")

    def test_a_header_without_its_guard(self):
        self.finds("a.h", HEAD + "\n#ifndef A_H\n#endif\n", 3, "#pragma once")

    def test_what_clang_format_would_change(self):
        self.finds("a.cpp", HEAD + "\nint  a;\n", 3, "clang-format -i a.cpp")

    def test_bytes_that_are_no_text(self):
        self.finds("a.py", b"\xff\xfe", 1, "not UTF-8")

    def test_only_what_git_knows_is_looked_at(self):
        self.write(".gitignore", "build/\n")
        self.passes("build/a.cpp", "\tint  a;")

    def test_outside_a_checkout_it_says_so(self):
        subprocess.run(["rm", "-r", str(self.root / ".git")], check=True)
        status, out, err = self.run_tool("tidy.py", "--root", str(self.root))
        self.assertEqual((status, out), (2, ""))
        self.assertIn("tidy: ", err)


if __name__ == "__main__":
    unittest.main()
