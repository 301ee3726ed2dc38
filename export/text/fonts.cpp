#include "export/text/fonts.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <array>
#include <cassert>
#include <span>
#include <unordered_map>

#include "export/icons.h"
#include "model/base/embedded_file.h"

namespace canvasbook {

std::span<const EmbeddedFile> embedded_fonts();

namespace {

constexpr std::array<std::string_view, face_count> file_names{
    "paratype/PTS55F.ttf",        "paratype/PTS75F.ttf",
    "paratype/PTS56F.ttf",        "paratype/PTS76F.ttf",
    "paratype/PTM55F.ttf",        "dejavu/DejaVuSans.ttf",
    "dejavu/DejaVuSans-Bold.ttf", "material-design-icons-iconfont/MaterialIcons-Regular.ttf"};

constexpr size_t glyphs_a_page = 256;
constexpr size_t code_points = 0x110000;
using GlyphPage = std::array<Glyph, glyphs_a_page>;

template <auto free>
struct Free {
  template <class T>
  void operator()(T* object) const {
    free(object);
  }
};
using Blob = std::unique_ptr<hb_blob_t, Free<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Free<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Free<hb_font_destroy>>;
using Buffer = std::unique_ptr<hb_buffer_t, Free<hb_buffer_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Free<hb_subset_input_destroy>>;
using DrawFunctions = std::unique_ptr<hb_draw_funcs_t, Free<hb_draw_funcs_destroy>>;

std::string_view font_bytes(Face face) {
  const std::string_view bytes = embedded_bytes(embedded_fonts(), file_names[static_cast<size_t>(face)]);
  assert(!bytes.empty() && "every face is built into the program");
  return bytes;
}

}  // namespace

struct Fonts::OpenFace {
  explicit OpenFace(std::string_view bytes)
      : blob(hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_READONLY, nullptr,
                            nullptr)),
        face(hb_face_create(blob.get(), 0)),
        font(hb_font_create(face.get())),
        units(static_cast<int>(hb_face_get_upem(face.get()))) {}

  // Rounded towards zero in integers: the same number goes into the PDF's width table, so that positions agree exactly.
  int thousandths(int length) const { return length * 1000 / units; }

  Blob blob;
  HbFace face;
  HbFont font;
  int units;
  std::array<std::unique_ptr<GlyphPage>, code_points / glyphs_a_page> pages;  // by code point / glyphs_a_page
  std::unordered_map<std::uint64_t, std::int16_t> kerning;                    // by both code points
  Buffer buffer;
};

Fonts::Fonts() = default;
Fonts::~Fonts() = default;

Fonts::OpenFace& Fonts::open(Face face) {
  auto& slot = faces_[static_cast<size_t>(face)];
  if (!slot) slot = std::make_unique<OpenFace>(font_bytes(face));
  return *slot;
}

Glyph Fonts::glyph(Face face, char32_t code_point) {
  if (code_point >= code_points) return {};
  OpenFace& opened = open(face);
  auto& page = opened.pages[code_point / glyphs_a_page];
  if (!page) {
    page = std::make_unique<GlyphPage>();
    const char32_t first = code_point / glyphs_a_page * glyphs_a_page;
    for (size_t i = 0; i < glyphs_a_page; ++i) {
      hb_codepoint_t id = 0;
      if (!hb_font_get_nominal_glyph(opened.font.get(), first + static_cast<char32_t>(i), &id)) continue;
      const int advance = opened.thousandths(hb_font_get_glyph_h_advance(opened.font.get(), id));
      (*page)[i] = {static_cast<std::uint16_t>(id), static_cast<std::uint16_t>(advance)};
    }
  }
  return (*page)[code_point % glyphs_a_page];
}

std::optional<Face> Fonts::face_for(Face wanted, char32_t code_point) {
  if (glyph(wanted, code_point).id != 0) return wanted;
  const bool bold = wanted == Face::bold || wanted == Face::bold_italic;
  if (bold && glyph(Face::fallback_bold, code_point).id != 0) return Face::fallback_bold;
  if (glyph(Face::fallback, code_point).id != 0) return Face::fallback;
  return std::nullopt;
}

int Fonts::kerning(Face face, char32_t left, char32_t right) {
  OpenFace& opened = open(face);
  const auto [entry, is_new] = opened.kerning.try_emplace(std::uint64_t{left} << 32 | right, std::int16_t{0});
  if (!is_new) return entry->second;
  if (!opened.buffer) opened.buffer.reset(hb_buffer_create());
  hb_buffer_t* buffer = opened.buffer.get();
  hb_buffer_clear_contents(buffer);
  const std::uint32_t pair[2] = {left, right};
  hb_buffer_add_codepoints(buffer, pair, 2, 0, 2);
  hb_buffer_guess_segment_properties(buffer);
  const hb_feature_t features[] = {{HB_TAG('l', 'i', 'g', 'a'), 0, 0, HB_FEATURE_GLOBAL_END},
                                   {HB_TAG('c', 'a', 'l', 't'), 0, 0, HB_FEATURE_GLOBAL_END}};
  hb_shape(opened.font.get(), buffer, features, 2);
  unsigned count = 0;
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  if (count == 2) {
    entry->second = static_cast<std::int16_t>(opened.thousandths(positions[0].x_advance) - glyph(face, left).advance);
  }
  return entry->second;
}

