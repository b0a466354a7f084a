// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/play/player.h"

#include <algorithm>

#include "client/core/views/tray_view.h"
#include "server/app/server.h"
#include "shared/system/zone.h"
#include "shared/text/sentences.h"
#include "tools/sim/play/script_words.h"

namespace baraza::sim {
namespace {

using client::Effect;
namespace effect = client::effect;

std::string rest_of(const Words& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i) out += (i == from ? "" : " ") + words[i];
  return out;
}

}  // namespace

Player::Player(client::Runtime& runtime, const text::Catalogue& catalogue, Settings settings)
    : runtime_(runtime), catalogue_(catalogue), settings_(settings) {}

const std::vector<Player::Row>& Player::rows() {
  static const std::vector<Row> all{
      {"enrol", 2, "enrol CODE LABEL          join with an enrolment code; anew if frozen",
       &Player::enrol, text::About::joining},
      {"online", 0, "online                    let connections happen", &Player::online},
      {"offline", 0, "offline                   end the connection and hold further ones back",
       &Player::offline},
      {"server", 1, "server HOST:PORT          look for the server there from now on",
       &Player::server},
      {"await", 1, "await caught-up|sent|offline|unsent N|alarm MEMBER|member NAME|session",
       &Player::await},
      {"pause", 1, "pause MILLISECONDS", &Player::pause},
      {"group", 1, "group NAME|ID             work with this group", &Player::group,
       text::About::name},
      {"person", 2, "person SITE NAME [YEAR SEX VILLAGE]   SEX is f, m or o (other)",
       &Player::person, text::About::name},
      {"member", 1, "member NAME [SEAT]        person, membership, name and seat at once",
       &Player::member, text::About::seat},
      {"open", 0, "open [extra]              open today's planned session", &Player::open,
       text::About::session},
      {"mark", 2,
       "mark MEMBER present|late|left_early|absent_told|absent_unknown|excused "
       "[MINUTES] [REASON]",
       &Player::mark},
      {"settle", 2, "settle MEMBER MARK [MINUTES] [REASON]", &Player::settle},
      {"check-in", 3,
       "check-in INSTRUMENT MEMBER ANSWER...   a number, r (refused), n (not asked), "
       "s (skipped), a (not applicable)",
       &Player::check_in, text::About::check_in},
      {"correct", 3, "correct INSTRUMENT MEMBER ANSWER...    in the place of what counts now",
       &Player::correct, text::About::check_in},
      {"withdraw", 3, "withdraw INSTRUMENT MEMBER REASON", &Player::withdraw,
       text::About::check_in},
      {"works-on", 3,
       "works-on MEMBER AREA REASON [OTHER-AREA]   AREA is grief, disagreements, life_changes or "
       "loneliness",
       &Player::works_on},
      {"worry", 1, "worry MEMBER|id:ID [today|now]   raise an alarm without item 9",
       &Player::worry},
      {"alarms", 0, "alarms                    open risks and who has seen them", &Player::alarms},
      {"acknowledge", 1, "acknowledge MEMBER        say that you have seen it",
       &Player::acknowledge},
      {"resolve", 1, "resolve MEMBER            close the risk, naming what is shown",
       &Player::resolve},
      {"note", 1, "note TEXT", &Player::note},
      {"close", 0, "close                     close the session", &Player::close,
       text::About::session},
      {"amend", 1, "amend REASON              say why the closed session is corrected",
       &Player::amend},
      {"show", 0, "show                      session, marks, sync state", &Player::show},
      {"tray", 0, "tray                      own entries that were refused or are held",
       &Player::tray},
  };
  return all;
}

std::string Player::help() {
  std::string out = "Commands of a script, one a line:\n";
  for (const Row& row : rows()) out += std::string("  ") + row.usage + "\n";
  return out;
}

text::About Player::about(const std::string& command) {
  for (const Row& row : rows()) {
    if (command == row.name) return row.about;
  }
  return text::About::anything;
}

Result<Json> Player::run(const Words& words) {
  for (const Row& row : rows()) {
    if (words.front() != row.name) continue;
    if (words.size() - 1 < row.least) {
      return fail(Code::invalid_argument, std::string("usage: ") + row.usage);
    }
    step({});
    return (this->*row.command)(words);
  }
  return fail(Code::invalid_argument,
              "no command '" + words.front() + "'; baraza-sim play --commands lists them");
}

std::vector<Json> Player::take_events() {
  return std::exchange(events_, {});
}

