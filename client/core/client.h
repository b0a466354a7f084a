// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "client/core/effects.h"
#include "client/core/handle_intent.h"
#include "client/core/kept.h"
#include "client/core/reconnect_delay.h"
#include "client/core/sync_badge.h"
#include "shared/content/library.h"
#include "shared/sync/enrolment_code.h"

namespace baraza::client {

// Everything a client is, without input and output: what it holds, what a person does with it, and
// its side of the protocol. The owner feeds it what happened, then carries out take_effects(). The
// window and the scripted clients both sit on it. Used by one thread; what it is given by reference
// outlives it.
//
// What a person did shows at once and is reported Saved when its commit is on disk, OnServer when
// the server has it. What arrived is stored first and shown then; the cursor never runs ahead of
// the disk. If a local commit fails, everything that isn't on disk leaves the view and is reported
// NotSaved. If storing what arrived fails, the link goes and the same is asked for again.
class Client {
 public:
  struct Parts {
    const Signer& signer;  // the writer's key: Loaded::key_seed
    Random& random;
    StorePort& store;
    const content::PackLibrary& packs;
  };

  // `software` is what Hello says, name and version. An enrolled client asks for a connection.
  Client(Parts parts, std::string software, Loaded loaded);
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // --- what a person does -------------------------------------------------------------------
  // Writes what the intent comes to, in one local commit. Errors as of handle_intent();
  // unauthenticated before the laptop is enrolled.
  Result<ActId> act(const Intent& intent, Now now) { return act(std::vector{intent}, {}, now); }
  // Several at once, all or nothing, and in the same commit drafts that became entries (without
  // bytes) or follow from them. The intents don't build on each other; one that another of them
  // made needless (already_exists) is left out.
  Result<ActId> act(const std::vector<Intent>& intents, std::vector<KeptDraft> drafts, Now now);
  // Keeps what the person is in the middle of: on the disk with the store's next transaction. While
  // one of its key is on the way, only the last that follows goes after it. DraftNotKept follows if
  // it can't be kept.
  void keep_draft(KeptDraft draft);
  // Joins a programme by a code as typed. Enrolled or EnrolFailed follows.
  //
  // A frozen laptop is enrolled anew in the same way, with a fresh code of the same person
  // (other_account for somebody else's): once the server has said what it has of the old writer,
  // everything else that was written goes on under a new one, in one local commit. Nothing is lost
  // and nothing repeated, whenever the power goes; the same code typed again goes on from there.
  // already_exists if the laptop has joined and isn't frozen.
  Result<void> enrol(std::string_view code, std::string label);
  // The server has moved: looks for it there from now on, and knows it by the same key. Durable
  // when ServerMoved is told. unauthenticated before the laptop is enrolled.
  Result<void> set_server(std::string host, std::uint16_t port);

  // --- what happens -------------------------------------------------------------------------
  void on_completion(const Completion& completion);
  void on_connected(Bytes exporter, Now now);
  void on_disconnected(const Error& error);
  void on_frame(ByteView frame, Now now);
  void on_deadline(Now now);
  // When on_deadline() wants to be called; empty: not before something else happens.
  std::optional<Tick> next_deadline() const { return session().next_deadline(); }

  std::vector<Effect> take_effects();

  // For an owner at whose screen somebody may be at work, where nothing that others wrote may move
  // what is under the hand: while it holds, what arrives is stored as ever and shown only once the
  // hold is over, in its order. What the server says of the own work shows meanwhile, unless it
  // came after something that waits, or lets an entry not stand. Holds nothing until asked to.
  void hold_arrivals(bool hold);
  bool arrivals_wait() const { return !waiting_arrivals_.empty(); }

  // --- what there is to see -----------------------------------------------------------------
  const Replica& replica() const { return replica_; }
  // By key, as they were last given.
  const std::map<std::string, Bytes>& drafts() const { return drafts_; }
  const content::PackLibrary& packs() const { return parts_.packs; }
  const std::optional<Identity>& identity() const { return identity_; }
  // `kept` are entries of the tray that the person has dealt with.
  SyncBadge badge(const KeptEntries& kept = {}) const;
  bool online() const { return session_->online(); }
  // This folder's writer is unusable: enrol() anew.
  bool frozen() const { return session_->frozen(); }
  // Why there is no connection, or was none last; empty from one on until it ends.
  const std::optional<Error>& offline_because() const { return offline_because_; }
  // How far the server's clock is ahead of this laptop's, as last heard.
  Duration clock_ahead() const { return clock_ahead_; }

