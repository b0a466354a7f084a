#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The server gets another address: laptops are told it once, find the same server there by its key,
and send what waited. A stranger at the new address gets nothing.

usage: server_moves_test.py --programs FOLDER
"""

import argparse
import datetime
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools"))

from baraza_processes import Admin, Client, Failed, Programs, Server  # noqa: E402


def expect(is_so, what):
    if not is_so:
        raise Failed(what)


def set_up(admin, today):
    admin.run("init", "--administrator", "neema", "--name", "Neema", as_account=False)
    admin.run("programme", "add", "Lake")
    admin.run("site", "add", "Shore", "--zone", "Africa/Kampala")
    admin.run("account", "add", "rose", "--name", "Rose", "--role", "facilitator", "--site", "Shore")
    admin.run("group", "add", "Tuesday", "--site", "Shore", "--first-session", today,
              "--facilitator", "rose")


def run(programs, folder):
    today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    data, laptop = os.path.join(folder, "server"), os.path.join(folder, "rose")
    admin = Admin(programs, data, "neema")
    set_up(admin, today)
    server = Server(programs, data)
    code = admin.run("device", "enrol", "rose", "--server", server.address).strip()
    rose = Client(programs, "rose", laptop, today)
    refused = rose.ask("server", "127.0.0.1:1")
    expect(refused["code"] == "unauthenticated", f"before it is enrolled: {refused}")
    rose.do("enrol", code, "laptop of rose")
    rose.do("await", "caught-up")
    rose.do("group", "Tuesday")
    server.terminate()
    rose.do("await", "offline")
    rose.do("member", "Amina")

    stranger_data = os.path.join(folder, "stranger")
    set_up(Admin(programs, stranger_data, "neema"), today)
    stranger = Server(programs, stranger_data)
    rose.do("server", stranger.address)
    moved = Server(programs, data)
    expect(moved.address not in (server.address, stranger.address), "the server didn't move")
    rose.do("server", moved.address)
    rose.do("await", "sent")
    for bad in ("127.0.0.1", "127.0.0.1:0", "127.0.0.1:99999", ":1"):
        answer = rose.ask("server", bad)
        expect(answer["code"] == "invalid_argument", f"{bad}: {answer}")
    rose.end()

    # The new address is kept.
    again = Client(programs, "rose", laptop, today)
    again.do("await", "caught-up")
    again.do("group", "Tuesday")
    again.do("member", "Beatrice")
    again.do("await", "sent")
    again.end()
    for running, admin_of in ((moved, admin), (stranger, Admin(programs, stranger_data, "neema"))):
        expect("rose" in admin_of.run("list", "accounts"), "the accounts are gone")
        running.terminate()
    verified = admin.try_run("verify", "--client", laptop)
    expect(verified.returncode == 0, f"verify: {verified.stderr}")
    expect("wait there" not in verified.stderr, "something waits on the laptop")
    expect("laptop" not in Admin(programs, stranger_data, "neema").run("list", "devices"),
           "the stranger knows the laptop")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--programs", required=True)
    programs = Programs(parser.parse_args().programs)
    with tempfile.TemporaryDirectory() as folder:
        try:
            run(programs, folder)
        except Failed as failure:
            print(failure)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