void Player::step(Duration wait) {
  for (const Effect& each : runtime_.step(wait)) {
    if (const auto* saved = std::get_if<effect::Saved>(&each)) {
      done_.insert_or_assign(saved->act, saved->runs);
    } else if (const auto* lost = std::get_if<effect::NotSaved>(&each)) {
      done_.insert_or_assign(lost->act, fail(lost->error));
    } else if (const auto* enrolled = std::get_if<effect::Enrolled>(&each)) {
      enrolled_ = enrolled->identity;
    } else if (const auto* failed = std::get_if<effect::EnrolFailed>(&each)) {
      enrolled_ = fail(failed->error);
    } else if (const auto* moved = std::get_if<effect::ServerMoved>(&each)) {
      server_moved_ = moved->result;
    } else if (std::holds_alternative<effect::CaughtUp>(each)) {
      caught_up_ = true;
    } else if (std::holds_alternative<effect::Hangup>(each)) {
      caught_up_ = false;
    } else if (const auto* refused = std::get_if<effect::Refused>(&each)) {
      events_.push_back({{"event", "refused"},
                         {"code", code_name(refused->verdict.code)},
                         {"say", text::sentence_for(catalogue_, refused->verdict.code)}});
    } else if (const auto* held = std::get_if<effect::Held>(&each)) {
      events_.push_back({{"event", "held"},
                         {"code", code_name(held->verdict.code)},
                         {"say", text::sentence_for(catalogue_, held->verdict.code)}});
    } else if (std::holds_alternative<effect::Frozen>(each)) {
      events_.push_back(
          {{"event", "frozen"}, {"say", text::sentence_for(catalogue_, Code::forked)}});
    } else if (const auto* stuck = std::get_if<effect::Stuck>(&each)) {
      events_.push_back({{"event", "stuck"}, {"code", code_name(stuck->code)}});
    }
  }
  const bool offline = !runtime_.client().online();
  if (offline != offline_said_) {
    offline_said_ = offline;
    if (offline) caught_up_ = false;
    events_.push_back({{"event", offline ? "offline" : "online"}});
  }
}

bool Player::step_until(const std::function<bool()>& done) {
  const Tick until = runtime_.now().tick + settings_.patience;
  step({});
  while (!done()) {
    if (runtime_.now().tick > until) return false;
    step(milliseconds(50));
  }
  return true;
}

Result<Json> Player::act(const client::Intent& intent) {
  const auto id = runtime_.client().act(intent, runtime_.now());
  if (!id) return fail(id.error());
  if (!step_until([&] { return done_.contains(*id); })) {
    return fail(Code::timed_out, "the store did not answer");
  }
  const auto done = done_.extract(*id).mapped();
  if (!done) return fail(done.error());
  Json runs = Json::array();
  for (const client::RunSpan& run : *done) {
    runs.push_back({{"stream", to_hex(run.stream)}, {"first", run.first}, {"last", run.last}});
  }
  return Json{{"saved", true}, {"runs", runs}, {"badge", badge()}};
}

Json Player::badge() const {
  using State = client::SyncBadge::State;
  const client::SyncBadge badge = runtime_.client().badge();
  const char* word = "";
  switch (badge.state) {
    case State::needs_you: word = "needs you"; break;
    case State::on_this_laptop: word = "on this laptop"; break;
    case State::sending: word = "sending"; break;
    case State::on_the_server: word = "on the server"; break;
  }
  return {{"state", word}, {"count", badge.count}, {"unsent", badge.unsent}};
}

std::string Player::unheard() const {
  const auto& client = runtime_.client();
  if (client.online()) return {};
  if (!runtime_.may_connect()) return "connections are held back here; online lets them happen";
  if (client.offline_because()) return client.offline_because()->detail;
  if (!client.identity()) return "this laptop hasn't joined a programme; enrol comes first";
  return "there is no connection yet";
}

Result<Json> Player::enrol(const Words& words) {
  enrolled_.reset();
  if (auto begun = runtime_.client().enrol(words[1], words[2]); !begun) return fail(begun.error());
  if (!step_until([&] { return enrolled_.has_value(); })) {
    const std::string why = unheard();
    return fail(Code::timed_out, why.empty() ? "the server did not answer" : why);
  }
  if (!*enrolled_) return fail(enrolled_->error());
  return Json{{"enrolled", true}, {"account", to_hex((*enrolled_)->account)}};
}

Result<Json> Player::server(const Words& words) {
  const auto address = server::split_address(words[1]);
  if (!address) return fail(address.error());
  server_moved_.reset();
  auto begun = runtime_.client().set_server(address->first, address->second);
  if (!begun) return fail(begun.error());
  if (!step_until([&] { return server_moved_.has_value(); })) {
    return fail(Code::timed_out, "the new address wasn't saved in time");
  }
  if (!*server_moved_) return fail(server_moved_->error());
  return Json{{"server", words[1]}};
}

Result<Json> Player::online(const Words&) {
  runtime_.set_online(true);
  return Json{{"online", "allowed"}};
}

Result<Json> Player::offline(const Words&) {
  runtime_.set_online(false);
  if (!step_until([&] { return !runtime_.client().online(); })) {
    return fail(Code::timed_out, "the connection did not end");
  }
  return Json{{"online", "held back"}};
}

