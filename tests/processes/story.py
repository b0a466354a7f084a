# SPDX-License-Identifier: Apache-2.0
"""A server with one group and its people, for the stories that tests tell with real processes."""

import datetime
import os

from baraza_processes import Admin, Client, Failed, Server

GROUP = "Tuesday"
PEOPLE = (("rose", "facilitator"), ("james", "worker"), ("grace", "supervisor"))


def expect(is_so, what):
    if not is_so:
        raise Failed(what)


def badge(client):
    return client.do("show")["badge"]


class Story:
    """stop() ends every process of it."""

    def __init__(self, programs, folder):
        self.programs = programs
        self.folder = folder
        self.today = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
        data = os.path.join(folder, "server")
        self.admin = Admin(programs, data, "neema")
        self.admin.run("init", "--administrator", "neema", "--name", "Neema", as_account=False)
        self.admin.run("programme", "add", "Lake")
        self.admin.run("site", "add", "Shore", "--zone", "Africa/Kampala")
        for name, role in PEOPLE:
            self.admin.run("account", "add", name, "--name", name, "--role", role, "--site", "Shore")
        self.admin.run("group", "add", GROUP, "--site", "Shore", "--first-session", self.today,
                       "--facilitator", "rose", "--worker", "james", "--supervisor", "grace")
        self.server = Server(programs, data)
        self.running = [self.server]

    def stop(self):
        for each in self.running:
            each.kill()

    def path(self, name):
        return os.path.join(self.folder, name)

    def code(self, account):
        return self.admin.run("device", "enrol", account, "--server", self.server.address).strip()

    def start(self, name):
        client = Client(self.programs, name, self.path(name), self.today, patience_s=30)
        self.running.append(client)
        return client

    def enrolled(self, name, account):
        client = self.start(name)
        client.do("enrol", self.code(account), name)
        client.do("await", "caught-up")
        client.do("group", GROUP)
        return client

    def again(self, client, name):
        """The same folder after kill -9."""
        client.kill()
        client = self.start(name)
        client.do("group", GROUP)
        return client
