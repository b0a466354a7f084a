// SPDX-License-Identifier: Apache-2.0
// baraza-admin: what administrators do, beside a running server or on a stopped one.
#include <sys/stat.h>

#include <csignal>

#include "tools/admin/commands.h"

int main(int argc, char** argv) {
  // Whatever is made in a data folder is its owner's alone.
  ::umask(S_IRWXG | S_IRWXO);
  std::signal(SIGPIPE, SIG_IGN);
  return baraza::admin::run(argc, argv);
}
