// SPDX-License-Identifier: Apache-2.0
// The commands with which a person writes, and those that show what was written.
#include <algorithm>

#include "client/core/views/area_view.h"
#include "client/core/views/tray_view.h"
#include "shared/base/limits.h"
#include "shared/system/zone.h"
#include "shared/text/fill.h"
#include "shared/text/sentences.h"
#include "tools/sim/play/player.h"
#include "tools/sim/play/script_words.h"

namespace baraza::sim {
namespace {

namespace intent = client;

// What follows a mark: minutes if it is a number, and the reason.
struct MarkDetail {
  std::uint32_t minutes = 0;
  std::string reason;
};
MarkDetail detail_of(const Words& words, std::size_t from) {
  MarkDetail out;
  if (words.size() > from) {
    if (const auto minutes = number_from(words[from])) {
      out.minutes = *minutes;
      ++from;
    }
  }
  for (std::size_t i = from; i < words.size(); ++i) {
    out.reason += (out.reason.empty() ? "" : " ") + words[i];
  }
  return out;
}

std::string joined(const Words& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < words.size(); ++i) out += (i == from ? "" : " ") + words[i];
  return out;
}

}  // namespace

Result<Json> Player::group(const Words& words) {
  const auto& replica = runtime_.client().replica();
  const auto find = [&] {
    std::vector<GroupId> out;
    for (const auto& [id, entry] : replica.directory().groups()) {
      const bool is_it = entry.group.name == words[1] || to_hex(id) == words[1];
      // One that is no longer followed too: own alarms are seen there, and worries raised.
      const bool was_followed = client::alarms_unknown(replica, id) == Code::authority_ended;
      if (is_it && (was_followed || client::group_view(replica, id))) out.push_back(id);
    }
    return out;
  };
  if (!step_until([&] { return !find().empty(); })) {
    const std::string why = unheard();
    return fail(Code::not_found,
                "this laptop knows no group '" + words[1] + "'" + (why.empty() ? "" : "; " + why));
  }
  const auto found = find();
  if (found.size() > 1) {
    std::string candidates;
    for (const GroupId& id : found) candidates += " " + to_hex(id);
    return fail(Code::invalid_argument,
                "there are several groups named '" + words[1] + "'; give the id:" + candidates);
  }
  group_ = found.front();
  session_.reset();
  return Json{{"group", to_hex(*group_)}};
}

Result<Json> Player::person(const Words& words) {
  const auto& sites = runtime_.client().replica().directory().sites();
  for (const auto& [id, entry] : sites) {
    if (entry.site.name != words[1] && to_hex(id) != words[1]) continue;
    intent::RegisterPerson person;
    person.site = id;
    person.name = words[2];
    if (words.size() > 3) {
      const auto year = number_from(words[3]);
      const auto day = civil_date(runtime_.now().wall, entry.site.time_zone);
      if (!day) return fail(day.error());
      const std::uint32_t this_year =
          static_cast<std::uint32_t>(std::stoul(to_text(*day).substr(0, 4)));
      if (!year || *year < limits::birth_year_lowest || *year > this_year) {
        return fail(Code::invalid_argument,
                    "a year of birth is " + std::to_string(limits::birth_year_lowest) + " to " +
                        std::to_string(this_year) + ", not '" + words[3] + "'");
      }
      person.birth_year = *year;
    }
    if (words.size() > 4) {
      if (words[4] != "f" && words[4] != "m" && words[4] != "o") {
        return fail(Code::invalid_argument, "sex is f, m or o (other), not '" + words[4] + "'");
      }
      person.sex = words[4] == "f"   ? model::Sex::female
                   : words[4] == "m" ? model::Sex::male
                                     : model::Sex::other;
    }
    if (words.size() > 5) person.village = words[5];
    return act(person);
  }
  return fail(Code::not_found, "no site '" + words[1] + "' here");
}

