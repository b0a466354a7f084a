// SPDX-License-Identifier: Apache-2.0
// barazad: the server. Data on stdout: "listening on HOST:PORT"; everything else on stderr.
#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <iostream>

#include "server/app/server.h"

namespace baraza::server {
namespace {

int complain(const Error& error) {
  std::cerr << "barazad: " << error.detail << '\n';
  return exit_status(error.code);
}

int serve(const std::string& data, const std::string& listen, const sigset_t& stop_signals) {
  const auto address = split_address(listen);
  if (!address) return complain(address.error());
  Journal journal;
  auto server = Server::start({data, address->first, address->second, {}}, journal);
  if (!server) return complain(server.error());
  const bool is_ipv6 = address->first.find(':') != std::string::npos;
  std::cout << "listening on " << (is_ipv6 ? "[" + address->first + "]" : address->first) << ':'
            << (*server)->port() << std::endl;
  int signal = 0;
  sigwait(&stop_signals, &signal);
  journal.info("stopping");
  server->reset();
  return 0;
}

}  // namespace
}  // namespace baraza::server

int main(int argc, char** argv) {
  // Before any thread starts: all of them leave the signals to sigwait(), and every file is its
  // owner's alone.
  ::umask(S_IRWXG | S_IRWXO);
  sigset_t stop_signals;
  sigemptyset(&stop_signals);
  sigaddset(&stop_signals, SIGTERM);
  sigaddset(&stop_signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &stop_signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);

  CLI::App app{
      "The Baraza server. Prints \"listening on HOST:PORT\" when ready; SIGTERM or SIGINT "
      "lets clients go, commits and ends it.",
      "barazad"};
  app.set_version_flag("--version", "barazad " BARAZA_VERSION);
  app.footer(
      "Exit codes: 0 stopped as asked, 1 failed, 2 usage, 75 another process holds the "
      "folder.\nA data folder is made with: baraza-admin --data DIR init");
  std::string data;
  std::string listen = "127.0.0.1:8443";
  app.add_option("--data", data, "the data folder, made by baraza-admin init")
      ->required()
      ->type_name("DIR");
  app.add_option(
         "--listen", listen,
         "IP address and port to listen on; port 0 takes any free one (default " + listen + ")")
      ->type_name("HOST:PORT");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  return baraza::server::serve(data, listen, stop_signals);
}
