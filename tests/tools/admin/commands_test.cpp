// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/shared/system/temporary_folder.h"
#include "tests/tools/admin/programs.h"

namespace baraza {
namespace {

using testing::HasSubstr;

const std::vector<std::string> kLists{"programmes", "sites",   "accounts",
                                      "groups",     "devices", "grants"};

std::string all_lists(const std::filesystem::path& folder) {
  std::string out;
  for (const std::string& what : kLists) out += as_rose(folder, {"list", what}) + "\n";
  return out;
}

// Each kind of command that changes something, once.
void change_everything(const std::filesystem::path& folder) {
  as_rose(folder, {"programme", "add", "Second"});
  as_rose(folder, {"site", "add", "Lira", "--zone", "Africa/Kampala", "--programme", "Demo"});
  as_rose(folder,
          {"account", "add", "max", "--name", "Max", "--role", "manager", "--programme", "Demo"});
  as_rose(folder, {"account", "add", "ida", "--name", "Ida", "--role", "facilitator", "--role",
                   "worker", "--site", "Lira", "--phone", "0700 1"});
  as_rose(folder, {"group", "add", "Friday", "--site", "Lira", "--first-session", today_text(),
                   "--every", "14", "--facilitator", "ida"});
  EXPECT_EQ(as_rose(folder, {"grant", "end", "ida", "--group", "Friday", "--reason", "moved"}),
            "1");
  as_rose(folder, {"grant", "add", "ida", "--role", "worker", "--site", "Lira"});
  as_rose(folder, {"device", "enrol", "ida", "--server", "10.0.0.1:8443", "--life", "60"});
}

TEST(Commands, DoTheSameBesideARunningServerAndOnAStoppedOne) {
  TemporaryFolder beside;
  TemporaryFolder stopped;
  make_demo(beside.path() / "data");
  make_demo(stopped.path() / "data");
  ServerProcess server(beside.path() / "data");
  change_everything(beside.path() / "data");
  change_everything(stopped.path() / "data");
  const std::string running_lists = all_lists(beside.path() / "data");
  const Ran running_verify = admin(beside.path() / "data", {"verify"});
  ASSERT_EQ(server.stop(SIGTERM), 0);
  EXPECT_EQ(all_lists(beside.path() / "data"), running_lists);
  const Ran verify = admin(beside.path() / "data", {"verify"});
  EXPECT_EQ(verify.status, 0) << verify.err;
  EXPECT_EQ(verify.out, running_verify.out);

  // Ids are random and times differ; names, roles and counts are the same in both folders.
  for (const std::string& what : kLists) {
    auto a = nlohmann::json::parse(as_rose(beside.path() / "data", {"--json", "list", what}));
    auto b = nlohmann::json::parse(as_rose(stopped.path() / "data", {"--json", "list", what}));
    const std::string id = what.substr(0, what.size() - 1);
    const auto plain = [&](const nlohmann::json& rows) {
      std::multiset<std::string> out;
      for (auto row : rows) {
        row.erase(id);
        out.insert(row.dump());
      }
      return out;
    };
    EXPECT_EQ(plain(a), plain(b)) << what;
    EXPECT_EQ(a.empty(), what == "devices");
  }
}

TEST(Commands, ExportTheSameTableBesideARunningServerAndOnAStoppedOne) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  for (const std::string table : {"attendance", "mood"}) {
    const std::string stopped = as_rose(data, {"export", table, "--format", "csv"});
    ServerProcess server(data);
    const auto file = folder.path() / (table + ".csv");
    const auto manifest = folder.path() / "manifest.json";
    as_rose(data, {"export", table, "--format", "csv", "--out", file.string(), "--manifest",
                   manifest.string(), "--group", "Tuesday"});
    std::ifstream in(file);
    std::string line;
    ASSERT_TRUE(std::getline(in, line));
    EXPECT_EQ(line, stopped);
    EXPECT_THAT(line, HasSubstr("group_id,session_id,session_number,session_date,member_id"));
    const auto facts = nlohmann::json::parse(std::ifstream(manifest));
    EXPECT_THAT(facts.dump(), HasSubstr("\"rows\":0"));
    struct stat what {};
    ASSERT_EQ(::stat(file.c_str(), &what), 0);
    EXPECT_EQ(what.st_mode & 0777U, 0600U);
    EXPECT_FALSE(std::filesystem::exists(file.string() + ".partial"));
  }
}

TEST(Commands, AFailedExportLeavesNoFile) {
  TemporaryFolder folder;
  make_demo(folder.path() / "data");
  const auto file = folder.path() / "a.csv";
  const Ran ran =
      admin(folder.path() / "data", {"--as", "rose", "export", "attendance", "--format", "csv",
                                     "--group", "Nobody", "--out", file.string()});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("no group named 'Nobody'"));
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_FALSE(std::filesystem::exists(file.string() + ".partial"));
}

