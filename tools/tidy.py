#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The house rules that a machine can see, checked over every file that git knows.

Prints one line a breach, "FILE:LINE: what is wrong", and exits 1 if there is any; exits 2 if the
check itself can't run. What is right to do with each rule stands in its words.
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys

LINES_MAX = 800
LICENCE = "SPDX-License-Identifier: Apache-2.0"
CPP_ENDINGS = (".cpp", ".h")
CODE_ENDINGS = CPP_ENDINGS + (".py", ".proto", ".cmake", ".sh", ".sql")
CODE_NAMES = ("CMakeLists.txt", ".clang-tidy")

# Written apart, so that this file doesn't breach its own rules.
OPEN_MARK = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
SWITCHED_OFF = re.compile(r"\bDISABLED" r"_|\bGTEST" r"_SKIP\b")
MACHINE_PATH = re.compile(r"/(?:wo" r"rk|ro" r"ot|ho" r"me)/")


def tracked_files(root):
    # A checkout may belong to another user than the one who tests it, as in a container.
    done = subprocess.run(
        ["git", "-c", "safe.directory=*", "-C", root, "ls-files", "-z", "--cached"],
        capture_output=True, check=True)
    names = sorted(set(done.stdout.decode("utf-8").split("\0")) - {""})
    return [name for name in names if os.path.isfile(os.path.join(root, name))]


def is_code(path, text):
    return (path.endswith(CODE_ENDINGS) or os.path.basename(path) in CODE_NAMES
            or text.startswith("#!"))


def check_code(path, text):
    """Breaches as (line, words), of a file of code."""
    lines = text.split("\n")
    if len(lines) - 1 > LINES_MAX:
        yield LINES_MAX + 1, f"more than {LINES_MAX} lines; split it where it holds two ideas"
    if not any(LICENCE in line for line in lines[:2]):
        yield 1, f"the first line (the second after #!) must say {LICENCE}"
    for number, line in enumerate(lines, 1):
        if "\t" in line:
            yield number, "a tab; indent with spaces"
        if line != line.rstrip():
            yield number, "blanks at the end of the line"
        if OPEN_MARK.search(line):
            yield number, "a mark of something left open; do it, or write down that it isn't done"
        if SWITCHED_OFF.search(line):
            yield number, "a test that is switched off; mend it or remove it"
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield len(lines), "must end with one line end"
    if path.endswith(".h"):
        yield from check_header(lines)


def check_header(lines):
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("//"):
            if line != "#pragma once":
                yield number, "a header begins with #pragma once, after its first comment"
            return


def check_text(path, text):
    for number, line in enumerate(text.split("\n"), 1):
        if MACHINE_PATH.search(line):
            yield number, "a path of one machine; make it relative to the tree or an argument"
    if is_code(path, text):
        yield from check_code(path, text)


def check_format(root, paths):
    """Breaches of .clang-format, by one run of clang-format a processor."""
    count = os.cpu_count() or 1
    shares = [share for share in (paths[i::count] for i in range(count)) if share]

    def run(share):
        return subprocess.run(["clang-format", "--dry-run", "-Werror", "--", *share], cwd=root,
                              capture_output=True, text=True, check=False)

    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        for done in pool.map(run, shares):
            found = re.findall(r"^(\S+?):(\d+):\d+: error:", done.stderr, re.MULTILINE)
            first = {}
            for path, line in found:
                first.setdefault(path, line)
            for path, line in sorted(first.items()):
                yield f"{path}:{line}: not as clang-format would have it; run clang-format -i {path}"
            if done.returncode != 0 and not found:
                yield f"clang-format failed: {done.stderr.strip()}"


def breaches_of(root):
    paths = tracked_files(root)
    for path in paths:
        with open(os.path.join(root, path), "rb") as file:
            content = file.read()
        if b"\0" in content:
            continue  # a picture or other data
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            yield f"{path}:1: not UTF-8: {error}"
            continue
        for line, words in check_text(path, text):
            yield f"{path}:{line}: {words}"
    yield from check_format(root, [path for path in paths if path.endswith(CPP_ENDINGS)])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=os.path.join(os.path.dirname(__file__), ".."),
                        help="the checkout to check (default: the one this file is in)")
    root = os.path.abspath(parser.parse_args().root)
    try:
        breaches = list(breaches_of(root))
    except FileNotFoundError as error:
        print(f"tidy: {error.filename} isn't installed; tools/setup installs it", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"tidy: {error.stderr.decode().strip()}", file=sys.stderr)
        return 2
    for breach in breaches:
        print(breach)
    print(f"{len(breaches)} breaches of the house rules", file=sys.stderr)
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