 private:
  enum class Link : std::uint8_t {
    none,    // not enrolled and no code
    wanted,  // to be asked for once what arrived is stored
    asked,   // Connect is out
    up,
  };
  struct Act {
    std::vector<RunSpan> runs;
    std::vector<KeptDraft> before;  // the drafts that it changed, as they were
    bool saved = false;
  };
  // How far a frozen laptop is on its way to its next writer.
  enum class Anew : std::uint8_t {
    no,
    catching_up,  // hears what the server has of the old writer
    keeping_key,  // the next key is on its way to the disk
    joining,      // enrols the next key
    joined,       // waits for acts that are being saved
    renewing,     // the commit is on its way; shown already
  };
  // What to go back to if the renewal can't be saved.
  struct Former {
    Replica replica;
    std::map<ActId, Act> acts;
    std::unique_ptr<KeySigner> signer;
  };

  Ticket submit(Commit commit);
  void set_draft(const KeptDraft& draft);
  void draft_done(const DraftCommit& commit, const Result<void>& result);
  std::vector<LocalRun> sign(std::vector<PlannedRun> plan, Now now);

  bool holds_back(const Commit& commit) const;
  void take_completion(const Completion& completion);
  void local_done(Ticket ticket, const LocalCommit& commit, const Result<void>& result);
  void report_saved(ActId act);
  void remote_done(const RemoteCommit& commit, const Result<void>& result);
  void resolved_done(const ResolvedCommit& commit, const Result<void>& result);
  void identity_done(const IdentityCommit& commit, const Result<void>& result);
  void records_done(const RecordsCommit& commit, const Result<void>& result);
  void next_key_done(const Result<void>& result);
  void renewal_done(Ticket ticket, const RenewalCommit& commit, const Result<void>& result);
  void drop_unsaved(const Error& error);
  void report(const std::vector<OwnVerdict>& verdicts);

  void drain();
  void carry_out(sync::ClientSession::Output output);
  void on_received(sync::ClientSession::Received received);
  void on_resolved(sync::ClientSession::Resolved resolved);
  void on_offers(const sync::ClientSession::Offers& offers);
  void on_closed(const StreamId& stream);
  void on_enrolled(const sync::Enrolled& enrolled);
  void refresh();

  // --- enrolling anew, in client_renewal.cpp ------------------------------------------------
  const Signer& signer() const { return own_signer_ ? *own_signer_ : parts_.signer; }
  sync::ClientSession& session() { return joining_ ? *joining_ : *session_; }
  const sync::ClientSession& session() const { return joining_ ? *joining_ : *session_; }
  void begin_session(bool frozen);
  void go_on_anew();
  void keep_next_key();
  void begin_joining();
  void on_joined(const sync::Enrolled& enrolled);
  void renew();
  void end_enrolment(const Error& error);

  void hang_up(const Error& error, Duration retry_after = {});
  void want_link(const Error& error, Duration retry_after);
  void ask_for_link();
  bool is_storing_arrivals() const;
  void say_caught_up();
  std::optional<Endpoint> endpoint() const;

  Parts parts_;
  std::string software_;
  std::unique_ptr<KeySigner> own_signer_;  // once enrolled anew; else the owner's
  std::unique_ptr<sync::ClientSession> session_;
  std::optional<Identity> identity_;
  std::optional<NextKey> next_key_;  // on disk, or on its way there
  Replica replica_;
  std::vector<Effect> effects_;

  std::map<std::string, Bytes> drafts_;
  std::set<std::string> drafts_going_;              // a commit of this key is on its way
  std::map<std::string, KeptDraft> drafts_behind_;  // goes once that one arrived

  Ticket last_ticket_ = 0;
  std::uint64_t generation_ = 1;
  std::map<Ticket, Commit> in_flight_;
  bool hold_arrivals_ = false;
  std::vector<Completion> waiting_arrivals_;  // of commits that stay in flight meanwhile
  std::map<ActId, Act> acts_;
  std::size_t round_ops_ = 0;  // own ops since nothing was unsent
  Code save_failed_ = Code::none;

  Link link_ = Link::none;
  bool caught_up_ = false;  // to be said once what arrived is on disk
  ReconnectDelay reconnect_;
  Duration delay_;
  Code login_refused_ = Code::none;
  std::optional<sync::EnrolmentCode> code_;  // until the identity is on disk
  std::string label_;
  std::map<StreamId, StreamRecord> announced_;  // streams as the server last offered them
  std::map<StreamId, Code> stuck_;
  Duration clock_ahead_;
  std::optional<Error> offline_because_;

  Anew anew_ = Anew::no;
  std::unique_ptr<KeySigner> next_signer_;
  std::unique_ptr<sync::ClientSession> joining_;  // in the place of session_ while joining
  std::optional<Identity> next_identity_;         // once joined
  std::optional<Former> former_;                  // while renewing
};

}  // namespace baraza::client
