// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/core/handle_intent.h"

// What the handlers of the areas share; for client/core's own sources.
namespace baraza::client {

using Plan = std::vector<PlannedRun>;

// Collects drafts by their stream. `group` owns the streams of the group, its site the intake.
class PlanWriter {
 public:
  PlanWriter(const IntentContext& context, const GroupId& group);
  PlanWriter(const IntentContext& context, const SiteId& site);
  // For a group that the replica's directory doesn't know yet.
  PlanWriter(const IntentContext& context, const SiteId& site, const GroupId& group,
             const policy::Directory& directory);

  void add(OpDraft draft);
  // The plan, or why it isn't this person's to write.
  Result<Plan> finish();

 private:
  AnyId owner_of(StreamKind kind) const;

  const policy::Directory& directory_;
  AccountId author_;
  GroupId group_;  // zero: of a site
  SiteId site_;
  Plan plan_;
};

// not_found unless this laptop knows the group, a member or former member of it, a session of it.
Result<void> need_group(const IntentContext& context, const GroupId& group);
// The same for where an alarm is said: a group, or a site's list.
Result<void> need_alarm_place(const IntentContext& context, const GroupId& group);
Result<void> need_member(const IntentContext& context, const GroupId& group,
                         const MemberId& member);
Result<void> need_session(const IntentContext& context, const GroupId& group,
                          const model::SessionKey& session);
// not_found unless this person stands on the list of this site.
Result<void> need_person(const IntentContext& context, const SiteId& site, const PersonId& person);
// True if the alarm stream here has a flag for this piece of evidence.
bool is_flagged(const model::AlarmState& alarm, const EvidenceId& evidence);
// True if a closing of the session stands.
bool is_closed(const model::MainState& main, const model::SessionKey& session);

Result<Plan> handle(const IntentContext& context, const RegisterPerson& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const AddMember& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const OpenTodaySession& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const OpenExtraSession& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const MarkAttendance& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const SettleAttendance& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const ReopenAttendance& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const RecordCheckIn& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const CorrectCheckIn& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const WithdrawCheckIn& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const ChooseFocalArea& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const RaiseWorry& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const RaiseItemRisk& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const AcknowledgeAlarm& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const ResolveRisk& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const WriteNote& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const AmendNote& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const CloseSession& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const AmendSession& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const WriteAgain& intent, Random& random);
template <class T>
Result<Plan> handle(const IntentContext& context, const WriteOfGroup<T>& intent, Random& random);
template <class T>
Result<Plan> handle(const IntentContext& context, const WriteOfSite<T>& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const AgreeStep& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const ReviewStep& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const KnowWhisper& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const RecordScreening& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const FormGroup& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const EndMembership& intent, Random& random);
Result<Plan> handle(const IntentContext& context, const MoveMember& intent, Random& random);

}  // namespace baraza::client
