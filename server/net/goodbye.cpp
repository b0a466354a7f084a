// SPDX-License-Identifier: Apache-2.0
#include "server/net/goodbye.h"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/websocket/error.hpp>

namespace baraza::server {

Code reason_of(const boost::system::error_code& error) {
  namespace asio = boost::asio;
  namespace http = boost::beast::http;
  namespace websocket = boost::beast::websocket;
  if (!error || error == websocket::error::closed || error == asio::error::eof ||
      error == asio::ssl::error::stream_truncated || error == http::error::end_of_stream ||
      error == http::error::partial_message || error == asio::error::operation_aborted) {
    return Code::none;
  }
  // The line went: a laptop was closed, a cell was left, a router forgot.
  if (error == asio::error::connection_reset || error == asio::error::connection_aborted ||
      error == asio::error::broken_pipe || error == asio::error::timed_out ||
      error == asio::error::host_unreachable || error == asio::error::network_unreachable ||
      error == asio::error::network_down || error == asio::error::network_reset ||
      error == asio::error::not_connected) {
    return Code::none;
  }
  if (error == websocket::error::message_too_big || error == websocket::error::buffer_overflow ||
      error == http::error::header_limit || error == http::error::body_limit) {
    return Code::too_large;
  }
  return Code::protocol_error;
}

}  // namespace baraza::server