FaceMetrics Fonts::metrics(Face face) {
  OpenFace& opened = open(face);
  FaceMetrics metrics;
  char name[128] = {};
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(opened.face.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  metrics.name = name;
  const auto metric = [&](hb_ot_metrics_tag_t tag) {
    hb_position_t value = 0;
    hb_ot_metrics_get_position(opened.font.get(), tag, &value);
    return opened.thousandths(value);
  };
  metrics.ascent = metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
  metrics.descent = metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
  metrics.cap_height = metric(HB_OT_METRICS_TAG_CAP_HEIGHT);
  if (metrics.cap_height == 0) metrics.cap_height = 700;
  metrics.italic_angle = static_cast<int>(hb_style_get_value(opened.font.get(), HB_STYLE_TAG_SLANT_ANGLE));
  // The box of all glyphs stands in the font's `head` table at offsets 36 to 43, as four big-endian 16-bit numbers.
  const Blob head(hb_face_reference_table(opened.face.get(), HB_TAG('h', 'e', 'a', 'd')));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(head.get(), &length);
  for (size_t i = 0; i < 4 && length >= 44; ++i) {
    const auto high = static_cast<unsigned char>(bytes[36 + 2 * i]);
    const auto low = static_cast<unsigned char>(bytes[37 + 2 * i]);
    metrics.box[i] = opened.thousandths(static_cast<std::int16_t>(high << 8 | low));
  }
  return metrics;
}

std::string Fonts::subset(Face face, const std::vector<std::uint16_t>& glyphs) {
  OpenFace& opened = open(face);
  const SubsetInput input(hb_subset_input_create_or_fail());
  assert(input);
  hb_subset_input_set_flags(input.get(),
                            HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  for (const std::uint16_t glyph : glyphs) hb_set_add(wanted, glyph);
  // The PDF names glyphs by number and carries its own widths, so these tables would be dead weight.
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : {HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'D', 'E', 'F'),
                             HB_TAG('n', 'a', 'm', 'e'), HB_TAG('p', 'o', 's', 't'), HB_TAG('O', 'S', '/', '2'),
                             HB_TAG('k', 'e', 'r', 'n'), HB_TAG('D', 'S', 'I', 'G'), HB_TAG('g', 'a', 's', 'p')}) {
    hb_set_add(dropped, tag);
  }
  const HbFace result(hb_subset_or_fail(opened.face.get(), input.get()));
  if (!result) return std::string(font_bytes(face));
  const Blob blob(hb_face_reference_blob(result.get()));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &length);
  return std::string(bytes, length);
}

namespace {

// Collects a glyph's outline, scaled from font units with y upwards to points with y downwards.
struct OutlineBuilder {
  Outline outline;
  float x = 0;
  float y = 0;
  float scale = 1;
  float last_x = 0;  // in font units
  float last_y = 0;

  void add(PathStep::Kind kind, std::initializer_list<std::pair<float, float>> points) {
    PathStep step;
    step.kind = kind;
    size_t i = 0;
    for (const auto& [px, py] : points) {
      step.x[i] = x + px * scale;
      step.y[i] = y - py * scale;
      last_x = px;
      last_y = py;
      ++i;
    }
    outline.steps.push_back(step);
  }
};

OutlineBuilder& builder(void* data) { return *static_cast<OutlineBuilder*>(data); }

DrawFunctions draw_functions() {
  DrawFunctions functions(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        builder(data).add(PathStep::Kind::move, {{x, y}});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        builder(data).add(PathStep::Kind::line, {{x, y}});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float cx, float cy, float x, float y, void*) {
        const float from_x = builder(data).last_x;
        const float from_y = builder(data).last_y;
        builder(data).add(PathStep::Kind::curve, {{from_x + (cx - from_x) * 2 / 3, from_y + (cy - from_y) * 2 / 3},
                                                  {x + (cx - x) * 2 / 3, y + (cy - y) * 2 / 3},
                                                  {x, y}});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y,
         void*) {
        builder(data).add(PathStep::Kind::curve, {{ax, ay}, {bx, by}, {x, y}});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      functions.get(),
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { builder(data).add(PathStep::Kind::close, {}); },
      nullptr, nullptr);
  return functions;
}

}  // namespace

Outline Fonts::icon(std::string_view name, float x, float y, float size, Rgb fill) {
  const char32_t code_point = icon_code_point(name);
  const Glyph found = code_point == 0 ? Glyph{} : glyph(Face::icons, code_point);
  if (found.id == 0) return {};
  OpenFace& opened = open(Face::icons);
  static const DrawFunctions functions = draw_functions();
  OutlineBuilder collected;
  collected.outline.fill = fill;
  collected.scale = size / static_cast<float>(opened.units);
  collected.x = x;
  collected.y = y + size;  // icons stand on the baseline and fill the square of the font size
  hb_font_get_glyph_shape(opened.font.get(), found.id, functions.get(), &collected);
  return std::move(collected.outline);
}

}  // namespace canvasbook
