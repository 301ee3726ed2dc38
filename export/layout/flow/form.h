// Parts and measures of forms that their files share; style.h has the measures of running text. Internal to export/.
#pragma once

#include "export/layout/flow/boxes.h"

namespace canvasbook {

namespace form_style {

inline constexpr float box_size = 15;             // to tick with a pen: more than 5 mm
inline constexpr float box_pitch = box_size + 6;  // from box to box: a finger's breadth between two
inline constexpr float writing_line = 24;         // high enough to write in: more than 8 mm
inline constexpr float text_size = 10;
inline constexpr float text_line = 13;
inline constexpr float note_size = 9;
inline constexpr float label_size = 8;  // of the marks over the columns of boxes
inline constexpr float label_line = 10;
inline constexpr float tiny_size = 7;  // of an item's own marks over its boxes, and of the word for a comment
inline constexpr float tiny_line = 9;
inline constexpr float label_air = 7;  // at least between the marks of two columns

}  // namespace form_style

// A box to tick with its top left corner there, in the last box of the flow.
void add_tick_box(FlowBuilder& flow, float x, float y, float size);

// The items of a group, by its index, under its head, which says on further pages that the group continues; `share`: of
// the weights, see shares_of_groups; `least_answers`: of the columns of boxes, see widest_answers. Both in
// form_group.cpp.
void add_form_group(FlowBuilder& flow, const FormBlock& form, size_t group, int share, float least_answers);

// The room that the boxes of any item of a form take, in points.
float widest_answers(FlowBuilder& flow, const FormBlock& form);

// Places for what was reached, by rows (form_total.cpp): of a group, by its number from 1, with its share of the
// weights; of the whole form, with the boxes for its result and with how to count. Where nothing has a weight they say
// so instead.
void add_group_total(FlowBuilder& flow, const FormBlock& form, size_t number, int share);
void add_form_total(FlowBuilder& flow, const FormBlock& form);

}  // namespace canvasbook
