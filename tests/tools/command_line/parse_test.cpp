// SPDX-License-Identifier: Apache-2.0
#include "tools/command_line/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <CLI/CLI.hpp>

namespace baraza::command_line {
namespace {

using testing::HasSubstr;

class CommandFault : public testing::Test {
 protected:
  CommandFault() {
    app_.add_option("--data", data_, "a folder");
    app_.add_flag("--json", json_);
    app_.require_subcommand(1);
    CLI::App* group = app_.add_subcommand("group", "groups");
    group->require_subcommand(1);
    CLI::App* add = group->add_subcommand("add", "add a group");
    add->add_option("NAME", name_, "its name");
    add->add_option("--every", every_, "days between its sessions");
    app_.add_subcommand("grant", "grants");
    app_.add_subcommand("verify", "verify all");
  }
  std::string fault(const std::vector<std::string>& words) {
    return command_fault(app_, words).value_or("");
  }

  CLI::App app_{"A program", "program"};
  std::string data_;
  std::string name_;
  int every_ = 0;
  bool json_ = false;
};

TEST_F(CommandFault, NamesAMistypedCommandAndTheOneThatWasMeant) {
  EXPECT_EQ(
      fault({"--data", "x", "grup", "add"}),
      "there is no command \"grup\"; did you mean \"group\"? There are: group, grant, verify");
  EXPECT_THAT(fault({"ver"}), HasSubstr("did you mean \"verify\"?"));
}

TEST_F(CommandFault, NamesAMistypedCommandBelowAnother) {
  EXPECT_EQ(fault({"group", "--json", "ad"}),
            "there is no command \"group ad\"; did you mean \"group add\"? There are: add");
}

TEST_F(CommandFault, GuessesNothingFromAWordThatIsNoLikeness) {
  EXPECT_EQ(fault({"zebra"}), "there is no command \"zebra\". There are: group, grant, verify");
}

TEST_F(CommandFault, ListsTheCommandsWhereNoneIsGiven) {
  EXPECT_EQ(fault({"--data", "grant"}), "say which command: group, grant, verify");
  EXPECT_EQ(fault({"group"}), "\"group\" needs to know what: add");
}

TEST_F(CommandFault, SaysNothingWhereTheCommandsAreRight) {
  EXPECT_EQ(fault({"group", "add", "Tuesday", "--wrong"}), "");
  EXPECT_EQ(fault({"--data=x", "verify"}), "");
}

TEST_F(CommandFault, HelpOfAllShowsTheOptionsOfNestedCommands) {
  const std::string help = help_of_all(app_);
  EXPECT_THAT(help, HasSubstr("program group add"));
  EXPECT_THAT(help, HasSubstr("--every"));
  EXPECT_THAT(help, HasSubstr("days between its sessions"));
}

}  // namespace
}  // namespace baraza::command_line