TEST(Init, SaysWhatItMadeAndWhatComesNext) {
  TemporaryFolder folder;
  const auto data = folder.path() / "new";
  const Ran ran = admin(data, {"init", "--administrator", "rose", "--name", "Rose"});
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("'rose' as the first administrator"));
  EXPECT_THAT(ran.err, HasSubstr("--data " + data.string() + " --as rose programme add NAME"));
}

TEST(Init, TakesANewOrAnEmptyFolderAndNoOther) {
  TemporaryFolder folder;
  const std::vector<std::string> init{"init", "--administrator", "rose", "--name", "Rose"};
  EXPECT_EQ(admin(folder.path() / "new" / "deep", init).status, 0);
  std::filesystem::create_directory(folder.path() / "empty");
  EXPECT_EQ(admin(folder.path() / "empty", init).status, 0);
  struct stat what {};
  ASSERT_EQ(::stat((folder.path() / "empty").c_str(), &what), 0);
  EXPECT_EQ(what.st_mode & 0777U, 0700U);
  for (const char* name : {"keys/server_writer.key", "keys/programme.key", "baraza.db"}) {
    ASSERT_EQ(::stat((folder.path() / "empty" / name).c_str(), &what), 0) << name;
    EXPECT_EQ(what.st_mode & 0777U, 0600U) << name;
  }
  const Ran again = admin(folder.path() / "empty", init);
  EXPECT_EQ(again.status, 1);
  EXPECT_THAT(again.err, HasSubstr("holds a server already"));
  std::filesystem::create_directory(folder.path() / "full");
  std::ofstream(folder.path() / "full" / "letter.txt") << "dear";
  EXPECT_EQ(admin(folder.path() / "full", init).status, 1);
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "full" / "letter.txt"));
  EXPECT_EQ(admin(folder.path() / "x", {"init", "--administrator", "R O", "--name", "Rose"}).status,
            2);
  EXPECT_FALSE(std::filesystem::exists(folder.path() / "x"));
}

struct Refused {
  std::vector<std::string> arguments;
  int status;
  std::string says;
};

