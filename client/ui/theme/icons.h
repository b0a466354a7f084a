// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

// Icons: characters of the font Material Icons, in UTF-8. Always drawn beside a word.
namespace baraza::ui::icon {

inline constexpr const char* add = "\xee\x85\x85";
inline constexpr const char* alt_route = "\xef\x86\x84";
inline constexpr const char* arrow_back = "\xee\x97\x84";
inline constexpr const char* arrow_downward = "\xee\x97\x9b";
inline constexpr const char* arrow_upward = "\xee\x97\x98";
inline constexpr const char* assignment_turned_in = "\xee\xa1\xa2";
inline constexpr const char* back_hand = "\xee\x9d\xa4";
inline constexpr const char* bedtime = "\xee\xbd\x84";
inline constexpr const char* block = "\xee\x85\x8b";
inline constexpr const char* call = "\xee\x82\xb0";
inline constexpr const char* call_split = "\xee\x82\xb6";
inline constexpr const char* center_focus_strong = "\xee\x8e\xb4";
inline constexpr const char* chat_bubble_outline = "\xee\x83\x8b";
inline constexpr const char* check = "\xee\x97\x8a";
inline constexpr const char* check_circle = "\xee\xa1\xac";
inline constexpr const char* chevron_right = "\xee\x97\x8c";
inline constexpr const char* close = "\xee\x97\x8d";
inline constexpr const char* cloud_done = "\xee\x8a\xbf";
inline constexpr const char* cloud_off = "\xee\x8b\x81";
inline constexpr const char* content_copy = "\xee\x85\x8d";
inline constexpr const char* directions_walk = "\xee\x94\xb6";
inline constexpr const char* done = "\xee\xa1\xb6";
inline constexpr const char* done_all = "\xee\xa1\xb7";
inline constexpr const char* edit = "\xee\x8f\x89";
inline constexpr const char* event = "\xee\xa1\xb8";
inline constexpr const char* event_available = "\xee\x98\x94";
inline constexpr const char* event_busy = "\xee\x98\x95";
inline constexpr const char* event_note = "\xee\x98\x96";
inline constexpr const char* expand_more = "\xee\x97\x8f";
inline constexpr const char* favorite = "\xee\xa1\xbd";
inline constexpr const char* favorite_border = "\xee\xa1\xbe";
inline constexpr const char* flag = "\xee\x85\x93";
inline constexpr const char* format_size = "\xee\x89\x85";
inline constexpr const char* forum = "\xee\x82\xbf";
inline constexpr const char* groups = "\xef\x88\xb3";
inline constexpr const char* hearing = "\xee\x80\xa3";
inline constexpr const char* help_outline = "\xee\xa3\xbd";
inline constexpr const char* history = "\xee\xa2\x89";
inline constexpr const char* home = "\xee\xa2\x8a";
inline constexpr const char* hourglass_empty = "\xee\xa2\x8b";
inline constexpr const char* info = "\xee\xa2\x8e";
inline constexpr const char* insert_chart_outlined = "\xee\x89\xaa";
inline constexpr const char* language = "\xee\xa2\x94";
inline constexpr const char* laptop = "\xee\x8c\x9e";
inline constexpr const char* lightbulb_outline = "\xee\xa4\x8f";
inline constexpr const char* local_dining = "\xee\x95\x96";
inline constexpr const char* local_florist = "\xee\x95\x85";
inline constexpr const char* local_hospital = "\xee\x95\x88";
inline constexpr const char* lock = "\xee\xa2\x97";
inline constexpr const char* logout = "\xee\xa6\xba";
inline constexpr const char* mail_outline = "\xee\x83\xa1";
inline constexpr const char* more_horiz = "\xee\x97\x93";
inline constexpr const char* navigate_next = "\xee\x90\x89";
inline constexpr const char* note_add = "\xee\xa2\x9c";
inline constexpr const char* open_in_new = "\xee\xa2\x9e";
inline constexpr const char* pan_tool = "\xee\xa4\xa5";
inline constexpr const char* pause = "\xee\x80\xb4";
inline constexpr const char* person_add = "\xee\x9f\xbe";
inline constexpr const char* person_outline = "\xee\x9f\xbf";
inline constexpr const char* person_search = "\xef\x84\x86";
inline constexpr const char* play_arrow = "\xee\x80\xb7";
inline constexpr const char* play_circle_filled = "\xee\x80\xb8";
inline constexpr const char* print = "\xee\xa2\xad";
inline constexpr const char* radio_button_unchecked = "\xee\xa0\xb6";
inline constexpr const char* record_voice_over = "\xee\xa4\x9f";
inline constexpr const char* remove = "\xee\x85\x9b";
inline constexpr const char* remove_circle_outline = "\xee\x85\x9d";
inline constexpr const char* schedule = "\xee\xa2\xb5";
inline constexpr const char* search = "\xee\xa2\xb6";
inline constexpr const char* skip_next = "\xee\x81\x84";
inline constexpr const char* stop = "\xee\x81\x87";
inline constexpr const char* swap_horiz = "\xee\xa3\x94";
inline constexpr const char* sync = "\xee\x98\xa7";
inline constexpr const char* sync_alt = "\xee\xa8\x98";
inline constexpr const char* timelapse = "\xee\x90\xa2";
inline constexpr const char* timeline = "\xee\xa4\xa2";
inline constexpr const char* translate = "\xee\xa3\xa2";
inline constexpr const char* trending_down = "\xee\xa3\xa3";
inline constexpr const char* trending_flat = "\xee\xa3\xa4";
inline constexpr const char* trending_up = "\xee\xa3\xa5";
inline constexpr const char* tune = "\xee\x90\xa9";
inline constexpr const char* undo = "\xee\x85\xa6";
inline constexpr const char* update = "\xee\xa4\xa3";
inline constexpr const char* verified_user = "\xee\xa3\xa8";
inline constexpr const char* visibility = "\xee\xa3\xb4";
inline constexpr const char* visibility_off = "\xee\xa3\xb5";
inline constexpr const char* warning = "\xee\x80\x82";

// All of them, for whoever makes the fonts: only these are in them.
inline constexpr std::array all_icons = {add,
                                         alt_route,
                                         arrow_back,
                                         arrow_downward,
                                         arrow_upward,
                                         assignment_turned_in,
                                         back_hand,
                                         bedtime,
                                         block,
                                         call,
                                         call_split,
                                         center_focus_strong,
                                         chat_bubble_outline,
                                         check,
                                         check_circle,
                                         chevron_right,
                                         close,
                                         cloud_done,
                                         cloud_off,
                                         content_copy,
                                         directions_walk,
                                         done,
                                         done_all,
                                         edit,
                                         event,
                                         event_available,
                                         event_busy,
                                         event_note,
                                         expand_more,
                                         favorite,
                                         favorite_border,
                                         flag,
                                         format_size,
                                         forum,
                                         groups,
                                         hearing,
                                         help_outline,
                                         history,
                                         home,
                                         hourglass_empty,
                                         info,
                                         insert_chart_outlined,
                                         language,
                                         laptop,
                                         lightbulb_outline,
                                         local_dining,
                                         local_florist,
                                         local_hospital,
                                         lock,
                                         logout,
                                         mail_outline,
                                         more_horiz,
                                         navigate_next,
                                         note_add,
                                         open_in_new,
                                         pan_tool,
                                         pause,
                                         person_add,
                                         person_outline,
                                         person_search,
                                         play_arrow,
                                         play_circle_filled,
                                         print,
                                         radio_button_unchecked,
                                         record_voice_over,
                                         remove,
                                         remove_circle_outline,
                                         schedule,
                                         search,
                                         skip_next,
                                         stop,
                                         swap_horiz,
                                         sync,
                                         sync_alt,
                                         timelapse,
                                         timeline,
                                         translate,
                                         trending_down,
                                         trending_flat,
                                         trending_up,
                                         tune,
                                         undo,
                                         update,
                                         verified_user,
                                         visibility,
                                         visibility_off,
                                         warning};

}  // namespace baraza::ui::icon
