#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The last line of tools/test counts what really ran."""

import unittest

from fixture import TreeTest


class CountTestsTest(TreeTest):
    def count(self, *states):
        cases = "".join(f'<testcase name="t{i}" status="{state}"/>'
                        for i, state in enumerate(states))
        # The report's own totals are wrong on purpose: they aren't what is counted.
        self.write("tests.xml", f'<testsuite tests="9" failures="0">{cases}</testsuite>')
        return self.run_tool("count_tests.py", str(self.root / "tests.xml"))[:2]

    def test_all_passed(self):
        self.assertEqual(self.count("run", "run"), (0, "2 passed, 0 failed\n"))

    def test_one_failed(self):
        self.assertEqual(self.count("run", "fail"), (1, "1 passed, 1 failed\n"))

    def test_what_did_not_run_is_no_pass(self):
        self.assertEqual(self.count("run", "notrun", "disabled"), (1, "1 passed, 2 failed\n"))

    def test_nothing_ran(self):
        self.assertEqual(self.count(), (1, "0 passed, 0 failed\n"))

    def test_no_report(self):
        status, out, err = self.run_tool("count_tests.py", str(self.root / "absent.xml"))
        self.assertEqual((status, out), (1, "0 passed, 0 failed\n"))
        self.assertIn("no test report", err)


if __name__ == "__main__":
    unittest.main()
