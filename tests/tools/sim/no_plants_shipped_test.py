#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Planted bugs are in the simulator's objects alone: no other program can be asked to plant one.

usage: no_plants_shipped_test.py --nm NM --simulator BARAZA_SIM PROGRAM...
"""

import argparse
import subprocess
import sys


def plant_symbols(nm, program):
    """Definitions by which a plant could be chosen or asked for. Where planted() is a constant, an
    unoptimised build may leave a weak copy of it, which always says no."""
    done = subprocess.run([nm, "--demangle", program], capture_output=True, text=True, check=True)
    found = []
    for line in done.stdout.splitlines():
        parts = line.split(maxsplit=2)
        if len(parts) != 3 or parts[1] in ("W", "w"):
            continue
        if parts[2].startswith(("baraza::planted(", "baraza::sim::set_plant(")):
            found.append(line)
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nm", required=True)
    parser.add_argument("--simulator", required=True)
    parser.add_argument("programs", nargs="*")
    options = parser.parse_args()
    if not plant_symbols(options.nm, options.simulator):
        print("the simulator has no plants: this check sees nothing")
        return 1
    failed = False
    for program in options.programs:
        for symbol in plant_symbols(options.nm, program):
            print(f"{program}: {symbol}")
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
