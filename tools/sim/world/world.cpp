// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/world/world.h"

#include <algorithm>
#include <set>

#include "shared/content/pack.h"
#include "shared/op/derive.h"
#include "tools/sim/world/invariants.h"
#include "tools/sim/world/spoil.h"

namespace baraza::sim {
namespace {

using model::Role;

// The shipped packs, read once a process: they never change.
const content::PackLibrary& shipped_library() {
  static const content::PackLibrary library =
      *content::PackLibrary::from(content::shipped_packs(), pack_hash);
  return library;
}

}  // namespace

World::World(std::uint64_t seed, const Swarm& swarm, bool verbose, bool check_signatures)
    : swarm_(swarm),
      random_(seed),
      trace_(verbose),
      packs_(shipped_library()),
      book_(findings_, counts_, trace_, check_signatures),
      network_(events_, random_.fork(), counts_, findings_, trace_),
      server_(events_, random_.fork(), network_, book_, findings_, counts_, trace_),
      carrier_random_(random_.fork()) {
  network_.attach(server_);
  network_.set_swarm(swarm_);
  network_.set_watch([this](ConnectionId line, int client, const FrameBytes& frame) {
    watch_down(line, client, frame);
  });
  network_.set_client_watch(
      [this](ConnectionId, int client, const FrameBytes& frame) { watch_up(client, frame); });
  if (swarm_.spoil > 0 || swarm_.replay > 0) {
    network_.set_carrier(
        [this](int client, const FrameBytes& frame) { return carry(client, frame); });
  }
}

// --- set-up ---------------------------------------------------------------------------------

void World::add_account(const std::string& handle, Role role) {
  const bool done = server_.administer([&](server::Hub& hub) -> Result<void> {
    server::NewAccount account;
    account.site = "Site";
    account.handle = handle;
    account.name = handle;
    account.roles = {role};
    const auto made = server::add_account(hub, server_.asking(), account, random_);
    return made ? Result<void>{} : fail(made.error());
  });
  findings_.require(done, "set_up", "adding an account failed");
}

void World::set_up(std::vector<Role> roles) {
  server_.found();
  const bool done = server_.administer([&](server::Hub& hub) -> Result<void> {
    const auto made =
        server::add_site(hub, server_.asking(), "", "Site", "Africa/Kampala", random_);
    if (!made) return fail(made.error());
    site_ = *made;
    return {};
  });
  findings_.require(done, "set_up", "adding the site failed");

  // A group has somebody who runs it; the rest is drawn.
  for (int i = static_cast<int>(roles.size()); i < swarm_.clients; ++i) {
    const Role drawn[] = {Role::facilitator, Role::worker, Role::worker, Role::supervisor};
    roles.push_back(i == 0 ? Role::facilitator : drawn[random_.below(4)]);
  }
  for (std::size_t i = 0; i < roles.size(); ++i) {
    std::string handle = "person" + std::to_string(i);
    if (swarm_.shared_laptop && i + 1 == roles.size() && i > 0) {
      roles[i] = roles[i - 1];
      handle = laptops_.back()->handle();
    } else {
      add_account(handle, roles[i]);
    }
    make_laptop(handle, roles[i], random_.bytes(KeySigner::seed_bytes));
  }
  for (int i = 0; i < swarm_.groups; ++i) {
    findings_.require(add_group(), "set_up", "adding a group failed");
  }
  for (auto& laptop : laptops_) {
    laptop->vault().set_pace(swarm_.client_sync, {swarm_.client_sync.ms / 3});
    if (random_.chance(swarm_.wrong_clock)) {
      ++counts_.clocks_wrong;
      const std::int64_t year_ms = 365LL * 86'400'000;
      laptop->set_clock({random_.chance(500) ? year_ms : random_.between(-year_ms, year_ms)});
    }
    // Some join when the others have been at it for a while.
    const bool late = laptop->index() > 0 && random_.chance(swarm_.late);
    if (late) {
      enrol_later(*laptop, {random_.between(0, swarm_.chaos().ms)});
    } else {
      findings_.require(enrol(*laptop), "set_up", "enrolling a laptop failed");
    }
  }
  server_.set_pace(swarm_.server_commit);
}

bool World::add_group() {
  server::NewGroup group;
  group.site = "Site";
  group.name = "Group " + std::to_string(book_.directory().groups().size() + 1);
  const auto* course = packs_.find_course("who8", 1);
  if (course != nullptr) group.course = {course->id, course->version, course->version_hash};
  group.first_session = CivilDate{20'780};
  std::set<std::string> named;
  for (const auto& laptop : laptops_) {
    if (!named.insert(laptop->handle()).second) continue;
    auto& to = laptop->role() == Role::facilitator ? group.facilitators
               : laptop->role() == Role::worker    ? group.workers
                                                   : group.supervisors;
    to.push_back(laptop->handle());
  }
  group.supervisors_read_people = random_.chance(500);
  group.supervisors_read_words = random_.chance(500);
  return server_.administer([&](server::Hub& hub) -> Result<void> {
    const auto made = server::add_group(hub, server_.asking(), group, random_);
    return made ? Result<void>{} : fail(made.error());
  });
}

std::vector<GroupId> World::groups() const {
  std::vector<GroupId> out;
  for (const auto& [id, group] : book_.directory().groups()) out.push_back(id);
  return out;
}

ClientNode& World::make_laptop(const std::string& handle, Role role, Bytes key_seed) {
  laptops_.push_back(std::make_unique<ClientNode>(
      static_cast<int>(laptops_.size()), handle, role, std::move(key_seed), events_, random_.fork(),
      network_, book_, packs_, findings_, counts_, trace_));
  return *laptops_.back();
}

std::optional<Bytes> World::make_code(const ClientNode& laptop) {
  std::optional<Bytes> secret;
  const bool done = server_.administer([&](server::Hub& hub) -> Result<void> {
    const auto made =
        server::make_enrol_secret(hub, server_.asking(), laptop.handle(), hours(24), random_);
    if (!made) return fail(made.error());
    secret = *made;
    return {};
  });
  return done ? secret : std::nullopt;
}

bool World::enrol(ClientNode& laptop) {
  const auto secret = make_code(laptop);
  if (!secret) return false;
  laptop.start();
  laptop.enrol(*secret);
  return true;
}

void World::enrol_frozen() {
  for (auto& laptop : laptops_) {
    if (!laptop->waits_for_code() || !server_.up()) continue;
    const auto secret = make_code(*laptop);
    if (secret && laptop->waits_for_code()) laptop->enrol(*secret);
  }
}

void World::enrol_later(ClientNode& laptop, Duration when) {
  events_.after(when, [this, &laptop] {
    if (!enrol(laptop)) enrol_later(laptop, seconds(3));
  });
}

ClientNode& World::copy_laptop(std::size_t index) {
  // By value: making a laptop moves those that there are.
  const std::string handle = laptops_[index]->handle();
  const SimVault::Folder folder = laptops_[index]->vault().copy();
  ClientNode& copy = make_laptop(handle, laptops_[index]->role(), folder.key_seed);
  copy.put_back(folder);
  copy.note_copy();
  laptops_[index]->note_copy();
  ++counts_.disks_copied;
  return copy;
}

// --- running --------------------------------------------------------------------------------

void World::run_for(Duration time) {
  const Tick end = events_.now() + time;
  while (!events_.empty() && events_.next_at() <= end && !findings_.first()) {
    ++counts_.events;
    events_.run_next();
  }
  events_.skip_to(end);
}

bool World::run_until(const std::function<bool()>& done, Duration patience) {
  const Tick end = events_.now() + patience;
  while (!findings_.first()) {
    if (done()) return true;
    if (events_.now() >= end) return false;
    run_for(milliseconds(500));
  }
  return false;
}

void World::heal() {
  trace_.event(events_.now(), "heal");
  Swarm calm = swarm_;
  calm.latency = milliseconds(40);
  calm.slow_line = 0;
  network_.set_swarm(calm);
  network_.set_carrier({});
  server_.log().faults().heal();
  server_.set_pace(milliseconds(5));
  for (auto& laptop : laptops_) {
    laptop->vault().set_full(false);
    laptop->vault().set_pace(milliseconds(10), milliseconds(2));
    network_.set_offline(laptop->index(), false);
  }
  network_.cut_all();
}

bool World::converged() const {
  if (!server_.up() || !server_.quiet()) return false;
  for (const auto& laptop : laptops_) {
    // A frozen laptop keeps what it has until its person enrols anew.
    if (laptop->up() && laptop->client()->frozen() && !swarm_.enrols_anew) continue;
    if (!laptop->settled()) return false;
    if (!has_everything(book_, *laptop)) return false;
  }
  return true;
}

// --- what is seen on the lines --------------------------------------------------------------

void World::watch_down(ConnectionId, int client, const FrameBytes& frame) {
  const auto message = sync::decode(*frame);
  if (!message) return findings_.broken("no_leak", "the server sent what can't be decoded");
  const auto* ops = std::get_if<sync::Ops>(&*message);
  if (ops == nullptr) return;
  ++op_frames_;
  if (static_cast<std::size_t>(client) >= laptops_.size()) return;  // not one of ours
  check_no_leak(book_, *laptops_[static_cast<std::size_t>(client)], ops->stream, findings_);
}

void World::watch_up(int client, const FrameBytes& frame) {
  const auto message = sync::decode(*frame);
  if (!message) return findings_.broken("protocol", "a laptop sent what can't be decoded");
  if (std::holds_alternative<sync::Push>(*message)) ++op_frames_;
  if (static_cast<std::size_t>(client) >= laptops_.size()) return;
  if (const auto* hello = std::get_if<sync::Hello>(&*message)) {
    check_hello(book_, *laptops_[static_cast<std::size_t>(client)], *hello, findings_);
  }
}

std::vector<FrameBytes> World::carry(int client, const FrameBytes& frame) {
  auto message = sync::decode(*frame);
  auto* push = message ? std::get_if<sync::Push>(&*message) : nullptr;
  if (push == nullptr) return {frame};
  std::vector<FrameBytes>& seen = seen_pushes_[client];
  std::vector<FrameBytes> out;
  if (carrier_random_.chance(swarm_.spoil)) {
    ++counts_.frames_spoilt;
    out.push_back(sync::encode(spoil(std::move(*push), carrier_random_)));
  } else {
    out.push_back(frame);
  }
  if (!seen.empty() && carrier_random_.chance(swarm_.replay)) {
    ++counts_.frames_replayed;
    out.push_back(carrier_random_.pick(seen));
  }
  if (seen.size() < 8) seen.push_back(frame);
  return out;
}

}  // namespace baraza::sim
