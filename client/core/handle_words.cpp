// SPDX-License-Identifier: Apache-2.0
#include "client/core/intent_parts.h"
#include "shared/model/make.h"

namespace baraza::client {

Result<Plan> handle(const IntentContext& context, const WriteNote& intent, Random& random) {
  if (auto known = need_group(context, intent.group); !known) return fail(known.error());
  if (!intent.member.is_zero()) {
    if (auto known = need_member(context, intent.group, intent.member); !known) {
      return fail(known.error());
    }
  }
  PlanWriter plan(context, intent.group);
  plan.add(
      model::make_note_written({random.id<NoteId>(), intent.session, intent.member, intent.text}));
  return plan.finish();
}

Result<Plan> handle(const IntentContext& context, const AmendNote& intent, Random&) {
  if (auto known = need_group(context, intent.group); !known) return fail(known.error());
  const model::WordsState& words = context.replica.words(intent.group);
  const auto at = words.texts.find(intent.note);
  if (at == words.texts.end()) return fail(Code::not_found, "this note isn't on this laptop");
  model::Note note;
  note.note = intent.note;
  note.text = intent.text;
  PlanWriter plan(context, intent.group);
  plan.add(model::make_note_amended(note, at->second.refs(words.basics.replaced)));
  return plan.finish();
}

}  // namespace baraza::client
