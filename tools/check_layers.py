#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Checks every include against the table of layers in ARCHITECTURE.md.

Prints one line a breach, "FILE:LINE: what is wrong", and exits 1 if there is any; exits 2 if the
table can't be read. A row may name a folder that doesn't exist yet.
"""

import argparse
import os
import re
import sys

SOURCE_ENDINGS = (".cpp", ".h", ".cc", ".hpp")
HEADER_ENDINGS = (".h", ".hpp")
TOP_FOLDERS = ("proto", "shared", "server", "client", "tools", "tests")

# A library's name in the table, and how its headers begin. The longest beginning counts.
LIBRARIES = {
    "benchmark": ("benchmark/",),
    "boost": ("boost/",),
    "boost-asio": ("boost/asio",),
    "boost-beast": ("boost/beast",),
    "boost-locale": ("boost/locale",),
    "CLI11": ("CLI/",),
    "date": ("date/",),
    "freetype": ("ft2build.h", "freetype/"),
    "glfw": ("GLFW/",),
    "googletest": ("gtest/", "gmock/"),
    "imgui": ("imgui", "imstb_", "backends/imgui"),
    "libpng": ("png.h",),
    "libsodium": ("sodium",),
    "libxlsxwriter": ("xlsxwriter",),
    "nlohmann-json": ("nlohmann/",),
    "openssl": ("openssl/",),
    "prometheus-cpp": ("prometheus/",),
    "protobuf": ("google/protobuf/",),
    "spdlog": ("spdlog/",),
    "sqlite": ("sqlite3",),
    "tl-expected": ("tl/",),
    "toml++": ("toml++/", "toml.hpp"),
}
# What comes with every row: the vocabulary types, and the library they are made of.
ALWAYS = {"shared/base", "tl-expected"}

# Standard headers that a pure layer has no use for.
IMPURE_HEADERS = {
    "condition_variable", "filesystem", "fstream", "future", "iostream", "mutex",
    "random", "semaphore", "shared_mutex", "stop_token", "syncstream", "thread",
}

IMPURE_CALLS = (
    (re.compile(r"::now\s*\("), "reads a clock; take a Now with the call"),
    (re.compile(r"\b(?:clock_gettime|gettimeofday|localtime|gmtime|localtime_r|gmtime_r)\s*\("),
     "reads a clock; take a Now with the call"),
    (re.compile(r"(?:\bstd::|(?<![\w.>:]))time\s*\(\s*(?:nullptr|NULL|0|&\w+)\s*\)"),
     "reads a clock; take a Now with the call"),
    (re.compile(r"\brandom_device\b|(?<![\w.>])s?rand\s*\(|\brandombytes_\w+|\bgetrandom\s*\("),
     "draws random bytes; take a Random with the call"),
    (re.compile(r"\bcrypto_\w+(?<!_seed)_keypair\s*\("),
     "draws random bytes; derive the key from a seed that Random gave"),
    (re.compile(r"\b(?:secure_)?getenv\s*\("), "reads the environment"),
    (re.compile(r"\blocale::global\b|\bsetlocale\s*\("), "sets the global locale"),
    (re.compile(r"\b(?:fopen|freopen|tmpfile|popen|system)\s*\("), "leaves the process"),
)

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')
# Comments and literals, longest reading first; a raw string may hold both of the others.
NOISE = re.compile(
    r'R"(?P<mark>[^()\s\\]*)\(.*?\)(?P=mark)"|//[^\n]*|/\*.*?\*/'
    r'|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Za-z_])\'(?:\\.|[^\'\\\n])+\'',
    re.DOTALL,
)
COMMENT = re.compile(
    r'(?P<keep>R"(?P<mark>[^()\s\\]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/',
    re.DOTALL,
)


class TableError(Exception):
    """The table of layers can't be read."""


class Layer:
    """A row of the table."""

    def __init__(self, folder, kind, adds, takes_away):
        self.folder = folder
        self.pure = kind == "pure"
        self.adds = adds
        self.takes_away = takes_away

    def may_use(self, name):
        if name == self.folder or name in ALWAYS:
            return True
        if name == "protobuf":
            name = "proto"
        return covers(self.adds, name) and not covers(self.takes_away, name)


def covers(patterns, name):
    for pattern in patterns:
        if pattern in ("*", name):
            return True
        if pattern.endswith("/*") and name.startswith(pattern[:-1]):
            return True
    return False


def read_table(text):
    """The rows under the heading "Layers", by folder."""
    layers = {}
    inside = False
    for line in text.splitlines():
        if line.startswith("#"):
            inside = line.lstrip("#").strip() == "Layers"
        if not inside or not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) != 4:
            raise TableError(f"a row of the layer table hasn't four cells: {line}")
        names = re.findall(r"`([^`]+)`", cells[0])
        if not names:
            continue  # the heading and the rule below it
        if len(names) != 1 or names[0] in layers:
            raise TableError(f"the first cell must name one folder, once: {cells[0]}")
        if cells[1] not in ("pure", "edge"):
            raise TableError(f"{names[0]} is neither 'pure' nor 'edge' but '{cells[1]}'")
        adds, _, takes_away = cells[3].partition("but not")
        layers[names[0]] = Layer(names[0], cells[1], re.findall(r"`([^`]+)`", adds),
                                 re.findall(r"`([^`]+)`", takes_away))
    if not layers:
        raise TableError("ARCHITECTURE.md has no table under the heading 'Layers'")
    for layer in layers.values():
        for name in layer.adds + layer.takes_away:
            known = name in layers or name in LIBRARIES or any(covers([name], f) for f in layers)
            if not known:
                raise TableError(f"the row of {layer.folder} names {name}, which is no folder of "
                                 "the table and no library that check_layers.py knows")
    return layers


