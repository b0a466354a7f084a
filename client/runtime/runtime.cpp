// SPDX-License-Identifier: Apache-2.0
#include "client/runtime/runtime.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <variant>

#include "shared/base/overloaded.h"

namespace baraza::client {
namespace {

struct Connected {
  LinkAttempt attempt = 0;
  Bytes exporter;
};
struct FrameIn {
  LinkAttempt attempt = 0;
  Bytes frame;
};
struct Disconnected {
  LinkAttempt attempt = 0;
  Error error;
};
struct Nudge {};
using Report = std::variant<Connected, FrameIn, Disconnected, Completion, Nudge>;

}  // namespace

// What other threads report, in the order in which they did.
struct Runtime::Inbox {
  std::mutex mutex;
  std::condition_variable arrived;
  std::vector<Report> reports;
  std::condition_variable room;
  bool closing = false;
  std::function<void()> wake;

  void put(Report report) {
    {
      std::unique_lock lock(mutex);
      // A full inbox holds the reporting thread back, and through it the server.
      room.wait(lock, [this] { return closing || reports.size() < limits::client_queue_messages; });
      reports.push_back(std::move(report));
    }
    arrived.notify_one();
    if (wake) wake();
  }

  std::vector<Report> take(Duration wait) {
    std::unique_lock lock(mutex);
    arrived.wait_for(lock, std::chrono::milliseconds(wait.ms), [this] { return !reports.empty(); });
    std::vector<Report> out = std::exchange(reports, {});
    lock.unlock();
    room.notify_all();
    return out;
  }

  void close() {
    {
      const std::lock_guard lock(mutex);
      closing = true;
    }
    room.notify_all();
  }
};

Runtime::Runtime(Options options, const Clock& clock)
    : options_(std::move(options)), clock_(clock), inbox_(std::make_unique<Inbox>()) {
  inbox_->wake = options_.wake;
}

Result<std::unique_ptr<Runtime>> Runtime::open(Options options, vault::Sealer& sealer,
                                               const Clock& clock, Random& random,
                                               const content::PackLibrary& packs) {
  auto store = SqliteStore::open(options.folder, sealer, random, options.store);
  if (!store) return fail(store.error());
  auto loaded = (*store)->load();
  if (!loaded) return fail(loaded.error());
  std::unique_ptr<Runtime> runtime(new Runtime(std::move(options), clock));
  runtime->start(std::move(*store), std::move(*loaded), random, packs);
  return runtime;
}

void Runtime::start(std::unique_ptr<SqliteStore> store, Loaded loaded, Random& random,
                    const content::PackLibrary& packs) {
  signer_ = std::make_unique<KeySigner>(loaded.key_seed);
  vault::wipe(loaded.key_seed);
  store_ = std::make_unique<StoreThread>(
      std::move(store), [inbox = inbox_.get()](Completion done) { inbox->put(std::move(done)); });
  client_ = std::make_unique<Client>(Client::Parts{*signer_, random, *store_, packs},
                                     options_.software, std::move(loaded));
  link_ = std::make_unique<Link>(static_cast<LinkHandler&>(*this), options_.link);
}

Runtime::~Runtime() {
  inbox_->close();
  link_.reset();
  store_.reset();
}

void Runtime::on_connected(LinkAttempt attempt, Bytes exporter) {
  inbox_->put(Connected{attempt, std::move(exporter)});
}
void Runtime::on_frame(LinkAttempt attempt, Bytes frame) {
  inbox_->put(FrameIn{attempt, std::move(frame)});
}
void Runtime::on_disconnected(LinkAttempt attempt, Error error) {
  inbox_->put(Disconnected{attempt, std::move(error)});
}

void Runtime::nudge() {
  inbox_->put(Nudge{});
}

std::vector<Effect> Runtime::step(Duration wait) {
  std::vector<Effect> told;
  carry_out(told);
  if (!told.empty()) wait = {};
  if (const auto due = client_->next_deadline()) {
    wait = std::clamp(*due - clock_.now().tick, Duration{}, wait);
  }
  for (Report& report : inbox_->take(wait)) {
    const Now now = clock_.now();
    std::visit(Overloaded{
                   [&](Connected& it) {
                     if (it.attempt == attempt_) client_->on_connected(std::move(it.exporter), now);
                   },
                   [&](FrameIn& it) {
                     if (it.attempt == attempt_) client_->on_frame(it.frame, now);
                   },
                   [&](Disconnected& it) {
                     if (it.attempt == attempt_) client_->on_disconnected(it.error);
                   },
                   [&](Completion& it) { client_->on_completion(it); },
                   [](Nudge&) {},
               },
               report);
  }
  const auto due = client_->next_deadline();
  if (const Now now = clock_.now(); due && *due <= now.tick) client_->on_deadline(now);
  carry_out(told);
  return told;
}

void Runtime::carry_out(std::vector<Effect>& told) {
  for (Effect& each : client_->take_effects()) {
    if (auto* send = std::get_if<effect::Send>(&each)) {
      link_->send(std::move(send->frame));
    } else if (const auto* to = std::get_if<effect::Connect>(&each)) {
      if (online_) {
        connect(*to, to->delay);
      } else {
        held_back_ = *to;
      }
    } else if (std::holds_alternative<effect::Hangup>(each)) {
      link_->drop();
      attempt_ = 0;
      told.push_back(std::move(each));
    } else {
      told.push_back(std::move(each));
    }
  }
}

void Runtime::set_online(bool online) {
  if (online_ == online) return;
  online_ = online;
  if (!online) {
    link_->disconnect();
  } else if (held_back_) {
    connect(*held_back_, {});
    held_back_.reset();
  }
}

void Runtime::connect(const effect::Connect& to, Duration delay) {
  attempt_ = link_->connect({to.endpoint.host, to.endpoint.port, to.endpoint.pin}, delay);
}

}  // namespace baraza::client
