// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "client/ui/screens/session_screen.h"
#include "sample_session.h"
#include "sample_shell.h"
#include "tests/client/ui/support/picture_stage.h"

namespace baraza::ui {
namespace {

struct Shot {
  std::string name;
  Size size;
  Theme theme = Theme::light;
  TextSize text = TextSize::normal;
  client::SessionModel model;
  bool worry = false;
  bool note = false;
  bool closing = false;
  SessionState::Panel panel = SessionState::Panel::none;
};

void shoot(const Shot& shot) {
  ScreenScene scene;
  scene.theme = shot.theme;
  scene.size = shot.text;
  const client::ShellModel shell = sample::shell();
  ShellState shell_state;
  SessionState state;
  state.worry.open = shot.worry;
  state.note.open = shot.note;
  state.closing = shot.closing;
  state.panel = shot.panel;
  scene.draw = [&](Ui& ui, Requests& requests) {
    const TopBarModel top = session_top_bar(shot.model, ui.layout());
    const ShellFrame frame =
        draw_shell(ui, shell, top, place::Session{shot.model.group, shot.model.session},
                   shell_state, requests);
    draw_session(ui, frame, shot.model, state, requests);
    draw_shell_over(ui, shell, top, std::nullopt, shell_state, requests);
  };
  PictureStage stage(shot.size);
  const auto picture = stage.shoot(scene, shot.name);
  ASSERT_TRUE(picture) << picture.error().detail;
  EXPECT_EQ(picture->width, static_cast<int>(shot.size.width));
  std::set<std::uint32_t> colours;
  for (const Rgb& pixel : picture->pixels) {
    colours.insert(pixel.red * 65'536U + pixel.green * 256U + pixel.blue);
  }
  EXPECT_GT(colours.size(), 20U) << "something is drawn";
}

TEST(SessionPictures, StandBesideTheDesignedOnes) {
  const client::SessionModel typical = sample::typical_session();
  const Size wide{1280, 800};
  const Size small{1024, 600};
  shoot({.name = "04-session", .size = wide, .model = typical});
  shoot({.name = "13-dark", .size = wide, .theme = Theme::dark, .model = typical});
  shoot({.name = "16-small", .size = small, .model = typical});
  shoot({.name = "session-largest",
         .size = wide,
         .theme = Theme::high_contrast,
         .text = TextSize::largest,
         .model = typical});
  shoot({.name = "session-planned", .size = wide, .model = sample::planned(typical)});
  shoot({.name = "session-opened", .size = wide, .model = sample::opened(typical)});
  shoot({.name = "session-closed", .size = wide, .model = sample::closed(typical)});
  shoot({.name = "session-overfull", .size = wide, .model = sample::overfull_session()});
  shoot({.name = "session-overfull-small", .size = small, .model = sample::overfull_session()});
  shoot({.name = "session-largest-small",
         .size = small,
         .text = TextSize::largest,
         .model = typical});
  shoot({.name = "session-empty", .size = wide, .model = sample::empty_session()});
  shoot({.name = "session-worry", .size = wide, .model = typical, .worry = true});
  shoot({.name = "session-note", .size = wide, .model = typical, .note = true});
  shoot({.name = "session-close", .size = wide, .model = typical, .closing = true});
  shoot({.name = "session-sheet",
         .size = small,
         .model = typical,
         .panel = SessionState::Panel::sheet});
}

}  // namespace
}  // namespace baraza::ui
