// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "shared/base/time.h"

// Every limit of Baraza, with its unit last. A limit that two sides must agree on is part of the
// protocol: raise it only together with the protocol version.
namespace baraza::limits {

// --- messages -------------------------------------------------------------------------------
inline constexpr std::size_t frame_bytes = 256 * 1024;  // one WebSocket message
inline constexpr std::size_t op_bytes = 16 * 1024;      // salted body of one op
inline constexpr std::size_t head_bytes = 4 * 1024;     // encoded head of one op
inline constexpr std::size_t text_bytes = 8 * 1024;     // one text a person wrote
inline constexpr std::size_t name_bytes = 200;          // a name of a person, site or group
inline constexpr std::size_t host_bytes = 253;          // a server's name or address
inline constexpr std::size_t proto_depth = 16;          // nested messages
inline constexpr std::size_t replaces_count = 64;       // writes that one write may name
inline constexpr std::size_t repeated_count = 4096;     // elements of repeated fields in a frame
inline constexpr std::size_t streams_per_hello = 1024;

// --- pushing --------------------------------------------------------------------------------
inline constexpr std::size_t push_ops = 256;          // ops in one Push
inline constexpr std::size_t push_bytes = 64 * 1024;  // bytes aimed at in one Push
inline constexpr std::size_t push_frames_in_flight = 4;
inline constexpr std::size_t run_ops = 256;  // ops of one local commit in one stream
static_assert(push_bytes + op_bytes + head_bytes < frame_bytes);

// --- handing out ----------------------------------------------------------------------------
inline constexpr std::size_t ops_frame_bytes = 64 * 1024;          // aimed at in one Ops
inline constexpr std::size_t connection_queue_bytes = 512 * 1024;  // handed to a socket, unsent
inline constexpr std::size_t commit_ops = 512;                     // ops in one server transaction
static_assert(connection_queue_bytes + frame_bytes <= 1024 * 1024);

// --- before and around login ----------------------------------------------------------------
inline constexpr std::size_t http_header_bytes = 8 * 1024;
inline constexpr std::size_t connections_total = 15'000;
inline constexpr std::size_t connections_before_login = 512;
inline constexpr Duration handshake_deadline = seconds(10);  // TCP accept to Hello
inline constexpr Duration message_deadline = seconds(20);    // first to last byte of a message
inline constexpr Duration idle_deadline = seconds(45);       // nothing heard from a client
inline constexpr Duration progress_deadline = seconds(15);   // socket took none of what waits
inline constexpr Duration close_deadline = seconds(5);
inline constexpr Duration drain_deadline = seconds(10);  // SIGTERM to exit
inline constexpr Duration ping_interval = seconds(15);
static_assert(ping_interval.ms * 3 <= idle_deadline.ms);

// --- what people enter -----------------------------------------------------------------------
// Wide enough for what happens, narrow enough to catch a slip of the finger. Asked where something
// is entered; what was signed stands whatever it says.
inline constexpr int first_session_past_days = 3 * 366;  // a group entered after its course
inline constexpr int first_session_ahead_days = 366;
inline constexpr std::uint32_t session_interval_days = 60;  // between planned sessions, at most
inline constexpr std::uint32_t seat_highest = 40;           // of a group, over its whole life
inline constexpr std::uint32_t mark_minutes_highest = 240;  // late, or left early
inline constexpr std::uint32_t birth_year_lowest = 1900;

// --- enrolment ------------------------------------------------------------------------------
inline constexpr std::size_t enrol_secret_bytes = 10;     // 80 bits
inline constexpr std::size_t pin_bytes = 16;              // of SHA-256 of the server's key
inline constexpr Duration enrol_code_life = minutes(15);  // unless asked otherwise
inline constexpr Duration enrol_code_life_max = hours(72);
inline constexpr int enrol_tries_per_minute = 20;  // wrong codes, whole server

// --- passphrases ----------------------------------------------------------------------------
inline constexpr std::size_t passphrase_letters = 8;  // at least
inline constexpr std::size_t passphrase_bytes = 1024;
// What one try costs (Argon2id): half a second here, about one on a laptop of ten years ago.
inline constexpr std::uint32_t passphrase_passes = 3;
inline constexpr std::uint32_t passphrase_memory_kib = 256 * 1024;
inline constexpr std::uint32_t passphrase_passes_most = 64;  // that a key file may ask for
inline constexpr std::uint32_t passphrase_memory_most_kib = 1024 * 1024;

// --- the client's link ----------------------------------------------------------------------
inline constexpr Duration reconnect_first = milliseconds(500);
inline constexpr Duration reconnect_max = seconds(30);
inline constexpr Duration clock_warning = minutes(5);  // offset from which people are told

// --- queues between threads -----------------------------------------------------------------
inline constexpr std::size_t server_inbox_messages = 8192;
inline constexpr std::size_t server_inbox_bytes = 64 * 1024 * 1024;
inline constexpr std::size_t client_queue_messages = 4096;

}  // namespace baraza::limits
