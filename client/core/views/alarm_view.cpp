// SPDX-License-Identifier: Apache-2.0
#include "client/core/views/alarm_view.h"

#include <algorithm>

#include "client/core/views/people.h"
#include "shared/op/derive.h"
#include "shared/rules/risk.h"

namespace baraza::client {

std::vector<EvidenceId> AlarmRow::shown() const {
  std::vector<EvidenceId> out;
  out.reserve(evidence.size());
  for (const AlarmEvidenceRow& each : evidence) out.push_back(each.evidence);
  return out;
}

std::vector<EvidenceId> AlarmRow::raised_without(const AccountId& person) const {
  std::vector<EvidenceId> out;
  for (const AlarmEvidenceRow& each : evidence) {
    const auto& by = each.raised_by;
    if (std::find(by.begin(), by.end(), person) == by.end()) out.push_back(each.evidence);
  }
  return out;
}

std::vector<GroupId> alarm_places(const Replica& replica) {
  std::vector<GroupId> out;
  for (const auto& [group, entry] : replica.directory().groups()) out.push_back(group);
  for (const auto& [site, entry] : replica.directory().sites()) {
    out.push_back(model::list_of(site));
  }
  return out;
}

Code alarms_unknown(const Replica& replica, const GroupId& group) {
  const auto* stream = replica.find(stream_id(StreamKind::alarm, group));
  if (stream != nullptr) return stream->record.reads ? Code::none : Code::authority_ended;
  const bool known = replica.directory().group(group) != nullptr || replica.list(group) != nullptr;
  return known ? Code::unknown_stream : Code::not_found;
}

namespace {

std::vector<rules::OpenRisk> risks_of(const Replica& replica, const content::PackLibrary& packs,
                                      const GroupId& group, const model::AlarmState& alarm,
                                      const rules::PersonOf& person_of) {
  const auto* list = replica.list(group);
  if (list != nullptr) return rules::open_risks(alarm, *list, packs, person_of);
  return rules::open_risks(alarm, replica.main(group), packs, person_of);
}

}  // namespace

std::vector<AlarmRow> alarm_view(const Replica& replica, const content::PackLibrary& packs,
                                 const GroupId& group) {
  const StreamId alarm_stream = stream_id(StreamKind::alarm, group);
  // Where the answers are that say so without a flag.
  const bool is_list = replica.list(group) != nullptr;
  const StreamId answers = is_list ? stream_id(StreamKind::intake, model::site_of_list(group))
                                   : stream_id(StreamKind::main, group);
  std::vector<AlarmRow> out;
  const auto person_of = [&](const WriterId& writer) {
    const auto* entry = replica.directory().writer(writer);
    return entry == nullptr ? AccountId{} : entry->account;
  };
  const bool reads = alarms_unknown(replica, group) == Code::none;
  const model::AlarmState own = reads ? model::AlarmState{} : replica.own_alarms(group);
  for (const auto& risk :
       risks_of(replica, packs, group, reads ? replica.alarm(group) : own, person_of)) {
    AlarmRow row;
    row.group = group;
    row.member = risk.member;
    row.name = member_name(replica, group, risk.member);
    row.urgency = risk.urgency();
    row.seen = risk.seen();
    row.reached = true;
    row.knowable = reads;
    for (const auto& evidence : risk.evidence) {
      AlarmEvidenceRow each;
      each.evidence = evidence.evidence;
      each.source = evidence.source;
      each.urgency = evidence.urgency;
      each.check_in = evidence.check_in;
      each.session = evidence.session;
      each.flagged = evidence.flagged;
      each.by = staff_name(replica, evidence.by.id.writer);
      for (const WriterId& writer : evidence.raised_by) {
        const AccountId person = person_of(writer);
        const bool is_new =
            !person.is_zero() &&
            std::find(each.raised_by.begin(), each.raised_by.end(), person) == each.raised_by.end();
        if (is_new) each.raised_by.push_back(person);
      }
      each.when = evidence.wall;
      each.where = replica.where(evidence.flagged ? alarm_stream : answers, evidence.by.id);
      for (const auto& sight : evidence.seen) {
        each.seen.push_back({staff_name(replica, sight.by.id.writer), sight.wall});
      }
      if (each.where != Where::on_the_server) row.reached = false;
      row.evidence.push_back(std::move(each));
    }
    out.push_back(std::move(row));
  }
  std::stable_sort(out.begin(), out.end(), [](const AlarmRow& a, const AlarmRow& b) {
    if (a.urgency != b.urgency) return a.urgency > b.urgency;
    return !a.seen && b.seen;
  });
  return out;
}

}  // namespace baraza::client
