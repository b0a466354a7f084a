#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Exit codes and outputs of baraza-sim check: 0 held, 2 usage; the same seed, the same counts.

usage: usage_test.py BARAZA_SIM
"""

import json
import subprocess
import sys

SIMULATOR = sys.argv[1]
STORIES = [
    "own_correction_made_offline_is_no_conflict",
    "one_laptops_clock_a_year_fast",
    "verdicts_lost_with_the_connection_and_asked_again",
    "middle_op_told_to_wait_while_later_ones_arrive",
    "second_op_valid_only_by_the_first_and_the_commit_fails",
    "revoked_while_frames_are_queued",
    "risk_flag_by_a_worker_removed_since",
    "two_persons_on_one_laptop",
    "risk_resolved_offline_while_new_evidence_is_written_elsewhere",
    "new_kind_at_an_old_server",
    "copied_disk",
    "carrier_that_replays_or_spoils_a_run",
    "refused_write_in_the_middle_of_three",
    "crash_between_commit_and_fsync_return",
    "slow_line_that_is_not_a_stalled_one",
    "ops_before_their_session_is_known",
]

failures = []


def run(*arguments, expect):
    done = subprocess.run([SIMULATOR, "check", *arguments], capture_output=True, text=True)
    if done.returncode != expect:
        failures.append(f"check {' '.join(arguments)}: exit {done.returncode}, not {expect}")
    return done


run(expect=2)
run("--seeds", "5..1", expect=2)
run("--seeds", "one", expect=2)
run("--seeds", "1..2x", expect=2)
run("--seeds", "1", "--plant", "10", expect=2)
run("--seeds", "1", "--plant", "-1", expect=2)
run("--seeds", "1", "--threads", "0", expect=2)
run("--scenario", "no_such_story", expect=2)
run("--no-such-option", expect=2)
run("--help", expect=0)

listed = run("--list", expect=0).stdout.split()
for story in STORIES:
    if story not in listed:
        failures.append(f"--list doesn't name {story}")

one = run("--scenario", STORIES[0], "--json", expect=0)
if json.loads(one.stdout)["counts"]["scenarios"] != 1:
    failures.append("--scenario runs another number of scenarios than one")

first = json.loads(run("--no-scenarios", "--seeds", "3..8", "--json", expect=0).stdout)
again = json.loads(
    run("--no-scenarios", "--seeds", "3..8", "--json", "--threads", "2", expect=0).stdout)
if not first["ok"] or first["counts"]["seeds"] != 6:
    failures.append("six seeds don't count as six")
if first["counts"] != again["counts"]:
    failures.append("the same seeds in two threads don't do the same")

for failure in failures:
    print(failure)
sys.exit(1 if failures else 0)
