// SPDX-License-Identifier: Apache-2.0
#include "server/app/journal.h"

#include <spdlog/logger.h>
#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace baraza::server {

// A logger of its own rather than one in spdlog's registry: no state outside this object.
struct Journal::Parts {
  spdlog::logger logger{"barazad", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
};

Journal::Journal() : parts_(std::make_unique<Parts>()) {
  parts_->logger.set_formatter(std::make_unique<spdlog::pattern_formatter>(
      "%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc));
  parts_->logger.flush_on(spdlog::level::info);
}

Journal::~Journal() = default;

void Journal::info(std::string_view words) {
  parts_->logger.info("{}", words);
}

void Journal::warning(std::string_view words) {
  parts_->logger.warn("{}", words);
}

void Journal::error(std::string_view what, const Error& error) {
  parts_->logger.error("{}: {} ({})", what, error.detail, code_name(error.code));
}

}  // namespace baraza::server
