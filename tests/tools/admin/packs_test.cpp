// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/shared/system/temporary_folder.h"
#include "tests/tools/admin/programs.h"

namespace baraza {
namespace {

using testing::HasSubstr;

class PackCommand : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) {
    const std::string path = (folder_.path() / name).string();
    std::ofstream(path) << text;
    return path;
  }
  Ran run(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {admin_program(), "pack"});
    return run_program(arguments);
  }

  TemporaryFolder folder_;
};

TEST_F(PackCommand, ListsWhatComesWithBaraza) {
  Ran ran = run_program({admin_program(), "--json", "pack", "list"});
  ASSERT_EQ(ran.status, 0) << ran.err;
  const auto rows = nlohmann::json::parse(ran.out);
  EXPECT_EQ(rows.size(), 16U);
  EXPECT_EQ(rows[0]["kind"], "course");
  EXPECT_EQ(rows[0]["holds"], "12 sessions for one person");
}

TEST_F(PackCommand, ACourseMayNameWhatComesWithBaraza) {
  const std::string file = write("ours.textproto", R"(course {
  id: "ours" version: 1 title: "Ours" licence_note: "ours" interval_days: 7
  steps_id: "ipt_steps" steps_version: 1
  size { min_members: 6 max_members: 8 }
  phases { kind: PHASE_KIND_INITIAL setting: SETTING_GROUP title: "All"
    plans { first: 1 last: 4 steps { id: "arrive" minutes: 5 } } }
  measures { instrument_id: "who5" instrument_version: 1 cadence: MEASURE_CADENCE_EVERY_SESSION }
  completion { min_sessions_attended: 3 }
}
)");
  const Ran ran = run({"check", file});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("4 sessions for 6 to 8 members"));
}

TEST_F(PackCommand, SaysEveryFaultOfEveryFileWithLineAndColumn) {
  const std::string course = write("course.textproto", R"(course {
  id: "ours" version: 1 title: "Ours" licence_note: "ours" interval_days: 0
  steps_id: "ipt_steps" steps_version: 1
  size { min_members: 6 max_members: 4 }
  phases { kind: PHASE_KIND_INITIAL setting: SETTING_GROUP title: "All"
    plans { first: 1 last: 4 steps { id: "arrive" } } }
  completion { min_sessions_attended: 3 }
}
)");
  const std::string typing = write("typing.textproto", "instrument {\n  idd: \"x\"\n}\n");
  const Ran ran = run({"check", course, typing});
  EXPECT_EQ(ran.status, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr(course + ":2:60: 'interval_days' is 0"));
  EXPECT_THAT(ran.err, HasSubstr(course + ":4:25: 'max_members' is below 'min_members'"));
  EXPECT_THAT(ran.err, HasSubstr(course + ":6:30: 'minutes' is 0"));
  EXPECT_THAT(ran.err, HasSubstr(typing + ":2:3: "));
}

TEST_F(PackCommand, AStepOrInstrumentThatNobodyHasIsAFault) {
  const std::string file = write("ours.textproto", R"(course {
  id: "ours" version: 1 title: "Ours" licence_note: "ours" interval_days: 7
  steps_id: "ipt_steps" steps_version: 1
  size { min_members: 6 max_members: 8 }
  phases { kind: PHASE_KIND_INITIAL setting: SETTING_GROUP title: "All"
    plans { first: 1 last: 4 steps { id: "dance" minutes: 5 } } }
  measures { instrument_id: "epds" instrument_version: 1 cadence: MEASURE_CADENCE_EVERY_SESSION }
  completion { min_sessions_attended: 3 }
}
)");
  const Ran ran = run({"check", file});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr(file + ":6:30: no step 'dance' in 'ipt_steps' version 1"));
  EXPECT_THAT(ran.err, HasSubstr(file + ":7:3: instrument 'epds' version 1 has no text"));
}

TEST_F(PackCommand, AFileThatIsNotThereIsNamed) {
  const std::string file = (folder_.path() / "none").string();
  const Ran ran = run({"check", file});
  EXPECT_NE(ran.status, 0);
  EXPECT_THAT(ran.err, HasSubstr(file));
}

TEST_F(PackCommand, OtherCommandsStillNeedTheFolder) {
  const Ran ran = run_program({admin_program(), "--as", "rose", "list", "sites"});
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("--data DIR"));
}

}  // namespace
}  // namespace baraza
