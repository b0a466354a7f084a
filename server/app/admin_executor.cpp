// SPDX-License-Identifier: Apache-2.0
// The commands that change something.
#include "server/app/admin_executor.h"

#include "baraza/v1/admin.pb.h"
#include "server/app/admin_answers.h"
#include "server/app/admin_warnings.h"
#include "server/app/data_folder.h"
#include "server/core/admin_acts.h"
#include "server/core/holds.h"
#include "shared/base/limits.h"
#include "shared/sync/enrolment_code.h"
#include "shared/system/zone.h"

namespace baraza::server {
namespace {

template <class Repeated>
std::vector<std::string> strings(const Repeated& repeated) {
  return {repeated.begin(), repeated.end()};
}

Result<model::Role> read_role(const std::string& name) {
  if (const auto role = model::role_from(name)) return *role;
  return fail(
      Code::invalid_argument,
      "no role '" + name + "'; there are: facilitator, worker, supervisor, manager, administrator");
}

// The newest version of a course that comes with this server.
Result<model::PackRef> find_course(const content::PackLibrary& packs, const std::string& id) {
  const content::CoursePack* found = nullptr;
  std::string known;
  for (const auto& course : packs.courses()) {
    if (course.id == id && (found == nullptr || course.version > found->version)) found = &course;
    known += (known.empty() ? "" : ", ") + course.id;
  }
  if (found == nullptr) {
    return fail(Code::not_found, "no course '" + id + "'; there are: " + known);
  }
  return model::PackRef{found->id, found->version, found->version_hash};
}

Result<Bytes> add_programme_id(Hub& hub, const Asking& asking, const v1::AddProgramme& command,
                               const ServerKeys& keys, Random& random) {
  const auto id = add_programme(hub, asking, command.name(), *keys.programme,
                                keys.server_writer->public_key(), random);
  if (!id) return fail(id.error());
  return to_hex(*id);
}

Result<Bytes> add_site_id(Hub& hub, const Asking& asking, const v1::AddSite& command,
                          Random& random) {
  if (!is_zone(command.time_zone())) {
    return fail(Code::invalid_argument, "'" + command.time_zone() +
                                            "' is no time zone of the IANA database; they look "
                                            "like Africa/Kampala");
  }
  const auto id =
      add_site(hub, asking, command.programme(), command.name(), command.time_zone(), random);
  if (!id) return fail(id.error());
  return to_hex(*id);
}

Result<Bytes> add_account_id(Hub& hub, const Asking& asking, const v1::AddAccount& command,
                             Random& random) {
  NewAccount account{command.site(), command.programme(), command.handle(),
                     command.name(), command.phone(),     {}};
  for (const std::string& name : command.roles()) {
    const auto role = read_role(name);
    if (!role) return fail(role.error());
    account.roles.push_back(*role);
  }
  const auto id = add_account(hub, asking, account, random);
  if (!id) return fail(id.error());
  return to_hex(*id);
}

// The day of a first session, if it can be one: a slip in the year is caught here.
Result<CivilDate> read_first_session(const std::string& text, Instant now) {
  const CivilDate today{static_cast<std::int32_t>(now.ms / hours(24).ms)};
  const auto day = civil_date_from(text);
  if (!day) {
    return fail(Code::invalid_argument, "'" + text + "' is no day; write it as " + to_text(today));
  }
  const CivilDate first = today + -limits::first_session_past_days;
  const CivilDate last = today + limits::first_session_ahead_days;
  if (*day >= first && *day <= last) return *day;
  return fail(Code::invalid_argument, "a first session on " + text + " can't be right: it lies " +
                                          (*day < first ? "too far back" : "too far ahead") +
                                          "; take a day from " + to_text(first) + " to " +
                                          to_text(last));
}

Result<Bytes> add_group_id(Hub& hub, const Asking& asking, const v1::AddGroup& command,
                           const content::PackLibrary& packs, Random& random) {
  const auto first = read_first_session(command.first_session(), asking.now.wall);
  if (!first) return fail(first.error());
  if (command.supervisors().empty() &&
      (command.supervisors_read_people() || command.supervisors_read_words())) {
    return fail(Code::invalid_argument,
                "--supervisor-reads says what a supervisor reads, and the group has none: add "
                "--supervisor HANDLE");
  }
  const auto course = find_course(packs, command.course());
  if (!course) return fail(course.error());
  const NewGroup group{command.site(),
                       command.name(),
                       *course,
                       *first,
                       command.every_days(),
                       strings(command.facilitators()),
                       strings(command.workers()),
                       strings(command.supervisors()),
                       command.supervisors_read_people(),
                       command.supervisors_read_words()};
  const auto id = add_group(hub, asking, group, random);
  if (!id) return fail(id.error());
  return to_hex(*id);
}

Result<Bytes> give_grant_id(Hub& hub, const Asking& asking, const v1::GiveGrant& command,
                            Random& random) {
  const auto role = read_role(command.role());
  if (!role) return fail(role.error());
  if (command.group().empty() && command.site().empty()) {
    return fail(Code::invalid_argument, "a grant is for a group or for all groups of a site");
  }
  if (*role != model::Role::supervisor && (command.reads_people() || command.reads_words())) {
    return fail(Code::invalid_argument,
                "--reads says what a supervisor reads; facilitators and workers read all of it");
  }
  const auto id = give_grant(hub, asking,
                             {command.account(), *role, command.group(), command.site(),
                              command.reads_people(), command.reads_words()},
                             random);
  if (!id) return fail(id.error());
  return to_hex(*id);
}

Result<model::HoldKey> read_hold_name(const std::string& name) {
  if (const auto key = hold_from(name)) return *key;
  return fail(Code::invalid_argument, "'" + name + "' names no hold; see: hold list");
}

Result<void> answer_made(AdminSink& sink, const Result<Bytes>& made) {
  if (!made) return fail(made.error());
  return answer_value(sink, "id", *made);
}

}  // namespace

Result<void> AdminExecutor::execute(const v1::AdminRequest& request, AdminSink& sink) {
  using Request = v1::AdminRequest;
  const auto command = request.command_case();
  if (command == Request::COMMAND_NOT_SET) {
    return fail(Code::invalid_argument, "a request without a command");
  }
  if (command == Request::kVerify) return verify(request, sink);
  if (request.as().empty()) {
    return fail(Code::invalid_argument, "say as whom: --as HANDLE");
  }
  switch (command) {
    case Request::kEnrolDevice: return enrol_device(request, sink);
    case Request::kList: return list(request, sink);
    case Request::kListHolds: return list_holds(request, sink);
    case Request::kShowHold: return show_hold(request, sink);
    case Request::kExport: return export_rows(request, sink);
    default: return act(request, sink);
  }
}

Result<void> AdminExecutor::act(const v1::AdminRequest& request, AdminSink& sink) {
  using Request = v1::AdminRequest;
  Result<Bytes> made;
  int ended = 0;
  std::vector<std::string> warnings;
  auto done = parts_.runner.run([&](Hub& hub) -> Result<void> {
    const Asking asking{request.as(), parts_.clock.now()};
    warnings = warnings_of(request, hub.directory());
    switch (request.command_case()) {
      case Request::kAddProgramme:
        made = add_programme_id(hub, asking, request.add_programme(), parts_.keys, parts_.random);
        break;
      case Request::kAddSite:
        made = add_site_id(hub, asking, request.add_site(), parts_.random);
        break;
      case Request::kAddAccount:
        made = add_account_id(hub, asking, request.add_account(), parts_.random);
        break;
      case Request::kAddGroup:
        made = add_group_id(hub, asking, request.add_group(), parts_.packs, parts_.random);
        break;
      case Request::kGiveGrant:
        made = give_grant_id(hub, asking, request.give_grant(), parts_.random);
        break;
      case Request::kEndGrants: {
        const auto& command = request.end_grants();
        const auto count =
            server::end_grants(hub, asking, command.account(), command.group(), command.reason());
        if (!count) return fail(count.error());
        ended = *count;
        return {};
      }
      case Request::kSettleHold: {
        const auto& command = request.settle_hold();
        const auto key = read_hold_name(command.hold());
        if (!key) return fail(key.error());
        return server::settle_hold(hub, asking, *key, command.release(), command.reason());
      }
      default: return fail(Code::invalid_argument, "a command that this server doesn't know");
    }
    if (!made) return fail(made.error());
    return {};
  });
  if (!done) return done;
  for (std::string& warning : warnings) {
    if (auto told = answer_words(sink, "note: " + std::move(warning)); !told) return told;
  }
  if (request.has_end_grants()) return answer_value(sink, "ended", std::to_string(ended));
  if (request.has_settle_hold()) {
    return answer_words(sink, request.settle_hold().release() ? "released" : "refused");
  }
  return answer_made(sink, made);
}

Result<void> AdminExecutor::enrol_device(const v1::AdminRequest& request, AdminSink& sink) {
  const auto& command = request.enrol_device();
  const auto identity = identity_of(parts_.folder);
  if (!identity) return fail(identity.error());
  sync::EnrolmentCode code;
  code.secret = Bytes(limits::enrol_secret_bytes, '\0');
  code.pin = identity->pin;
  code.host = command.host();
  code.port = static_cast<std::uint16_t>(command.port());
  // Before anything is stored: host and port may be what a code can't carry.
  if (command.port() == 0 || command.port() > 65535) {
    return fail(Code::invalid_argument, "a port is 1 to 65535");
  }
  if (auto fits = sync::encode_enrolment_code(code); !fits) return fail(fits.error());
  const Duration life =
      command.life_minutes() == 0 ? limits::enrol_code_life : minutes(command.life_minutes());
  auto done = parts_.runner.run([&](Hub& hub) -> Result<void> {
    const Asking asking{request.as(), parts_.clock.now()};
    auto secret = make_enrol_secret(hub, asking, command.account(), life, parts_.random);
    if (!secret) return fail(secret.error());
    code.secret = std::move(*secret);
    return {};
  });
  if (!done) return done;
  auto text = sync::encode_enrolment_code(code);
  if (!text) return fail(text.error());
  auto told = answer_words(sink, "For one laptop, within " + std::to_string(life.ms / 60'000) +
                                     " minutes; whoever has the code can enrol as '" +
                                     command.account() + "'.");
  if (!told) return told;
  return answer_value(sink, "code", std::move(*text));
}

Result<void> AdminExecutor::list_holds(const v1::AdminRequest& request, AdminSink& sink) {
  std::vector<HoldView> views;
  std::vector<RowCells> rows;
  auto done = parts_.runner.run([&](Hub& hub) -> Result<void> {
    auto found = server::list_holds(hub, {request.as(), parts_.clock.now()});
    if (!found) return fail(found.error());
    views = std::move(*found);
    for (const HoldView& view : views) {
      const auto* author = hub.directory().account(view.author);
      const auto* group = hub.directory().group(view.group);
      rows.push_back({{"author", author == nullptr ? std::string() : author->account.name},
                      {"handle", author == nullptr ? std::string() : author->account.handle},
                      {"group", group == nullptr ? std::string() : group->group.name},
                      {"stream", std::string(stream_kind_name(view.stream_kind))},
                      {"kind", view.kind_name},
                      {"received", to_text(view.received)},
                      {"settled", view.settled},
                      {"hold", hold_name(view.key)}});
    }
    return {};
  });
  if (!done) return done;
  if (rows.empty()) return answer_words(sink, "no held entries");
  for (const RowCells& row : rows) {
    if (auto told = answer_row(sink, row); !told) return told;
  }
  return {};
}

Result<void> AdminExecutor::show_hold(const v1::AdminRequest& request, AdminSink& sink) {
  const auto key = read_hold_name(request.show_hold().hold());
  if (!key) return fail(key.error());
  Bytes body;
  std::string kind;
  auto done = parts_.runner.run([&](Hub& hub) -> Result<void> {
    const Asking asking{request.as(), parts_.clock.now()};
    auto read = read_hold(hub, asking, *key);
    if (!read) return fail(read.error());
    body = std::move(*read);
    const auto held = hub.ledger().store().held(*key);
    if (!held) return fail(held.error());
    const auto head = decode_head((*held)->op.head);
    const auto known = head ? model::kind_from(head->kind) : std::nullopt;
    if (known) kind = model::kind_row(*known).name;
    return {};
  });
  if (!done) return done;
  return answer_value(sink, "body", body_as_text(kind, body));
}

}  // namespace baraza::server