def folder_of(path, layers):
    """The row that a file belongs to: the longest folder that leads to it."""
    fitting = [folder for folder in layers if path.startswith(folder + "/")]
    return max(fitting, key=len, default=None)


def library_of(header):
    best = (0, None)
    for name, beginnings in LIBRARIES.items():
        for beginning in beginnings:
            if header.startswith(beginning):
                best = max(best, (len(beginning), name))
    return best[1]


class Checker:
    """Collects the breaches of one tree."""

    def __init__(self, root, layers):
        self.root = root
        self.layers = layers
        self.breaches = []

    def breach(self, path, line, words):
        self.breaches.append(f"{path}:{line}: {words}")

    def target_of(self, path, header, quoted):
        """What an include names: ("folder" or "library" or "system" or None, its name)."""
        if header.startswith("baraza/") and header.endswith(".pb.h"):
            return "folder", "proto"
        if quoted:
            # A file beside the including one comes first, as for the compiler. What isn't there is
            # generated, or not written yet, and still counts by the folder that it names.
            meant = os.path.normpath(os.path.join(os.path.dirname(path), header))
            if not header.startswith("..") and not os.path.isfile(os.path.join(self.root, meant)):
                meant = os.path.normpath(header)
            folder = folder_of(meant, self.layers)
            if folder is not None:
                return "folder", folder
        else:
            folder = folder_of(os.path.normpath(header), self.layers)
            if folder is not None and os.path.isfile(os.path.join(self.root, header)):
                return "folder", folder
        library = library_of(header)
        if library is not None:
            return "library", library
        return ("system" if not quoted else None), header

    def check_include(self, path, number, layer, header, quoted):
        is_header = path.endswith(HEADER_ENDINGS)
        kind, name = self.target_of(path, header, quoted)
        if kind is None:
            self.breach(path, number, f'"{header}" is no file of any folder in the table')
            return
        if kind in ("folder", "library"):
            if not layer.may_use(name):
                self.breach(path, number, f"{layer.folder} may not use {name} ({header})")
            if name == "proto" and is_header:
                self.breach(path, number, f"{header} may be included in .cpp files only")
            if name == "sqlite" and layer.folder not in ("shared/sqlite", "tests"):
                self.breach(path, number, "sqlite3.h may be included in shared/sqlite only")
            if name == "boost-beast" and (is_header or not re.match(
                    r"(tests/)?(server|client)/net/", path)):
                self.breach(path, number,
                            "boost/beast may be included in .cpp files of the net folders only")
        elif layer.pure and (header in IMPURE_HEADERS or header.endswith(".h") or "/" in header):
            self.breach(path, number, f"{layer.folder} is pure and may not include <{header}>")

    def check_file(self, path):
        folder = folder_of(path, self.layers)
        if folder is None:
            self.breach(path, 1, "lies in no folder of the layer table")
            return
        layer = self.layers[folder]
        with open(os.path.join(self.root, path), encoding="utf-8") as file:
            text = file.read()
        for number, line in enumerate(without_comments(text).splitlines(), 1):
            found = INCLUDE.match(line)
            if found:
                quoted = found.group(1) is not None
                header = found.group(1) if quoted else found.group(2)
                self.check_include(path, number, layer, header, quoted)
        if layer.pure:
            for number, line in enumerate(bare_code(text).splitlines(), 1):
                for pattern, words in IMPURE_CALLS:
                    if pattern.search(line):
                        self.breach(path, number, f"{layer.folder} is pure, and this {words}")

    def check_tree(self):
        count = 0
        for top in TOP_FOLDERS:
            for folder, below, files in os.walk(os.path.join(self.root, top)):
                below[:] = sorted(name for name in below if not name.startswith("."))
                for name in sorted(files):
                    if name.endswith(SOURCE_ENDINGS):
                        full = os.path.join(folder, name)
                        self.check_file(os.path.relpath(full, self.root))
                        count += 1
        return count


def same_lines(match):
    return "\n" * match.group(0).count("\n")


def without_comments(text):
    """Literals stay, so that quoted includes do."""
    return COMMENT.sub(lambda m: m.group("keep") or same_lines(m), text)


def bare_code(text):
    return NOISE.sub(lambda m: '""' + same_lines(m), text)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=os.path.join(os.path.dirname(__file__), ".."),
                        help="the tree to check (default: the one this file is in)")
    root = os.path.abspath(parser.parse_args().root)
    try:
        with open(os.path.join(root, "ARCHITECTURE.md"), encoding="utf-8") as file:
            layers = read_table(file.read())
    except (OSError, TableError) as error:
        print(f"check_layers: {error}", file=sys.stderr)
        return 2
    checker = Checker(root, layers)
    count = checker.check_tree()
    for breach in checker.breaches:
        print(breach)
    print(f"{count} files, {len(checker.breaches)} breaches of the layers", file=sys.stderr)
    return 1 if checker.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
