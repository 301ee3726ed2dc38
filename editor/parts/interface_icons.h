// Icons of the interface: code points of the Material Icons font.
#pragma once

namespace canvasbook::icons {

inline constexpr char32_t add = 0xE145;
inline constexpr char32_t arrow_back = 0xE5C4;
inline constexpr char32_t arrow_forward = 0xE5C8;
inline constexpr char32_t check = 0xE5CA;
inline constexpr char32_t close = 0xE5CD;
inline constexpr char32_t canvas = 0xE871;
inline constexpr char32_t document = 0xE873;
inline constexpr char32_t export_ = 0xE415;
inline constexpr char32_t folder = 0xE2C7;
inline constexpr char32_t guide = 0xE0F0;
inline constexpr char32_t keyboard = 0xE312;
inline constexpr char32_t language = 0xE8E2;
inline constexpr char32_t preview = 0xE8F4;
inline constexpr char32_t redo = 0xE15A;
inline constexpr char32_t review = 0xF0C5;
inline constexpr char32_t save = 0xE161;
inline constexpr char32_t search = 0xE8B6;
inline constexpr char32_t theme = 0xE1AE;
inline constexpr char32_t undo = 0xE166;
inline constexpr char32_t warning = 0xE002;
inline constexpr char32_t folder_new = 0xE2CC;
inline constexpr char32_t arrow_up = 0xE5D8;
inline constexpr char32_t home = 0xE88A;
inline constexpr char32_t disk = 0xE1DB;
inline constexpr char32_t history = 0xE889;
inline constexpr char32_t sort_down = 0xE5C5;
inline constexpr char32_t sort_up = 0xE5C7;
inline constexpr char32_t chevron = 0xE5CC;
inline constexpr char32_t present = 0xE41B;
inline constexpr char32_t full_screen = 0xE5D0;
inline constexpr char32_t done = 0xE86C;
inline constexpr char32_t chevron_left = 0xE5CB;
inline constexpr char32_t fold_left = 0xEAC3;
inline constexpr char32_t fold_right = 0xEAC9;
inline constexpr char32_t zoom_in = 0xE8FF;
inline constexpr char32_t zoom_out = 0xE900;
inline constexpr char32_t expand = 0xE5CF;
inline constexpr char32_t collapse = 0xE5CE;
inline constexpr char32_t unsaved = 0xE061;
inline constexpr char32_t remove = 0xE872;
inline constexpr char32_t details = 0xE26C;
inline constexpr char32_t park = 0xE149;
inline constexpr char32_t link = 0xE157;
inline constexpr char32_t reply = 0xE15E;
inline constexpr char32_t talk = 0xE0B7;
inline constexpr char32_t table = 0xE265;
inline constexpr char32_t checks = 0xE065;
inline constexpr char32_t replacements = 0xE881;
inline constexpr char32_t unmarked = 0xE836;
inline constexpr char32_t box = 0xE835;
inline constexpr char32_t box_checked = 0xE834;
inline constexpr char32_t minus = 0xE15B;
inline constexpr char32_t play = 0xE037;
inline constexpr char32_t stop = 0xE047;
inline constexpr char32_t spelling = 0xE8CE;
inline constexpr char32_t people = 0xE7FB;
inline constexpr char32_t touchpoint = 0xE55F;
inline constexpr char32_t label = 0xE892;
inline constexpr char32_t bold = 0xE238;
inline constexpr char32_t italic = 0xE23F;
inline constexpr char32_t bullets = 0xE241;
inline constexpr char32_t numbers = 0xE242;
inline constexpr char32_t quote = 0xE244;

// All of them: what the fonts of the interface load.
inline constexpr char32_t all[] = {
    add,      arrow_back, arrow_forward, check,    close,        canvas,      document,   export_,   folder,
    guide,    keyboard,   language,      preview,  redo,         review,      save,       search,    theme,
    undo,     warning,    folder_new,    arrow_up, home,         disk,        history,    sort_down, sort_up,
    chevron,  present,    full_screen,   done,     chevron_left, fold_left,   fold_right, zoom_in,   zoom_out,
    expand,   collapse,   unsaved,       remove,   details,      park,        link,       reply,     talk,
    table,    checks,     replacements,  unmarked, box,          box_checked, minus,      play,      stop,
    spelling, people,     touchpoint,    label,    bold,         italic,      bullets,    numbers,   quote};

}  // namespace canvasbook::icons
