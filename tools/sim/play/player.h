// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "client/runtime/runtime.h"
#include "shared/text/sentences.h"

namespace baraza::sim {

using Words = std::vector<std::string>;
using Json = nlohmann::ordered_json;

// Carries out the commands of a script on a real client, one after the other, as a person would:
// what it answers is what a screen would show. The commands are listed by help(). One thread.
class Player {
 public:
  struct Settings {
    std::optional<CivilDate> today;   // empty: the day at the group's site by the laptop's clock
    Duration patience = seconds(30);  // how long `await` waits for what should happen
  };

  Player(client::Runtime& runtime, const text::Catalogue& catalogue, Settings settings);

  // The answer to one command. An error leaves the client as it was; the next command may follow.
  Result<Json> run(const Words& words);

  // Lets the client go on while nobody asks anything of it, until `wait` is over or the runtime is
  // nudged.
  void idle(Duration wait) { step(wait); }

  // What had happened by the last answer without being asked for: refused, held, frozen, offline.
  std::vector<Json> take_events();

  static std::string help();
  // What a person who gives this command is about, for the sentence that they read.
  static text::About about(const std::string& command);

 private:
  using Command = Result<Json> (Player::*)(const Words&);
  struct Row {
    const char* name;
    std::size_t least;  // words after the name
    const char* usage;
    Command command;
    text::About about = text::About::anything;
  };
  static const std::vector<Row>& rows();

  Result<Json> enrol(const Words& words);
  Result<Json> online(const Words& words);
  Result<Json> offline(const Words& words);
  Result<Json> server(const Words& words);
  Result<Json> await(const Words& words);
  Result<Json> pause(const Words& words);
  Result<Json> group(const Words& words);
  Result<Json> person(const Words& words);
  Result<Json> member(const Words& words);
  Result<Json> open(const Words& words);
  Result<Json> mark(const Words& words);
  Result<Json> settle(const Words& words);
  Result<Json> check_in(const Words& words);
  Result<Json> correct(const Words& words);
  Result<Json> withdraw(const Words& words);
  Result<Json> works_on(const Words& words);
  Result<Json> worry(const Words& words);
  Result<Json> alarms(const Words& words);
  Result<Json> acknowledge(const Words& words);
  Result<Json> resolve(const Words& words);
  Result<Json> note(const Words& words);
  Result<Json> close(const Words& words);
  Result<Json> amend(const Words& words);
  Result<Json> show(const Words& words);
  Result<Json> tray(const Words& words);

  // Writes the intent and waits until it is on disk.
  Result<Json> act(const client::Intent& intent);
  void step(Duration wait);
  // Steps until `done` or the patience runs out.
  bool step_until(const std::function<bool()>& done);

  Result<client::GroupView> view() const;
  Result<MemberId> member_named(const std::string& name) const;
  Result<model::SessionKey> session() const;
  Result<CivilDate> today() const;
  Result<client::AlarmRow> alarm_of(const MemberId& member) const;
  Result<std::vector<model::Answer>> answers(const Words& words, std::size_t from) const;
  Json badge() const;
  // Why the server wasn't heard of, for who waits for it; empty if it was.
  std::string unheard() const;

  client::Runtime& runtime_;
  const text::Catalogue& catalogue_;
  Settings settings_;
  std::optional<GroupId> group_;
  std::optional<model::SessionKey> session_;
  std::map<client::ActId, Result<std::vector<client::RunSpan>>> done_;
  std::optional<Result<client::Identity>> enrolled_;
  bool caught_up_ = false;
  std::optional<Result<void>> server_moved_;
  bool offline_said_ = true;
  std::vector<Json> events_;
};

}  // namespace baraza::sim
