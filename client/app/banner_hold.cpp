// SPDX-License-Identifier: Apache-2.0
#include "client/app/banner_hold.h"

#include <algorithm>

namespace baraza::app {
namespace {

void take_banner(client::ShellModel& to, const client::ShellModel& from) {
  to.banner = from.banner;
  to.banner_who = from.banner_who;
  to.banner_member = from.banner_member;
}

}  // namespace

Tick BannerHold::due() const {
  return std::min(touched_ + quiet, *waits_since_ + longest);
}

void BannerHold::settle(client::ShellModel& model, Tick now) {
  const bool is_same = model.banner.empty() == shown_.banner.empty();
  if (!is_same && !waits_since_) waits_since_ = now;
  if (is_same || moved_ || due() <= now) {
    take_banner(shown_, model);
    waits_since_.reset();
    moved_ = false;
  } else {
    take_banner(model, shown_);
  }
}

std::optional<Tick> BannerHold::next_change() const {
  if (!waits_since_) return std::nullopt;
  return due();
}

}  // namespace baraza::app
