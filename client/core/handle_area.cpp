// SPDX-License-Identifier: Apache-2.0
#include "client/core/intent_parts.h"
#include "shared/model/make.h"

namespace baraza::client {

Result<Plan> handle(const IntentContext& context, const ChooseFocalArea& intent, Random&) {
  const model::FocalChoice& choice = intent.choice;
  if (auto known = need_member(context, intent.group, choice.member); !known) {
    return fail(known.error());
  }
  const model::MainState& main = context.replica.main(intent.group);
  model::Replaces replaces;
  bool disputed = false;
  if (const auto at = main.areas.find(choice.member); at != main.areas.end()) {
    replaces = at->second.refs(main.basics.replaced);
    disputed = at->second.disputed(main.basics.replaced);
    const auto* shown = at->second.shown(main.basics.replaced);
    if (!disputed && shown != nullptr && shown->value == choice) {
      return fail(Code::already_exists, "this is what the member works on already");
    }
  }
  if (disputed && !intent.settles) {
    return fail(Code::invalid_argument, "different areas stand here: settle which one holds");
  }
  if (!disputed && intent.settles) {
    return fail(Code::not_found, "no different areas stand here: there is nothing to settle");
  }
  PlanWriter plan(context, intent.group);
  plan.add(model::make_focal_area_chosen(choice, std::move(replaces)));
  return plan.finish();
}

}  // namespace baraza::client
