// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "shared/op/signer.h"
#include "shared/sync/messages.h"

namespace baraza {

// A laptop that says exactly what a test tells it to, over a real connection. Every wait ends with
// an exception after ten seconds.
class RawClient {
 public:
  explicit RawClient(const KeySigner& signer);
  ~RawClient();

  // Waits for the server's challenge. The pin may be any; host is 127.0.0.1.
  void connect(std::uint16_t port, const Bytes& pin);
  // Enrols with the code's text; the answer, or the code of the Bye.
  Code enrol(const std::string& code);
  // Says Hello, reading nothing from before; the welcome.
  sync::Welcome hello();

  void send(const sync::Message& message);
  // Signs the draft as the next op of this writer in the stream, and pushes it.
  void push(OpDraft draft, const StreamId& stream);
  // The next message that is a T; others are passed over.
  template <class T>
  T expect() {
    while (true) {
      const sync::Message message = next();
      if (const auto* found = std::get_if<T>(&message)) return *found;
    }
  }
  sync::Message next();
  // Waits for the end of the connection.
  void expect_closed();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace baraza