TEST(Commands, SayWhatIsWrongAndChangeNothing) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  const std::string before = all_lists(data);
  const std::vector<Refused> refused{
      {{"--as", "rose", "site", "add", "Gulu", "--zone", "Africa/Nowhere"}, 2, "no time zone"},
      {{"--as", "rose", "programme", "add", "Demo"}, 1, "there is a programme named 'Demo'"},
      {{"--as", "rose", "site", "add", "Kitgum", "--zone", "Africa/Kampala"}, 1, "a site named"},
      {{"--as", "rose", "account", "add", "fay", "--name", "F", "--role", "worker", "--site",
        "Kitgum"},
       1,
       "the handle 'fay'"},
      {{"--as", "rose", "group", "add", "Tuesday", "--site", "Kitgum", "--first-session",
        today_text()},
       1,
       "a group named 'Tuesday'"},
      {{"--as", "rose", "group", "add", "W", "--site", "Kitgum", "--first-session", "2026-02-30"},
       2,
       "is no day"},
      {{"--as", "rose", "group", "add", "W", "--site", "Kitgum", "--first-session", today_text(),
        "--course", "who9"},
       1,
       "there are: "},
      {{"--as", "rose", "group", "add", "W", "--site", "Kitgum", "--first-session", today_text(),
        "--facilitator", "nobody"},
       1,
       "no account with the handle 'nobody'"},
      {{"--as", "nobody", "programme", "add", "X"}, 1, "no account with the handle 'nobody'"},
      {{"--as", "fay", "site", "add", "X", "--zone", "Africa/Kampala"}, 1, "may not do this"},
      {{"--as", "fay", "list", "accounts"}, 1, "may not see this"},
      {{"--as", "sue", "export", "mood", "--format", "csv"}, 1, "may not see this"},
      {{"--as", "rose", "device", "enrol", "nobody", "--server", "h:1"}, 1, "no account"},
      {{"--as", "rose", "device", "enrol", "fay", "--server", "h"}, 2, "isn't HOST:PORT"},
      {{"--as", "rose", "device", "enrol", "fay", "--server", "h:1", "--life", "0"}, 2, "--life"},
      {{"--as", "rose", "grant", "add", "fay", "--role", "worker"}, 2, "for a group or"},
      {{"--as", "rose", "grant", "end", "sue", "--group", "None"}, 1, "no group named"},
      {{"--as", "rose", "hold", "release", "abc"}, 2, "names no hold"},
      {{"programme", "add", "X"}, 2, "--as"},
      {{"list", "accounts"}, 2, "--as"},
      {{"--as", "rose", "export", "mood", "--format", "xls"}, 2, "--format"},
      {{"--as", "rose", "export", "mood", "--format", "xlsx"}, 2, "writes csv only"},
      {{"nonsense"}, 2, "there is no command \"nonsense\""},
      {{"grup", "add"}, 2, "did you mean \"group\"?"},
      {{"list", "site"}, 2, "did you mean \"list sites\"?"},
      {{"list"}, 2, "programmes, sites, accounts, groups, devices, grants"},
      {{"--as", "rose", "group", "add", "W", "--site", "Kitgum", "--first-session", "1926-11-24"},
       2,
       "too far back"},
      {{"--as", "rose", "group", "add", "W", "--site", "Kitgum", "--first-session", "2126-11-24"},
       2,
       "too far ahead"},
      {{"--as", "rose", "group", "add", "W", "--site", "Kitgum", "--first-session", today_text(),
        "--supervisor-reads", "people"},
       2,
       "the group has none"},
      {{"--as", "rose", "account", "add", "max", "--name", "M", "--role", "manager", "--site",
        "Kitgum"},
       2,
       "leave out --site"},
      {{"--as", "rose", "account", "add", "max", "--name", "", "--role", "manager"}, 2, "a name"},
      {{"--as", "rose", "programme", "add", ""}, 2, "a name"},
      {{"--as", "rose", "programme", "add", "   "}, 2, "a programme needs a name"},
      {{"--as", "rose", "site", "add", "Lira ", "--zone", "Africa/Kampala"}, 2, "with a space"},
      {{"--as", "rose", "site", "add", "Li\tra", "--zone", "Africa/Kampala"}, 2, "don't show"},
      {{"--as", "rose", "site", "add", "Li\nra", "--zone", "Africa/Kampala"}, 2, "don't show"},
      {{"--as", "rose", "site", "add", "Li\xffra", "--zone", "Africa/Kampala"}, 2, "no UTF-8"},
      {{"--as", "rose", "account", "add", "max", "--name", "Max", "--role", "worker,worker",
        "--site", "Kitgum"},
       2,
       "worker is named twice"},
      {{"--as", "rose", "grant", "add", "fay", "--role", "worker", "--group", "Tuesday"},
       1,
       "works at this site as facilitator, not as worker"},
      {{"--as", "rose", "group", "add", "W", "--site", "Kitgum", "--first-session", today_text(),
        "--facilitator", "wim"},
       1,
       "works at this site as worker, not as facilitator"},
      {{"--as", "rose", "group", "add", "W", "--site", "Kitgum", "--first-session", today_text(),
        "--facilitator", "fay,fay"},
       1,
       "has this grant already"},
      {{"--as", "rose", "grant", "add", "fay", "--role", "facilitator", "--group", "Tuesday"},
       1,
       "'fay' has this grant already, of the group 'Tuesday'"},
      {{"--as", "rose", "grant", "add", "fay", "--role", "facilitator", "--group", "Tuesday",
        "--reads", "words"},
       2,
       "facilitators and workers read all of it"},
  };
  const auto try_all = [&](const char* where) {
    for (const Refused& each : refused) {
      const Ran ran = admin(data, each.arguments);
      const std::string what = std::string(where) + ": " + testing::PrintToString(each.arguments);
      EXPECT_EQ(ran.status, each.status) << what << ran.err;
      EXPECT_THAT(ran.err, HasSubstr(each.says)) << what;
      EXPECT_EQ(ran.out, "") << what;
    }
    EXPECT_EQ(all_lists(data), before) << where;
  };
  try_all("stopped");
  ServerProcess server(data);
  try_all("running");
}

