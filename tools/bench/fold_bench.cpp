// SPDX-License-Identifier: Apache-2.0
#include "shared/model/apply.h"
#include "shared/op/derive.h"
#include "shared/system/random.h"
#include "tools/bench/course_year.h"
#include "tools/bench/samples.h"

namespace baraza::bench {

Result<Json> bench_fold(const FoldOptions& options) {
  const auto packs = content::PackLibrary::from(content::shipped_packs(), pack_hash);
  if (!packs) return fail(packs.error());
  SystemRandom random;
  std::vector<std::vector<Entry>> groups;
  std::size_t bytes = 0;
  for (int i = 0; i < options.groups; ++i) {
    groups.push_back(course_year(static_cast<std::size_t>(options.ops), *packs, random));
    for (const Entry& entry : groups.back()) bytes += entry.head.size() + entry.body.size();
  }

  Samples fold;
  Samples digest;
  for (int round = 0; round < options.rounds; ++round) {
    std::vector<model::StreamState> states;
    states.reserve(groups.size());
    const SteadyTime began = steady_now();
    for (const auto& entries : groups) {
      model::StreamState& state = states.emplace_back(model::empty_state(StreamKind::main));
      for (const Entry& entry : entries) {
        const auto op = open_entry(entry);
        if (!op) return fail(op.error());
        model::apply(state, *op);
      }
    }
    const SteadyTime folded = steady_now();
    for (const auto& state : states) {
      if (model::digest_of(state).is_zero()) return fail(Code::internal, "a digest of nothing");
    }
    digest.add(ms_between(folded, steady_now()));
    fold.add(ms_between(began, folded));
    for (const auto& state : states) {
      const model::Basics& basics = model::basics_of(state);
      if (basics.unreadable != 0 || basics.from_newer != 0) {
        return fail(Code::internal, "there are ops that don't fold");
      }
    }
  }
  const double ops = static_cast<double>(options.groups) * options.ops;
  return Json{{"groups", options.groups},
              {"ops_per_group", options.ops},
              {"head_and_body_bytes", bytes},
              {"rounds", options.rounds},
              {"fold_all", fold.json()},
              {"digest_all", digest.json()},
              {"folded_ops_per_s", static_cast<std::int64_t>(ops / fold.percentile_ms(50) * 1000)}};
}

}  // namespace baraza::bench
