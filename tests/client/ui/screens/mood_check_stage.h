// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "client/ui/screens/mood_check_screen.h"
#include "record_stage.h"

namespace baraza::ui {

class MoodCheckScreen : public RecordStage {
 protected:
  void open(const MemberId& whom) {
    asked_of = whom;
    state = {};
    state.sheets = client::begin_mood_check(context(), world.group, session, whom, drafts, random);
    show([this](Layout layout) { return mood_check_top_bar(model(), layout); },
         [this](Ui& ui, const ShellFrame& frame, Requests& requests) {
           draw_mood_check(ui, frame, model(), state, requests);
         });
  }
  client::MoodCheckModel model() {
    return client::mood_check_model(context(), world.group, session, asked_of, state.sheets);
  }
  std::vector<client::CheckInRow> check_ins() {
    std::vector<client::CheckInRow> out;
    const auto view = client::group_view(laptop()->replica(), world.group).value();
    for (const auto& each : view.sessions.front().check_ins) {
      if (each.member == asked_of) out.push_back(each);
    }
    return out;
  }
  std::vector<client::AlarmRow> risks() {
    return client::alarm_view(laptop()->replica(), world.packs, world.group);
  }

  MemberId asked_of;
  MoodCheckState state;
  client::SeededRandom random{5};
};

}  // namespace baraza::ui
