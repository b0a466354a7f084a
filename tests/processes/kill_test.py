#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""kill -9 of the server, or of a client, at random moments under load.

Whatever a client reported as saved must be in its store after its own death, and in the server's log
exactly once in the end, however often the server died. BARAZA_KILLS sets how often.
"""

import argparse
import datetime
import os
import random
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools"))

from baraza_processes import Admin, Client, Failed, Programs, Server, wait_until  # noqa: E402

GROUP = "Tuesday group"
MEMBERS = ("Amina", "Beatrice", "Consolata")


class World:
    """A server with a group of three members, and one enrolled facilitator for each name."""

    def __init__(self, programs, folder, people):
        self.programs = programs
        self.folder = folder
        self.data = os.path.join(folder, "server")
        self.today = datetime.date.today().isoformat()
        self.admin = Admin(programs, self.data, "neema")
        self.admin.run("init", "--administrator", "neema", "--name", "Neema", as_account=False)
        self.server = Server(programs, self.data)
        self.admin.run("programme", "add", "Lake")
        self.admin.run("site", "add", "Shore", "--zone", "Africa/Kampala")
        for name in people:
            self.admin.run("account", "add", name, "--name", name, "--role", "facilitator", "--site", "Shore")
        group = ["group", "add", GROUP, "--site", "Shore", "--first-session", self.today]
        for name in people:
            group += ["--facilitator", name]
        self.admin.run(*group)
        self.clients = {name: self.enrolled(name) for name in people}
        first = self.clients[people[0]]
        for member in MEMBERS:
            first.do("member", member)
        first.do("open")
        first.do("await", "sent")
        for client in self.clients.values():
            client.do("await", "member", MEMBERS[-1])
            client.do("await", "session")

    def client_folder(self, name):
        return os.path.join(self.folder, name)

    def start_client(self, name):
        client = Client(self.programs, name, self.client_folder(name), self.today, patience_s=60)
        return client

    def enrolled(self, name):
        client = self.start_client(name)
        code = self.admin.run("device", "enrol", name, "--server", self.server.address).strip()
        client.do("enrol", code, name)
        client.do("await", "caught-up")
        client.do("group", GROUP)
        return client

    def restart_server(self):
        port = self.server.port
        self.server.kill()
        self.server = Server(self.programs, self.data, port)

    def finish(self):
        """Everything arrives; server and laptops hold the same, and nothing twice."""
        saved = {}
        for name, client in self.clients.items():
            client.do("await", "sent")
            saved[name] = {row["stream"]: row["own"] for row in client.do("show")["streams"]}

        def agreed():
            heads = {}
            for client in self.clients.values():
                for row in client.do("show")["streams"]:
                    heads.setdefault(row["stream"], set()).add(row["position"])
            return all(len(positions) == 1 for positions in heads.values())

        wait_until(agreed, "all laptops hold the same", wait_s=60)
        for client in self.clients.values():
            client.end()
        # Positions, author chains without gaps or repeats, signatures, digests: server and laptops.
        verify = ["verify"]
        for name in self.clients:
            verify += ["--client", self.client_folder(name)]
        self.admin.run(*verify)
        self.server.terminate()
        return saved

    def stop(self):
        for client in self.clients.values():
            client.kill()
        self.server.kill()


def write_one(client, chance, number):
    """One act of a person; the highest own number of each stream that it reported as saved."""
    choice = chance.random()
    if choice < 0.4:
        answer = client.ask("note", f"note {number}")
    elif choice < 0.8:
        answer = client.ask("check-in", "mood10", chance.choice(MEMBERS), str(number % 11))
    else:
        answer = client.ask("worry", chance.choice(MEMBERS))
    if not answer["ok"]:
        raise Failed(f"{client.name}: {answer['error']}")
    return {run["stream"]: run["last"] for run in answer["runs"]}


def merge(into, saved):
    for stream, last in saved.items():
        into[stream] = max(into.get(stream, 0), last)


def kill_server(world, chance, kills):
    journals = {name: {} for name in world.clients}
    failures = []
    stop = threading.Event()
    acts = [0]

    def load(name, seed):
        own_chance = random.Random(seed)
        number = 0
        try:
            while not stop.is_set():
                number += 1
                merge(journals[name], write_one(world.clients[name], own_chance, number))
                acts[0] += 1
                time.sleep(own_chance.random() * 0.02)
        except Failed as failed:
            failures.append(str(failed))

    threads = [
        threading.Thread(target=load, args=(name, seed)) for seed, name in enumerate(world.clients)
    ]
    for thread in threads:
        thread.start()
    for _ in range(kills):
        time.sleep(0.02 + chance.random() * 0.4)
        world.restart_server()
    stop.set()
    for thread in threads:
        thread.join()
    if failures:
        raise Failed(failures[0])
    check(journals, world.finish())
    print(f"server killed {kills} times under {acts[0]} acts of {len(journals)} clients")


def kill_client(world, chance, kills):
    name = next(iter(world.clients))
    journal = {}
    number = 0
    for round_number in range(kills):
        client = world.clients[name]
        if round_number % 2:
            client.do("offline")
        for _ in range(chance.randrange(1, 12)):
            number += 1
            merge(journal, write_one(client, chance, number))
        # One more is on its way when the process dies: it may be there or not.
        client.say(f"note dying {round_number}")
        time.sleep(chance.random() * 0.02)
        client.kill()
        world.clients[name] = client = world.start_client(name)
        client.do("group", GROUP)
        held = {row["stream"]: row["own"] for row in client.do("show")["streams"]}
        for stream, last in journal.items():
            if held.get(stream, 0) < last:
                raise Failed(f"round {round_number}: op {last} was reported saved, {held.get(stream)} is there")
    check({name: journal}, world.finish())
    print(f"client killed {kills} times under {number} acts")


def check(journals, held):
    for name, journal in journals.items():
        for stream, last in journal.items():
            if held[name].get(stream, 0) < last:
                raise Failed(f"{name}: op {last} of {stream} was reported saved and is gone")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    parser.add_argument("victim", choices=("server", "client"))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    kills = int(os.environ.get("BARAZA_KILLS", "50"))
    chance = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="baraza-kill-") as folder:
        people = ("rose", "james", "grace") if options.victim == "server" else ("rose", "james")
        world = World(Programs(options.programs), folder, people)
        try:
            (kill_server if options.victim == "server" else kill_client)(world, chance, kills)
        finally:
            world.stop()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failed:
        print(failed, file=sys.stderr)
        sys.exit(1)
