# SPDX-License-Identifier: Apache-2.0
"""The client's window as a process: driven as a person would drive it, with keys and pointer."""

import glob
import json
import os
import signal

from baraza_processes import Failed, Process, quoted

TOOLS = os.path.dirname(os.path.abspath(__file__))


class Window(Process):
    """baraza on a display of its own. Every command's answer goes to OUT/answers.log too."""

    def __init__(self, programs, data, out, name, size="1280x800", arguments=(), patience_s=30):
        os.makedirs(out, exist_ok=True)
        self.out = out
        self.person = name
        self.shown = []  # names of its pictures, in order
        self.answers = open(os.path.join(out, "answers.log"), "a", encoding="utf-8")
        self.errors = open(os.path.join(out, f"{name}.log"), "a", encoding="utf-8")
        super().__init__(
            [
                os.path.join(TOOLS, "with_display"), programs.path("baraza"), "--data", data,
                "--script", "-", "--out", out, "--size", size, "--keep-going",
                "--patience", str(patience_s), "--as", name, *arguments,
            ],
            wait_s=patience_s + 30,
            stderr=self.errors,
        )

    def ask(self, *words):
        """Carries out a command; its answer, good or bad."""
        self.say(" ".join(quoted(word) for word in words))
        line = self.line()
        if line is None:
            raise Failed(f"{self.person}'s window ended in the middle of '{' '.join(words)}'")
        self.answers.write(f"{self.person} {line}\n")
        self.answers.flush()
        return json.loads(line)

    def do(self, *words):
        """Carries out a command that must succeed; its answer."""
        answer = self.ask(*words)
        if not answer["ok"]:
            self.ask("picture", "failed")
            raise Failed(f"{self.person}: {' '.join(map(str, words))}: {answer['error']}")
        return answer

    def press(self, *keys):
        self.do("press", *keys)

    def type(self, text):
        self.do("type", text)

    def click(self, thing):
        self.do("wait", thing)
        self.do("click", thing)

    def wait(self, thing, words=None):
        return self.do("wait", thing, *([words] if words else []))

    def drawn(self, prefix=""):
        """What is drawn now, by id."""
        answer = self.do("show", *([prefix] if prefix else []))
        return {row["id"]: row for row in answer["widgets"]}

    def text(self, thing):
        rows = self.drawn(thing)
        if thing not in rows:
            raise Failed(f"{self.person}: {thing} isn't shown")
        return rows[thing]["text"]

    def picture(self, name):
        # What was pressed before has its effect in the frame that is shown next.
        self.do("pause", "150")
        self.do("picture", name)

    def kill_client(self):
        """SIGKILL to the client itself, as if the lamp failed; its display goes with it."""
        for child in children(self.pid):
            os.kill(child, signal.SIGKILL)
        self.child.wait()

    def close(self):
        self.say("quit")
        if self.line() is None:
            raise Failed(f"{self.person}'s window ended by itself")
        self.end()


def children(pid):
    """The processes that a process has started and that still run, displays left out."""
    with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
        pids = [int(word) for word in file.read().split()]
    return [each for each in pids if "Xvfb" not in os.readlink(f"/proc/{each}/exe")]


def profile(data, name):
    """The id under which a person of this name is listed before unlocking."""
    for card in glob.glob(os.path.join(data, "profiles", "*", "card.json")):
        with open(card, encoding="utf-8") as file:
            if json.load(file)["name"] == name:
                return os.path.basename(os.path.dirname(card))
    raise Failed(f"nobody on this laptop is called {name}")
