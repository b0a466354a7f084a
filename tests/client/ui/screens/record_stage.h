// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <functional>

#include "client/core/screens/person_words.h"
#include "client/core/screens/worry_model.h"
#include "client/ui/screens/shell.h"
#include "client/words/words.h"
#include "sample_shell.h"
#include "tests/client/core/world.h"
#include "tests/client/ui/support/layout_check.h"
#include "tests/client/ui/support/screen_stage.h"

namespace baraza::ui {

// Screens over a real record: what they ask for is carried out, and the model is made anew for
// every pass, as the window's owner does it. A group of nine on its facilitator's laptop, in its
// first session.
class RecordStage : public testing::Test {
 protected:
  RecordStage() {
    world.now.wall = Instant{std::int64_t{20'000} * 86'400'000 + hours(10).ms + minutes(4).ms};
    for (const char* name : {"Amina", "Beatrice", "Esther", "Farida", "Halima", "Meena"}) {
      client::AddMember intent;
      intent.group = world.group;
      intent.name = name;
      intent.from = world.first_day;
      world.act(world.facilitator, intent);
    }
    world.run();
    session = world.open_session();
    for (const auto& each : client::person_choices(context(), world.group)) {
      members.push_back(each.member);
    }
  }

  client::Laptop& laptop() { return supervising ? world.supervisor : world.facilitator; }
  client::ScreenContext context() {
    client::Client& client = *laptop().client;
    return {client.replica(), world.packs,    words, local, world.now, laptop().account,
            privacy,          client.badge(), false, {},    {},        &kept};
  }
  MemberId member(const std::string& name) {
    for (const auto& each : client::person_choices(context(), world.group)) {
      if (each.name == name) return each.member;
    }
    ADD_FAILURE() << name;
    return {};
  }

  // `top` and `body` make their models themselves.
  void show(std::function<TopBarModel(Layout)> top,
            std::function<void(Ui&, const ShellFrame&, Requests&)> body) {
    stage.scene.requests.clear();
    draw = [this, top = std::move(top), body = std::move(body)](Ui& ui, Requests& requests) {
      const TopBarModel bar = top(ui.layout());
      Requests asked;
      const ShellFrame frame = draw_shell(ui, shell, bar, place::Home{}, shell_state, asked);
      body(ui, frame, asked);
      draw_shell_over(ui, shell, bar, std::nullopt, shell_state, asked);
      for (const Request& each : asked) {
        carry_out(each);
        requests.push_back(each);
      }
    };
    stage.show(draw);
  }
  void carry_out(const Request& asked) {
    if (const auto* draft = std::get_if<request::Draft>(&asked)) keep(*draft);
    const auto* act = std::get_if<request::Act>(&asked);
    if (act == nullptr) return;
    if (act->intents.empty()) {
      for (const request::Draft& each : act->keeps_drafts) keep(each);
      return;
    }
    const auto done = laptop()->act(act->intents, drafts_of(*act), world.now);
    EXPECT_TRUE(done) << (done ? "" : done.error().detail);
    if (!done) return;
    for (const std::string& key : act->drops_drafts) drafts.erase(key);
    for (const request::Draft& each : act->keeps_drafts) keep(each);
    world.run();
  }
  void undo(const request::Act& act) {
    for (const client::Intent& each : act.undo) world.act(laptop(), each);
    for (const request::Draft& each : act.undo_drafts) keep(each);
    world.run();
  }
  static std::vector<client::KeptDraft> drafts_of(const request::Act& act) {
    std::vector<client::KeptDraft> out;
    for (const std::string& key : act.drops_drafts) out.push_back({key, {}});
    for (const request::Draft& each : act.keeps_drafts) out.push_back({each.key, each.bytes});
    return out;
  }
  void keep(const request::Draft& draft) {
    drafts[draft.key] = draft.bytes;
    if (draft.bytes.empty()) drafts.erase(draft.key);
    const auto entry = client::kept_entry(draft.key);
    if (entry && draft.bytes.empty()) kept.erase(*entry);
    if (entry && !draft.bytes.empty()) kept.insert(*entry);
  }
  const std::string& text_of(const std::string& id) {
    static const std::string none;
    const Drawn* drawn = stage.registry().find(id);
    return drawn == nullptr ? none : drawn->text;
  }
  bool shows(const std::string& said) {
    for (const Drawn& drawn : stage.registry().all()) {
      if (drawn.kind == Drawn::Kind::text && drawn.text.find(said) != std::string::npos) {
        return true;
      }
    }
    return false;
  }
  request::Act last_act() {
    const auto acts = stage.asked<request::Act>();
    return acts.empty() ? request::Act{} : acts.back();
  }

  // In every size of window and text; themes move nothing.
  void check_everywhere(const std::string& name, const std::vector<std::string>& may_shorten = {}) {
    std::vector<std::string> shorten{"top.title", "top.line", "top.note.", "rail."};
    shorten.insert(shorten.end(), may_shorten.begin(), may_shorten.end());
    for (const TextSize text : all_text_sizes) {
      for (const Size& size :
           {Size{1024, 600}, Size{1280, 800}, Size{1366, 700}, Size{1920, 1080}}) {
        stage.scene.size = text;
        stage.resize(size);
        stage.settle();
        for (const std::string& fault :
             layout_faults(stage.registry(), {0, 0, size.width, size.height},
                           {.may_shorten = shorten, .leave_out = {"rail."}})) {
          ADD_FAILURE() << name << ", text size " << static_cast<int>(text) << ", " << size.width
                        << "x" << size.height << ": " << fault;
        }
        // Shortened it still says where one is.
        const Drawn* title = stage.registry().find("top.title");
        if (title != nullptr && title->shortened) {
          EXPECT_GE(title->rect.width, least_title)
              << name << ", text size " << static_cast<int>(text) << ", " << size.width << "x"
              << size.height << ": " << title->text;
        }
      }
    }
    stage.scene.size = TextSize::normal;
    stage.resize({1280, 800});
  }

  static constexpr float least_title = 60;

  struct UtcTime final : client::LocalTime {
    client::LocalMoment at(Instant instant, std::string_view) const override {
      constexpr std::int64_t day = 86'400'000;
      return {{static_cast<std::int32_t>(instant.ms / day)},
              static_cast<int>(instant.ms % day / 60'000)};
    }
  };

  client::World world;
  UtcTime local;
  text::Catalogue words = text::Catalogue::english();
  bool privacy = false;
  bool supervising = false;
  client::KeptEntries kept;
  std::map<std::string, Bytes> drafts;
  model::SessionKey session;
  std::vector<MemberId> members;  // by seat
  ShellState shell_state;
  client::ShellModel shell = sample::shell();
  ScreenScene::Draw draw;
  ScreenStage stage;
};

}  // namespace baraza::ui
