# SPDX-License-Identifier: Apache-2.0
"""What every part of a journey needs: pictures with their texts, the badge, the tables."""

import csv
import glob
import json
import os

from baraza_processes import Failed

PASSPHRASE = "three quiet trees"
NAMES = ["Amina", "Beatrice", "Esther", "Farida", "Halima", "Meena"]
ZONE = "Africa/Nairobi"
# What a mark is called on the attendance screen, by the words of the table.
MARKS = {"present": "here", "late": "late", "left_early": "left early",
         "absent_told": "told us", "excused": "excused", "absent_unknown": "not known why"}


def require(holds, what):
    if not holds:
        raise Failed(what)


def shoot(window, what):
    """A picture and its JSON; numbered in the order of the story."""
    number = len(glob.glob(os.path.join(window.out, "[0-9][0-9]-*.png"))) + 1
    name = f"{number:02}-{window.person}-{what}"
    window.picture(name)
    window.shown.append(name)
    return name


def texts(out, name):
    """What a picture shows, by id, read from the JSON beside it."""
    with open(os.path.join(out, f"{name}.json"), encoding="utf-8") as file:
        return {row["id"]: row["text"] for row in json.load(file)["widgets"]}


def join(window, code, home):
    """Types the code and a new passphrase, as on a new laptop."""
    window.wait("enrol.code")
    shoot(window, "join")
    window.type(code)
    window.click("enrol.passphrase")
    window.type(PASSPHRASE)
    window.click("enrol.again")
    window.type(PASSPHRASE)
    window.press("Tab", "Tab")
    window.click("enrol.go")
    window.wait(home)


def badge(window):
    return window.text("top.sync")


def exported(admin, folder, what):
    path = os.path.join(folder, f"{what}.csv")
    admin.run("export", what, "--format", "csv", "--out", path)
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file))
