// SPDX-License-Identifier: Apache-2.0
#include "client/app/scripted_scene.h"

#include <utility>

#include "client/app/event_words.h"
#include "shared/system/files.h"

namespace baraza::app {

ScriptedScene::ScriptedScene(WatchedScene& scene, platform::EventQueue& queue, ScriptLines& lines,
                             std::ostream& answers, Options options)
    : scene_(scene),
      queue_(queue),
      lines_(lines),
      answers_(answers),
      options_(std::move(options)),
      input_log_(options_.folder / "input.log", std::ios::app),
      puppet_(options_.patience) {}

// Every event that reaches the screens is written down, the person's too: what was pressed, when,
// and where the focus was.
void ScriptedScene::pass(const ui::PassInput& input, const ui::FontSet& fonts, ImDrawList* list) {
  if (input.event != nullptr) {
    Puppet::Json line;
    if (!options_.as.empty()) line["as"] = options_.as;
    line["serial"] = ++inputs_;
    line["at_ms"] = now_.wall.ms;
    line["event"] = words_of(*input.event);
    line["focused"] = scene_.focused();
    input_log_ << line.dump() << '\n' << std::flush;
  }
  scene_.pass(input, fonts, list);
}

void ScriptedScene::shown(Now now) {
  now_ = now;
  scene_.shown(now);
  auto taken = lines_.take();
  for (std::string& line : taken.lines) puppet_.add(std::move(line));
  ended_ = taken.ended;

  Puppet::Step step = puppet_.step(scene_.registry(), scene_.focused(), now.tick);
  for (const ui::InputEvent& event : step.events) queue_.push(event);
  if (step.picture && step.answer) take_picture(*step.picture, *step.answer);
  if (step.frames > 0 && step.answer) time_frames(step.frames, *step.answer);
  if (step.answer) say(*std::move(step.answer));
  const bool over = ended_ && puppet_.idle() && !options_.keep_open;
  if (step.quit || over || (failed_ && !options_.keep_going)) scene_.finish();
}

std::optional<Tick> ScriptedScene::next_change() const {
  auto next = scene_.next_change();
  if (const auto at = puppet_.next_at(); at && (!next || *at < *next)) next = at;
  return next;
}

void ScriptedScene::take_picture(const std::string& name, Puppet::Json& answer) {
  const auto png = platform::to_png(picture_());
  const Puppet::Json report = {{"widgets", drawn_as_json(scene_.registry())}};
  const std::string text = report.dump(1) + "\n";
  auto written = png ? write_atomically(options_.folder / (name + ".png"), *png, 0644)
                     : Result<void>(fail(png.error()));
  if (written) {
    written =
        write_atomically(options_.folder / (name + ".json"), Bytes(text.begin(), text.end()), 0644);
  }
  if (!written) {
    answer["ok"] = false;
    answer["error"] = written.error().detail;
  }
}

void ScriptedScene::time_frames(int count, Puppet::Json& answer) {
  const auto taken_ms = time_frames_(scene_, count);
  if (!taken_ms) {
    answer["ok"] = false;
    answer["error"] = taken_ms.error().detail;
    return;
  }
  answer["frames_ms"] = *taken_ms;
}

void ScriptedScene::say(Puppet::Json answer) {
  if (!answer.value("ok", false)) failed_ = true;
  answers_ << answer.dump() << std::endl;
}

}  // namespace baraza::app
