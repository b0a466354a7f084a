#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Stories of real people with real windows, against a real server. See tools/journey --help.

Exit codes: 0 all of it went as it must, 1 something didn't (the last line says what), 2 usage.
"""

import argparse
import datetime
import glob
import os
import shutil
import sys

from baraza_processes import Admin, Failed, Programs, Server, wait_until
from baraza_window import Window, profile
from journey_parts import MARKS, NAMES, PASSPHRASE, ZONE, badge, exported, join, require, shoot, texts
from journey_worker import Worker

PICTURES = 25


def set_up(programs, folder):
    """A programme with one group that meets today; the running server."""
    data = os.path.join(folder, "server")
    admin = Admin(programs, data, "neema")
    admin.run("init", "--administrator", "neema", "--name", "Neema Administrator", as_account=False)
    server = Server(programs, data, log=os.path.join(folder, "server.log"))
    admin.run("programme", "add", "Lake District")
    admin.run("site", "add", "Lakeside", "--zone", ZONE)
    for handle, name, role in (("rose", "Rose Akinyi", "facilitator"),
                               ("james", "James Ochieng", "worker"),
                               ("josephine", "Josephine Wekesa", "supervisor")):
        admin.run("account", "add", handle, "--name", name, "--role", role, "--site", "Lakeside",
                  "--phone", "555 0117" if role == "supervisor" else "555 0108")
    # The day at the site, whatever the zone of this computer.
    today = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=3)).date()
    admin.run("group", "add", "Mwembe", "--site", "Lakeside", "--first-session", today.isoformat(),
              "--facilitator", "rose", "--worker", "james", "--supervisor", "josephine",
              "--supervisor-reads", "people,words")
    return server, admin


def unlock(window, data, name, home):
    window.click(f"unlock.person.{profile(data, name)}")
    window.type("not this one")
    window.press("Enter")
    window.wait("unlock.note", "That passphrase does not open this laptop. Try again.")
    window.type(PASSPHRASE)
    window.press("Enter")
    window.wait(home)


def fill_group(window):
    window.press("Ctrl+2")
    window.click("groups.group.0")
    for name in NAMES:
        window.click("group.add")
        window.wait("add.name")
        window.type(name)
        window.click("add.action")
        window.do("gone", "add.name")
    window.wait("group.member.6")
    shoot(window, "group")


def open_session(window):
    window.click("top.session")
    window.wait("session.open")
    shoot(window, "session-planned")
    window.click("session.open")
    window.wait("session.attendance")
    shoot(window, "session-open")


def mark_everybody(window):
    window.press("A")
    window.wait("attendance.row.1")
    window.press("A")
    window.wait("attendance.row.6")
    shoot(window, "all-here")
    # One of them came late: the exception after "all present".
    window.do("click", "attendance.row.3")
    window.press("L")
    window.do("pause", "300")
    shoot(window, "attendance")
    window.press("Esc")


def run_sheet(window):
    window.wait("session.next_person")
    window.press("Space")
    window.press("Space")
    shoot(window, "session")
    window.press("PgDn")


def ask_mood(window, keys, next_screen):
    """Nine key presses, then Enter; the quick question after it is left as not asked."""
    window.wait("mood.done")
    window.press(*keys)
    window.press("Enter")
    window.wait(next_screen)


def worry(window, no_server):
    """An answer above zero on item 9 leads to the page of the worry by itself."""
    window.press("M")
    window.wait("mood.done")
    shoot(window, "mood-empty")
    window.press(*"012100101")
    shoot(window, "mood-answered")
    window.press("Enter")
    window.wait("alarm.member")
    window.wait("alarm.banner.text", "Your supervisor has not seen this yet.")
    where = window.text("alarm.step.2.note")
    require(where == ("waits for a network" if no_server else "others can read it") or
            (not no_server and where == "on its way"),
            f"the worry says that it is: {where}")
    shoot(window, "worry")


def keep_through_a_crash(programs, window, data, out, arguments):
    """What was typed is there after kill -9; so is the session."""
    window.press("Ctrl+3")
    window.wait("session.note")
    window.press("N")
    window.wait("note.text")
    window.type("Moved to her aunt's house in January.")
    window.do("pause", "250")
    window.kill_client()
    again = Window(programs, data, out, "rose", arguments=arguments)
    unlock(again, data, "Rose Akinyi", "home.open")
    again.press("Ctrl+3")
    again.wait("session.note")
    again.press("N")
    again.wait("note.text.value", "Moved to her aunt's house in January.")
    shoot(again, "note-after-crash")
    again.click("note.action")
    again.do("gone", "note.text")
    correct_the_note(again)
    return again


def correct_the_note(window):
    """What it says now, and what it said before, are both there."""
    first, second = "Moved to her aunt's house in January.", "Moved to her sister's house in May."
    window.do("gone", "session.notes.none")
    opening = next(name for name in window.drawn("session.notes.") if name.endswith(".open"))
    window.click(opening)
    window.wait("note_page.text")
    window.press("Ctrl+A")
    window.type(second)
    window.press("Ctrl+Enter")
    window.wait("note_page.before.1", first)
    require(window.text("note_page.before.0") == second, "the correction isn't the newest text")
    shoot(window, "note-corrected")
    window.press("Esc")
    window.wait(opening.replace(".open", ".text"), second)


def close_session(window):
    window.press("C")
    window.wait("close.verb")
    shoot(window, "close")
    window.click("close.verb")
    window.wait("session.reason")


def supervisor(programs, admin, server, out, folder, rose):
    """She sees the worry, and the facilitator reads that she did."""
    data = os.path.join(folder, "josephine")
    window = Window(programs, data, out, "josephine")
    join(window, admin.run("device", "enrol", "josephine", "--server", server.address).strip(),
         "watch.item.0")
    shoot(window, "watch")
    window.click("watch.item.0")
    window.wait("alarm.see")
    require(not window.drawn("alarm.see")["alarm.see"]["focused"],
            "the first focus is on saying that it was seen")
    shoot(window, "worry")
    window.click("alarm.see")
    window.do("gone", "alarm.see")
    # On the other laptop, without a key pressed.
    rose.press("Ctrl+2")
    rose.click("groups.group.0")
    rose.do("gone", "shell.banner.text")
    shoot(rose, "seen")
    window.close()


def tables_and_pictures_agree(window, admin, out, folder):
    """Every mark of the table is in the picture of the list, in the words that it has there."""
    wait_until(lambda: badge(window) == "All on the server", "the badge says so", 30)
    window.press("Ctrl+2")
    window.click("groups.group.0")
    window.click("group.cells.1.0")
    window.wait("attendance.row.6")
    shown = texts(out, shoot(window, "attendance-at-the-end"))
    rows = exported(admin, folder, "attendance")
    shutil.copy(os.path.join(folder, "attendance.csv"), os.path.join(out, "attendance.csv"))
    require(len(rows) == len(NAMES), f"the server has {len(rows)} marks of {len(NAMES)}")
    for row in rows:
        words = shown[f"attendance.row.{row['seat']}.mark"]
        require(words == MARKS[row["attendance"]],
                f"seat {row['seat']} is {row['attendance']} in the table, '{words}' in the window")
    require(sorted(row["attendance"] for row in rows) ==
            ["absent_told", "absent_unknown", "excused", "late", "present", "present"],
            "the table has other marks than were made")
    mood = exported(admin, folder, "mood")
    require(any(row["phq9_9"] == "1" for row in mood), "the answer to item 9 isn't in the table")


def enough_pictures(out, least):
    """Each with the JSON of what was drawn in it."""
    pictures = sorted(glob.glob(os.path.join(out, "*.png")))
    require(len(pictures) >= least, f"{len(pictures)} pictures of {least}")
    for picture in pictures:
        name = os.path.splitext(os.path.basename(picture))[0]
        require(len(texts(out, name)) > 5, f"{name} shows nothing")


def without_a_server(window):
    words = badge(window)
    require(words.endswith("on this laptop"), f"without a server the badge says: {words}")
    shoot(window, "on-this-laptop")
    print(words)
    # A worry that has reached nobody is said before the laptop is locked.
    window.press("Ctrl+L")
    window.wait("leaving.verb")
    shoot(window, "leaving")
    window.click("leaving.verb")
    window.wait("unlock.passphrase")
    window.wait("unlock.unsent")
    shoot(window, "locked")


def play_session(programs, out, no_server):
    folder = os.path.join(out, "data")
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(folder)
    server, admin = set_up(programs, folder)
    data = os.path.join(folder, "rose")
    code = admin.run("device", "enrol", "rose", "--server", server.address).strip()
    window = Window(programs, data, out, "rose")
    join(window, code, "home.open")
    shoot(window, "home")
    if no_server:
        server.terminate()
    fill_group(window)
    worker = None if no_server else Worker(programs, admin, server, out, folder)
    open_session(window)
    if worker:
        worker.open_attendance()
    mark_everybody(window)
    if worker:
        worker.sees_marks_come()
        worker.lose_the_network()
    run_sheet(window)
    worry(window, no_server)
    window = keep_through_a_crash(programs, window, data, out, [])
    if worker:
        worker.find_the_network()
        worker.pictures_say_where_the_marks_are()
        worker.green_means_server_has_it()
        server = worker.server
    close_session(window)
    if no_server:
        without_a_server(window)
    else:
        tables_and_pictures_agree(window, admin, out, folder)
        supervisor(programs, admin, server, out, folder, window)
        worker.close()
        server.terminate()
        enough_pictures(out, PICTURES)
    window.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", choices=["session"])
    parser.add_argument("--programs", default="build/release/bin")
    parser.add_argument("--out")
    parser.add_argument("--no-server", action="store_true")
    options = parser.parse_args()
    out = os.path.abspath(options.out or os.path.join("out", options.name))
    try:
        play_session(Programs(options.programs), out, options.no_server)
    except Failed as error:
        print(f"journey {options.name}: {error}", file=sys.stderr)
        return 1
    print(f"journey {options.name}: all of it went as it must; pictures are in {out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
