#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each breach of the layers is found, and a tree without one passes."""

import unittest

from fixture import TreeTest

TABLE = """# Architecture

## Layers

| folder | kind | what lives there | may use |
| --- | --- | --- | --- |
| `proto` | pure | words | - |
| `shared/base` | pure | ground | `tl-expected` |
| `shared/op` | pure | ops | `libsodium`, `proto` |
| `shared/system` | edge | the computer | `date` |
| `shared/sqlite` | edge | the database | `sqlite` |
| `server/core` | pure | decisions | `shared/*` but not `shared/system`, `shared/sqlite` |
| `server/net` | edge | connections | `shared/op`, `boost-beast` |
| `client/ui` | pure | not there yet | `shared/base` |
| `tests` | edge | mirrors | `*` |

## The walk

| `shared/base` | a table of another section is no concern of ours |
"""


class CheckLayersTest(TreeTest):
    def setUp(self):
        super().setUp()
        self.write("ARCHITECTURE.md", TABLE)
        self.write("shared/base/code.h", "#pragma once\n")
        self.write("shared/op/head.h", '#pragma once\n#include "shared/base/code.h"\n')
        self.write("shared/system/files.h", "#pragma once\n#include <filesystem>\n")

    def check(self):
        return self.run_tool("check_layers.py", "--root", str(self.root))

    def finds(self, path, text, line, words):
        self.write(path, text)
        status, out, _ = self.check()
        self.assertEqual(status, 1, out)
        self.assertEqual(len(out.splitlines()), 1, out)
        self.assertTrue(out.startswith(f"{path}:{line}: "), out)
        self.assertIn(words, out)

    def passes(self, path, text):
        self.write(path, text)
        status, out, err = self.check()
        self.assertEqual((status, out), (0, ""), err)

    def test_a_clean_tree_passes(self):
        self.passes("server/core/hub.cpp", """
#include "server/core/hub.h"
#include <vector>
#include "shared/op/head.h"
#include "../../shared/base/code.h"
""")

    def test_a_folder_that_no_row_allows(self):
        self.finds("shared/base/code.cpp", '\n#include "shared/op/head.h"\n', 2,
                   "shared/base may not use shared/op")

    def test_a_folder_reached_by_a_relative_path(self):
        self.finds("shared/base/code.cpp", '#include "../op/head.h"\n', 1, "may not use shared/op")

    def test_a_header_that_is_generated_or_not_written_yet_counts_by_its_folder(self):
        self.finds("shared/op/a.cpp", '#include "client/ui/later.h"\n', 1, "may not use client/ui")

    def test_a_folder_taken_away_from_all(self):
        self.finds("server/core/hub.cpp", '#include "shared/system/files.h"\n', 1,
                   "server/core may not use shared/system")

    def test_a_library_that_no_row_allows(self):
        self.finds("server/core/hub.cpp", "#include <sodium.h>\n", 1, "may not use libsodium")

    def test_generated_messages_count_as_proto(self):
        self.finds("server/core/hub.cpp", '#include "baraza/v1/head.pb.h"\n', 1,
                   "server/core may not use proto")
        self.passes("server/core/hub.cpp", "")
        self.passes("shared/op/head.cpp", '#include "baraza/v1/head.pb.h"\n#include <sodium.h>\n')

    def test_generated_messages_in_a_header(self):
        self.finds("shared/op/body.h", '#include "baraza/v1/head.pb.h"\n', 1, ".cpp files only")

    def test_the_proto_runtime_goes_with_the_messages(self):
        self.passes("shared/op/head.cpp", "#include <google/protobuf/message.h>\n")
        self.finds("shared/system/a.cpp", "#include <google/protobuf/message.h>\n", 1, "protobuf")

    def test_impure_headers_in_a_pure_folder(self):
        for header in ("fstream", "filesystem", "unistd.h", "sys/stat.h", "thread", "mutex",
                       "random", "stdlib.h"):
            with self.subTest(header):
                self.finds("shared/op/a.cpp", f"#include <{header}>\n", 1, f"include <{header}>")

    def test_an_edge_may_include_them(self):
        self.passes("shared/system/files.cpp",
                    "#include <unistd.h>\n#include <fstream>\nauto t = clock::now();\n")

    def test_impure_calls_in_a_pure_folder(self):
        for call in ("std::chrono::steady_clock::now()", "std::time(nullptr)", "time(0)",
                     "clock_gettime(CLOCK_REALTIME, &at)", "std::random_device seed",
                     "std::rand()", "randombytes_buf(out, 8)", "crypto_sign_keypair(pk, sk)",
                     'std::getenv("HOME")', "std::locale::global(words)", 'std::fopen(p, "r")'):
            with self.subTest(call):
                self.finds("shared/op/a.cpp", f"void f() {{\n  {call};\n}}\n", 2, "is pure")

    def test_harmless_likenesses_pass(self):
        self.passes("shared/op/a.cpp", """
// steady_clock::now() and #include <fstream> are only spoken of here
/* getenv(
#include <thread>
*/
Now now() const;
auto a = clock.now();
auto b = at.time(0);
auto c = brand(1);
const char* d = "x::now( getenv(";
const char* e = R"(rand(1) "getenv(")";
int f = 1'000'000; auto g = crypto_sign_seed_keypair(pk, sk, seed);
""")

    def test_sqlite_outside_its_folder(self):
        self.passes("shared/sqlite/statement.cpp", "#include <sqlite3.h>\n")
        self.passes("tests/shared/faulty_disk.cpp", "#include <sqlite3.h>\n")
        self.write("ARCHITECTURE.md", TABLE.replace("| `date` |", "| `date`, `sqlite` |"))
        self.finds("shared/system/a.cpp", "#include <sqlite3.h>\n", 1, "shared/sqlite only")

    def test_beast_stays_in_sources_of_the_net_folders(self):
        self.passes("server/net/listener.cpp", "#include <boost/beast/core.hpp>\n")
        self.passes("tests/server/net/listener_test.cpp", "#include <boost/beast/core.hpp>\n")
        self.finds("server/net/listener.h", "#include <boost/beast/core.hpp>\n", 1, "net folders")
        self.passes("server/net/listener.h", "")
        self.finds("tests/shared/a.cpp", "#include <boost/beast/core.hpp>\n", 1, "net folders")

    def test_an_include_that_leads_nowhere(self):
        self.finds("shared/op/a.cpp", '#include "head.hpp"\n', 1, "no file of any folder")

    def test_a_source_in_no_folder_of_the_table(self):
        self.finds("shared/drawer/a.cpp", "\n", 1, "no folder of the layer table")

    def test_a_table_that_cannot_be_read_is_an_error_of_its_own(self):
        for table in ("", "## Layers\n", TABLE.replace("| pure | ops", "| maybe | ops"),
                      TABLE.replace("`libsodium`", "`libsodum`"),
                      TABLE.replace("| ops |", "| ops | more |"),
                      TABLE.replace("`shared/op` | pure", "`shared/base` | pure")):
            with self.subTest(table[:80]):
                self.write("ARCHITECTURE.md", table)
                status, out, err = self.check()
                self.assertEqual((status, out), (2, ""))
                self.assertIn("check_layers: ", err)


if __name__ == "__main__":
    unittest.main()
