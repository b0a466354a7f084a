// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/demo/demo_play.h"

#include <algorithm>

#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "server/core/holds.h"
#include "shared/system/zone.h"
#include "tools/sim/demo/demo_intake.h"
#include "tools/sim/demo/demo_work.h"

namespace baraza::sim {
namespace {

// Before the first meeting of all: the district is founded, and the members get their seats.
constexpr int weeks_of_founding = 2;
constexpr int weeks_before = 12;  // what the first four groups need
constexpr std::uint32_t phq9_version = 1;
constexpr std::uint32_t mood_version = 1;

model::Answer answer_of(int value) {
  if (value < 0) return {model::AnswerState::refused, 0};
  return {model::AnswerState::answered, static_cast<std::uint32_t>(value)};
}

}  // namespace

DemoPlay::DemoPlay(const DemoOptions& options, const content::PackLibrary& packs)
    : options_(options), packs_(packs), random_(options.seed) {
  const auto local = zone_time(options.now, "Africa/Kampala");
  today_ = local ? local->date : CivilDate{static_cast<std::int32_t>(options.now.ms / 86'400'000)};
  story_ = tell_demo_story(random_.fork(), today_, options_.size);
  const int weeks = options.size.groups > 4
                        ? std::max(weeks_before, options.size.weeks + weeks_of_founding)
                        : weeks_before;
  wall_ms_ = options.now.ms - std::int64_t{weeks} * 7 * 86'400'000;
}

Result<void> DemoPlay::run() {
  auto server = DemoServer::make(options_.server_folder, "neema", random_);
  if (!server) return fail(server.error());
  server_ = std::move(*server);
  if (auto done = found(); !done) return done;
  if (auto done = enrol_everybody(options_.host, options_.port); !done) return done;

  std::vector<Meeting> meetings;
  for (const DemoGroup& group : story_.groups) {
    // Number 0 is the day on which the group was formed.
    for (int number = 0; number <= group.held; ++number) {
      meetings.push_back({&group, number,
                          number == 0 ? std::min(group.first_session, today_) + (-5)
                                      : group.first_session + 7 * (number - 1)});
    }
  }
  std::sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) {
    return std::tie(a.date, a.group->start_minute) < std::tie(b.date, b.group->start_minute);
  });
  for (const Meeting& meeting : meetings) {
    auto done = meeting.number == 0 ? seat_members(meeting) : hold(meeting);
    if (!done) return done;
  }
  if (auto done = have_one_refused(); !done) return done;
  if (auto done = ask_at_the_site(); !done) return done;
  count();
  for (auto& [handle, laptop] : laptops_) laptop->go_offline();
  server_->end_batch();
  laptops_.clear();
  server_.reset();
  return {};
}

Result<void> DemoPlay::seat_members(const Meeting& meeting) {
  const DemoGroup& group = *meeting.group;
  const std::string& by = group.facilitator;
  be_at(group.site, meeting.date, group.start_minute);
  connect(by);
  std::uint32_t seat = 0;
  for (const DemoMember& member : group.members) {
    client::RegisterPerson person;
    const GroupId id = group_ids_.at(group.name);
    person.site = laptops_.at(by)->client().replica().directory().group(id)->site;
    person.name = member.name;
    person.birth_year = member.birth_year;
    person.sex = member.sex;
    person.village = member.village;
    person.phone = member.phone;
    if (auto done = act(by, person); !done) return done;
    client::AddMember add;
    add.group = id;
    for (const auto& [known, names] :
         laptops_.at(by)->client().replica().intake(person.site).persons) {
      const auto* shown =
          names.shown(laptops_.at(by)->client().replica().intake(person.site).basics.replaced);
      if (shown != nullptr && shown->value.name == member.name) add.person = known;
    }
    add.phone = member.phone;
    add.from = group.first_session;
    add.seat = ++seat;
    if (auto done = act(by, add); !done) return done;
  }
  const auto view =
      client::group_view(laptops_.at(by)->client().replica(), group_ids_.at(group.name));
  for (const client::MemberRow& row : view->members) member_ids_[group.name].push_back(row.member);
  if (auto done = talk_first(meeting); !done) return done;
  return choose_areas(meeting);
}

