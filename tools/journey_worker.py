# SPDX-License-Identifier: Apache-2.0
"""The worker's part of the session: a second window whose network fails, and a server that dies."""

import os

from baraza_processes import Proxy, Server, wait_until
from baraza_window import Window
from journey_parts import MARKS, badge, exported, join, require, shoot, texts

# What he writes while there is no network: seat, key, what the table calls it.
OFFLINE = ((4, "T", "absent_told"), (5, "E", "excused"), (6, "U", "absent_unknown"))


class Worker:
    def __init__(self, programs, admin, server, out, folder):
        self.programs, self.admin, self.server = programs, admin, server
        self.out, self.folder = out, folder
        self.proxy = Proxy(programs, server.address)
        self.window = Window(programs, os.path.join(folder, "james"), out, "james")
        code = admin.run("device", "enrol", "james", "--server", self.proxy.address).strip()
        join(self.window, code, "home.group.0")
        shoot(self.window, "home")

    def marks(self):
        """What the table of the server says, by seat."""
        return {int(row["seat"]): row["attendance"]
                for row in exported(self.admin, self.folder, "attendance")}

    def open_attendance(self):
        """Waits at the list, the pointer on the fourth row."""
        self.window.press("Ctrl+3")
        self.window.click("session.attendance")
        self.window.wait("attendance.row.4.mark", "not marked yet")
        self.window.click("attendance.row.4")
        self.window.do("hover", "attendance.row.4")
        shoot(self.window, "before-rose-marks")
        self.places = self.rows()

    def rows(self):
        return {name: row["rect"] for name, row in self.window.drawn("attendance.row.").items()
                if row["kind"] == "control"}

    def sees_marks_come(self):
        """Rose's marks show here without a key or a press, and nothing moves under the pointer."""
        self.window.wait("attendance.row.3.mark", "late")
        self.window.wait("attendance.row.6.mark", "here")
        require(self.rows() == self.places, "rows moved while somebody else marked")
        shown = self.window.do("show", "attendance.row.4")
        require(shown["focused"] == "attendance.row.4", f"the focus went to {shown['focused']}")
        require(self.window.text("attendance.marks_card.title") == "Farida",
                "what is written about somebody went to somebody else")
        shoot(self.window, "after-rose-marked")

    def lose_the_network(self):
        self.proxy.command("refuse on")
        self.proxy.command("cut")
        for seat, key, _ in OFFLINE:
            self.window.click(f"attendance.row.{seat}")
            self.window.press(key)
        self.window.wait("top.sync", "3 on this laptop")
        require("No network" in self.window.text("top.sync.note"),
                f"the badge says of the network: {self.window.text('top.sync.note')}")
        self.unsent = shoot(self.window, "three-on-this-laptop")
        self.window.click("top.sync")
        self.window.do("pause", "300")
        shoot(self.window, "where-the-work-is")
        marks = self.marks()
        require(all(marks[seat] == "present" for seat, _, _ in OFFLINE),
                f"without a network the server has them: {marks}")

    def find_the_network(self):
        self.window.press("Ctrl+3")
        self.window.click("session.attendance")
        self.proxy.command("refuse off")
        self.window.wait("top.sync", "All on the server")
        marks = self.marks()
        self.sent = shoot(self.window, "three-on-the-server")
        for seat, _, mark in OFFLINE:
            require(marks[seat] == mark, f"the badge was green and seat {seat} is {marks[seat]}")

    def pictures_say_where_the_marks_are(self):
        before, after = texts(self.out, self.unsent), texts(self.out, self.sent)
        require(before["top.sync"] == "3 on this laptop", f"{self.unsent}: {before['top.sync']}")
        require(after["top.sync"] == "All on the server", f"{self.sent}: {after['top.sync']}")
        for seat, _, mark in OFFLINE:
            for picture in (before, after):
                require(picture[f"attendance.row.{seat}.mark"] == MARKS[mark],
                        f"seat {seat} isn't {MARKS[mark]} in both pictures")

    def green_means_server_has_it(self):
        """The server is killed between the sending and its answer: early, so that it has nothing,
        and late, so that only the answer is lost. The badge is green only when the table has it."""
        for delay_ms, arrives, key, mark in ((3000, False, "P", "present"),
                                             (1500, True, "T", "absent_told")):
            self.proxy.command(f"delay {delay_ms}")
            self.window.click("attendance.row.4")
            self.window.press(key)
            self.window.wait("attendance.row.4.mark", MARKS[mark])
            self.not_green()
            if arrives:
                wait_until(lambda: self.marks()[4] == mark, "the server has the mark", 10)
            self.not_green()
            self.server.kill()
            self.not_green()
            shoot(self.window, "server-died")
            # Read by the command itself: nobody else has the store open now.
            require(arrives == (self.marks()[4] == mark), "the server died at another moment")
            self.proxy.command("delay 0")
            for _ in range(20):
                self.not_green()
            self.server = Server(self.programs, os.path.join(self.folder, "server"),
                                 port=self.server.port,
                                 log=os.path.join(self.folder, "server.log"))
            wait_until(lambda: badge(self.window) == "All on the server", "the badge is green", 60)
            marks = self.marks()
            require(marks[4] == mark, f"the badge was green, and seat 4 is {marks[4]}")
        shoot(self.window, "server-back")

    def not_green(self):
        words = badge(self.window)
        require(words != "All on the server", "the badge was green before the server said so")

    def close(self):
        self.window.close()
        self.proxy.end()
