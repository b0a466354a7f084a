#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Walks through the client's screens in the pseudo-locale, where every message of the catalogue
stands between brackets: whatever else is shown has to be a name, or somebody forgot to translate it."""

import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

from baraza_processes import Failed, Programs  # noqa: E402
from baraza_window import Window, profile  # noqa: E402

PASSPHRASE = "three quiet trees"

# What the demo's people are called, as its story says it; languages by their own names.
def demo(part):
    return (ROOT / f"tools/sim/demo/demo_{part}.cpp").read_text(encoding="utf-8")


STORY = demo("story") + demo("intake")
# What they wrote, in whole sentences.
WRITTEN = [text for text in re.findall(r'"([^"\n]*)"', demo("work") + demo("intake"))
           if " " in text]
DATA = {word for text in re.findall(r'"([^"\n]*)"', STORY) for word in re.findall(r"\w+", text)
        if word[0].isupper()}
DATA |= {"Baraza", "English", "Français", "Kiswahili", "laptop", "of", "rose"}

ROSE = [
    ([], "home.open"),
    (["press Ctrl+2"], "groups.group.0"),
    (["press L"], "intake.search"),
    (["press N"], "person.name"),
    (["press Esc", "press G"], "form.name"),
    (["press Esc", "click intake.show.3", "click intake.row.3"], "someone.paper"),
    (["press F"], "decision.back"),
    (["press Esc", "press C"], "mood.done"),
    (["press Ctrl+2", "click groups.group.0"], "group.member.1"),
    (["click group.member.1"], None),
    (["click member.work"], None),
    (["press Esc", "press Ctrl+2", "click groups.group.2", "click group.member.2",
      "scroll member.area -40", "click member.seat"], "seat.save"),
    (["press Ctrl+1", "click home.open"], "session.attendance"),
    (["press N"], "note.text"),
    (["type 2026", "click note.action"], None),
    (["open session.notes."], "note_page.text"),
    (["press Esc", "press A"], "attendance.row.1"),
    (["press A", "click attendance.row.2", "press E"], None),
    (["press Esc"], "session.attendance"),
    (["press W"], None),
    (["press Esc", "press M"], "mood.done"),
    (["press 0 1 2 1 0 0 1 0 2"], None),
    (["press Enter"], "alarm.member"),
    (["press Ctrl+4"], None),
    (["press Ctrl+5"], None),
    (["click rail.settings"], None),
    (["press Ctrl+L"], None),
]
JOSEPHINE = [
    ([], "watch.item.0"),
    (["click watch.item.0"], "alarm.see"),
    (["press Ctrl+2"], None),
    (["press Ctrl+3"], None),
]


def outside_brackets(text):
    out, depth = "", 0
    for letter in text:
        depth += {"[": 1, "]": -1}.get(letter, 0)
        if depth == 0 and letter != "]":
            out += letter
    return out


class Walk:
    def __init__(self, programs, laptop, out):
        self.programs, self.laptop, self.out = programs, laptop, out
        self.looked = 0
        self.found = {}

    def look(self, window, where):
        window.do("pause", "200")
        for thing, row in window.drawn().items():
            self.looked += 1
            rest = outside_brackets(row["text"])
            for sentence in WRITTEN:
                rest = rest.replace(sentence, "")
            strange = [word for word in re.findall(r"[^\W\d_]+", rest) if word not in DATA]
            if strange:
                self.found.setdefault(thing, f"{where}: {thing} says {row['text']!r}")

    def go(self, name, steps):
        window = Window(self.programs, self.laptop, self.out, name.split()[0].lower(),
                        arguments=["--language", "pseudo", "--offline"])
        person = f"unlock.person.{profile(self.laptop, name)}"
        window.wait(person)
        self.look(window, "unlock")
        window.click(person)
        window.type(PASSPHRASE)
        window.press("Enter")
        for commands, wanted in steps:
            for command in commands:
                verb, *words = command.split()
                if verb == "open":  # what has an id that nobody can know before
                    window.click(next(thing for thing in window.drawn(words[0])
                                      if thing.endswith(".open")))
                else:
                    window.do(verb, *words)
            if wanted:
                window.wait(wanted)
            self.look(window, "; ".join(commands) or "first screen")
        window.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", required=True)
    programs = Programs(parser.parse_args().programs)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([programs.path("baraza-sim"), "demo", "--data", os.path.join(folder, "demo"),
                        "--passphrase", PASSPHRASE], check=True, capture_output=True)
        walk = Walk(programs, os.path.join(folder, "demo", "laptop"), os.path.join(folder, "out"))
        walk.go("Rose Akinyi", ROSE)
        walk.go("Josephine Wekesa", JOSEPHINE)
    for line in walk.found.values():
        print(line)
    if walk.looked < 500:
        raise Failed(f"only {walk.looked} things were looked at")
    return 1 if walk.found else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as error:
        sys.exit(f"untranslated: {error}")
