// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "server/app/admin_executor.h"

namespace baraza::admin {

// Has a request done: by the server that holds the folder, over its admin socket, or here where
// nothing holds it, by the same executor. Waits some seconds for a server that is just starting or
// stopping, and for another baraza-admin; then locked.
Result<void> run_request(const std::filesystem::path& data, const v1::AdminRequest& request,
                         server::AdminSink& sink);

}  // namespace baraza::admin
