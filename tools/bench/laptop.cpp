// SPDX-License-Identifier: Apache-2.0
#include "tools/bench/laptop.h"

#include "shared/op/derive.h"

namespace baraza::bench {

Result<std::unique_ptr<Laptop>> Laptop::open(const std::filesystem::path& folder,
                                             const content::PackLibrary& packs,
                                             const client::StoreOptions& store) {
  std::unique_ptr<Laptop> out(new Laptop);
  client::Runtime::Options options;
  options.folder = folder;
  options.software = "baraza-bench";
  options.store = store;
  auto runtime =
      client::Runtime::open(std::move(options), out->sealer_, out->clock_, out->random_, packs);
  if (!runtime) return fail(runtime.error());
  out->runtime_ = std::move(*runtime);
  return out;
}

Result<void> Laptop::step_until(const std::function<bool()>& is_so, const std::string& what) {
  const Tick give_up = clock_.now().tick + seconds(30);
  while (!is_so()) {
    if (clock_.now().tick > give_up) return fail(Code::timed_out, "it did not happen: " + what);
    for (const client::Effect& effect : runtime_->step(milliseconds(100))) on_effect(effect);
  }
  return {};
}

Result<void> Laptop::join(const std::string& code, const GroupId& group) {
  if (auto begun = client().enrol(code, "bench"); !begun) return begun;
  return step_until(
      [&] {
        const client::Replica& replica = client().replica();
        return client().identity() && replica.directory().group(group) != nullptr &&
               replica.find(stream_id(StreamKind::main, group)) != nullptr &&
               replica.find(stream_id(StreamKind::people, group)) != nullptr;
      },
      "joining the server");
}

Result<void> Laptop::act(const client::Intent& intent) {
  const auto id = client().act(intent, runtime_->now());
  if (!id) return fail(id.error());
  return step_until([&] { return client().badge().saving == 0; }, "saving");
}

}  // namespace baraza::bench
