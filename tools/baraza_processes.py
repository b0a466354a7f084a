# SPDX-License-Identifier: Apache-2.0
"""Baraza's programs as processes, for the played session and for tests that need real ones.

Every object here is one child process with its pipes. Answers are read line by line with a limit on
the wait, so that a program that hangs ends the run with a sentence instead of hanging it too.
"""

import json
import os
import queue
import signal
import subprocess
import threading
import time


class Failed(Exception):
    """Something did not go as it must; the text says what, for a person."""


class Process:
    """A child whose standard output is read by a thread, one line at a time."""

    def __init__(self, arguments, wait_s=60, stderr=None):
        self.wait_s = wait_s
        self.name = os.path.basename(arguments[0]) + " " + " ".join(arguments[1:3])
        self.child = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
            encoding="utf-8",
        )
        self.lines = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self.child.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    @property
    def pid(self):
        return self.child.pid

    def line(self, wait_s=None):
        """The next line of output; None when the child has ended its output."""
        try:
            return self.lines.get(timeout=wait_s or self.wait_s)
        except queue.Empty:
            raise Failed(f"{self.name} (process {self.pid}) said nothing for {self.wait_s} s") from None

    def say(self, text):
        try:
            self.child.stdin.write(text + "\n")
            self.child.stdin.flush()
        except (BrokenPipeError, ValueError):
            raise Failed(f"{self.name} (process {self.pid}) has gone") from None

    def end(self, wait_s=20):
        """Closes its input and waits for it; the exit code."""
        try:
            self.child.stdin.close()
        except BrokenPipeError:
            pass
        try:
            return self.child.wait(wait_s)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
            raise Failed(f"{self.name} (process {self.pid}) did not end") from None

    def terminate(self, wait_s=20):
        """SIGTERM, then waits; the exit code."""
        self.child.send_signal(signal.SIGTERM)
        try:
            return self.child.wait(wait_s)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failed(f"{self.name} (process {self.pid}) did not stop on SIGTERM") from None

    def kill(self):
        """SIGKILL: no chance to tidy up."""
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait()


class Programs:
    """Where the built programs are."""

    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def path(self, name):
        path = os.path.join(self.folder, name)
        if not os.access(path, os.X_OK):
            raise Failed(f"there is no program {path}; run tools/build first")
        return path


class Server(Process):
    """barazad on a folder, ready when the object is there."""

    def __init__(self, programs, data, port=0, log=None):
        self.log = open(log, "a", encoding="utf-8") if log else subprocess.DEVNULL
        super().__init__(
            [programs.path("barazad"), "--data", data, "--listen", f"127.0.0.1:{port}"],
            stderr=self.log,
        )
        while True:
            line = self.line()
            if line is None:
                raise Failed(f"barazad ended at once with exit code {self.child.wait()}; see {log}")
            if line.startswith("listening on "):
                self.address = line.removeprefix("listening on ")
                self.port = int(self.address.rsplit(":", 1)[1])
                return


class Proxy(Process):
    """baraza-sim proxy: a bad network before a server."""

    def __init__(self, programs, target):
        super().__init__([programs.path("baraza-sim"), "proxy", "--target", target])
        line = self.line()
        if line is None or not line.startswith("listening on "):
            raise Failed("the proxy did not start")
        self.address = line.removeprefix("listening on ")

    def command(self, text):
        self.say(text)
        answer = json.loads(self.line())
        if not answer["ok"]:
            raise Failed(f"the proxy knows no {text}")
        return answer


class Client(Process):
    """baraza-sim play, driven one command at a time. on_line sees every line it prints."""

    def __init__(self, programs, name, data, today, on_line=None, patience_s=30):
        super().__init__(
            [
                programs.path("baraza-sim"), "play", "--as", name, "--data", data, "--script", "-",
                "--today", today, "--keep-going", "--patience", str(patience_s),
            ],
            wait_s=patience_s + 30,
            stderr=subprocess.DEVNULL,
        )
        self.name = name
        self.on_line = on_line or (lambda line: None)
        self.events = []

    def ask(self, *words):
        """Carries out a command; its answer, good or bad."""
        self.say(" ".join(quoted(word) for word in words))
        while True:
            line = self.line()
            if line is None:
                raise Failed(f"{self.name}'s client ended in the middle of '{words[0]}'")
            answer = json.loads(line)
            answer["pid"] = self.pid
            self.on_line(answer)
            if "event" in answer:
                self.events.append(answer)
            else:
                return answer

    def do(self, *words):
        """Carries out a command that must succeed; its answer."""
        answer = self.ask(*words)
        if not answer["ok"]:
            raise Failed(f"{self.name}: {' '.join(words)}: {answer['error']} ({answer['code']})")
        return answer


class Admin:
    """baraza-admin on a folder, beside a running server or on a stopped one."""

    def __init__(self, programs, data, account):
        self.start = [programs.path("baraza-admin"), "--data", data]
        self.account = account

    def try_run(self, *words, as_account=True):
        who = ["--as", self.account] if as_account else []
        return subprocess.run(
            self.start + who + list(words), capture_output=True, text=True, timeout=120, check=False
        )

    def run(self, *words, as_account=True):
        """Standard output of a command that must succeed."""
        done = self.try_run(*words, as_account=as_account)
        if done.returncode != 0:
            raise Failed(f"baraza-admin {' '.join(words)}: exit {done.returncode}: {done.stderr.strip()}")
        return done.stdout


def quoted(word):
    word = str(word)
    return f'"{word}"' if " " in word or word == "" else word


def wait_until(condition, what, wait_s=30):
    """Polls until the condition holds."""
    until = time.monotonic() + wait_s
    while not condition():
        if time.monotonic() > until:
            raise Failed(f"it did not happen within {wait_s} s: {what}")
        time.sleep(0.05)
