#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What people mistype: every slip gets a sentence that says what is wrong, and changes nothing.

usage: slips_test.py --programs FOLDER
"""

import argparse
import datetime
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools"))

from baraza_processes import Admin, Programs, Server  # noqa: E402

failures = []


def expect(is_so, what):
    if not is_so:
        failures.append(what)


class Script:
    """One baraza-sim play of a script that is given whole."""

    def __init__(self, programs, data, script, patience_s=20):
        done = subprocess.run(
            [programs.path("baraza-sim"), "play", "--data", data, "--patience", str(patience_s)],
            input=script, capture_output=True, text=True, timeout=120, check=False,
        )
        self.status, self.out, self.err = done.returncode, done.stdout, done.stderr


def slip(programs, data, script, status, says, patience_s=20):
    done = Script(programs, data, script, patience_s)
    last = script.strip().splitlines()[-1]
    expect(done.status == status, f"{last}: exit {done.status}, not {status}: {done.err}")
    for each in says:
        expect(each in done.err, f"{last}: '{each}' isn't in: {done.err}")
    return done


def codes(programs, folder, admin, server):
    def code(*options):
        return admin.run("device", "enrol", "rose", "--server", server.address, *options).strip()

    rose = os.path.join(folder, "rose")
    good = code()
    wrong = ("1" if good[-1] != "1" else "2").join([good[:-1], ""])
    slip(programs, rose, f"enrol {wrong} laptop", 2, ["typing error"])
    slip(programs, rose, f"enrol {good} laptop\ngroup Tuesday\nenrol {good} again", 1, ["joined"])
    other = os.path.join(folder, "other")
    used = slip(programs, other, f"enrol {good} laptop", 1, ["used on another laptop"])
    expect("code_used:" not in used.err, "a bare code is no sentence")
    # Nobody listens on the port of a server that has gone.
    gone = admin.run("device", "enrol", "rose", "--server", "127.0.0.1:1").strip()
    slip(programs, other, f"enrol {gone} laptop", 75, ["127.0.0.1:1", "can't be reached"], 3)


def words(programs, folder, admin):
    rose = os.path.join(folder, "rose")
    made = Script(programs, rose, "group Tuesday\nmember Amina 3\nmember Amina\nmember Beatrice\nopen\n")
    expect(made.status == 0, f"the members weren't made: {made.err}")
    expect("there is another Amina (seat:3)" in made.out, f"a namesake isn't said: {made.out}")
    for command, says in (
        ("member Clara 3", "seat 3 is taken"),
        ("member Clara 99", "seats are 1 to 40"),
        ("member Clara x", "a seat is a number"),
        ("member Clara 0", "a seat is a number"),
        ("mark Amina present", "there are 2 members called 'Amina'"),
        ("mark Amina present", "seat:3, "),
        ("mark Beatrice late 500", "0 to 240 minutes"),
        ("mark Beatrice lat", "marks are present, late"),
        ("worry Beatrice tomorrow", "today or now, not 'tomorrow'"),
        ("person Shore Dora 1980 Q", "f, m or o (other), not 'Q'"),
        ("person Shore Dora 1780", "1900 to "),
        ("person Shore Dora x", "not 'x'"),
        ("works-on Beatrice sorrow first_talks", "areas are grief, "),
        ("works-on Beatrice grief because", "reasons are first_talks, "),
        ("works-on Beatrice grief first_talks grief", ""),
        ('member ""', ""),
        ("dance", "no command 'dance'"),
    ):
        slip(programs, rose, f"group Tuesday\n{command}\n", 2, [says])
    slip(programs, rose, "group Tuesday\nmark Dora present\n", 1, ["no member called 'Dora'"])
    # By seat, and by the id that was named.
    ambiguous = Script(programs, rose, "group Tuesday\nmark Amina present\n").err
    member = ambiguous.split("seat:3, ")[1].split(";")[0].strip()
    named = Script(programs, rose, f"group Tuesday\nmark seat:3 present\nmark {member} late 5\nclose\n")
    expect(named.status == 0, f"neither seat nor id names a member: {named.err}")
    slip(programs, rose, "group Tuesday\nopen\n", 1, ["was held and closed", "open extra"])
    chosen = Script(programs, rose, "group Tuesday\nworks-on Beatrice life_changes first_talks grief\n")
    expect(chosen.status == 0, f"what Beatrice works on wasn't chosen: {chosen.err}")
    groups = admin.run("--json", "list", "groups")
    group = groups.split('"group":"')[1].split('"')[0]
    expect(Script(programs, rose, f"group {group}\n").status == 0, "a group has no id")
    slip(programs, rose, "offline\ngroup Tuesday\nnote x\nawait caught-up\n", 75,
         ["connections are held back"], 2)


def addresses(programs, folder, server):
    barazad = programs.path("barazad")
    data = os.path.join(folder, "second")
    admin = Admin(programs, data, "neema")
    admin.run("init", "--administrator", "neema", "--name", "Neema", as_account=False)

    def start(address):
        return subprocess.run([barazad, "--data", data, "--listen", address], capture_output=True,
                              text=True, timeout=60, check=False)

    taken = start(server.address)
    expect(taken.returncode == 1 and "taken" in taken.stderr, f"port taken: {taken}")
    foreign = start("192.0.2.1:7443")
    expect(foreign.returncode == 1 and "192.0.2.1" in foreign.stderr, f"foreign address: {foreign}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", required=True)
    programs = Programs(parser.parse_args().programs)
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "server")
        admin = Admin(programs, data, "neema")
        admin.run("init", "--administrator", "neema", "--name", "Neema", as_account=False)
        admin.run("programme", "add", "Lake")
        admin.run("site", "add", "Shore", "--zone", "Africa/Kampala")
        admin.run("account", "add", "rose", "--name", "Rose", "--role", "facilitator", "--site", "Shore")
        today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
        admin.run("group", "add", "Tuesday", "--site", "Shore", "--first-session", today, "--facilitator", "rose")
        server = Server(programs, data)
        codes(programs, folder, admin, server)
        words(programs, folder, admin)
        addresses(programs, folder, server)
        server.terminate()
    for failure in failures:
        print(failure)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
