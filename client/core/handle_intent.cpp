// SPDX-License-Identifier: Apache-2.0
#include "client/core/handle_intent.h"

#include <algorithm>

#include "client/core/intent_parts.h"
#include "shared/base/limits.h"
#include "shared/model/apply.h"
#include "shared/op/derive.h"
#include "shared/policy/policy.h"

namespace baraza::client {
namespace {

// The check that the server makes, made before anything is written: what passes here is never
// refused for its body or its place.
Result<void> check_draft(const OpDraft& draft) {
  if (draft.body.size() + salt_bytes > limits::op_bytes) {
    return fail(Code::too_large, "there is more in it than one entry holds");
  }
  AuthoredOp op;
  op.head.kind = draft.kind;
  op.head.op_class = draft.op_class;
  op.head.subject = draft.subject;
  op.body = draft.body;
  const auto checked = model::check_body(draft.stream, op);
  if (checked) return {};
  const bool too_large = checked.error().code == Code::too_large;
  return fail(too_large ? Code::too_large : Code::invalid_argument, checked.error().detail);
}

}  // namespace

PlanWriter::PlanWriter(const IntentContext& context, const GroupId& group)
    : directory_(context.replica.directory()), author_(context.author), group_(group) {
  if (const auto* entry = directory_.group(group)) site_ = entry->site;
}

PlanWriter::PlanWriter(const IntentContext& context, const SiteId& site)
    : directory_(context.replica.directory()), author_(context.author), site_(site) {}

PlanWriter::PlanWriter(const IntentContext& context, const SiteId& site, const GroupId& group,
                       const policy::Directory& directory)
    : directory_(directory), author_(context.author), group_(group), site_(site) {}

AnyId PlanWriter::owner_of(StreamKind kind) const {
  const bool of_site = kind == StreamKind::intake || group_.is_zero();
  return of_site ? id_cast<AnyId>(site_) : id_cast<AnyId>(group_);
}

void PlanWriter::add(OpDraft draft) {
  const auto at = std::find_if(plan_.begin(), plan_.end(),
                               [&](const PlannedRun& run) { return run.kind == draft.stream; });
  if (at != plan_.end()) {
    at->drafts.push_back(std::move(draft));
    return;
  }
  const AnyId owner = owner_of(draft.stream);
  PlannedRun run{stream_id(draft.stream, owner), draft.stream, owner, {}};
  run.drafts.push_back(std::move(draft));
  plan_.push_back(std::move(run));
}

Result<Plan> PlanWriter::finish() {
  for (const PlannedRun& run : plan_) {
    for (const OpDraft& draft : run.drafts) {
      const auto decision =
          policy::decide(directory_, author_, {run.kind, run.owner}, draft.kind, draft.op_class);
      if (decision == policy::Decision::hold) {
        return fail(Code::authority_ended, "this group or site is no longer yours to write in");
      }
      if (decision != policy::Decision::allow) {
        return fail(Code::not_allowed, "this isn't yours to write in this group or at this site");
      }
      if (auto checked = check_draft(draft); !checked) return fail(checked.error());
    }
  }
  return std::move(plan_);
}

Result<void> need_group(const IntentContext& context, const GroupId& group) {
  if (context.replica.directory().group(group) != nullptr) return {};
  return fail(Code::not_found, "this group isn't on this laptop");
}

Result<void> need_alarm_place(const IntentContext& context, const GroupId& group) {
  if (context.replica.list(group) != nullptr) return {};
  return need_group(context, group);
}

Result<void> need_member(const IntentContext& context, const GroupId& group,
                         const MemberId& member) {
  if (auto found = need_group(context, group); !found) return found;
  if (context.replica.main(group).admissions.contains(member)) return {};
  return fail(Code::not_found, "this isn't a member of this group");
}

Result<void> need_session(const IntentContext& context, const GroupId& group,
                          const model::SessionKey& session) {
  if (auto found = need_group(context, group); !found) return found;
  const auto& sessions = context.replica.main(group).sessions;
  const auto at = sessions.find(session);
  if (at != sessions.end() && !at->second.openings.empty()) return {};
  return fail(Code::not_found, "this session hasn't been opened");
}

Result<void> need_person(const IntentContext& context, const SiteId& site, const PersonId& person) {
  if (context.replica.intake(site).persons.contains(person)) return {};
  return fail(Code::not_found, "this person isn't on the list of this site");
}

bool is_closed(const model::MainState& main, const model::SessionKey& session) {
  const auto at = main.sessions.find(session);
  return at != main.sessions.end() && at->second.closing.shown(main.basics.replaced) != nullptr;
}

Result<Plan> handle_intent(const IntentContext& context, const Intent& intent, Random& random) {
  return std::visit([&](const auto& each) { return handle(context, each, random); }, intent);
}

}  // namespace baraza::client
