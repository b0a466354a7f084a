// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <stdexcept>
#include <utility>

#include "server/report/export.h"
#include "tests/server/projection/group_story.h"

namespace baraza::server::test {

class StringSink final : public Sink {
 public:
  Result<void> write(ByteView bytes) override {
    text += bytes;
    ++writes;
    return {};
  }
  std::string text;
  int writes = 0;
};

// A disk that is full after so many bytes.
class FullSink final : public Sink {
 public:
  explicit FullSink(std::size_t room) : room_(room) {}
  Result<void> write(ByteView bytes) override {
    ++writes;
    if (bytes.size() > room_) return fail(Code::storage_full, "no room for the export");
    room_ -= bytes.size();
    return {};
  }
  int writes = 0;

 private:
  std::size_t room_;
};

// Groups in memory, handed over one by one.
class MemorySource final : public RowSource {
 public:
  void add(GroupContext context, model::MainState main) {
    groups_.emplace_back(std::move(context), std::move(main));
  }
  Result<void> each_group(const RowFilter&, const Take& take) override {
    for (const auto& [context, main] : groups_) {
      if (auto taken = take(context, main); !taken) return taken;
    }
    return failure ? Result<void>(fail(*failure)) : Result<void>{};
  }
  std::optional<Error> failure;  // after the last group

 private:
  std::vector<std::pair<GroupContext, model::MainState>> groups_;
};

// Reads RFC 4180 by its grammar, and throws where a file breaks it. Written apart from the writer.
inline std::vector<std::vector<std::string>> read_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::size_t i = 0;
  while (i < text.size()) {
    std::vector<std::string>& row = rows.emplace_back();
    for (bool more = true; more;) {
      std::string& cell = row.emplace_back();
      if (i < text.size() && text[i] == '"') {
        for (++i;; ++i) {
          if (i >= text.size()) throw std::runtime_error("a quote isn't closed");
          if (text[i] != '"') {
            cell += text[i];
          } else if (i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[i++];
          } else {
            break;
          }
        }
        ++i;
      } else {
        while (i < text.size() && text[i] != ',' && text[i] != '\n' && text[i] != '\r') {
          if (text[i] == '"') throw std::runtime_error("a quote within a bare cell");
          cell += text[i++];
        }
      }
      more = i < text.size() && text[i] == ',';
      if (more) ++i;
    }
    if (i < text.size() && text[i] == '\r') ++i;
    if (i >= text.size() || text[i] != '\n') throw std::runtime_error("a line doesn't end");
    ++i;
  }
  return rows;
}

// The rows of a table by the names of its columns.
inline std::vector<std::map<std::string, std::string>> read_table(std::string_view text) {
  const auto rows = read_csv(text);
  std::vector<std::map<std::string, std::string>> out;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) throw std::runtime_error("a row of another width");
    for (std::size_t j = 0; j < rows[i].size(); ++j) {
      if (j == 0) out.emplace_back();
      out.back()[rows[0][j]] = rows[i][j];
    }
  }
  return out;
}

}  // namespace baraza::server::test
