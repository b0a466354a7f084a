// SPDX-License-Identifier: Apache-2.0
#include "client/app/banner_hold.h"

namespace baraza::app {
namespace {

void take_banner(client::ShellModel& to, const client::ShellModel& from) {
  to.banner = from.banner;
  to.banner_who = from.banner_who;
  to.banner_member = from.banner_member;
}

}  // namespace

void BannerHold::settle(client::ShellModel& model, Tick now) {
  // Other words in the same place move nothing.
  const bool moves = model.banner.empty() != shown_.banner.empty();
  if (hold_.lets(moves, now)) {
    take_banner(shown_, model);
  } else {
    take_banner(model, shown_);
  }
}

}  // namespace baraza::app
