#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks that the look of the client stands in one place.

Outside client/ui/theme, no file below client/ui writes down a colour, a font size or a font's file:
it names a token, a role, an icon size. Prints one line a breach, "FILE:LINE: what is wrong", and
exits 1 if there is any.
"""

import argparse
import os
import re
import sys

from check_layers import same_lines

SCREENS = "client/ui"
THEME = "client/ui/theme"
ENDINGS = (".cpp", ".h")
COMMENT = re.compile(r'(?P<keep>"(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/', re.DOTALL)

NUMBER = r"[-+]?\.?\d"
LITERALS = (
    (re.compile(r"\b0[xX][0-9a-fA-F']{6,10}[uU]?\b"), "a colour; name a Token"),
    (re.compile(r'"#[0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?"'), "a colour; name a Token"),
    (re.compile(r"\bIM_COL32_(?!A_MASK|[RGBA]_SHIFT)\w+"), "a colour; name a Token"),
    (re.compile(rf"\bIM_COL32\s*\(\s*{NUMBER}"), "a colour; name a Token"),
    (re.compile(rf"\b(?:ImVec4|ImColor|Rgb)\s*(?:\w+\s*)?[({{]\s*{NUMBER}"),
     "a colour; name a Token"),
    (re.compile(rf"\b(?:ImFont(?:Config)?\w*|font\w*)\s*(?:\.|->)\s*(?:Scale|FontSize|SizePixels)"
                rf"\s*=\s*{NUMBER}", re.IGNORECASE), "a font size; name a Role"),
    (re.compile(rf"\bCalcTextSizeA\s*\(\s*{NUMBER}"), "a font size; name a Role"),
    (re.compile(rf"\bAddText\s*\([^,()]+(?:\([^()]*\))?,\s*{NUMBER}[\d.fF]*\s*,"),
     "a font size; name a Role"),
    (re.compile(rf"\bTypeSize\s*(?:\w+\s*)?[({{]\s*{NUMBER}"), "a font size; name a Role"),
    (re.compile(r"\b(?:SetWindowFontScale|AddFont\w+)\s*\("), "fonts; client/platform makes them"),
    (re.compile(r"\.(?:ttf|otf|ttc|woff2?)\b", re.IGNORECASE), "a font's file; client/platform has it"),
    (re.compile(r'"\s*(?:\\xee[^"]*|\\xef\\x8[0-9a-b][^"]*)"', re.IGNORECASE),
     "an icon; name one of client/ui/theme/icons.h"),
)


def without_comments(text):
    return COMMENT.sub(lambda m: m.group("keep") or same_lines(m), text)


def breaches(path, text):
    for number, line in enumerate(without_comments(text).splitlines(), 1):
        for pattern, words in LITERALS:
            if pattern.search(line):
                yield f"{path}:{number}: writes down {words}"
                break


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=os.path.join(os.path.dirname(__file__), ".."),
                        help="the tree to check (default: the one this file is in)")
    root = os.path.abspath(parser.parse_args().root)
    count = 0
    found = []
    for folder, below, files in os.walk(os.path.join(root, SCREENS)):
        below.sort()
        for name in sorted(files):
            path = os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")
            if not name.endswith(ENDINGS) or path.startswith(THEME + "/"):
                continue
            with open(os.path.join(root, path), encoding="utf-8") as file:
                found += breaches(path, file.read())
            count += 1
    print("".join(line + "\n" for line in found), end="")
    print(f"{count} files, {len(found)} literals of the look outside {THEME}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
