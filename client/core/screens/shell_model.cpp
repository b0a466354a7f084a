// SPDX-License-Identifier: Apache-2.0
#include "client/core/screens/shell_model.h"

#include <algorithm>

#include "client/core/screens/course_words.h"
#include "client/core/screens/needs_model.h"
#include "client/core/screens/next_session.h"
#include "client/core/screens/person_words.h"
#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "shared/text/fill.h"

namespace baraza::client {
namespace {

void add_places(const ScreenContext& context, ShellModel& out) {
  const text::Catalogue& words = context.words;
  const std::size_t needs = needs_list(context).size();
  const auto add = [&](RailPlace place, std::string word, std::size_t badge = 0) {
    out.places.push_back({place, std::move(word), badge});
  };
  if (starts_on_watch(context.replica, context.self)) {
    add(RailPlace::watch, words.translate("Watch"));
    add(RailPlace::groups, words.translate("Groups"));
    add(RailPlace::needs, words.translate("Needs you"), needs);
    return;
  }
  add(RailPlace::home, words.translate("Home"));
  add(RailPlace::groups, words.translate("Groups"));
  add(RailPlace::session, words.translate("Session"));
  add(RailPlace::needs, words.translate("Needs you"), needs);
  add(RailPlace::supervisor, words.translate("Supervisor"));
}

std::string banner_words(const ScreenContext& context, const AlarmRow& row) {
  if (!row.knowable) {
    return context.words.translate("Nobody here can tell whether this was seen. Call to be sure.");
  }
  if (supervises_group(context.replica, context.self, row.group)) {
    return context.words.translate("Nobody has said that they have seen this.");
  }
  return context.words.translate("Your supervisor has not seen this yet.");
}

void add_banner(const ScreenContext& context, const GroupId& group, ShellModel& out) {
  std::vector<std::string> names;
  for (const AlarmRow& row : alarm_view(context.replica, context.packs, group)) {
    if (row.seen) continue;
    if (names.empty()) {
      out.banner = banner_words(context, row);
      out.banner_member = row.member;
    }
    names.push_back(member_called(context, group, row.member));
  }
  out.banner_who = names_words(context.words, names);
}

std::string leaving_words(const ScreenContext& context) {
  for (const GroupId& group : alarm_places(context.replica)) {
    for (const AlarmRow& row : alarm_view(context.replica, context.packs, group)) {
      if (row.reached) continue;
      const auto whom = supervisors(context, group);
      if (whom.empty()) {
        return context.words.translate(
            "A worry has not reached anyone yet. Call your supervisor before you close.");
      }
      std::string name = first_name(whom.front().name);
      if (!whom.front().phone.empty()) {
        name = text::fill(context.words.translate("{name} ({phone})"),
                          {{"name", name}, {"phone", whom.front().phone}});
      }
      return text::fill(context.words.translate(
                            "A worry has not reached anyone yet. Call {name} before you close."),
                        {{"name", name}});
    }
  }
  return {};
}

void add_help(const text::Catalogue& words, ShellModel& out) {
  out.help = {
      {"Tab", words.translate("from one group of controls to the next")},
      {words.translate("Arrows"), words.translate("inside a group")},
      {"Enter", words.translate("presses what has the ring")},
      {"Esc", words.translate("one level back")},
      {"Ctrl+1-5", words.translate("the places on the left")},
      {"F9", words.translate("hides or shows names and scores")},
      {"Ctrl+L", words.translate("locks this laptop")},
      {"F1", words.translate("this help")},
  };
}

}  // namespace

bool starts_on_watch(const Replica& replica, const AccountId& self) {
  bool supervises = false;
  for (const auto* grant : replica.directory().grants_of(self)) {
    if (grant->ended) continue;
    const model::Role role = grant->grant.role;
    if (role == model::Role::facilitator || role == model::Role::worker) return false;
    supervises = supervises || role == model::Role::supervisor;
  }
  return supervises;
}

ShellModel shell_model(const ScreenContext& context, const std::optional<GroupId>& group) {
  const text::Catalogue& words = context.words;
  ShellModel out;
  add_places(context, out);
  if (const auto next = next_session(context)) {
    out.session = SessionTarget{next->group, next->progress.session};
  } else {
    out.no_session = words.translate("No session is planned in a group that you run.");
  }
  out.privacy = context.privacy;
  out.sync = sync_model(context);
  if (const auto* self = context.replica.directory().account(context.self)) {
    out.person = self->account.name;
    out.initials = initials(self->account.name);
  }
  out.tint = tint_of(context.self);
  if (group) add_banner(context, *group, out);
  out.leaving = leaving_words(context);
  add_help(words, out);
  out.privacy_word = context.privacy ? words.translate("Show names") : words.translate("Privacy");
  out.settings_word = words.translate("Settings");
  out.lock_word = words.translate("Lock");
  out.help_title = words.translate("Keys on this screen");
  out.close_word = words.translate("Close");
  out.open_word = words.translate("Open");
  out.undo_word = words.translate("Undo");
  out.back_words = words.translate("Back to {place}");
  out.leaving_title = words.translate("Leave now?");
  out.go_back_word = words.translate("Go back");
  out.lock_anyway_word = words.translate("Lock anyway");
  out.close_anyway_word = words.translate("Close anyway");
  return out;
}

}  // namespace baraza::client
