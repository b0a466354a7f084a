// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <random>

#include "client/core/client.h"
#include "shared/model/make.h"
#include "tests/client/core/memory_store.h"
#include "tests/client/core/server_double.h"

namespace baraza::client {

class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  void fill(std::uint8_t* out, std::size_t size) override {
    for (std::size_t i = 0; i < size; ++i) out[i] = static_cast<std::uint8_t>(engine_());
  }

 private:
  std::mt19937_64 engine_;
};

// A person's laptop: a real client over a store in memory.
struct Laptop {
  Laptop(int connection_number, const content::PackLibrary& library);

  void start(Loaded loaded);
  Client& operator*() { return *client; }
  Client* operator->() { return client.get(); }

  // Everything reported so far, Send and Connect left out.
  template <class T>
  std::vector<T> told() const {
    std::vector<T> out;
    for (const Effect& effect : effects) {
      if (const auto* found = std::get_if<T>(&effect)) out.push_back(*found);
    }
    return out;
  }

  int connection;
  SeededRandom random;
  std::unique_ptr<KeySigner> signer;
  WriterId writer;
  const content::PackLibrary& packs;
  std::unique_ptr<MemoryStore> store;
  std::unique_ptr<Client> client;
  AccountId account;
  bool has_network = true;
  bool connected = false;
  bool disk_works = true;  // false: commits wait
  std::vector<Effect> effects;
};

// A programme with a site and a group of three members; a facilitator, a worker and a supervisor,
// each with a laptop that has joined.
class World {
  SeededRandom random_{77};  // before those that are made with it

 public:
  World();

  // Carries effects out and delivers frames until nothing moves.
  void run();
  void offline(Laptop& laptop);
  void online(Laptop& laptop);
  // The laptop starts anew from what its store holds.
  void restart(Laptop& laptop);

  // Acts, and expects that it may.
  ActId act(Laptop& laptop, const Intent& intent);
  // The code with which the intent is refused; none if it isn't.
  Code refusal(Laptop& laptop, const Intent& intent);

  // Opens session 1 with the facilitator's laptop and runs.
  model::SessionKey open_session();
  MarkAttendance mark(const model::SessionKey& session, model::Mark mark, int member = 0) const;
  RecordCheckIn check_in(const model::SessionKey& session, std::uint32_t item9) const;

  content::PackLibrary packs;
  AccountId administrator = *AccountId::from(Bytes(16, 'a'));
  ServerDouble server;
  SiteId site;
  GroupId group;
  CivilDate first_day{20'000};
  std::vector<MemberId> members;
  Laptop facilitator;
  Laptop worker;
  Laptop supervisor;
  Now now{{1'700'000'000'000}, {1}};
  StreamId main;
  StreamId alarm;

  // Writes into a directory stream, as the server.
  void write(StreamKind kind, const AnyId& owner, OpDraft draft);

 private:
  void join(Laptop& laptop, model::Role role);
  bool step(Laptop& laptop);

  std::unique_ptr<KeySigner> server_signer_;
  ProgrammeId programme_;
  std::map<StreamId, std::pair<WriterPoint, AuthorClock>> points_;
};

}  // namespace baraza::client
