// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "server/report/columns.h"

namespace baraza::server {
namespace {

using Columns = std::vector<Column<MoodRow>>;
using Row = MoodRow;

constexpr std::string_view kPhq9 = "phq9";
constexpr std::size_t kPhq9Items = 9;
constexpr std::string_view kMood10 = "mood10";

bool is_of(const Row& row, std::string_view instrument) {
  return row.check_in.instrument.id == instrument;
}

// Whether the answers are such as the instrument takes. False too if it isn't known.
bool is_readable(const Row& row) {
  return row.instrument != nullptr && row.score.readable;
}

// Whether the table has columns of their own for the row's answers, and can fill them. A pack of
// that name with another number of items is another questionnaire.
bool has_item_columns(const Row& row) {
  if (!is_readable(row)) return false;
  return (is_of(row, kPhq9) && row.instrument->items.size() == kPhq9Items) ||
         (is_of(row, kMood10) && row.instrument->items.size() == 1);
}

// Why no item of the row can be shown in its column.
std::string_view unreadable_status(const Row& row) {
  return row.instrument == nullptr ? "instrument_unknown" : "unreadable";
}

// As for the score: what lies behind the end of a shorter list wasn't asked.
model::Answer answer_to(const Row& row, std::size_t item) {
  const std::vector<model::Answer>& answers = row.check_in.answers;
  return item < answers.size() ? answers[item] : model::Answer{};
}

Cell answer_cell(const Row& row, std::string_view instrument, std::size_t item) {
  if (!is_of(row, instrument) || !has_item_columns(row)) return {};
  const model::Answer answer = answer_to(row, item);
  if (answer.state != model::AnswerState::answered) return {};
  return std::int64_t{answer.value};
}

Cell answer_status_cell(const Row& row, std::string_view instrument, std::size_t item) {
  if (!is_of(row, instrument)) return {};
  if (!has_item_columns(row)) return text_cell(unreadable_status(row));
  const model::Answer answer = answer_to(row, item);
  if (answer.state == model::AnswerState::answered) return {};
  return text_cell(model::answer_state_name(answer.state));
}

bool has_phq9_score(const Row& row) {
  return is_of(row, kPhq9) && has_item_columns(row);
}

bool is_risk_item_open(const Row& row) {
  using enum rules::RiskItemStatus;
  const rules::RiskItemStatus status = row.score.risk_item;
  return status != no_risk_item && status != above && status != not_above;
}

Cell total_status_cell(const GroupContext&, const Row& row) {
  if (!is_of(row, kPhq9)) return {};
  if (!has_item_columns(row)) return text_cell(unreadable_status(row));
  if (row.score.total) return {};
  return std::string(is_risk_item_open(row) ? "item_9_without_answer" : "too_few_answers");
}

Cell band_cell(const GroupContext&, const Row& row) {
  if (!has_phq9_score(row) || !row.score.band) return {};
  return row.instrument->bands[*row.score.band].id;
}

Cell range_cell(const Row& row, int total) {
  return has_phq9_score(row) && row.score.missing > 0 ? Cell{std::int64_t{total}} : Cell{};
}

Cell recorded_answers_cell(const GroupContext&, const Row& row) {
  if (has_item_columns(row)) return {};
  std::string out;
  for (const model::Answer& answer : row.check_in.answers) {
    if (!out.empty()) out += ' ';
    if (answer.state == model::AnswerState::answered) {
      out += std::to_string(answer.value);
    } else {
      out += model::answer_state_name(answer.state);
    }
  }
  // Said to be a list even where it is a single number, so that nobody adds it up.
  return "[" + out + "]";
}

class Builder {
 public:
  explicit Builder(Columns& columns) : columns_(columns) {}

  template <class MakeCell>
  void operator()(std::string name, CellType type, const char* meaning, MakeCell cell) {
    columns_.push_back({{std::move(name), type, meaning}, std::move(cell)});
  }