// Whoever runs a group can't be the one who sees to its alarms.
TEST(Grants, NobodySupervisesTheirOwnWork) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  as_rose(data, {"account", "add", "both", "--name", "Both", "--role", "facilitator,supervisor",
                 "--site", "Kitgum"});
  const std::string before = all_lists(data);
  const std::vector<std::vector<std::string>> refused{
      {"group", "add", "W", "--site", "Kitgum", "--first-session", today_text(), "--facilitator",
       "both", "--supervisor", "both"},
  };
  for (const auto& arguments : refused) {
    std::vector<std::string> all{"--as", "rose"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Ran ran = admin(data, all);
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("'both' would supervise their own work"));
  }
  EXPECT_EQ(all_lists(data), before);
  as_rose(data, {"grant", "add", "both", "--role", "facilitator", "--group", "Tuesday"});
  for (const char* where : {"--group", "--site"}) {
    const std::string what = where == std::string("--group") ? "Tuesday" : "Kitgum";
    const Ran ran =
        admin(data, {"--as", "rose", "grant", "add", "both", "--role", "supervisor", where, what});
    EXPECT_EQ(ran.status, 2) << where;
    EXPECT_THAT(ran.err, HasSubstr("they are facilitator of the group 'Tuesday' already"));
  }
  // Another group of the site is another matter, and an ended grant is none.
  as_rose(data, {"group", "add", "W", "--site", "Kitgum", "--first-session", today_text(),
                 "--facilitator", "fay", "--supervisor", "both"});
  as_rose(data, {"grant", "end", "both", "--group", "Tuesday"});
  as_rose(data, {"grant", "add", "both", "--role", "supervisor", "--group", "Tuesday"});
}

// A table that is empty because of a slip looks like a group where nobody came.
TEST(Export, OfAGroupAtAnotherSiteIsASlip) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  as_rose(data, {"site", "add", "Lira", "--zone", "Africa/Kampala"});
  const Ran ran = admin(data, {"--as", "rose", "export", "mood", "--format", "csv", "--group",
                               "Tuesday", "--site", "Lira"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, HasSubstr("isn't of the site 'Lira'"));
}

