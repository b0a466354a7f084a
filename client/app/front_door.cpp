// SPDX-License-Identifier: Apache-2.0
#include "client/app/front_door.h"

#include <algorithm>
#include <utility>

#include "client/core/screens/person_words.h"
#include "client/store/sqlite_store.h"
#include "client/words/words.h"
#include "shared/base/limits.h"

namespace baraza::app {
namespace {

namespace effect = client::effect;

std::string role_words(const text::Catalogue& words, const std::string& role) {
  if (role == "facilitator") return words.translate("Facilitator");
  if (role == "worker") return words.translate("Community worker");
  if (role == "supervisor") return words.translate("Supervisor");
  return {};
}

// Runs on the worker: the key of the passphrase, then the store.
Result<std::shared_ptr<Holding>> open_holding(const Surroundings& around,
                                              Result<client::Unlocked> unlocked) {
  if (!unlocked) return fail(unlocked.error());
  auto holding = std::make_shared<Holding>();
  holding->profile = std::move(unlocked->profile);
  holding->sealer = std::move(unlocked->sealer);
  client::Runtime::Options options;
  options.folder = holding->profile.folder;
  options.software = "baraza " + around.version;
  options.wake = around.wake;
  auto runtime = client::Runtime::open(std::move(options), *holding->sealer, around.clock,
                                       around.random, around.packs);
  if (!runtime) return fail(runtime.error());
  holding->runtime = *std::move(runtime);
  if (!around.online) holding->runtime->set_online(false);
  return holding;
}

void wipe(std::string& secret) {
  std::fill(secret.begin(), secret.end(), '\0');
  secret.clear();
}

}  // namespace

std::vector<Person> read_persons(const std::filesystem::path& folder) {
  std::vector<Person> out;
  for (client::Profile& profile :
       client::list_profiles(folder).value_or(std::vector<client::Profile>{})) {
    // A store that can't be counted is opened, or said to be damaged, with the passphrase.
    const std::size_t unsent = client::count_unsent(profile.folder).value_or(0);
    out.push_back({std::move(profile), unsent});
  }
  return out;
}

FrontDoor::FrontDoor(const Surroundings& around, std::vector<Person> persons) : around_(around) {
  settle(std::move(persons));
}

void FrontDoor::settle(std::vector<Person> persons) {
  unjoined_.clear();
  persons_.clear();
  for (Person& person : persons) {
    if (person.profile.name.empty()) {
      unjoined_ = person.profile.id;
    } else {
      persons_.push_back(std::move(person));
    }
  }
  if (persons_.empty()) enrolling_ = true;
  if (unlock_.profile.empty() && !persons_.empty()) {
    // Mostly it is the same person again.
    const auto last = std::max_element(
        persons_.begin(), persons_.end(),
        [](const Person& a, const Person& b) { return a.profile.used < b.profile.used; });
    unlock_.profile = last->profile.id;
  }
}

client::UnlockContext FrontDoor::context(const Telling& telling, Now now) const {
  client::UnlockContext out{
      telling.words, telling.local, now, {}, {}, state_, limits::passphrase_letters};
  for (const Person& person : persons_) {
    out.profiles.push_back({person.profile.id, person.profile.name,
                            role_words(telling.words, person.profile.role), person.profile.tint,
                            person.unsent});
  }
  for (const client::Language& language : client::languages()) {
    out.languages.emplace_back(language.code);
  }
  return out;
}

void FrontDoor::draw(ui::Ui& ui, const Telling& telling, Now now, ui::Requests& requests) {
  const auto context_now = context(telling, now);
  if (enrolling_) {
    draw_enrol(ui, client::enrol_model(context_now, false), telling.words, enrol_, requests);
  } else {
    draw_unlock(ui, client::unlock_model(context_now), unlock_, requests);
  }
}

void FrontDoor::go(const ui::Place& place) {
  enrolling_ = std::holds_alternative<ui::place::Enrol>(place);
  state_ = {};
}

void FrontDoor::back() {
  if (state_.waiting || persons_.empty()) return;
  enrolling_ = false;
  state_ = {};
}

void FrontDoor::unlock(const ui::request::Unlock& request) {
  if (state_.waiting) return;
  state_ = {true, Code::none};
  around_.worker.post([this, &around = around_, id = request.profile,
                       passphrase = request.passphrase]() mutable -> Worker::Ending {
    auto opened =
        open_holding(around, client::open_profile(around.folder, id, passphrase, around.random));
    wipe(passphrase);
    return [this, opened = std::move(opened)] {
      state_ = {false, opened ? Code::none : opened.error().code};
      if (opened) entered_ = std::make_unique<Holding>(std::move(**opened));
    };
  });
}

void FrontDoor::enrol(const ui::request::Enrol& request) {
  if (state_.waiting) return;
  state_ = {true, Code::none};
  if (joining_ && joining_passphrase_ == request.passphrase) return join(request.code);
  // Another passphrase than that of the try before: what was made for it goes.
  std::shared_ptr<Holding> before(joining_.release());
  joining_passphrase_ = request.passphrase;
  around_.worker.post([this, &around = around_, before, unjoined = unjoined_, code = request.code,
                       passphrase = request.passphrase]() mutable -> Worker::Ending {
    if (before) before->runtime.reset();
    // A try that the lamp ended is gone on with, if the passphrase is the same: the server gives
    // the same key the same answer, and knows the code as used for any other.
    auto unlocked = unjoined.empty()
                        ? Result<client::Unlocked>(fail(Code::not_found, "nobody is half in"))
                        : client::open_profile(around.folder, unjoined, passphrase, around.random);
    if (!unlocked) {
      if (!unjoined.empty()) {
        client::Profile gone;
        gone.id = unjoined;
        gone.folder = around.folder / "profiles" / unjoined;
        // Left where it can't be removed: it is nobody, and is listed nowhere.
        static_cast<void>(client::drop_profile(gone));
      }
      unlocked =
          client::make_profile(around.folder, passphrase, vault::PassphraseCost{}, around.random);
    }
    auto opened = open_holding(around, std::move(unlocked));
    wipe(passphrase);
    return [this, opened = std::move(opened), code = std::move(code)] {
      if (!opened) {
        state_ = {false, opened.error().code};
        return;
      }
      joining_ = std::make_unique<Holding>(std::move(**opened));
      unjoined_ = joining_->profile.id;
      join(code);
    };
  });
}

void FrontDoor::join(std::string code) {
  auto& client = joining_->runtime->client();
  if (auto begun = client.enrol(code, around_.laptop); !begun) {
    state_ = {false, begun.error().code};
  }
}

void FrontDoor::update() {
  if (!joining_) return;
  for (const client::Effect& each : joining_->runtime->step({})) {
    if (const auto* failed = std::get_if<effect::EnrolFailed>(&each)) {
      state_ = {false, failed->error.code};
    }
    if (const auto* enrolled = std::get_if<effect::Enrolled>(&each)) {
      joining_->profile.name = enrolled->identity.name;
      joining_->profile.tint = client::tint_of(enrolled->identity.account);
      around_.worker.post([profile = joining_->profile]() -> Worker::Ending {
        // Written again at the next unlocking, should it fail now.
        static_cast<void>(client::keep_card(profile));
        return {};
      });
      entered_ = std::move(joining_);
      unjoined_.clear();
      state_ = {};
      wipe(joining_passphrase_);
      enrol_.forget();
      return;
    }
  }
}

std::optional<Tick> FrontDoor::next_change() const {
  return joining_ ? joining_->runtime->client().next_deadline() : std::nullopt;
}

void FrontDoor::locked(std::unique_ptr<Holding> holding) {
  enrolling_ = false;
  state_ = {};
  unlock_.profile = holding->profile.id;
  std::shared_ptr<Holding> going(std::move(holding));
  around_.worker.post([this, going, &around = around_]() mutable -> Worker::Ending {
    going->runtime.reset();
    going.reset();
    return [this, persons = read_persons(around.folder)] { settle(persons); };
  });
}

}  // namespace baraza::app