 private:
  Columns& columns_;
};

void add_check_in_columns(Builder& add) {
  using enum CellType;
  add("member_id", text, "the member",
      [](const GroupContext&, const Row& row) { return id_cell(row.check_in.member); });
  add("seat", number, "the member's seat; blank if no admission is known",
      [](const GroupContext&, const Row& row) {
        return row.seat == 0 ? Cell{} : Cell{std::int64_t{row.seat}};
      });
  add("check_in_id", text, "the check-in",
      [](const GroupContext&, const Row& row) { return id_cell(row.check_in.check_in); });
  add("instrument", text, "pack of the questionnaire",
      [](const GroupContext&, const Row& row) { return text_cell(row.check_in.instrument.id); });
  add("instrument_version", number, "version of that pack; never mix two in one number",
      [](const GroupContext&, const Row& row) -> Cell {
        return std::int64_t{row.check_in.instrument.version};
      });
}

void add_answer_columns(Builder& add) {
  using enum CellType;
  for (std::size_t item = 0; item < kPhq9Items; ++item) {
    add("phq9_" + std::to_string(item + 1), number, "answer, 0 to 3; blank is never 0",
        [item](const GroupContext&, const Row& row) { return answer_cell(row, kPhq9, item); });
  }
  for (std::size_t item = 0; item < kPhq9Items; ++item) {
    add("phq9_" + std::to_string(item + 1) + "_status", text,
        "why a PHQ-9 has no answer here: refused, not_asked, not_applicable, skipped, unreadable, "
        "instrument_unknown; blank if answered",
        [item](const GroupContext&, const Row& row) {
          return answer_status_cell(row, kPhq9, item);
        });
  }
  add("phq9_total", number,
      "0 to 27; prorated if the pack allows it for so few missing answers, never without item 9",
      [](const GroupContext&, const Row& row) {
        return has_phq9_score(row) ? number_cell(row.score.total) : Cell{};
      });
  add("phq9_total_status", text,
      "why a PHQ-9 has no total: item_9_without_answer, too_few_answers, unreadable, "
      "instrument_unknown; blank if it has one",
      total_status_cell);
  add("phq9_band", text, "band of the total, by the pack", band_cell);
  add("phq9_prorated", text, "yes: the total was worked out from fewer than nine answers",
      [](const GroupContext&, const Row& row) {
        return has_phq9_score(row) && row.score.total ? yes_no_cell(row.score.prorated) : Cell{};
      });
  add("phq9_range_low", number, "lowest total that missing answers leave open; blank if none miss",
      [](const GroupContext&, const Row& row) { return range_cell(row, row.score.possible.low); });
  add("phq9_range_high", number,
      "highest total that missing answers leave open; blank if none miss",
      [](const GroupContext&, const Row& row) { return range_cell(row, row.score.possible.high); });
  add("mood_0_10", number, "quick mood, 0 (low) to 10; blank is never 0",
      [](const GroupContext&, const Row& row) { return answer_cell(row, kMood10, 0); });
  add("mood_0_10_status", text, "why a quick mood has no answer, as for the items of the PHQ-9",
      [](const GroupContext&, const Row& row) { return answer_status_cell(row, kMood10, 0); });
  add("recorded_answers", text,
      "answers in order, where the table has no columns that they fit; else blank",
      recorded_answers_cell);
}

void add_record_columns(Builder& add) {
  using enum CellType;
  add("status", text,
      "current, superseded, withdrawn; duplicate: another one counts for this member, session and "
      "instrument, so leave both out of means until a person settles it",
      [](const GroupContext&, const Row& row) {
        return text_cell(check_in_status_name(row.status));
      });
  add("language", text, "language in which was asked",
      [](const GroupContext&, const Row& row) { return text_cell(row.check_in.language); });
  add("mode", text, "interview, self (by the member on the laptop), paper",
      [](const GroupContext&, const Row& row) {
        return text_cell(model::answer_mode_name(row.check_in.mode));
      });
  add("recorded_by", text, "account that recorded, or its laptop's writer if no account is known",
      [](const GroupContext&, const Row& row) { return id_cell(row.recorded_by); });
  add("recorded_clock_time", instant, "when, as the laptop believed; blank if that is no real time",
      [](const GroupContext&, const Row& row) { return instant_cell(row.recorded_clock_time); });
}

}  // namespace

Columns mood_columns() {
  Columns out;
  add_place_columns(out);
  Builder add(out);
  add_check_in_columns(add);
  add_answer_columns(add);
  add_record_columns(add);
  add_group_columns(out);
  return out;
}

}  // namespace baraza::server