Result<Json> Player::member(const Words& words) {
  const auto group = view();
  if (!group) return fail(group.error());
  const auto day = today();
  if (!day) return fail(day.error());
  intent::AddMember member;
  member.group = *group_;
  member.name = words[1];
  member.from = *day;
  if (words.size() > 2) {
    const auto seat = number_from(words[2]);
    if (!seat || *seat == 0) {
      return fail(Code::invalid_argument, "a seat is a number from 1 on, not '" + words[2] + "'");
    }
    member.seat = *seat;
  }
  std::string namesakes;
  for (const auto& row : group->members) {
    if (row.name != words[1]) continue;
    namesakes += (namesakes.empty() ? "seat:" : ", seat:") + std::to_string(row.seat);
  }
  auto done = act(member);
  if (done && !namesakes.empty()) {
    (*done)["note"] = "there is another " + words[1] + " (" + namesakes +
                      "); from now on name the seat or the id";
  }
  return done;
}

Result<Json> Player::open(const Words& words) {
  if (!group_) return fail(Code::invalid_argument, "say which group first: group NAME");
  const auto day = today();
  if (!day) return fail(day.error());
  const bool extra = words.size() > 1 && words[1] == "extra";
  auto done = extra ? act(intent::OpenExtraSession{*group_, *day})
                    : act(intent::OpenTodaySession{*group_, *day});
  // Somebody was faster, and it has reached this laptop: it is the same session.
  if (!done && !extra && done.error().code == Code::already_exists) done = Json{{"joined", true}};
  if (!done) return done;
  session_.reset();
  const auto key = session();
  if (!key && done->contains("joined")) {
    return fail(Code::already_exists,
                "the session of " + to_text(*day) +
                    " was held and closed; amend corrects it, open extra opens another one");
  }
  if (!key) return fail(key.error());
  session_ = *key;
  (*done)["session"] = to_hex(key->session);
  (*done)["date"] = to_text(key->date);
  return done;
}

Result<Json> Player::mark(const Words& words) {
  const auto who = member_named(words[1]);
  if (!who) return fail(who.error());
  const auto key = session();
  if (!key) return fail(key.error());
  const auto mark = model::mark_from(words[2]);
  if (!mark)
    return fail(Code::invalid_argument, "no mark '" + words[2] +
                                            "'; marks are present, late, left_early, absent_told, "
                                            "absent_unknown, excused");
  const MarkDetail detail = detail_of(words, 3);
  return act(intent::MarkAttendance{*group_, {*key, *who}, *mark, detail.minutes, detail.reason});
}

Result<Json> Player::settle(const Words& words) {
  const auto who = member_named(words[1]);
  if (!who) return fail(who.error());
  const auto key = session();
  if (!key) return fail(key.error());
  const auto mark = model::mark_from(words[2]);
  if (!mark)
    return fail(Code::invalid_argument, "no mark '" + words[2] +
                                            "'; marks are present, late, left_early, absent_told, "
                                            "absent_unknown, excused");
  const MarkDetail detail = detail_of(words, 3);
  return act(intent::SettleAttendance{*group_, {*key, *who}, *mark, detail.minutes, detail.reason});
}

Result<Json> Player::works_on(const Words& words) {
  const auto who = member_named(words[1]);
  if (!who) return fail(who.error());
  static const std::string areas = "; areas are grief, disagreements, life_changes, loneliness";
  const auto primary = model::focal_area_from(words[2]);
  if (!primary) return fail(Code::invalid_argument, "no area '" + words[2] + "'" + areas);
  const auto reason = model::focal_reason_from(words[3]);
  if (!reason) {
    return fail(Code::invalid_argument,
                "no reason '" + words[3] +
                    "'; reasons are first_talks, understood_better, something_happened, "
                    "member_asked, supervisor_advised, talked_it_over, entered_wrongly");
  }
  intent::ChooseFocalArea choose{*group_, {*who, *primary, std::nullopt, *reason}, false};
  if (words.size() > 4) {
    choose.choice.secondary = model::focal_area_from(words[4]);
    if (!choose.choice.secondary) {
      return fail(Code::invalid_argument, "no area '" + words[4] + "'" + areas);
    }
  }
  // As with marks: who says it by script after both answers came in settles them.
  choose.settles = client::area_view(runtime_.client().replica(), *group_, *who).disputed();
  return act(choose);
}

