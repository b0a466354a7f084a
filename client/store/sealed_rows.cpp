// SPDX-License-Identifier: Apache-2.0
#include "client/store/sealed_rows.h"

#include "client/core/record_bytes.h"
#include "shared/op/hash.h"

namespace baraza::client {
namespace {

constexpr std::size_t check_bytes = 16;

Bytes check_of(ByteView context, ByteView record) {
  const Hash hash = Hasher("baraza client row v1").add(context).add(record).finish();
  return Bytes(hash.view().substr(0, check_bytes));
}

}  // namespace

Bytes RowName::context() const {
  return vault::row_context(table, RecordWriter().number(stream).number(number).take());
}

Bytes SealedRows::seal(const RowName& row, ByteView record) const {
  const Bytes context = row.context();
  Bytes plain = check_of(context, record);
  plain += record;
  return sealer_->seal(plain, context);
}

Result<Bytes> SealedRows::open_record(const RowName& row, ByteView sealed,
                                      std::string_view what) const {
  const Bytes context = row.context();
  auto plain = sealer_->open(sealed, context);
  if (!plain) {
    Error error = damaged_store(std::string(what) + " doesn't open (" + plain.error().detail + ")");
    if (plain.error().code == Code::unsupported_version) error.code = Code::unsupported_version;
    return fail(std::move(error));
  }
  if (plain->size() < check_bytes ||
      check_of(context, ByteView(*plain).substr(check_bytes)) != plain->substr(0, check_bytes)) {
    return fail(damaged_store(std::string(what) + " isn't what was written there"));
  }
  return plain->substr(check_bytes);
}

Error SealedRows::damaged_store(std::string what) {
  return {Code::storage_damaged, "this laptop's store: " + std::move(what) +
                                     "; delete nothing, keep the folder and ask for help"};
}

}  // namespace baraza::client
