// SPDX-License-Identifier: Apache-2.0
#include "tests/client/core/world.h"

#include <gtest/gtest.h>

#include "shared/op/derive.h"
#include "shared/op/hash.h"

namespace baraza::client {
namespace {

content::PackLibrary shipped() {
  const auto hash = [](ByteView bytes) { return Hasher("pack").add(bytes).finish(); };
  return content::PackLibrary::from(content::shipped_packs(), hash).value();
}

}  // namespace

Laptop::Laptop(int connection_number, const content::PackLibrary& library)
    : connection(connection_number),
      random(static_cast<std::uint64_t>(connection_number)),
      signer(KeySigner::generate(random)),
      writer(writer_id(signer->public_key())),
      packs(library),
      store(std::make_unique<MemoryStore>()) {}

void Laptop::start(Loaded loaded) {
  connected = false;
  client.reset();
  if (!loaded.key_seed.empty()) signer = std::make_unique<KeySigner>(loaded.key_seed);
  writer = writer_id(signer->public_key());
  client = std::make_unique<Client>(Client::Parts{*signer, random, *store, packs}, "test 1",
                                    std::move(loaded));
}

World::World()
    : packs(shipped()),
      site(random_.id<SiteId>()),
      group(random_.id<GroupId>()),
      facilitator(1, packs),
      worker(2, packs),
      supervisor(3, packs),
      main(stream_id(StreamKind::main, group)),
      alarm(stream_id(StreamKind::alarm, group)),
      server_signer_(KeySigner::generate(random_)),
      programme_(random_.id<ProgrammeId>()) {
  const auto add = [&](StreamKind kind, const AnyId& owner) {
    server.add(stream_id(kind, owner), kind, owner);
  };
  add(StreamKind::programme, id_cast<AnyId>(programme_));
  add(StreamKind::site, id_cast<AnyId>(site));
  add(StreamKind::intake, id_cast<AnyId>(site));
  add(StreamKind::alarm, id_cast<AnyId>(site));
  for (const StreamKind kind :
       {StreamKind::people, StreamKind::alarm, StreamKind::main, StreamKind::words}) {
    add(kind, id_cast<AnyId>(group));
  }
  write(StreamKind::programme, id_cast<AnyId>(programme_),
        model::make_site_added({site, "Site", "Africa/Kampala", administrator}));
  const auto* course = packs.find_course("who8", 1);
  write(StreamKind::site, id_cast<AnyId>(site),
        model::make_group_opened(
            {group, "Group", {"who8", 1, course->version_hash}, first_day, 7, administrator}));
  join(facilitator, model::Role::facilitator);
  join(worker, model::Role::worker);
  join(supervisor, model::Role::supervisor);
  run();
  for (int i = 0; i < 3; ++i) {
    AddMember intent;
    intent.group = group;
    intent.name = "Member " + std::to_string(i + 1);
    intent.from = first_day;
    act(facilitator, intent);
  }
  run();
  for (const auto& [member, admission] : facilitator->replica().main(group).admissions) {
    members.push_back(member);
  }
  for (Laptop* laptop : {&facilitator, &worker, &supervisor}) laptop->effects.clear();
}

void World::write(StreamKind kind, const AnyId& owner, OpDraft draft) {
  const StreamId stream = stream_id(kind, owner);
  auto& [point, clock] = points_[stream];
  std::vector<OpDraft> drafts;
  drafts.push_back(std::move(draft));
  const SignedRun run =
      sign_run(*server_signer_, stream, std::move(drafts), now.wall, point, clock, random_);
  server.enter(stream, writer_id(server_signer_->public_key()), run);
}

void World::join(Laptop& laptop, model::Role role) {
  laptop.account = random_.id<AccountId>();
  const std::string name(model::role_name(role));
  const AnyId owner = id_cast<AnyId>(site);
  const std::string phone = role == model::Role::facilitator ? "555 0108" : "";
  write(StreamKind::site, owner,
        model::make_staff_added({laptop.account, name, name, phone, {role}, administrator}));
  write(StreamKind::site, owner,
        model::make_grant_given(
            {random_.id<GrantId>(), laptop.account, role, group, true, true, administrator}));
  write(StreamKind::site, owner,
        model::make_site_writer_enrolled({laptop.account, laptop.signer->public_key(), "laptop"}));
  Loaded loaded;
  loaded.identity = Identity{"host", 443, Bytes(16, 'p'), laptop.account, programme_, name, "l"};
  laptop.store = std::make_unique<MemoryStore>(loaded);
  laptop.start(std::move(loaded));
}

bool World::step(Laptop& laptop) {
  bool moved = false;
  for (Effect& effect : laptop->take_effects()) {
    moved = true;
    if (const auto* send = std::get_if<effect::Send>(&effect)) {
      server.on_frame(laptop.connection, send->frame);
      continue;
    }
    if (std::holds_alternative<effect::Hangup>(effect)) {
      server.disconnect(laptop.connection);
      laptop.connected = false;
    }
    if (std::holds_alternative<effect::Connect>(effect) && laptop.has_network) {
      laptop.connected = true;
      laptop->on_connected(Bytes(32, 'e'), now);
      server.connect(laptop.connection);
    }
    laptop.effects.push_back(std::move(effect));
  }
  while (laptop.disk_works && !laptop.store->waiting.empty()) {
    moved = true;
    laptop->on_completion(laptop.store->complete());
  }
  return moved;
}

void World::run() {
  for (bool moved = true; moved;) {
    moved = false;
    for (Laptop* laptop : {&facilitator, &worker, &supervisor}) {
      if (laptop->client && step(*laptop)) moved = true;
    }
    for (const auto& [connection, frame] : std::exchange(server.out, {})) {
      moved = true;
      for (Laptop* laptop : {&facilitator, &worker, &supervisor}) {
        if (laptop->connection == connection && laptop->connected) {
          (*laptop)->on_frame(*frame, now);
        }
      }
    }
  }
}

void World::offline(Laptop& laptop) {
  laptop.has_network = false;
  laptop.connected = false;
  server.disconnect(laptop.connection);
  laptop->on_disconnected({Code::unavailable, "no network"});
  run();
}

void World::online(Laptop& laptop) {
  laptop.has_network = true;
  laptop->on_disconnected({Code::unavailable, "the last try failed"});
  run();
}

void World::restart(Laptop& laptop) {
  server.disconnect(laptop.connection);
  Loaded loaded = laptop.store->loaded();
  laptop.store = std::make_unique<MemoryStore>(loaded);
  laptop.start(std::move(loaded));
  run();
}

ActId World::act(Laptop& laptop, const Intent& intent) {
  const auto done = laptop->act(intent, now);
  EXPECT_TRUE(done.has_value()) << (done ? "" : done.error().detail);
  return done.value_or(0);
}

Code World::refusal(Laptop& laptop, const Intent& intent) {
  const auto done = laptop->act(intent, now);
  return done ? Code::none : done.error().code;
}

model::SessionKey World::open_session() {
  act(facilitator, OpenTodaySession{group, first_day});
  run();
  return {planned_session_id(group, 1, 0), first_day};
}

MarkAttendance World::mark(const model::SessionKey& session, model::Mark mark, int member) const {
  MarkAttendance out;
  out.group = group;
  out.key = {session, members[static_cast<std::size_t>(member)]};
  out.mark = mark;
  return out;
}

RecordCheckIn World::check_in(const model::SessionKey& session, std::uint32_t item9) const {
  RecordCheckIn out;
  out.group = group;
  out.session = session;
  out.member = members[0];
  out.instrument = "phq9";
  out.instrument_version = 1;
  out.answers.assign(9, {model::AnswerState::answered, 1});
  out.answers[8].value = item9;
  out.language = "en";
  return out;
}

}  // namespace baraza::client
