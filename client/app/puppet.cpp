// SPDX-License-Identifier: Apache-2.0
#include "client/app/puppet.h"

#include <boost/locale/encoding_utf.hpp>
#include <cstdlib>
#include <iomanip>
#include <sstream>

namespace baraza::app {
namespace {

constexpr long frames_max = 10'000;

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> words;
  std::istringstream in(line);
  std::string word;
  while (in >> std::ws && !in.eof()) {
    if (in.peek() == '#') break;
    in >> std::quoted(word);
    words.push_back(word);
  }
  return words;
}

bool shows(const ui::Drawn& drawn, const std::string& id, const std::string& text) {
  if (drawn.visible().empty() || drawn.id != id) return false;
  return text.empty() || drawn.text.find(text) != std::string::npos;
}

const ui::Drawn* seen(const ui::Registry& shown, const std::string& id,
                      const std::string& text = {}) {
  const ui::Drawn* found = nullptr;
  for (const ui::Drawn& drawn : shown.all()) {
    if (shows(drawn, id, text)) found = &drawn;
  }
  return found;
}

std::string text_at(const std::vector<std::string>& words, std::size_t index) {
  return index < words.size() ? words[index] : std::string();
}

// How many words may follow the verb; empty for one that isn't known, and where there is no limit.
std::optional<std::size_t> most_words_after(const std::string& verb) {
  if (verb == "quit") return 0;
  if (verb == "scroll" || verb == "wait" || verb == "gone" || verb == "expect") return 2;
  for (const char* one : {"type", "click", "hover", "show", "picture", "frames", "pause"}) {
    if (verb == one) return 1;
  }
  return std::nullopt;
}

}  // namespace

std::string Puppet::help() {
  return "press KEY...          presses keys one after the other: W, 3, Enter, Ctrl+L, PgDn, "
         "Space\n"
         "type TEXT             types the characters of the text; in quotes if it has spaces\n"
         "click ID              moves the pointer onto the control, presses and lets go\n"
         "hover ID              moves the pointer onto it\n"
         "scroll ID LINES       turns the wheel over it; positive is towards the top\n"
         "wait ID [TEXT]        waits until it is shown, with this in its text\n"
         "gone ID [TEXT]        waits until it isn't\n"
         "expect ID [TEXT]      fails unless it is shown, with this in its text\n"
         "show [PREFIX]         answers with what is shown under ids that begin so\n"
         "picture NAME          leaves NAME.png of the frame, and NAME.json of what is in it\n"
         "frames COUNT          moves the focus on so often: how long until each was shown\n"
         "pause MS              waits\n"
         "quit                  closes the window\n";
}

Puppet::Step Puppet::done(Json answer) {
  Step step;
  Json full = Json::object();
  full["ok"] = true;
  if (current_) full["line"] = current_->line;
  full.update(answer);
  step.answer = std::move(full);
  current_.reset();
  return step;
}

Puppet::Step Puppet::failed(const std::string& why) {
  Step step;
  Json answer = Json::object();
  answer["ok"] = false;
  if (current_) answer["line"] = current_->line;
  answer["error"] = why;
  step.answer = std::move(answer);
  current_.reset();
  return step;
}

Puppet::Step Puppet::step(const ui::Registry& shown, const std::string& focused, Tick now) {
  if (current_) return go_on(shown, now);
  while (!lines_.empty()) {
    Command command{lines_.front(), split(lines_.front()), now};
    lines_.pop_front();
    if (!command.words.empty()) return begin(std::move(command), shown, focused, now);
  }
  return {};
}

