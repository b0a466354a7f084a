// SPDX-License-Identifier: Apache-2.0
#include "tools/sim/demo/demo_district.h"

#include <map>

#include "client/core/views/alarm_view.h"
#include "client/core/views/group_view.h"
#include "server/app/data_folder.h"
#include "shared/sync/enrolment_code.h"
#include "shared/system/zone.h"
#include "tools/sim/demo/demo_play.h"

namespace baraza::sim {
namespace {

constexpr std::string_view administrator = "neema";
constexpr std::string_view course = "who8";
constexpr int most_weeks = 160;  // no story is longer, so the monotonic clock is never below zero

}  // namespace

Result<void> DemoPlay::found() {
  const auto asking = [&] { return server::Asking{std::string(administrator), now()}; };
  server::Hub& hub = server_->hub();
  const auto run = [&](const server::Hub::Act& act) { return hub.run_alone(act); };
  auto done = run([&](server::Hub& h) -> Result<void> {
    const auto made =
        server::add_programme(h, asking(), story_.programme, *server_->folder().keys.programme,
                              server_->folder().keys.server_writer->public_key(), random_);
    return made ? Result<void>{} : fail(made.error());
  });
  if (!done) return done;
  for (const DemoSite& site : story_.sites) {
    done = run([&](server::Hub& h) -> Result<void> {
      const auto made = server::add_site(h, asking(), "", site.name, site.zone, random_);
      return made ? Result<void>{} : fail(made.error());
    });
    if (!done) return done;
  }
  for (const DemoStaff& person : story_.staff) {
    for (std::size_t site = 0; site < story_.sites.size(); ++site) {
      // A supervisor follows the groups of every site.
      if (site != person.site && person.role != model::Role::supervisor) continue;
      done = run([&](server::Hub& h) -> Result<void> {
        server::NewAccount account;
        account.site = story_.sites[site].name;
        account.handle = person.handle;
        account.name = person.name;
        account.phone = person.phone;
        account.roles = {person.role};
        const auto made = server::add_account(h, asking(), account, random_);
        return made ? Result<void>{} : fail(made.error());
      });
      if (!done) return done;
    }
  }
  const auto* pack = packs_.find_course(course, 1);
  if (pack == nullptr) return fail(Code::not_found, "the course of the demo isn't shipped");
  for (const DemoGroup& group : story_.groups) {
    done = run([&](server::Hub& h) -> Result<void> {
      server::NewGroup fresh;
      fresh.site = story_.sites[group.site].name;
      fresh.name = group.name;
      fresh.course = {pack->id, pack->version, pack->version_hash};
      fresh.first_session = group.first_session;
      fresh.interval_days = static_cast<std::uint32_t>(pack->interval_days);
      fresh.facilitators = {group.facilitator};
      fresh.workers = {group.worker};
      fresh.supervisors = {"josephine"};
      fresh.supervisors_read_people = true;
      fresh.supervisors_read_words = true;
      const auto made = server::add_group(h, asking(), fresh, random_);
      if (!made) return fail(made.error());
      group_ids_[group.name] = *made;
      return {};
    });
    if (!done) return done;
  }
  return {};
}

Result<void> DemoPlay::enrol_everybody(const std::string& host, std::uint16_t port) {
  const auto identity = server::identity_of(options_.server_folder);
  if (!identity) return fail(identity.error());
  for (const DemoStaff& person : story_.staff) {
    const auto folder = options_.laptop_folder(person);
    if (!folder) return fail(folder.error());
    auto laptop = DemoLaptop::open(*folder, {options_.sealer(person), random_, packs_, *server_});
    if (!laptop) return fail(laptop.error());
    laptops_[person.handle] = std::move(*laptop);
    Bytes secret;
    auto done = server_->hub().run_alone([&](server::Hub& h) -> Result<void> {
      const auto made = server::make_enrol_secret(h, {std::string(administrator), now()},
                                                  person.handle, hours(1), random_);
      if (!made) return fail(made.error());
      secret = *made;
      return {};
    });
    if (!done) return done;
    sync::EnrolmentCode code;
    code.secret = secret;
    code.host = host;
    code.port = port;
    code.pin = identity->pin;
    const auto text = sync::encode_enrolment_code(code);
    if (!text) return fail(text.error());
    done = laptops_[person.handle]->enrol(*text, "laptop of " + person.handle, now());
    if (!done) return done;
    settle();
    if (!laptops_[person.handle]->client().identity()) {
      return fail(Code::unavailable, "the laptop of " + person.handle + " couldn't be enrolled");
    }
  }
  return {};
}

Now DemoPlay::now() const {
  return {Instant{wall_ms_}, Tick{wall_ms_ - options_.now.ms + hours(24 * 7 * most_weeks).ms}};
}

void DemoPlay::be_at(std::size_t site, CivilDate date, int minute) {
  // The zones of the demo have no summer time: the offset of noon holds for the day.
  const std::int64_t noon = std::int64_t{date.days} * 86'400'000 + 43'200'000;
  const auto local = zone_time(Instant{noon}, story_.sites[site].zone);
  const int ahead = local ? local->minute_of_day - 720 : 0;
  const std::int64_t then =
      std::int64_t{date.days} * 86'400'000 + std::int64_t{minute - ahead} * 60'000;
  wall_ms_ = std::max(wall_ms_ + 1, then);
}

void DemoPlay::wait(Duration time) {
  wall_ms_ += time.ms;
}

void DemoPlay::settle() {
  bool moved = true;
  while (moved) {
    moved = false;
    server_->end_batch();
    for (const DemoServer::Sent& sent : server_->take_sent()) {
      moved = true;
      for (auto& [handle, laptop] : laptops_) {
        if (laptop->owns(sent.line)) {
          laptop->on_sent(sent, now());
          break;
        }
      }
    }
    for (auto& [handle, laptop] : laptops_) {
      while (laptop->step(now())) moved = true;
    }
  }
}

void DemoPlay::connect(const std::string& handle) {
  laptops_.at(handle)->go_online(now());
  settle();
}

void DemoPlay::disconnect(const std::string& handle) {
  laptops_.at(handle)->go_offline();
}

Result<void> DemoPlay::act(const std::string& handle, const client::Intent& intent) {
  wait(seconds(random_.between(4, 40)));
  auto done = laptops_.at(handle)->act(intent, now());
  if (!done) {
    return fail(done.error().code, handle + " couldn't write: " + done.error().detail);
  }
  settle();
  return {};
}

Result<DemoSummary> make_demo_district(const DemoOptions& options,
                                       const content::PackLibrary& packs) {
  DemoPlay play(options, packs);
  if (auto played = play.run(); !played) return fail(played.error());
  return play.summary();
}

}  // namespace baraza::sim
