// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "client/ui/screens/session_screen.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/person_disc.h"

// The parts of the session's screen; for its own sources. All are drawn inside the scope "session"
// unless they say otherwise.
namespace baraza::ui::session_parts {

// What can be done about a session.
enum class Deed : std::uint8_t {
  begin,
  next_person,
  next_step,
  step_back,
  attendance,
  mood,
  work,  // the written work of who has the word
  used,  // what was used in the session
  note,
  close,
  sheet,   // opens the panel of the run sheet
  others,  // opens the panel of who wasn't heard
  more,    // opens the panel of what has no button
};

// Draws buttons, hears keys and carries out what they ask.
class Deeds {
 public:
  Deeds(Ui& ui, const client::SessionModel& model, SessionState& state, Requests& requests)
      : ui_(ui), model_(model), state_(state), requests_(requests) {}

  ButtonSpec button_of(Deed deed) const;
  // A row of them from the left; with `right`, those stand at the end of the same row if there is
  // room, else in another. Returns the height.
  float row(const std::vector<Deed>& left, const std::vector<Deed>& right, const Rect& room);
  float row_height(const std::vector<Deed>& left, const std::vector<Deed>& right,
                   float width) const;
  // Hears the key of a deed that has no button now.
  void hear(Deed deed);
  void carry_out(Deed deed);
  void ask(const MemberId& member);
  void open_note(const NoteId& note);
  void run(const client::RunEvent& event);

 private:
  // The step that runs is done, and the next one begins, in one commit.
  void leave_step();

  Ui& ui_;
  const client::SessionModel& model_;
  SessionState& state_;
  Requests& requests_;
};

// --- the run sheet --------------------------------------------------------------------------
void draw_run_sheet(Ui& ui, const client::SessionModel& model, const Rect& rect,
                    SessionState& state, Deeds& deeds);
// The step that runs in one row, with the button that opens the whole.
float strip_height(const Ui& ui);
void draw_strip(Ui& ui, const client::SessionModel& model, const Rect& rect, Deeds& deeds);
void draw_sheet_panel(Ui& ui, const client::SessionModel& model, SessionState& state, Deeds& deeds);

// --- the circle -----------------------------------------------------------------------------
struct StepCard {
  bool title = true;         // of the step; where the strip has it, it goes
  bool pressable = true;     // its people can be asked
  bool grows = false;        // the ellipse takes more of the room
  std::string_view heading;  // in place of the step's title
  std::string_view text;     // in place of its prompt
};
// The step's title, what to say, the circle. Scrolls where it is too low for them.
void draw_step(Ui& ui, const client::SessionModel& model, const StepCard& card, const Rect& room,
               Deeds& deeds);

// --- people ---------------------------------------------------------------------------------
// "4"; of two in one seat the later ones have more behind it.
std::string seat_id(const client::SessionModel& model, std::size_t place);
DiscState disc_state(client::SessionSeat::State state);
float attendance_height(const Ui& ui);
void draw_attendance(Ui& ui, const client::SessionModel& model, const Rect& rect, Deeds& deeds);
float others_height(const Ui& ui, const client::SessionModel& model, float width);
void draw_others(Ui& ui, const client::SessionModel& model, const Rect& rect, Deeds& deeds);
void draw_others_panel(Ui& ui, const client::SessionModel& model, SessionState& state,
                       Deeds& deeds);
void draw_more_panel(Ui& ui, const client::SessionModel& model, SessionState& state, Deeds& deeds,
                     const std::vector<Deed>& deeds_in_it);
// Of the card with its title.
float notes_height(const Ui& ui, const client::SessionModel& model, float width);
void draw_notes(Ui& ui, const client::SessionModel& model, const Rect& rect, Deeds& deeds);

// --- before and after -----------------------------------------------------------------------
void draw_planned(Ui& ui, const Rect& room, const client::SessionModel& model, SessionState& state,
                  Deeds& deeds, Requests& requests);
void draw_closed(Ui& ui, const Rect& room, const client::SessionModel& model, SessionState& state,
                 Deeds& deeds, Requests& requests);

// Side columns keep their width, the middle one grows to this, the whole is centred.
inline constexpr float sheet_width = 288;
inline constexpr float right_width = 284;
inline constexpr float middle_most = 760;

}  // namespace baraza::ui::session_parts
