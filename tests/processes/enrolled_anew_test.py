#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two copies of one laptop's folder write while both are online. Nothing is said to be on the server
that isn't; what the slower copy wrote waits, also over kill -9, until it is enrolled anew in its own
folder, and then all of it arrives, once.

usage: enrolled_anew_test.py --programs FOLDER
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools"))

from baraza_processes import Failed, Programs, wait_until  # noqa: E402
from story import GROUP, Story, badge, expect  # noqa: E402

ITEM_NINE = ["0"] * 8 + ["2"]


def run(story, chance):
    rose = story.enrolled("rose", "rose")
    for member in ("Amina", "Beatrice"):
        rose.do("member", member)
    rose.do("open")
    rose.do("await", "sent")
    rose.end()
    shutil.copytree(story.path("rose"), story.path("copy"))
    rose, copy = story.start("rose"), story.start("copy")
    for client in (rose, copy):
        client.do("await", "caught-up")
        client.do("group", GROUP)
        client.do("await", "session")

    # The faster one is the one whose ops are taken; then both go on online.
    copy.do("offline")
    copy.do("mark", "Amina", "excused")
    copy.do("mark", "Amina", "absent_told")
    rose.do("mark", "Amina", "present")
    rose.do("await", "sent")
    copy.do("online")
    copy.do("check-in", "phq9", "Beatrice", *ITEM_NINE)
    copy.do("note", "written on the copy")
    wait_until(lambda: badge(copy)["state"] == "needs you", "the copy says that it is frozen")
    # What of it the server entered all the same, alarms, comes back a moment later.
    wait_until(lambda: badge(copy)["unsent"] == 4, "two marks, a check-in and a note are unsent")

    # Its alarm went all the same.
    grace = story.enrolled("grace", "grace")
    wait_until(lambda: len(grace.do("alarms")["alarms"]) == 1, "the frozen copy's alarm is entered")

    copy = story.again(copy, "copy")
    expect(badge(copy)["unsent"] == 4, f"kill -9 took something: {badge(copy)}")
    copy.do("await", "caught-up")
    # Nobody else's code, and none for a laptop that isn't frozen.
    answer = copy.ask("enrol", story.code("james"), "copy")
    expect(answer["code"] == "other_account", f"another person's code: {answer}")
    answer = grace.ask("enrol", story.code("grace"), "grace")
    expect(answer["code"] == "already_exists", f"a laptop that isn't frozen: {answer}")

    # Killed at any moment of it, it has the old writer or the new one, and everything.
    code = story.code("rose")
    for _ in range(12):
        copy.say(f"enrol {code} again")
        time.sleep(chance.random() * 0.12)
        copy = story.again(copy, "copy")
    answer = copy.ask("enrol", code, "again")
    expect(answer["ok"] or answer["code"] == "already_exists", f"the same code again: {answer}")
    copy.do("await", "sent")
    expect(badge(copy)["unsent"] == 0, "something waits")

    # The other copy is frozen too by now: what it had written is there, and it is enrolled in turn.
    wait_until(lambda: badge(rose)["state"] == "needs you", "the other copy says so as well")
    rose.do("enrol", story.code("rose"), "rose")
    rose.do("await", "caught-up")
    rose.do("mark", "Beatrice", "present")
    rose.do("await", "sent")

    def agreed():
        rows = [client.do("show")["streams"] for client in (rose, copy)]
        heads = [{row["stream"]: row["position"] for row in each} for each in rows]
        return heads[0] == heads[1]

    wait_until(agreed, "both hold the same")
    # What both said of Amina without seeing each other is for them to settle; nothing came twice.
    shown = [client.do("show")["sessions"][0] for client in (rose, copy)]
    for each in shown:
        expect(sorted(cell["mark"] for cell in each["attendance"]) == ["disputed", "present"],
               f"the marks: {each['attendance']}")
        expect(each["check_ins"] == 1, f"one check-in: {each['check_ins']}")
    alarms = grace.do("alarms")["alarms"]
    expect(len(alarms) == 1 and alarms[0]["evidence"] == 1, f"one piece of evidence: {alarms}")
    for client in (rose, copy, grace):
        client.end()
    verify = story.admin.try_run("verify", "--client", story.path("rose"), "--client",
                                 story.path("copy"))
    expect(verify.returncode == 0, f"verify: {verify.stderr}")
    story.server.terminate()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="baraza-anew-") as folder:
        story = Story(Programs(options.programs), folder)
        try:
            run(story, random.Random(options.seed))
        except Failed as failure:
            print(failure)
            return 1
        finally:
            story.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
