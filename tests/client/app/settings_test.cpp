// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>

#include "client/app/laptop_settings.h"
#include "client/app/worker.h"
#include "tests/shared/system/temporary_folder.h"

namespace baraza::app {
namespace {

TEST(LaptopSettings, AreReadAsTheyWereWritten) {
  const TemporaryFolder folder;
  EXPECT_EQ(read_settings(folder.path()), LaptopSettings{});
  const LaptopSettings chosen{"sw", ui::TextSize::largest, ui::Theme::high_contrast, true};
  ASSERT_TRUE(write_settings(folder.path(), chosen));
  EXPECT_EQ(read_settings(folder.path()), chosen);
}

TEST(LaptopSettings, NonsenseIsNoReasonNotToStart) {
  const TemporaryFolder folder;
  const auto with = [&](const std::string& text) {
    std::ofstream(folder.path() / "settings.json") << text;
    return read_settings(folder.path());
  };
  EXPECT_EQ(with("{"), LaptopSettings{});
  EXPECT_EQ(with("[1, 2]"), LaptopSettings{});
  EXPECT_EQ(with(R"({"theme": 7, "text_size": "huge"})"), LaptopSettings{});
  EXPECT_EQ(with(R"({"theme": "dark", "text_size": "huge"})").theme, ui::Theme::dark);
}

TEST(Worker, DoesJobsInOrderAndHandsTheirEndsBack) {
  std::atomic<int> woken = 0;
  std::vector<int> done;
  std::atomic<bool> last = false;
  {
    Worker worker([&] { ++woken; });
    for (int i = 0; i < 5; ++i) {
      worker.post([&, i]() -> Worker::Ending { return [&, i] { done.push_back(i); }; });
    }
    while (done.size() < 5) worker.deliver();
    EXPECT_EQ(done, (std::vector{0, 1, 2, 3, 4}));
    EXPECT_EQ(woken, 5);
    worker.post([&]() -> Worker::Ending {
      last = true;
      return [&] { done.push_back(99); };
    });
  }
  EXPECT_TRUE(last) << "what was posted is done before it ends";
  EXPECT_EQ(done.size(), 5U) << "and nobody is there to hear of it";
}

}  // namespace
}  // namespace baraza::app
