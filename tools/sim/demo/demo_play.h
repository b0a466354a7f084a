// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>

#include "client/core/intents.h"
#include "tools/sim/demo/demo_district.h"
#include "tools/sim/demo/demo_laptop.h"

namespace baraza::sim {

// Plays a story onto a server and the laptops of its people. Used once, by make_demo_district().
class DemoPlay {
 public:
  DemoPlay(const DemoOptions& options, const content::PackLibrary& packs);

  Result<void> run();
  const DemoSummary& summary() const { return summary_; }

 private:
  // --- the district -------------------------------------------------------------------------
  Result<void> found();
  Result<void> enrol_everybody(const std::string& host, std::uint16_t port);

  // --- time and the network -----------------------------------------------------------------
  Now now() const;
  // The clock at a site; never back.
  void be_at(std::size_t site, CivilDate date, int minute);
  void wait(Duration time);
  void connect(const std::string& handle);
  void disconnect(const std::string& handle);
  void settle();
  Result<void> act(const std::string& handle, const client::Intent& intent);

  // --- the weeks ----------------------------------------------------------------------------
  struct Meeting {
    const DemoGroup* group = nullptr;
    int number = 0;  // 0: the members get their seats
    CivilDate date;
  };
  Result<void> seat_members(const Meeting& meeting);
  Result<void> talk_first(const Meeting& meeting);
  Result<void> choose_areas(const Meeting& meeting);
  Result<void> work(const Meeting& meeting, const model::SessionKey& session);
  Result<void> hold(const Meeting& meeting);
  Result<void> mark(const Meeting& meeting, const model::SessionKey& key);
  Result<void> check_in(const Meeting& meeting, const model::SessionKey& key);
  Result<void> see_alarms(const std::string& handle, bool resolve);
  Result<void> dispute(const Meeting& meeting, const model::SessionKey& key, std::size_t member,
                       const client::MarkAttendance& other);
  Result<void> have_one_refused();
  Result<void> ask_at_the_site();
  Result<model::SessionKey> session_on(const std::string& handle, const Meeting& meeting) const;
  void count();

  const DemoOptions& options_;
  const content::PackLibrary& packs_;
  SimRandom random_;
  CivilDate today_;
  DemoStory story_;
  std::int64_t wall_ms_ = 0;
  std::unique_ptr<DemoServer> server_;
  std::map<std::string, GroupId> group_ids_;
  std::map<std::string, std::vector<MemberId>> member_ids_;  // in seat order
  std::map<std::string, std::unique_ptr<DemoLaptop>> laptops_;
  DemoSummary summary_;
};

}  // namespace baraza::sim