Result<void> DemoPlay::talk_first(const Meeting& meeting) {
  const DemoGroup& group = *meeting.group;
  if (group.held == 0) return {};
  const GroupId& id = group_ids_.at(group.name);
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const MemberId& member = member_ids_.at(group.name)[i];
    for (const client::Intent& intent :
         first_talk_work(id, member, group.members[i], i, meeting.date)) {
      if (auto done = act(group.facilitator, intent); !done) return done;
    }
  }
  return {};
}

// With those who came.
Result<void> DemoPlay::work(const Meeting& meeting, const model::SessionKey& session) {
  const DemoGroup& group = *meeting.group;
  const GroupId& id = group_ids_.at(group.name);
  const client::Replica& replica = laptops_.at(group.facilitator)->client().replica();
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const MemberId& member = member_ids_.at(group.name)[i];
    const auto mark = replica.main(id).attendance.find({session, member});
    if (mark == replica.main(id).attendance.end()) continue;
    const auto* shown = mark->second.shown(replica.main(id).basics.replaced);
    if (shown == nullptr || shown->value.mark > model::Mark::left_early) continue;
    for (const client::Intent& intent :
         weekly_work(replica, id, member, i, session, meeting.number)) {
      if (auto done = act(group.facilitator, intent); !done) return done;
    }
  }
  for (const client::Intent& intent : used_in(id, session, meeting.number)) {
    if (auto done = act(group.facilitator, intent); !done) return done;
  }
  return {};
}

// After the first talks each member of a group that met has an area; with the first session some
// are understood better.
Result<void> DemoPlay::choose_areas(const Meeting& meeting) {
  const DemoGroup& group = *meeting.group;
  if (group.held == 0) return {};
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const DemoMember& member = group.members[i];
    const bool first = meeting.number == 0;
    if (!first && !member.later) continue;
    client::ChooseFocalArea choose;
    choose.group = group_ids_.at(group.name);
    choose.choice.member = member_ids_.at(group.name)[i];
    choose.choice.primary = first ? member.area : *member.later;
    if (!first) choose.choice.secondary = member.beside;
    choose.choice.reason =
        first ? model::FocalReason::first_talks : model::FocalReason::understood_better;
    if (auto done = act(group.facilitator, choose); !done) return done;
  }
  return {};
}

Result<model::SessionKey> DemoPlay::session_on(const std::string& handle,
                                               const Meeting& meeting) const {
  const auto view = client::group_view(laptops_.at(handle)->client().replica(),
                                       group_ids_.at(meeting.group->name));
  if (view) {
    for (const client::SessionRow& row : view->sessions) {
      if (row.key.date == meeting.date) return row.key;
    }
  }
  return fail(Code::not_found, "the session that was just opened isn't there");
}

Result<void> DemoPlay::hold(const Meeting& meeting) {
  const DemoGroup& group = *meeting.group;
  const std::string& by = group.facilitator;
  const bool last_of_jumamosi = group.name == "Jumamosi" && meeting.number == group.held;
  be_at(group.site, meeting.date, group.start_minute - 10);
  // The worker's laptop is there too, and hears of what the facilitator writes when there is a
  // network. The last meeting of one group never reached the server: its laptops are silent.
  if (last_of_jumamosi) {
    disconnect(by);
  } else {
    connect(by);
    connect(group.worker);
  }
  if (auto done = act(by, client::OpenTodaySession{group_ids_.at(group.name), meeting.date});
      !done) {
    return done;
  }
  const auto key = session_on(by, meeting);
  if (!key) return fail(key.error());
  if (auto done = mark(meeting, *key); !done) return done;
  if (auto done = check_in(meeting, *key); !done) return done;
  if (meeting.number == 1) {
    if (auto done = choose_areas(meeting); !done) return done;
  }
  be_at(group.site, meeting.date, group.start_minute + 60);
  if (auto done = work(meeting, *key); !done) return done;
  be_at(group.site, meeting.date, group.start_minute + 88);
  if (auto done = act(by, client::CloseSession{group_ids_.at(group.name), *key}); !done) {
    return done;
  }
  ++summary_.sessions;
  if (last_of_jumamosi) {
    return act(group.worker, client::WriteNote{group_ids_.at(group.name),
                                               key->session,
                                               {},
                                               "The path was under water; some came late."});
  }
  disconnect(by);
  disconnect(group.worker);
  // In the evening the supervisor looks at what came in; not yet at what came in last week.
  const DemoGroup& mwembe = story_.groups.front();
  const bool this_week = meeting.date >= mwembe.first_session + 7 * (mwembe.held - 1);
  be_at(group.site, meeting.date, group.start_minute + 300);
  connect("josephine");
  if (!this_week) {
    if (auto done = see_alarms("josephine", group.name == "Asubuhi"); !done) return done;
  }
  disconnect("josephine");
  return {};
}

