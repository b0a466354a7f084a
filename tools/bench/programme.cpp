// SPDX-License-Identifier: Apache-2.0
#include "tools/bench/programme.h"

#include "server/app/data_folder.h"
#include "server/store/sqlite_log.h"
#include "shared/base/limits.h"
#include "shared/sync/enrolment_code.h"
#include "shared/system/clock.h"
#include "shared/system/random.h"

namespace baraza::bench {
namespace {

template <class T>
Result<void> void_of(const Result<T>& result) {
  if (!result) return fail(result.error());
  return {};
}

}  // namespace

Result<Programme> stage_programme(server::Hub& hub, const ProgrammeWanted& wanted,
                                  const Signer& programme_key, const PublicKey& server_writer,
                                  const content::PackLibrary& packs, Now now, Random& random) {
  using server::Hub;
  const server::Asking asking{administrator, now};
  const auto* course = packs.find_course("who8", 1);
  if (course == nullptr) return fail(Code::internal, "the course who8 isn't among the packs");
  Programme out;
  auto done = hub.run_alone([&](Hub& to) {
    return void_of(server::add_programme(to, asking, "Lake", programme_key, server_writer, random));
  });
  if (!done) return fail(done.error());
  done = hub.run_alone([&](Hub& to) {
    return void_of(server::add_site(to, asking, "Lake", "Shore", "Africa/Kampala", random));
  });
  if (!done) return fail(done.error());
  for (int group = 0; group < wanted.groups; ++group) {
    server::NewGroup staffed;
    staffed.site = "Shore";
    staffed.name = "group " + std::to_string(group);
    staffed.course = {course->id, course->version, course->version_hash};
    staffed.first_session = wanted.first_session;
    for (int person = 0; person < wanted.facilitators; ++person) {
      const auto handle = "g" + std::to_string(group) + "f" + std::to_string(person);
      staffed.facilitators.push_back(handle);
      done = hub.run_alone([&](Hub& to) {
        return void_of(server::add_account(
            to, asking, {"Shore", "", handle, handle, "", {model::Role::facilitator}}, random));
      });
      if (!done) return fail(done.error());
    }
    done = hub.run_alone([&](Hub& to) -> Result<void> {
      auto made = server::add_group(to, asking, staffed, random);
      if (made) out.groups.push_back(*made);
      return void_of(made);
    });
    if (!done) return fail(done.error());
    out.secrets.emplace_back();
    for (const std::string& handle : staffed.facilitators) {
      done = hub.run_alone([&](Hub& to) -> Result<void> {
        auto secret =
            server::make_enrol_secret(to, asking, handle, limits::enrol_code_life, random);
        if (secret) out.secrets.back().push_back(*secret);
        return void_of(secret);
      });
      if (!done) return fail(done.error());
    }
  }
  return out;
}

Result<Programme> make_folder(const std::filesystem::path& folder, const ProgrammeWanted& wanted,
                              const content::PackLibrary& packs) {
  const SystemClock clock;
  SystemRandom random;
  auto made = server::init_folder(folder, administrator, "Neema", random);
  if (!made) return fail(made.error());
  const auto held = server::HeldFolder::hold(folder);
  if (!held) return fail(held.error());
  auto log = server::SqliteLog::open(folder);
  if (!log) return fail(log.error());
  NoOutlet outlet;
  auto hub = server::Hub::open(**log, outlet, *held->keys.server_writer, random);
  if (!hub) return fail(hub.error());
  return stage_programme(**hub, wanted, *held->keys.programme,
                         held->keys.server_writer->public_key(), packs, clock.now(), random);
}

Result<std::string> code_for(const std::filesystem::path& folder, std::uint16_t port,
                             const Bytes& secret) {
  const auto identity = server::identity_of(folder);
  if (!identity) return fail(identity.error());
  return sync::encode_enrolment_code({secret, identity->pin, port, "127.0.0.1"});
}

}  // namespace baraza::bench
