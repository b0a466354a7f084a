#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The figures of the window are all there and of what they say; their times decide nothing."""

import argparse
import json
import os
import subprocess
import sys
import unittest

TOOLS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "tools")


class ClientBench(unittest.TestCase):
    programs = ""

    def test_prints_every_figure_with_the_machine(self):
        done = subprocess.run(
            [os.path.join(TOOLS, "with_display"), os.path.join(self.programs, "baraza-bench"),
             "client", "--json", "--groups", "5", "--starts", "1", "--frames", "5", "--keys",
             "12", "--idle-seconds", "1"], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        all_of_it = json.loads(done.stdout)
        figures = all_of_it["figures"]
        self.assertEqual(figures["groups"], 5)
        for name in ("start_to_drawn", "unlock_to_home", "frame_of_session", "frame_of_attendance",
                     "key_to_durable_and_drawn"):
            self.assertLessEqual(0, figures[name]["median_ms"], name)
            self.assertLessEqual(figures[name]["median_ms"], figures[name]["p99_ms"], name)
        for name in ("with_server", "without_server"):
            self.assertGreaterEqual(figures[f"idle_at_home_{name}_percent"], 0)
        self.assertGreaterEqual(figures["idle_in_session_percent"], 0)
        for name in ("memory", "memory_of_bare_window"):
            self.assertGreater(figures[name]["rss_kib"], 0)
            self.assertGreater(figures[name]["pss_kib"], 0)
        self.assertEqual(figures["window"], "1280x800")
        self.assertTrue(figures["renderer"])
        self.assertTrue(figures["display"])
        self.assertTrue(all_of_it["machine"]["cpu"])
        self.assertGreaterEqual(all_of_it["machine"]["cores"], 1)

    def test_without_a_display_it_says_so(self):
        surroundings = {name: value for name, value in os.environ.items()
                        if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        done = subprocess.run([os.path.join(self.programs, "baraza-bench"), "bare-window"],
                              capture_output=True, text=True, check=False, env=surroundings,
                              stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, 75, done.stderr)
        self.assertIn("display", done.stderr)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--programs", required=True)
    ClientBench.programs = parser.parse_args().programs
    unittest.main(argv=sys.argv[:1])
