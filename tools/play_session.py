#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plays one session of a group of nine with three real clients over the real network path.

Starts barazad on a new folder, enrols a facilitator, a community worker and a supervisor, and lets
them run a session as processes of their own. The worker's connection is cut by the fault proxy while
three of its marks are unsent, and comes back. Two marks end up disputed: one is settled, one is
exported so. Leaves OUT/attendance.csv, OUT/mood.csv, OUT/manifest.json, OUT/session.log (JSON lines)
and the data folders in OUT/data. Ends with baraza-admin verify over all of them.

Exit codes: 0 played and verified, 1 something went wrong (the last line says what).
"""

import argparse
import datetime
import json
import os
import random
import shutil
import sys
import time

from baraza_processes import Admin, Client, Failed, Programs, Proxy, Server, wait_until

NAMES = [
    "Amina", "Beatrice", "Consolata", "Dorcas", "Esther", "Florence", "Grace", "Halima", "Irene",
    "Jane", "Kezia", "Lucy", "Mercy", "Nakato", "Odette", "Patience", "Rehema", "Salome", "Tabitha",
]
GROUP = "Tuesday group"
SITE = "Lakeside"


class Log:
    """session.log: one JSON object a line, with the time and the process it is about."""

    def __init__(self, path):
        self.file = open(path, "w", encoding="utf-8")
        self.began = time.monotonic()

    def write(self, event, **more):
        line = {"at_s": round(time.monotonic() - self.began, 3), "event": event, **more}
        self.file.write(json.dumps(line) + "\n")
        self.file.flush()

    def answer(self, line):
        if "event" in line:
            more = {key: value for key, value in line.items() if key != "event"}
            self.write(line["event"], **more)
        else:
            self.write("command", **line)


def set_up(programs, data, log, first_session):
    """The programme, its staff and the group; the running server."""
    server_data = os.path.join(data, "server")
    admin = Admin(programs, server_data, "neema")
    admin.run("init", "--administrator", "neema", "--name", "Neema Administrator", as_account=False)
    server = Server(programs, server_data, log=os.path.join(data, "server.log"))
    log.write("server", pid=server.pid, address=server.address)
    admin.run("programme", "add", "Lake District")
    admin.run("site", "add", SITE, "--zone", "Africa/Kampala")
    for handle, name, role in (
        ("rose", "Rose Facilitator", "facilitator"),
        ("james", "James Worker", "worker"),
        ("josephine", "Josephine Supervisor", "supervisor"),
    ):
        admin.run("account", "add", handle, "--name", name, "--role", role, "--site", SITE)
    admin.run(
        "group", "add", GROUP, "--site", SITE, "--first-session", first_session,
        "--facilitator", "rose", "--worker", "james", "--supervisor", "josephine",
        "--supervisor-reads", "people,words",
    )
    return server, admin


def enrol(admin, client, handle, address):
    code = admin.run("device", "enrol", handle, "--server", address).strip()
    client.do("enrol", code, f"laptop of {handle}")
    client.do("await", "caught-up")
    client.do("group", GROUP)


def phq9(chance, risk):
    """Answers of one check-in; now and then one is refused or passed over."""
    answers = [str(chance.choice((0, 1, 1, 2, 2, 3))) for _ in range(8)]
    if chance.random() < 0.2:
        answers[chance.randrange(8)] = chance.choice(("r", "s", "n"))
    return answers + [risk]


def play(people, proxy, log, chance, names):
    """The session itself. Returns what the tables must say: marks by name, and the disputed one."""
    rose, james, josephine = people["rose"], people["james"], people["josephine"]
    for seat, name in enumerate(names, 1):
        rose.do("member", name, str(seat))
    for person in (james, josephine):
        person.do("await", "member", names[-1])

    # Both open today's planned session on their own laptop: it is one session.
    rose.do("open")
    james.do("open")
    rose.do("await", "sent")
    james.do("await", "sent")
    josephine.do("await", "session")

    marks = {name: "present" for name in names}
    absent, late, early, told = chance.sample(names, 4)
    marks[absent], marks[late], marks[early], marks[told] = (
        "absent_unknown", "late", "left_early", "absent_told",
    )
    details = {late: ["10"], early: ["20"], told: ["illness"]}
    by_rose, by_james = names[:4], names[4:]
    for name in by_rose:
        rose.do("mark", name, marks[name], *details.get(name, []))
    first_by_james, offline_marks = by_james[:2], by_james[2:]
    for name in first_by_james:
        james.do("mark", name, marks[name], *details.get(name, []))
    james.do("await", "sent")

    # The line goes dead under James while he goes on marking.
    cut_at = chance.choice(("cut", "close"))
    proxy.command("refuse on")
    counts = proxy.command(cut_at)
    log.write("cut", how=cut_at, proxy=counts)
    james.do("await", "offline")
    for name in offline_marks:
        james.do("mark", name, marks[name], *details.get(name, []))
    unsent = james.do("show")
    log.write("unsent", count=unsent["badge"]["count"], state=unsent["badge"]["state"])
    held = (unsent["badge"]["state"], unsent["badge"]["count"], unsent["badge"]["unsent"])
    if held != ("on this laptop", len(offline_marks), len(offline_marks)):
        raise Failed(f"James should hold three unsent marks, the badge says {unsent['badge']}")

    # Meanwhile Rose marks two of the same people differently: nobody is overwritten.
    settled, disputed = offline_marks[0], offline_marks[1]
    for name in (settled, disputed):
        other = "excused" if marks[name] != "excused" else "present"
        rose.do("mark", name, other)
    rose.do("await", "sent")

    counts = proxy.command("refuse off")
    log.write("healed", proxy=counts)
    james.do("await", "caught-up")
    james.do("await", "sent")
    shown = james.do("show")
    log.write("positions", who="james", streams=shown["streams"])
    for person in (rose, james):
        for name in (settled, disputed):
            person.do("await", "disputed", name)
    james.do("settle", settled, "excused", "funeral")
    marks[settled], marks[disputed] = "excused", "disputed"
    james.do("await", "sent")

    came = [name for name in names if marks[name] in ("present", "late", "left_early")]
    at_risk = chance.choice(came[1:])
    for name in came:
        answers = phq9(chance, "1" if name == at_risk else "n" if name == came[0] else "0")
        runner = chance.choice((rose, james))
        runner.do("check-in", "phq9", name, *answers)
        runner.do("check-in", "mood10", name, str(chance.randrange(11)))
        if name == at_risk:
            told = runner.do("alarms")["alarms"]
            if not any(row["say"] == "Your supervisor has not seen this yet." for row in told):
                raise Failed("the author of an alarm must read that nobody has seen it")
            author = runner
    josephine.do("await", "alarm", at_risk)
    josephine.do("alarms")
    josephine.do("acknowledge", at_risk)
    author.do("await", "seen", at_risk)
    author.do("alarms")
    worried = chance.choice([name for name in came if name != at_risk])
    rose.do("worry", worried)

    rose.do("note", "A quiet start; by the end most had spoken.")
    for person in (rose, james):
        person.do("await", "sent")
    rose.do("close")
    # After the end one mark gets its story: it says that it was added after closing.
    rose.do("amend", "a reason came in later")
    afterwards = next(name for name in names if marks[name] == "present")
    rose.do("mark", afterwards, "present", "came with her sister")
    for person in (rose, james, josephine):
        person.do("await", "sent")
    return marks


def settle_down(people, log):
    """Waits until every client holds the same positions of the streams they share."""

    def positions():
        heads = {}
        agreed = True
        for person in people.values():
            for stream in person.do("show")["streams"]:
                before = heads.setdefault(stream["stream"], stream["position"])
                agreed = agreed and before == stream["position"] and stream["unsent"] == 0
        return agreed

    wait_until(positions, "all clients hold the same")
    for name, person in people.items():
        log.write("positions", who=name, streams=person.do("show")["streams"])


def export(admin, out):
    """Both tables, and one manifest of them: they must be as of the same commit."""
    manifests = []
    for table in ("attendance", "mood"):
        path = os.path.join(out, f"{table}.manifest.json")
        admin.run(
            "export", table, "--format", "csv", "--out", os.path.join(out, f"{table}.csv"),
            "--manifest", path,
        )
        with open(path, encoding="utf-8") as file:
            manifests.append(json.load(file))
        os.remove(path)
    whole, mood = manifests
    if whole["as_of"] != mood["as_of"]:
        raise Failed(f"the tables are of {whole['as_of']} and of {mood['as_of']}")
    whole["tables"] += mood["tables"]
    with open(os.path.join(out, "manifest.json"), "w", encoding="utf-8") as file:
        json.dump(whole, file, indent=2)
        file.write("\n")


def run(options):
    programs = Programs(options.programs)
    out = os.path.abspath(options.out)
    data = os.path.join(out, "data")
    if os.path.isdir(data):
        if not os.path.exists(os.path.join(out, "session.log")):
            raise Failed(f"{data} is there and no played session made it; choose another --out")
        shutil.rmtree(data)
    os.makedirs(data)
    chance = random.Random(options.seed)
    log = Log(os.path.join(out, "session.log"))
    today = datetime.date.today()
    weeks_held = chance.randrange(6)
    first_session = (today - datetime.timedelta(days=7 * weeks_held)).isoformat()
    log.write("start", seed=options.seed, today=today.isoformat(), first_session=first_session)

    started = []
    try:
        server, admin = set_up(programs, data, log, first_session)
        started.append(server)
        proxy = Proxy(programs, server.address)
        started.append(proxy)
        people = {}
        for handle in ("rose", "james", "josephine"):
            client = Client(
                programs, handle, os.path.join(data, handle), today.isoformat(), log.answer
            )
            started.append(client)
            people[handle] = client
            log.write("client", who=handle, pid=client.pid)
            enrol(admin, client, handle, proxy.address if handle == "james" else server.address)
        marks = play(people, proxy, log, chance, chance.sample(NAMES, 9))
        settle_down(people, log)
        export(admin, out)
        for person in people.values():
            code = person.end()
            if code != 0:
                raise Failed(f"{person.name}'s client ended with exit code {code}")
        verify = ["verify"]
        for handle in people:
            verify += ["--client", os.path.join(data, handle)]
        digests = admin.run(*verify)
        log.write("verified", lines=digests.splitlines())
        log.write("proxy", counts=proxy.command("counts"))
        proxy.end()
        code = server.terminate()
        if code != 0:
            raise Failed(f"barazad ended with exit code {code}")
        log.write("end", marks=sorted(marks.values()))
        print(digests, end="")
        print(f"played: seed {options.seed}, tables and session.log are in {out}")
    finally:
        for process in started:
            process.kill()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("--out", default="out", help="where the results go (default: out)")
    parser.add_argument("--seed", type=int, default=1, help="changes people, answers and faults")
    parser.add_argument(
        "--programs", default="build/release/bin", help="folder of the built programs"
    )
    options = parser.parse_args()
    try:
        run(options)
    except Failed as failed:
        print(f"the session was not played: {failed}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