Result<std::vector<model::Answer>> Player::answers(const Words& words, std::size_t from) const {
  using enum model::AnswerState;
  std::vector<model::Answer> out;
  for (std::size_t i = from; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word == "r") {
      out.push_back({refused, 0});
    } else if (word == "n") {
      out.push_back({not_asked, 0});
    } else if (word == "s") {
      out.push_back({skipped, 0});
    } else if (word == "a") {
      out.push_back({not_applicable, 0});
    } else if (const auto value = number_from(word)) {
      out.push_back({answered, *value});
    } else {
      return fail(Code::invalid_argument,
                  "an answer is a number, r, n, s or a, not '" + word + "'");
    }
  }
  return out;
}

Result<Json> Player::check_in(const Words& words) {
  const auto who = member_named(words[2]);
  if (!who) return fail(who.error());
  const auto key = session();
  if (!key) return fail(key.error());
  auto given = answers(words, 3);
  if (!given) return fail(given.error());
  intent::RecordCheckIn record;
  record.group = *group_;
  record.session = *key;
  record.member = *who;
  record.instrument = words[1];
  record.instrument_version = 1;
  record.answers = std::move(*given);
  record.language = "en";
  auto done = act(record);
  if (done && alarm_of(*who)) (*done)["risk"] = "open";
  return done;
}

Result<Json> Player::correct(const Words& words) {
  const auto who = member_named(words[2]);
  if (!who) return fail(who.error());
  const auto key = session();
  if (!key) return fail(key.error());
  const auto group = view();
  if (!group) return fail(group.error());
  auto given = answers(words, 3);
  if (!given) return fail(given.error());
  intent::CorrectCheckIn correction{
      *group_, {}, std::move(*given), "en", model::AnswerMode::interview};
  for (const auto& row : group->sessions) {
    if (row.key != *key) continue;
    for (const auto& each : row.check_ins) {
      if (each.member == *who && each.instrument == words[1]) {
        correction.supersedes.push_back(each.check_in);
      }
    }
  }
  return act(correction);
}

Result<Json> Player::withdraw(const Words& words) {
  const auto who = member_named(words[2]);
  if (!who) return fail(who.error());
  const auto group = view();
  if (!group) return fail(group.error());
  for (auto row = group->sessions.rbegin(); row != group->sessions.rend(); ++row) {
    for (const auto& each : row->check_ins) {
      if (each.member != *who || each.instrument != words[1]) continue;
      return act(intent::WithdrawCheckIn{*group_, each.check_in, joined(words, 3)});
    }
  }
  return fail(Code::not_found, "no such check-in here");
}

Result<Json> Player::worry(const Words& words) {
  const auto who = member_named(words[1]);
  if (!who) return fail(who.error());
  const auto key = session();
  intent::RaiseWorry worry;
  worry.group = *group_;
  worry.member = *who;
  if (words.size() > 2 && words[2] != "now" && words[2] != "today") {
    return fail(Code::invalid_argument, "a worry is for today or now, not '" + words[2] + "'");
  }
  if (words.size() > 2 && words[2] == "now") worry.urgency = model::AlarmUrgency::now;
  if (key) worry.session = key->session;
  return act(worry);
}

Result<Json> Player::alarms(const Words&) {
  if (!group_) return fail(Code::invalid_argument, "say which group first: group NAME");
  Json rows = Json::array();
  const client::Replica& replica = runtime_.client().replica();
  const auto open = client::alarm_view(replica, runtime_.client().packs(), *group_);
  if (open.empty()) {
    // Nothing to show isn't nothing that is open.
    const Code unknown = client::alarms_unknown(replica, *group_);
    if (unknown != Code::none) return fail(unknown, "this group isn't read on this laptop");
  }
  for (const auto& row : open) {
    std::string say = catalogue_.translate("Your supervisor has not seen this yet.");
    if (!row.knowable) {
      say = catalogue_.translate(
          "Whether a supervisor has seen this cannot be known on this laptop any more. Call.");
    }
    if (row.seen && !row.evidence.empty() && !row.evidence.back().seen.empty()) {
      const auto& sight = row.evidence.back().seen.back();
      say = text::fill(catalogue_.translate("{name} saw this at {time}."),
                       {{"name", sight.by}, {"time", to_text(sight.when)}});
    }
    rows.push_back({{"member", to_hex(row.member)},
                    {"name", row.name},
                    {"evidence", row.evidence.size()},
                    {"seen", row.seen},
                    {"on_server", row.reached},
                    {"knowable", row.seen || row.knowable},
                    {"say", say}});
  }
  return Json{{"alarms", rows}};
}

