// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "client/ui/screens/session_screen.h"
#include "sample_shell.h"
#include "tests/client/ui/support/layout_check.h"
#include "tests/client/ui/support/screen_stage.h"

namespace baraza::ui {

using client::SessionModel;
using client::SessionRun;

// The session's screen inside its shell, without a window.
class SessionScreen : public testing::Test {
 protected:
  void show(const SessionModel& shown) {
    model = shown;
    state = {};
    stage.scene.requests.clear();
    stage.show([this](Ui& ui, Requests& requests) {
      const TopBarModel top = session_top_bar(model, ui.layout());
      const ShellFrame frame = draw_shell(
          ui, shell, top, place::Session{model.group, model.session}, shell_state, requests);
      draw_session(ui, frame, model, state, requests);
      draw_shell_over(ui, shell, top, std::nullopt, shell_state, requests);
    });
  }
  // What the drafts that were asked for since say of the run; the last of them.
  SessionRun asked_run() {
    const auto drafts = stage.asked<request::Draft>();
    if (drafts.empty()) return {};
    EXPECT_EQ(drafts.back().key, model.run_key);
    const auto run = client::decode_run(drafts.back().bytes, model.now);
    EXPECT_TRUE(run);
    return run.value_or(SessionRun{});
  }
  MemberId seat(std::size_t number) const { return model.circle.seats[number - 1].member; }

  SessionModel model;
  SessionState state;
  ShellState shell_state;
  client::ShellModel shell = sample::shell();
  ScreenStage stage;
};

class SessionLayout : public SessionScreen {
 protected:
  // In every size of window and text, in one theme: themes move nothing.
  void check_everywhere(const std::string& name, const std::function<void()>& before = {}) {
    const std::vector<Size> sizes{{1024, 600}, {1280, 800}, {1366, 700}, {1920, 1080}};
    for (const TextSize text : all_text_sizes) {
      for (const Size& size : sizes) {
        stage.scene.size = text;
        stage.resize(size);
        if (before) before();
        stage.settle();
        const auto faults =
            layout_faults(stage.registry(), {0, 0, size.width, size.height},
                          {.may_shorten = {"top.title", "top.line", "rail.", "session.strip",
                                           "session.step", "session.left", "session.of_steps"},
                           .leave_out = {"rail."}});
        for (const std::string& fault : faults) {
          ADD_FAILURE() << name << ", text size " << static_cast<int>(text) << ", " << size.width
                        << "x" << size.height << ": " << fault;
        }
      }
    }
  }
};

}  // namespace baraza::ui