Result<Json> Player::await(const Words& words) {
  const std::string& what = words[1];
  const auto& client = runtime_.client();
  bool seen = false;
  if (what == "caught-up") {
    seen = step_until([&] { return caught_up_ && client.online(); });
  } else if (what == "sent") {
    seen =
        step_until([&] { return client.badge().state == client::SyncBadge::State::on_the_server; });
  } else if (what == "offline") {
    seen = step_until([&] { return !client.online(); });
  } else if (what == "unsent" && words.size() > 2) {
    const auto count = number_from(words[2]);
    if (!count) return fail(Code::invalid_argument, "await unsent takes a number");
    seen = step_until([&] { return client.badge().unsent == *count; });
  } else if (what == "alarm" && words.size() > 2) {
    seen = step_until([&] {
      const auto member = member_named(words[2]);
      return member && alarm_of(*member);
    });
  } else if (what == "seen" && words.size() > 2) {
    seen = step_until([&] {
      const auto member = member_named(words[2]);
      const auto row = member ? alarm_of(*member) : fail(member.error());
      return row && row->seen;
    });
  } else if (what == "member" && words.size() > 2) {
    seen = step_until([&] { return member_named(words[2]).has_value(); });
  } else if (what == "session") {
    seen = step_until([&] { return session().has_value(); });
  } else if (what == "disputed" && words.size() > 2) {
    seen = step_until([&] {
      const auto group = view();
      const auto member = member_named(words[2]);
      const auto key = session();
      if (!group || !member || !key) return false;
      for (const auto& row : group->sessions) {
        if (row.key != *key) continue;
        for (const auto& cell : row.attendance) {
          if (cell.member == *member) {
            return cell.state == client::AttendanceCell::State::disputed;
          }
        }
      }
      return false;
    });
  } else {
    return fail(Code::invalid_argument, "await doesn't know '" + what + "'");
  }
  if (!seen) {
    const std::string why = unheard();
    return fail(client.online() ? Code::timed_out : Code::unavailable,
                "it did not happen: " + rest_of(words, 1) + (why.empty() ? "" : "; " + why));
  }
  return Json{{"badge", badge()}};
}

Result<Json> Player::pause(const Words& words) {
  const auto ms = number_from(words[1]);
  if (!ms) return fail(Code::invalid_argument, "pause takes milliseconds");
  const Tick until = runtime_.now().tick + milliseconds(*ms);
  while (runtime_.now().tick < until) step(until - runtime_.now().tick);
  return Json{{"badge", badge()}};
}

Result<client::GroupView> Player::view() const {
  if (!group_) return fail(Code::invalid_argument, "say which group first: group NAME");
  auto out = client::group_view(runtime_.client().replica(), *group_);
  if (!out) return fail(Code::not_found, "this laptop doesn't hold the group");
  return std::move(*out);
}

Result<MemberId> Player::member_named(const std::string& name) const {
  // Where the group is no longer read there are no names.
  if (name.starts_with("id:")) {
    const auto bytes = from_hex(name.substr(3));
    const auto id = bytes ? MemberId::from(*bytes) : std::nullopt;
    if (!id || !group_) return fail(Code::invalid_argument, "id: takes the id of a member");
    return *id;
  }
  const auto group = view();
  if (!group) return fail(group.error());
  const auto seat = name.starts_with("seat:") ? number_from(name.substr(5)) : std::nullopt;
  std::optional<MemberId> found;
  std::string candidates;
  int count = 0;
  for (const auto& row : group->members) {
    if (to_hex(row.member) == name) return row.member;
    if (row.name != name && (!seat || row.seat != *seat)) continue;
    found = row.member;
    ++count;
    candidates += (count == 1 ? " " : "; ") + row.name + ", seat:" + std::to_string(row.seat) +
                  ", " + to_hex(row.member);
  }
  if (count == 1) return *found;
  if (count > 1) {
    return fail(Code::invalid_argument, "there are " + std::to_string(count) + " members called '" +
                                            name + "'; name the seat or the id:" + candidates);
  }
  return fail(Code::not_found, "no member called '" + name + "' here");
}

Result<CivilDate> Player::today() const {
  if (settings_.today) return *settings_.today;
  const auto& directory = runtime_.client().replica().directory();
  const auto* group = group_ ? directory.group(*group_) : nullptr;
  const auto* site = group ? directory.site(group->site) : nullptr;
  if (site == nullptr) return fail(Code::not_found, "the group's site isn't known here yet");
  return civil_date(runtime_.now().wall, site->site.time_zone);
}

// The session this player opened; else the last one that isn't closed.
Result<model::SessionKey> Player::session() const {
  if (session_) return *session_;
  const auto group = view();
  if (!group) return fail(group.error());
  for (auto at = group->sessions.rbegin(); at != group->sessions.rend(); ++at) {
    if (at->opened && !at->closed) return at->key;
  }
  return fail(Code::not_found, "no session is open");
}

Result<client::AlarmRow> Player::alarm_of(const MemberId& member) const {
  if (!group_) return fail(Code::invalid_argument, "say which group first: group NAME");
  for (auto& row :
       client::alarm_view(runtime_.client().replica(), runtime_.client().packs(), *group_)) {
    if (row.member == member) return row;
  }
  return fail(Code::not_found, "no open risk for this member");
}

}  // namespace baraza::sim
