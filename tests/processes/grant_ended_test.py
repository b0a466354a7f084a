#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A worker whose grant has ended keeps own alarms in sight, may raise a worry about the group still,
and sees what is held of the work written since, at the moment in which it is told.

usage: grant_ended_test.py --programs FOLDER
"""

import argparse
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools"))

from baraza_processes import Failed, Programs, wait_until  # noqa: E402
from story import GROUP, Story, badge, expect  # noqa: E402


def run(story):
    rose = story.enrolled("rose", "rose")
    for member in ("Amina", "Beatrice", "Consolata"):
        rose.do("member", member)
    rose.do("open")
    rose.do("await", "sent")
    james, grace = story.enrolled("james", "james"), story.enrolled("grace", "grace")
    for client in (james, grace):
        client.do("await", "session")
    james.do("worry", "Amina")
    james.do("worry", "Beatrice")
    james.do("await", "sent")
    grace.do("await", "alarm", "seat:1")
    grace.do("acknowledge", "seat:1")
    james.do("await", "seen", "Amina")
    rows = {row["name"]: row for row in james.do("alarms")["alarms"]}
    expect(rows["Beatrice"]["knowable"] and not rows["Beatrice"]["seen"], f"before: {rows}")

    james.do("offline")
    james.do("note", "written after the grant had ended, unknown to its author")
    story.admin.run("grant", "end", "james", "--group", GROUP, "--reason", "moved elsewhere")
    james.events.clear()
    james.do("online")

    def held():
        answer = james.do("show")
        return answer if any(each["event"] == "held" for each in james.events) else None

    wait_until(held, "the author hears that the note is held")
    shown = held()
    expect(shown["badge"]["state"] == "needs you", f"held work isn't done with: {shown['badge']}")
    expect(shown["badge"]["unsent"] == 0, "the server has it")
    tray = james.do("tray")["tray"]
    expect([(row["kind"], row["held"]) for row in tray] == [("NoteWritten", True)], f"tray: {tray}")

    # Own alarms stay: what was seen is known, of the rest nobody can tell here.
    def told(member):
        return next((row for row in james.do("alarms")["alarms"] if row["member"] == member), None)

    amina, beatrice = rows["Amina"]["member"], rows["Beatrice"]["member"]
    expect(told(amina)["seen"] and "grace saw this" in told(amina)["say"], f"{told(amina)}")
    expect(not told(beatrice)["seen"] and not told(beatrice)["knowable"], f"{told(beatrice)}")
    expect("cannot be known on this laptop" in told(beatrice)["say"], f"{told(beatrice)}")
    grace.do("acknowledge", "seat:2")
    grace.do("await", "sent")

    # A worry about the group is a worry still, and stays in sight of who raised it.
    consolata = next(row["member"] for row in rose.do("show")["sessions"][0]["attendance"]
                     if row["member"] not in (amina, beatrice))
    james.do("worry", f"id:{consolata}", "now")
    james.do("await", "unsent", "0")
    grace.do("await", "alarm", "seat:3")
    answer = james.ask("note", "nothing else is taken")
    expect(answer["code"] == "authority_ended", f"a note: {answer}")
    james.kill()
    james = story.start("james")
    james.do("await", "caught-up")
    james.do("group", GROUP)
    raised = {row["member"]: row for row in james.do("alarms")["alarms"]}
    expect(set(raised) == {amina, beatrice, consolata}, f"after a restart: {raised}")
    expect(raised[consolata]["on_server"] and not raised[consolata]["knowable"], f"{raised}")
    expect(not raised[beatrice]["seen"], "what was seen since can't be known")

    # Somebody else of the group who raised nothing is told so, not shown nothing.
    story.admin.run("grant", "end", "rose", "--group", GROUP, "--reason", "moved elsewhere")
    wait_until(lambda: not rose.ask("alarms")["ok"], "the group isn't read any more")
    answer = rose.ask("alarms")
    expect(answer["code"] == "authority_ended", f"alarms of a group that isn't read: {answer}")
    for client in (rose, james, grace):
        client.end()
    verify = story.admin.try_run("verify", "--client", story.path("james"))
    expect(verify.returncode == 0, f"verify: {verify.stderr}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="baraza-ended-") as folder:
        story = Story(Programs(options.programs), folder)
        try:
            run(story)
        except Failed as failure:
            print(failure)
            return 1
        finally:
            story.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
