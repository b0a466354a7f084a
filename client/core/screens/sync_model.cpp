// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/sync_model.h"

#include "client/core/screens/course_words.h"
#include "client/core/screens/date_words.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

// What holds up saving or sending, in at most five words or so; the whole stands among what needs
// the person.
std::string reason_words(const text::Catalogue& words, std::string_view key) {
  if (key == "badge.not_saved") return words.translate("The last entry was not saved");
  if (key == "badge.damaged") return words.translate("A part cannot be read");
  if (key == "badge.frozen") return words.translate("Join this laptop anew");
  if (key == "badge.login_refused") return words.translate("The server turned it away");
  if (key == "badge.stuck") return words.translate("A group takes nothing now");
  return words.translate("An entry was not taken");
}

std::string moment_words(const ScreenContext& context, Instant instant) {
  const LocalMoment today = context.local.at(context.now.wall, own_zone(context));
  return when_words(context.words, context.local.at(instant, own_zone(context)), today.date);
}

std::string sending_words(const text::Catalogue& words, std::size_t done, std::size_t total) {
  return text::fill(words.translate("{done} of {total} is on the server",
                                    "{done} of {total} are on the server", done),
                    {{"done", std::to_string(done)}, {"total", std::to_string(total)}});
}
std::string saving_words(const text::Catalogue& words, std::size_t count) {
  return text::fill(words.translate("{changes}, being saved"),
                    {{"changes", changes_words(words, count)}});
}
std::string no_network_words(const text::Catalogue& words, const std::string& since) {
  return text::fill(words.translate("No network since {time}"), {{"time", since}});
}
std::string sent_words(const text::Catalogue& words, const std::string& at) {
  return text::fill(words.translate("Sent at {time}"), {{"time", at}});
}

std::string second_while_waiting(const ScreenContext& context) {
  if (context.online) return context.words.translate("Will be sent in a moment");
  if (!context.offline_since) return context.words.translate("No network");
  const std::string since = moment_words(context, *context.offline_since);
  return no_network_words(context.words, since);
}

// A day's work and a time of today, in every state.
void leave_room(const text::Catalogue& words, SyncModel& model) {
  constexpr std::size_t many = 88;
  const std::string count = std::to_string(many);
  const std::string time = "08:08";
  model.firsts = {text::fill(words.translate("{count} on this laptop"), {{"count", count}}),
                  text::fill(words.translate("Sending {count}"), {{"count", count}}),
                  words.translate("All on the server")};
  model.seconds = {words.translate("Will be sent in a moment"), sending_words(words, many, many),
                   saving_words(words, many), no_network_words(words, time),
                   sent_words(words, time)};
}

}  // namespace

std::string changes_words(const text::Catalogue& words, std::size_t count) {
  const std::string number = std::to_string(count);
  return text::fill(words.translate("{count} change", "{count} changes", count),
                    {{"count", number}});
}

SyncModel sync_model(const ScreenContext& context) {
  using State = SyncBadge::State;
  const SyncBadge& badge = context.badge;
  const text::Catalogue& words = context.words;
  const std::string count = std::to_string(badge.count);
  SyncModel model;
  leave_room(words, model);
  switch (badge.state) {
    case State::needs_you:
      model.state = SyncModel::State::needs_you;
      model.first =
          text::fill(words.translate("{count} needs you", "{count} need you", badge.count),
                     {{"count", count}});
      model.second = reason_words(words, badge.reason_key);
      return model;
    case State::sending:
      model.state = SyncModel::State::sending;
      model.first = text::fill(words.translate("Sending {count}"), {{"count", count}});
      model.second = sending_words(words, badge.done, badge.total);
      return model;
    case State::on_the_server:
      model.state = SyncModel::State::on_the_server;
      model.first = words.translate("All on the server");
      if (context.sent_at) {
        model.second = sent_words(words, moment_words(context, *context.sent_at));
      } else if (!context.online) {
        model.second = second_while_waiting(context);
      }
      return model;
    case State::on_this_laptop: break;
  }
  model.state = SyncModel::State::on_this_laptop;
  // What is on its way to the disk isn't on it.
  const std::string saved = std::to_string(badge.unsent - badge.saving);
  model.first = text::fill(words.translate("{count} on this laptop"), {{"count", saved}});
  model.second =
      badge.saving > 0 ? saving_words(words, badge.saving) : second_while_waiting(context);
  return model;
}

}  // namespace baraza::client