Result<Json> Player::acknowledge(const Words& words) {
  const auto who = member_named(words[1]);
  if (!who) return fail(who.error());
  const auto row = alarm_of(*who);
  if (!row) return fail(row.error());
  auto others = row->raised_without(runtime_.client().identity()->account);
  // All of it is this person's own: asked for all the same, and told why not.
  if (others.empty()) others = row->shown();
  auto done = act(intent::AcknowledgeAlarm{*group_, *who, std::move(others)});
  if (!done) return done;
  const auto after = alarm_of(*who);
  (*done)["seen"] = after && after->seen;
  return done;
}

Result<Json> Player::resolve(const Words& words) {
  const auto who = member_named(words[1]);
  if (!who) return fail(who.error());
  const auto row = alarm_of(*who);
  if (!row) return fail(row.error());
  return act(intent::ResolveRisk{*group_, *who, row->shown()});
}

Result<Json> Player::note(const Words& words) {
  if (!group_) return fail(Code::invalid_argument, "say which group first: group NAME");
  const auto key = session();
  return act(intent::WriteNote{*group_, key ? key->session : SessionId{}, {}, joined(words, 1)});
}

Result<Json> Player::close(const Words&) {
  const auto key = session();
  if (!key) return fail(key.error());
  session_ = *key;
  return act(intent::CloseSession{*group_, *key});
}

Result<Json> Player::amend(const Words& words) {
  const auto key = session();
  if (!key) return fail(key.error());
  return act(intent::AmendSession{*group_, *key, joined(words, 1)});
}

Result<Json> Player::show(const Words&) {
  Json out{{"badge", badge()}, {"online", runtime_.client().online()}};
  Json streams = Json::array();
  for (const auto& [id, stream] : runtime_.client().replica().streams()) {
    streams.push_back({{"stream", to_hex(id)},
                       {"kind", stream_kind_name(stream.record.kind)},
                       {"position", stream.record.position},
                       {"own", stream.own.last_number},
                       {"unsent", client::Replica::unsent(stream)}});
  }
  out["streams"] = streams;
  const auto group = view();
  if (!group) return out;
  Json sessions = Json::array();
  for (const auto& row : group->sessions) {
    Json cells = Json::array();
    for (const auto& cell : row.attendance) {
      const bool disputed = cell.state == client::AttendanceCell::State::disputed;
      const bool none = cell.state == client::AttendanceCell::State::none;
      cells.push_back({{"member", to_hex(cell.member)},
                       {"mark", none       ? ""
                                : disputed ? "disputed"
                                           : model::mark_name(cell.writes.back().mark)}});
    }
    sessions.push_back({{"session", to_hex(row.key.session)},
                        {"date", to_text(row.key.date)},
                        {"number", row.plan_number},
                        {"closed", row.closed},
                        {"attendance", cells},
                        {"check_ins", row.check_ins.size()}});
  }
  out["sessions"] = sessions;
  return out;
}

Result<Json> Player::tray(const Words&) {
  Json rows = Json::array();
  for (const auto& row : client::tray_view(runtime_.client().replica())) {
    rows.push_back({{"kind", row.kind},
                    {"held", row.state == client::TrayRow::State::held},
                    {"code", code_name(row.code)},
                    {"say", text::sentence_for(catalogue_, row.code)}});
  }
  return Json{{"tray", rows}};
}

}  // namespace baraza::sim