Puppet::Step Puppet::begin(Command command, const ui::Registry& shown, const std::string& focused,
                           Tick now) {
  current_ = std::move(command);
  const std::vector<std::string> words = current_->words;
  const std::string& verb = words[0];
  const std::string first = text_at(words, 1);
  const std::string second = text_at(words, 2);

  if (const auto most = most_words_after(verb); most && words.size() > *most + 1) {
    return failed("\"" + verb +
                  "\" takes fewer words than that; a text with spaces stands in quotes");
  }
  if (verb == "quit") {
    Step step = done();
    step.quit = true;
    return step;
  }
  if (verb == "show") {
    return done({{"focused", focused}, {"widgets", drawn_as_json(shown, first)}});
  }
  if (verb == "wait" || verb == "gone" || verb == "pause") return go_on(shown, now);
  if (first.empty()) return failed("\"" + verb + "\" lacks a word, or isn't a command");
  if (verb == "press") {
    Step step;
    for (std::size_t i = 1; i < words.size(); ++i) {
      auto events = key_events(words[i]);
      if (!events) return failed(events.error().detail);
      step.events.insert(step.events.end(), events->begin(), events->end());
    }
    step.answer = done().answer;
    return step;
  }
  if (verb == "type") {
    Step step = done();
    for (const char32_t c : boost::locale::conv::utf_to_utf<char32_t>(first)) {
      step.events.emplace_back(ui::Character{c});
    }
    return step;
  }
  if (verb == "picture") {
    Step step = done();
    step.picture = first;
    return step;
  }
  if (verb == "frames") {
    const long count = std::strtol(first.c_str(), nullptr, 10);
    if (count < 1 || count > frames_max) {
      return failed("frames takes a count of 1 to " + std::to_string(frames_max));
    }
    Step step = done();
    step.frames = static_cast<int>(count);
    return step;
  }
  const ui::Drawn* drawn = seen(shown, first, verb == "expect" ? second : std::string());
  if (drawn == nullptr) {
    const ui::Drawn* other = seen(shown, first);
    return failed(other == nullptr ? first + " isn't shown"
                                   : first + " says \"" + other->text + "\"");
  }
  if (verb == "expect") return done({{"text", drawn->text}});
  const ui::Point at = drawn->visible().centre();
  if (verb == "hover") {
    Step step = done();
    step.events = {ui::PointerMoved{at}};
    return step;
  }
  if (verb == "scroll") {
    Step step = done();
    step.events = {ui::Scrolled{at, std::strtof(second.c_str(), nullptr)}};
    return step;
  }
  if (verb == "click") {
    const ui::Drawn* under = shown.control_at(at, 0);
    if (under == nullptr || under->id != first) {
      return failed("the pointer on " + first + " would press " +
                    (under == nullptr ? "nothing" : under->id));
    }
    Step step = done();
    step.events = {ui::PointerMoved{at}, ui::PointerPressed{at}, ui::PointerReleased{at}};
    return step;
  }
  return failed("there is no command \"" + verb + "\"");
}

Puppet::Step Puppet::go_on(const ui::Registry& shown, Tick now) {
  const std::vector<std::string>& words = current_->words;
  const Duration waited = now - current_->since;
  if (words[0] == "pause") {
    const Duration wanted = milliseconds(std::strtoll(text_at(words, 1).c_str(), nullptr, 10));
    return waited >= wanted ? done() : Step{};
  }
  const std::string id = text_at(words, 1);
  if (id.empty()) return failed("\"" + words[0] + "\" lacks an id");
  const std::string text = text_at(words, 2);
  const ui::Drawn* drawn = seen(shown, id, text);
  const bool wanted = words[0] == "wait";
  if ((drawn != nullptr) == wanted) {
    return done(drawn == nullptr ? Json::object() : Json{{"text", drawn->text}});
  }
  if (waited < patience_) return {};
  const ui::Drawn* other = seen(shown, id);
  return failed("waited " + std::to_string(patience_.ms) + " ms; " +
                (other == nullptr ? id + " isn't shown" : id + " says \"" + other->text + "\""));
}

std::optional<Tick> Puppet::next_at() const {
  if (!current_) return lines_.empty() ? std::nullopt : std::optional(Tick{0});
  if (current_->words[0] == "pause") {
    const std::string wanted = text_at(current_->words, 1);
    return current_->since + milliseconds(std::strtoll(wanted.c_str(), nullptr, 10));
  }
  return current_->since + patience_;
}

nlohmann::ordered_json drawn_as_json(const ui::Registry& shown, std::string_view prefix) {
  auto out = nlohmann::ordered_json::array();
  for (const ui::Drawn& drawn : shown.all()) {
    const ui::Rect where = drawn.visible();
    if (where.empty() || !drawn.id.starts_with(prefix)) continue;
    nlohmann::ordered_json row;
    row["id"] = drawn.id;
    row["rect"] = {drawn.rect.x, drawn.rect.y, drawn.rect.width, drawn.rect.height};
    row["text"] = drawn.text;
    static constexpr const char* kinds[] = {"text", "control", "picture", "area"};
    row["kind"] = kinds[static_cast<std::size_t>(drawn.kind)];
    if (drawn.kind == ui::Drawn::Kind::control) {
      row["enabled"] = drawn.enabled;
      row["focused"] = drawn.focused;
    }
    if (drawn.shortened) row["shortened"] = true;
    if (drawn.layer != 0) row["layer"] = drawn.layer;
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace baraza::app