TEST(Names, OfTwoThingsLeaveTheirIdsToChooseBy) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  as_rose(data, {"site", "add", "Lira", "--zone", "Africa/Kampala"});
  const Ran again = admin(data, {"--as", "rose", "group", "add", "Tuesday", "--site", "Lira",
                                 "--first-session", today_text()});
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.err, HasSubstr("there is a group 'Tuesday' at Kitgum too"));
  EXPECT_THAT(again.err, HasSubstr("nobody runs this group yet"));
  EXPECT_THAT(again.err, HasSubstr("nobody follows this group yet"));
  const std::string id = again.out.substr(0, again.out.size() - 1);
  const std::vector<std::string> by_name{"--as",     "rose", "export",  "mood",
                                         "--format", "csv",  "--group", "Tuesday"};
  const Ran both = admin(data, by_name);
  EXPECT_EQ(both.status, 2);
  EXPECT_THAT(both.err, HasSubstr("there are 2 groups named 'Tuesday'"));
  EXPECT_THAT(both.err, HasSubstr(id + "  at Lira, first session " + today_text()));
  EXPECT_THAT(both.err, HasSubstr("at Kitgum"));
  auto by_id = by_name;
  by_id.back() = id;
  EXPECT_EQ(admin(data, by_id).status, 0);
}

TEST(Names, OfTwoPeopleAreSaidAndTheirAccountsAnswerToHandleAndId) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  const Ran second = admin(data, {"--as", "rose", "account", "add", "sue2", "--name", "sue",
                                  "--role", "supervisor", "--site", "Kitgum"});
  EXPECT_EQ(second.status, 0);
  EXPECT_THAT(second.err, HasSubstr("there is another 'sue', with the handle 'sue'"));
  const std::string id = second.out.substr(0, second.out.size() - 1);
  as_rose(data, {"grant", "add", id, "--role", "supervisor", "--group", "Tuesday"});
  as_rose(data, {"device", "enrol", id, "--server", "10.0.0.1:8443"});
  const Ran seen = admin(data, {"--as", id, "list", "sites"});
  EXPECT_EQ(seen.status, 0) << seen.err;
  as_rose(data,
          {"account", "add", "jo", "--name", "Josephine", "--role", "worker", "--site", "Kitgum"});
  const Ran by_name = admin(data, {"--as", "rose", "grant", "add", "Josephine", "--role", "worker",
                                   "--group", "Tuesday"});
  EXPECT_EQ(by_name.status, 1);
  EXPECT_THAT(by_name.err, HasSubstr("of that name there are, by handle and id:\n  jo  "));
}

TEST(Lists, BeginWithTheNameAndEndWithTheId) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  EXPECT_THAT(as_rose(data, {"list", "groups"}), testing::StartsWith("name "));
  EXPECT_THAT(as_rose(data, {"list", "grants"}), testing::StartsWith("account  name  role"));
  const std::string sites = as_rose(data, {"list", "sites"});
  EXPECT_THAT(sites.substr(0, sites.find('\n')), testing::ContainsRegex("site *$"));
}

TEST(Lists, SayOnStandardErrorThatThereIsNothing) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  const Ran devices = admin(data, {"--as", "rose", "list", "devices"});
  EXPECT_EQ(devices.status, 0);
  EXPECT_EQ(devices.out, "");
  EXPECT_EQ(devices.err, "no devices yet\n");
  const Ran json = admin(data, {"--as", "rose", "--json", "hold", "list"});
  EXPECT_EQ(json.out, "[]\n");
  EXPECT_EQ(json.err, "no held entries\n");
}

class ExportFiles : public testing::Test {
 protected:
  ExportFiles() {
    make_demo(data_);
    std::filesystem::create_directory(out_);
  }
  Ran run(const std::string& table, const std::string& manifest) {
    return admin(data_, {"--as", "rose", "export", "mood", "--format", "csv", "--out", table,
                         "--manifest", manifest});
  }
  bool is_empty() const { return std::filesystem::is_empty(out_); }

  TemporaryFolder folder_;
  std::filesystem::path data_ = folder_.path() / "data";
  std::filesystem::path out_ = folder_.path() / "out";
};

