// SPDX-License-Identifier: Apache-2.0
#include "client/words/words.h"
#include "session_stage.h"
#include "tests/client/core/world.h"

namespace baraza::ui {
namespace {

class UtcTime final : public client::LocalTime {
 public:
  client::LocalMoment at(Instant instant, std::string_view) const override {
    constexpr std::int64_t day = 86'400'000;
    return {{static_cast<std::int32_t>(instant.ms / day)},
            static_cast<int>(instant.ms % day / 60'000)};
  }
};

// A group of nine in its first session, in the words of each language that the client speaks.
class SessionLanguages : public SessionLayout {
 protected:
  SessionLanguages() {
    world.now.wall = Instant{std::int64_t{20'000} * 86'400'000 + hours(10).ms};
    for (const char* name : {"Amina", "Beatrice", "Esther", "Farida", "Halima", "Meena"}) {
      client::AddMember intent;
      intent.group = world.group;
      intent.name = name;
      intent.from = world.first_day;
      world.act(world.facilitator, intent);
    }
    world.run();
  }

  SessionModel in(const text::Catalogue& words) {
    client::Client& client = *world.facilitator.client;
    const client::ScreenContext context{
        client.replica(), world.packs, words, local, world.now, world.facilitator.account, false,
        client.badge(),   false,       {},    {},    nullptr};
    return client::session_model(context, world.group, session, run);
  }
  void check(const std::string& language) {
    const text::Catalogue words = client::words_in(language);
    show(in(words));
    check_everywhere(language);
    show(in(words));
    check_everywhere(language + " worry", [&] { state.worry.open = true; });
  }
  void check_open(const std::string& language) {
    const text::Catalogue words = client::words_in(language);
    show(in(words));
    check_everywhere(language + " closing", [&] { state.closing = true; });
    show(in(words));
    check_everywhere(language + " note", [&] { state.note.open = true; });
    show(in(words));
    check_everywhere(language + " sheet", [&] { state.panel = SessionState::Panel::sheet; });
  }

  client::World world;
  UtcTime local;
  model::SessionKey session;
  SessionRun run;
};

TEST_F(SessionLanguages, HaveRoomForTheirWords) {
  const std::vector<std::string> all{"fr", "sw", "pseudo"};
  for (const std::string& language : all) check(language);
  session = world.open_session();
  for (const std::string& language : all) check(language);
  run = client::after(run, client::run_event::Start{std::vector<AgendaItemId>(8)}, world.now);
  run = client::after(run, client::run_event::NextStep{}, world.now);
  run = client::after(run, client::run_event::GiveWord{world.members[0]}, world.now);
  for (const std::string& language : all) {
    check(language);
    check_open(language);
  }
  world.act(world.facilitator, client::CloseSession{world.group, session});
  world.run();
  for (const std::string& language : all) check(language);
}

}  // namespace
}  // namespace baraza::ui
