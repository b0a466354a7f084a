// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <vector>

#include "server/core/admin_acts.h"
#include "shared/content/library.h"

namespace baraza::bench {

// A server's folder with a programme, a site, and groups that meet from `first_session` on.
struct ProgrammeWanted {
  int groups = 1;
  int facilitators = 1;  // of each group; accounts "g0f0", "g0f1", "g1f0" ...
  CivilDate first_session;
};

// The folder as an administrator leaves it, with a secret for each facilitator's laptop.
struct Programme {
  std::vector<GroupId> groups;
  std::vector<std::vector<Bytes>> secrets;  // by group, then by facilitator
};

// Stages everything through the hub, as baraza-admin does.
Result<Programme> stage_programme(server::Hub& hub, const ProgrammeWanted& wanted,
                                  const Signer& programme_key, const PublicKey& server_writer,
                                  const content::PackLibrary& packs, Now now, Random& random);

// The programme in a new folder, as baraza-admin makes it on a stopped server.
Result<Programme> make_folder(const std::filesystem::path& folder, const ProgrammeWanted& wanted,
                              const content::PackLibrary& packs);
// The code as typed, for a server of that folder on this port of the loopback interface.
Result<std::string> code_for(const std::filesystem::path& folder, std::uint16_t port,
                             const Bytes& secret);

// The administrator as whom stage_programme() asks; init_folder() has to make it.
inline constexpr const char* administrator = "neema";

// A hub whose frames go nowhere: nobody is connected.
class NoOutlet final : public server::Outlet {
 public:
  void send(server::ConnectionId, server::FrameBytes) override {}
  void close(server::ConnectionId) override {}
  void mark_authenticated(server::ConnectionId) override {}
  void publish_keys(std::shared_ptr<const sync::KeyTable>) override {}
};

}  // namespace baraza::bench
