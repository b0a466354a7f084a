// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "server/core/directory_search.h"
#include "server/core/hub.h"

namespace baraza::server {

// What administrators do, through the same policy whether the command came over the admin socket of
// a running server or from one that opened the stopped folder itself. Each stages into the batch of
// a Hub (Hub::run_alone) and fails with a sentence that says what to do.

// Who asks, by handle, and when. Recorded with what they did.
struct Asking {
  std::string as;
  Now now;
};

struct NewAccount {
  std::string site;       // name or id; empty for administrators and managers
  std::string programme;  // name or id; may be empty where there is only one
  std::string handle;
  std::string name;
  std::string phone;
  std::vector<model::Role> roles;
};

struct NewGroup {
  std::string site;
  std::string name;
  model::PackRef course;
  CivilDate first_session;
  std::uint32_t interval_days = 7;
  // Handles of the staff that runs and follows the group; each gets a grant.
  std::vector<std::string> facilitators;
  std::vector<std::string> workers;
  std::vector<std::string> supervisors;
  bool supervisors_read_people = false;
  bool supervisors_read_words = false;
};

struct NewGrant {
  std::string account;
  model::Role role = model::Role::facilitator;
  std::string group;  // name or id; empty: every group of the site
  std::string site;   // needed only without a group
  bool reads_people = false;
  bool reads_words = false;
};

// invalid_argument unless it is a line of text that a list can show and a person can type again.
// `what` is whose name it is, for the sentence: "a site".
Result<void> check_name(const std::string& name, const char* what);

// `programme_key` signs the introduction of the server's writer.
Result<ProgrammeId> add_programme(Hub& hub, const Asking& asking, const std::string& name,
                                  const Signer& programme_key, const PublicKey& server_writer,
                                  Random& random);
// The zone's name has been looked up already.
Result<SiteId> add_site(Hub& hub, const Asking& asking, const std::string& programme,
                        const std::string& name, const std::string& time_zone, Random& random);
// With the handle and name of somebody who works at another site: the same person comes to work at
// this one too, with the laptops they have.
Result<AccountId> add_account(Hub& hub, const Asking& asking, const NewAccount& account,
                              Random& random);
Result<GroupId> add_group(Hub& hub, const Asking& asking, const NewGroup& group, Random& random);
Result<GrantId> give_grant(Hub& hub, const Asking& asking, const NewGrant& grant, Random& random);
// Ends every standing grant of the account for the group (or for all groups, if empty). The number
// of grants ended.
Result<int> end_grants(Hub& hub, const Asking& asking, const std::string& account,
                       const std::string& group, const std::string& reason);

// A new enrolment code for the account; the secret is returned once and stored only as a hash.
Result<Bytes> make_enrol_secret(Hub& hub, const Asking& asking, const std::string& account,
                                Duration life, Random& random);

// The asking account, if policy lets it do `act` there; not_allowed otherwise.
Result<AccountId> require(const Hub& hub, const Asking& asking, policy::AdminAct act,
                          const ProgrammeId& programme, const SiteId& site);

}  // namespace baraza::server
