#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints one line, "N passed, N failed", from the JUnit report that ctest wrote.

Counts the cases themselves, not the report's own totals. Whatever didn't run to a pass is counted
as failed, so that a test which couldn't start is never taken for a good one. Exit status 1 if
anything failed, nothing ran, or there is no report.
"""

import argparse
import sys
import xml.etree.ElementTree as ElementTree


def count(report):
    passed = failed = 0
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        if case.get("status") == "run":
            passed += 1
        else:
            failed += 1
    return passed, failed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", help="the file written by ctest --output-junit")
    report = parser.parse_args().report
    try:
        passed, failed = count(report)
    except (OSError, ElementTree.ParseError) as error:
        print(f"no test report: {error}", file=sys.stderr)
        passed, failed = 0, 0
    sys.stderr.flush()
    print(f"{passed} passed, {failed} failed")
    return 0 if passed > 0 and failed == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
