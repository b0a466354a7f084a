#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plays two sessions and holds what they leave against what happened, from the files alone."""

import argparse
import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile

TOOLS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools")


def require(condition, what):
    if not condition:
        raise AssertionError(what)


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check_attendance(rows):
    require(len(rows) == 9, f"nine members, not {len(rows)} rows")
    marks = [row["attendance"] for row in rows]
    require(marks.count("disputed") == 1, f"one disputed mark, not {marks}")
    require("excused" in marks, "the settled mark is there")
    disputed = rows[marks.index("disputed")]
    require(disputed["reason"] == "" and disputed["minutes"] == "", "a dispute has no one's details")
    require(len(disputed["marked_by"].split()) == 2, "a dispute names both who marked")
    require(len({row["session_id"] for row in rows}) == 1, "two laptops opened one session")
    require([row["added_after_closing"] for row in rows].count("yes") == 1, "one mark came after closing")


def check_mood(rows):
    require(len(rows) >= 8, "everybody who came was asked")
    for row in rows:
        items = [row[f"phq9_{n}"] for n in range(1, 10)]
        states = [row[f"phq9_{n}_status"] for n in range(1, 10)]
        if row["instrument"] != "phq9":
            require(row["mood_0_10"] in [str(n) for n in range(11)], "a mood is 0 to 10")
            require(items == [""] * 9 and row["phq9_total"] == "", "no PHQ-9 in a mood row")
            continue
        for item, state in zip(items, states):
            answered = item in ("0", "1", "2", "3") and state == ""
            missing = item == "" and state in ("refused", "not_asked", "skipped")
            require(answered or missing, f"an item is a digit or blank with its reason: {item!r} {state!r}")
        answered = [int(item) for item in items if item]
        if items[8] == "" or len(answered) < 7:
            require(row["phq9_total"] == "", "no total without item 9 or with too few answers")
        else:
            total = (2 * sum(answered) * 9 + len(answered)) // (2 * len(answered))
            require(row["phq9_total"] == str(total), f"total {row['phq9_total']}, not {total}")
            require(row["phq9_prorated"] == ("yes" if len(answered) < 9 else "no"), "prorated is said")


def check_manifest(out):
    with open(os.path.join(out, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    require(manifest["as_of"]["commit"] > 0 and manifest["as_of"]["epoch"], "it says as of what")
    for table in manifest["tables"]:
        path = os.path.join(out, table["file"])
        with open(path, "rb") as file:
            content = file.read()
        require(hashlib.sha256(content).hexdigest() == table["sha256"], "the file is the one named")
        require(len(rows_of(path)) == table["rows"], "the rows are counted")
    require([table["name"] for table in manifest["tables"]] == ["attendance", "mood"], "both tables")


def check_log(out):
    with open(os.path.join(out, "session.log"), encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    pids = {line["pid"] for line in lines if line["event"] == "client"}
    require(len(pids) == 3, "three clients in processes of their own")
    require(any(line["event"] == "cut" for line in lines), "the line was cut")
    unsent = next(line for line in lines if line["event"] == "unsent")
    require(unsent["count"] == 3 and unsent["state"] == "on this laptop", f"three unsent marks: {unsent}")
    require(any(line["event"] == "positions" for line in lines), "positions are logged")
    said = [row["say"] for line in lines for row in line.get("alarms", [])]
    require("Your supervisor has not seen this yet." in said, "the author reads that nobody saw it")
    require(any(" saw this at " in text for text in said), "and later who did")


def check_digests(printed):
    digests = {}
    for line in printed.splitlines():
        words = line.split()
        if len(words) == 8 and words[0] != "where":
            digests.setdefault(words[7], set()).add((words[3], words[4], words[5]))
    require(len(digests) >= 8, f"a line for each stream: {len(digests)}")
    for stream, seen in digests.items():
        require(len(seen) == 1, f"stream {stream} differs: {seen}")


def play(programs, out, seed):
    done = subprocess.run(
        [sys.executable, os.path.join(TOOLS, "play_session.py"), "--programs", programs,
         "--out", out, "--seed", str(seed)],
        capture_output=True, text=True, timeout=250, check=False,
    )
    require(done.returncode == 0, f"seed {seed}: {done.stderr}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="baraza-played-") as folder:
        for seed in (1, 2):
            out = os.path.join(folder, str(seed))
            printed = play(options.programs, out, seed)
            check_attendance(rows_of(os.path.join(out, "attendance.csv")))
            check_mood(rows_of(os.path.join(out, "mood.csv")))
            check_manifest(out)
            check_log(out)
            check_digests(printed)
            print(f"seed {seed}: tables, manifest, log and digests hold")
    return 0


if __name__ == "__main__":
    sys.exit(main())
