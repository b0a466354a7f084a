// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/sync/messages.h"

namespace baraza::v1 {
class Frame;
}

// Between values and generated messages; used by codec.cpp alone.
namespace baraza::sync::detail {

void write(const Challenge& value, v1::Frame& frame);
void write(const Enrol& value, v1::Frame& frame);
void write(const Enrolled& value, v1::Frame& frame);
void write(const Hello& value, v1::Frame& frame);
void write(const Welcome& value, v1::Frame& frame);
void write(const Ops& value, v1::Frame& frame);
void write(const Live& value, v1::Frame& frame);
void write(const Push& value, v1::Frame& frame);
void write(const Gap& value, v1::Frame& frame);
void write(const Taken& value, v1::Frame& frame);
void write(const Granted& value, v1::Frame& frame);
void write(const Follow& value, v1::Frame& frame);
void write(const Revoked& value, v1::Frame& frame);
void write(const Ping& value, v1::Frame& frame);
void write(const Bye& value, v1::Frame& frame);

Result<Message> read(const v1::Frame& frame);

}  // namespace baraza::sync::detail
