// SPDX-License-Identifier: Apache-2.0
#include "server/core/founding.h"

namespace baraza::server {

Result<void> found(LogStore& store, const Founder& founder, Random& random) {
  const auto epoch = store.meta("epoch");
  if (!epoch) return fail(epoch.error());
  if (epoch->has_value()) return fail(Code::already_exists, "this folder holds a log already");
  if (auto begun = store.begin(); !begun) return begun;
  const auto id = random.id<Epoch>();
  for (const auto& [name, value] : {std::pair<std::string_view, ByteView>{"epoch", id.view()},
                                    {"commit", "0"},
                                    {"founder.account", founder.account.view()},
                                    {"founder.handle", founder.handle},
                                    {"founder.name", founder.name}}) {
    if (auto put = store.put_meta(name, value); !put) {
      store.rollback();
      return put;
    }
  }
  return store.commit();
}

Result<Founder> founder_of(LogStore& store) {
  Founder out;
  const auto account = store.meta("founder.account");
  const auto handle = store.meta("founder.handle");
  const auto name = store.meta("founder.name");
  if (!account) return fail(account.error());
  if (!handle) return fail(handle.error());
  if (!name) return fail(name.error());
  const auto id = account->has_value() ? AccountId::from(**account) : std::nullopt;
  if (!id || !handle->has_value() || !name->has_value()) {
    return fail(Code::storage_damaged, "the log doesn't say who founded it");
  }
  return Founder{*id, **handle, **name};
}

}  // namespace baraza::server