Result<void> DemoPlay::mark(const Meeting& meeting, const model::SessionKey& key) {
  const DemoGroup& group = *meeting.group;
  const GroupId id = group_ids_.at(group.name);
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const DemoAttendance& story =
        group.members[i].sessions[static_cast<std::size_t>(meeting.number - 1)];
    client::MarkAttendance mark{
        id, {key, member_ids_.at(group.name)[i]}, story.mark, story.minutes, story.reason};
    // Two members of the first group are marked by both, each without having seen the other's.
    const bool disputed = group.name == "Mwembe" &&
                          ((meeting.number == 4 && i == 4) || (meeting.number == 3 && i == 3));
    if (disputed) {
      if (auto done = dispute(meeting, key, i, mark); !done) return done;
      continue;
    }
    if (auto done = act(group.facilitator, mark); !done) return done;
    ++summary_.marks;
  }
  return {};
}

Result<void> DemoPlay::dispute(const Meeting& meeting, const model::SessionKey& key,
                               std::size_t member, const client::MarkAttendance& told) {
  const DemoGroup& group = *meeting.group;
  disconnect(group.facilitator);
  disconnect(group.worker);
  client::MarkAttendance came = told;
  came.key = {key, member_ids_.at(group.name)[member]};
  came.mark = model::Mark::present;
  came.minutes = 0;
  came.reason.clear();
  if (auto done = act(group.facilitator, came); !done) return done;
  client::MarkAttendance absent = came;
  absent.mark = model::Mark::absent_told;
  absent.reason = "illness";
  wait(minutes(12));
  if (auto done = act(group.worker, absent); !done) return done;
  connect(group.facilitator);
  connect(group.worker);
  summary_.marks += 2;
  ++summary_.disputed;
  return {};
}

Result<void> DemoPlay::check_in(const Meeting& meeting, const model::SessionKey& key) {
  const DemoGroup& group = *meeting.group;
  const GroupId id = group_ids_.at(group.name);
  for (std::size_t i = 0; i < group.members.size(); ++i) {
    const DemoAttendance& story =
        group.members[i].sessions[static_cast<std::size_t>(meeting.number - 1)];
    if (!story.phq9) continue;
    client::RecordCheckIn phq;
    phq.group = id;
    phq.session = key;
    phq.member = member_ids_.at(group.name)[i];
    phq.instrument = "phq9";
    phq.instrument_version = phq9_version;
    for (const int value : *story.phq9) phq.answers.push_back(answer_of(value));
    phq.language = "sw";
    if (auto done = act(group.facilitator, phq); !done) return done;
    client::RecordCheckIn mood = phq;
    mood.instrument = "mood10";
    mood.instrument_version = mood_version;
    mood.answers = {answer_of(story.mood)};
    if (auto done = act(group.facilitator, mood); !done) return done;
    summary_.check_ins += 2;
  }
  return {};
}

Result<void> DemoPlay::see_alarms(const std::string& handle, bool resolve) {
  client::Client& client = laptops_.at(handle)->client();
  for (const auto& [name, id] : group_ids_) {
    for (const client::AlarmRow& row : client::alarm_view(client.replica(), packs_, id)) {
      const auto others = row.raised_without(client.identity()->account);
      if (!row.seen && !others.empty()) {
        if (auto done = act(handle, client::AcknowledgeAlarm{id, row.member, others}); !done) {
          return done;
        }
      }
      if (!resolve) continue;
      wait(hours(20));
      if (auto done = act(handle, client::ResolveRisk{id, row.member, row.shown()}); !done) {
        return done;
      }
    }
  }
  return {};
}

