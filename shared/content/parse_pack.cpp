// SPDX-License-Identifier: Apache-2.0
#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/text_format.h>

#include "baraza/v1/content.pb.h"
#include "shared/base/limits.h"
#include "shared/content/pack.h"
#include "shared/content/readers.h"

namespace baraza::content {
namespace {

namespace pb = google::protobuf;

// The text parser speaks of a name only after it has read past it, over any space and line break.
// Gives the place of the name itself: of the one that `message` quotes and that ends right before
// `reported`, which is where the parser stands. `reported` itself if there is no such name.
Location place_of_name(ByteView bytes, Location reported, std::string_view message) {
  struct Mark {
    std::size_t offset;
    Location location;
  };
  Location here;
  Mark name_begin{0, here};
  std::size_t name_end = 0;
  const auto in_name = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  for (std::size_t i = 0; i < bytes.size() && here < reported; ++i) {
    if (in_name(bytes[i])) {
      if (name_end != i || i == 0) name_begin = {i, here};
      name_end = i + 1;
    }
    // As protobuf's tokenizer counts.
    if (bytes[i] == '\n') {
      here = {here.line + 1, 1};
    } else if (bytes[i] == '\t') {
      here.column += 8 - (here.column - 1) % 8;
    } else {
      ++here.column;
    }
  }
  const std::string_view name = bytes.substr(name_begin.offset, name_end - name_begin.offset);
  const std::string quoted = '"' + std::string(name) + '"';
  return !name.empty() && message.find(quoted) != std::string_view::npos ? name_begin.location
                                                                         : reported;
}

class SyntaxFaults final : public pb::io::ErrorCollector {
 public:
  SyntaxFaults(ByteView bytes, FaultList& faults) : bytes_(bytes), faults_(faults) {}
  void AddError(int line, int column, const std::string& message) override {
    faults_.add(place_of_name(bytes_, {line + 1, column + 1}, message), message);
  }

 private:
  ByteView bytes_;
  FaultList& faults_;
};

}  // namespace

Result<Pack> parse_pack(std::string_view name, ByteView bytes, HashFunction hash) {
  if (bytes.size() > pack_bytes_max) {
    return fail(Code::too_large, std::string(name) + ": the pack is longer than " +
                                     std::to_string(pack_bytes_max) + " bytes");
  }
  FaultList faults;
  SyntaxFaults syntax_faults(bytes, faults);
  pb::TextFormat::ParseInfoTree info;
  pb::TextFormat::Parser parser;
  parser.RecordErrorsTo(&syntax_faults);
  parser.WriteLocationsTo(&info);
  parser.SetRecursionLimit(static_cast<int>(limits::proto_depth));
  pb::io::ArrayInputStream input(bytes.data(), static_cast<int>(bytes.size()));
  v1::PackFile file;
  // Half-read messages would be reported for what they don't hold, so meaning isn't looked at.
  if (!parser.Parse(&input, &file)) return fail(faults.as_error(name));

  const Place top(file, &info, Location{}, faults);
  check_values(file, top);
  Pack pack;
  switch (file.pack_case()) {
    case v1::PackFile::kInstrument:
      pack = read_instrument(file.instrument(), top.child(v1::PackFile::kInstrumentFieldNumber));
      break;
    case v1::PackFile::kCourse:
      pack = read_course(file.course(), top.child(v1::PackFile::kCourseFieldNumber));
      break;
    case v1::PackFile::kSteps:
      pack = read_step_pack(file.steps(), top.child(v1::PackFile::kStepsFieldNumber));
      break;
    case v1::PackFile::PACK_NOT_SET:
      faults.add(top.location(), "holds neither an instrument nor a course nor steps");
      break;
  }
  if (!faults.empty()) return fail(faults.as_error(name));
  std::visit(
      [&](auto& read) {
        read.origin = name;
        read.version_hash = hash(bytes);
      },
      pack);
  return pack;
}

}  // namespace baraza::content