TEST_F(ExportFiles, TableAndManifestInOneFileAreRefusedBeforeAnythingIsWritten) {
  const std::string file = (out_ / "x").string();
  for (const std::string& other : {file, (out_ / "." / "x").string(),
                                   (out_ / ".." / "out" / "x").string(), file + ".partial"}) {
    const Ran ran = run(file, other);
    EXPECT_EQ(ran.status, 2) << other;
    EXPECT_THAT(ran.err, HasSubstr("come to one file"));
    EXPECT_TRUE(is_empty());
  }
  const auto link = folder_.path() / "link";
  std::filesystem::create_symlink(file, link);
  EXPECT_EQ(run(file, link.string()).status, 2);
  EXPECT_EQ(run(link.string(), file).status, 2);
  EXPECT_TRUE(is_empty());
  std::ofstream(file) << "kept";
  EXPECT_EQ(run(file, link.string()).status, 2);
  EXPECT_EQ(std::filesystem::file_size(file), 4U);
}

TEST_F(ExportFiles, AManifestThatCanNotBeWrittenLeavesNoTable) {
  const Ran ran = run((out_ / "mood.csv").string(), (out_ / "none" / "m.json").string());
  EXPECT_EQ(ran.status, 1);
  EXPECT_TRUE(is_empty());
  const Ran folder = run((out_ / "mood.csv").string(), folder_.path().string());
  EXPECT_EQ(folder.status, 2);
  EXPECT_THAT(folder.err, HasSubstr("is a folder"));
  EXPECT_TRUE(is_empty());
}

TEST_F(ExportFiles, TheManifestNamesTheFileAsItWasGiven) {
  const auto manifest = out_ / "m.json";
  ASSERT_EQ(run((out_ / "weeks 1-8.csv").string(), manifest.string()).status, 0);
  const auto facts = nlohmann::json::parse(std::ifstream(manifest));
  EXPECT_EQ(facts["tables"][0]["file"], "weeks 1-8.csv");
  const Ran printed = admin(data_, {"--as", "rose", "export", "mood", "--format", "csv",
                                    "--manifest", manifest.string()});
  ASSERT_EQ(printed.status, 0);
  EXPECT_TRUE(nlohmann::json::parse(std::ifstream(manifest))["tables"][0]["file"].is_null());
}

TEST(Commands, AFolderThatIsNoServersSaysWhatToRun) {
  TemporaryFolder folder;
  const Ran ran = admin(folder.path(), {"--as", "rose", "list", "sites"});
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.err, HasSubstr("init --administrator"));
}

TEST(Commands, WhatIsGivenInTheServersFoldersPlaceIsCalledByItsName) {
  TemporaryFolder folder;
  std::ofstream(folder.path() / "client.db") << "x";
  const Ran laptop = admin(folder.path(), {"--as", "rose", "list", "sites"});
  EXPECT_EQ(laptop.status, 1);
  EXPECT_THAT(laptop.err, HasSubstr("is a laptop's folder"));
  const Ran file = admin(folder.path() / "client.db", {"--as", "rose", "list", "sites"});
  EXPECT_EQ(file.status, 1);
  EXPECT_THAT(file.err, HasSubstr("is a file"));
}

TEST(Commands, ASupervisorSeesHerSiteOnly) {
  TemporaryFolder folder;
  const auto data = folder.path() / "data";
  make_demo(data);
  as_rose(data, {"site", "add", "Lira", "--zone", "Africa/Kampala"});
  const Ran ran = admin(data, {"--as", "sue", "list", "sites"});
  EXPECT_EQ(ran.status, 0);
  EXPECT_THAT(ran.out, HasSubstr("Kitgum"));
  EXPECT_THAT(ran.out, testing::Not(HasSubstr("Lira")));
}

TEST(Commands, HelpAndVersionGoToStandardOutput) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--help"}, {"--version"}, {"group", "add", "--help"}}) {
    const Ran ran = admin("unused", arguments);
    EXPECT_EQ(ran.status, 0);
    EXPECT_NE(ran.out, "");
    EXPECT_EQ(ran.err, "");
  }
}

}  // namespace
}  // namespace baraza