// The worker corrects a note of the group that ended while he had no network; in the meantime his
// work there ended too. What he wrote waited for somebody to decide, and wasn't taken.
Result<void> DemoPlay::have_one_refused() {
  const GroupId id = group_ids_.at("Asubuhi");
  be_at(0, today_ + (-6), 540);
  connect("daniel");
  disconnect("daniel");
  auto done = server_->hub().run_alone([&](server::Hub& hub) -> Result<void> {
    const auto ended =
        server::end_grants(hub, {"neema", now()}, "daniel", "Asubuhi", "the group has ended");
    return ended ? Result<void>{} : fail(ended.error());
  });
  if (!done) return done;
  client::WriteNote note;
  note.group = id;
  note.text = "They want to go on meeting on their own, under the tree.";
  if (done = act("daniel", note); !done) return done;
  be_at(0, today_ + (-5), 600);
  connect("daniel");
  const auto* stream = &laptops_.at("daniel")->client().replica();
  std::vector<client::OwnVerdict> held;
  for (const auto& [place, verdict] : stream->verdicts()) {
    if (verdict.held) held.push_back(verdict);
  }
  for (const client::OwnVerdict& verdict : held) {
    done = server_->hub().run_alone([&](server::Hub& hub) -> Result<void> {
      const model::HoldKey key{verdict.stream, stream->writer(), verdict.number};
      return server::settle_hold(hub, {"neema", now()}, key, false, "the group has ended");
    });
    if (!done) return done;
    ++summary_.refused;
  }
  settle();
  disconnect("daniel");
  connect("josephine");
  disconnect("josephine");
  connect("rose");
  disconnect("rose");
  return {};
}

// A day of first questions at the first site. What they raised the supervisor has seen.
Result<void> DemoPlay::ask_at_the_site() {
  be_at(0, today_ + (-4), 560);
  connect("rose");
  const auto& directory = laptops_.at("rose")->client().replica().directory();
  const SiteId site = directory.group(group_ids_.at("Mwembe"))->site;
  for (const client::Intent& intent : list_of_people(site, today_ + (-4), random_)) {
    if (auto done = act("rose", intent); !done) return done;
    wait(minutes(4));
  }
  disconnect("rose");
  connect("josephine");
  const GroupId list = model::list_of(site);
  const client::Client& client = laptops_.at("josephine")->client();
  for (const client::AlarmRow& row : client::alarm_view(client.replica(), packs_, list)) {
    const auto others = row.raised_without(client.identity()->account);
    if (others.empty()) continue;
    auto done = act("josephine", client::AcknowledgeAlarm{list, row.member, others});
    if (!done) return done;
  }
  disconnect("josephine");
  for (const char* handle : {"rose", "daniel"}) {
    connect(handle);
    disconnect(handle);
  }
  return {};
}

void DemoPlay::count() {
  summary_.groups = static_cast<int>(story_.groups.size());
  for (const DemoGroup& group : story_.groups) {
    summary_.members += static_cast<int>(group.members.size());
  }
  const client::Client& seer = laptops_.at("josephine")->client();
  for (const auto& [name, id] : group_ids_) {
    const auto& alarms = seer.replica().alarm(id);
    summary_.alarms += static_cast<int>(alarms.raised.size());
    for (const client::AlarmRow& row : client::alarm_view(seer.replica(), packs_, id)) {
      if (!row.seen) ++summary_.unseen;
    }
  }
  for (const auto& [handle, laptop] : laptops_) {
    std::size_t unsent = 0;
    for (const auto& [id, stream] : laptop->client().replica().streams()) {
      unsent += client::Replica::unsent(stream);
    }
    if (unsent > 0) ++summary_.silent_laptops;
  }
}

}  // namespace baraza::sim
