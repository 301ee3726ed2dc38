#include "export/layout/flow/column_widths.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace canvasbook {

namespace {

constexpr std::array<float, 6> sizes{9.5F, 9, 8.5F, 8, 7.5F, 7};  // under 7 points nothing is printed
constexpr float easy_size = 8;          // down to it smaller type is better than columns that hold a word a line
constexpr float most_by_words = 0.85F;  // of the room, taken by the longest words of all columns
constexpr float line_height = 1.263F;   // of the size
constexpr float least_width = 14;       // of an empty column, without its pads
constexpr float unbounded = std::numeric_limits<float>::max();

// The bounds of a column at a size, and its part of what lies between.
struct Claim {
  float least = 0;
  float most = unbounded;
  float weight = 0;
};

float sum_at(const std::vector<Claim>& claims, float scale) {
  float sum = 0;
  for (const Claim& claim : claims) sum += std::clamp(claim.weight * scale, claim.least, claim.most);
  return sum;
}

// Widths that fill the room in proportion to the weights, within the bounds.
std::vector<float> share_out(const std::vector<Claim>& claims, float room) {
  constexpr int halvings = 40;
  float low = 0;
  float high = 1;
  for (int i = 0; i < halvings && sum_at(claims, high) < room; ++i) high *= 2;
  for (int i = 0; i < halvings; ++i) {
    const float middle = (low + high) / 2;
    (sum_at(claims, middle) <= room ? low : high) = middle;
  }
  std::vector<float> widths;
  for (const Claim& claim : claims) widths.push_back(std::clamp(claim.weight * low, claim.least, claim.most));
  return widths;
}

TableSetting setting_at(float size) { return {size, size * line_height, std::max(2.5F, size - 4.5F), {}}; }

float width_at(const TableSetting& setting, int thousandths) {
  return std::max(least_width, static_cast<float>(thousandths) * setting.size / 1000) + 2 * setting.pad;
}

// Of columns that all go by their content: a long one gets more than a short one, by the square root of what it asks
// for, but none more than that.
std::vector<Claim> claims_by_content(const std::vector<ColumnNeed>& needs, const TableSetting& setting) {
  std::vector<Claim> claims;
  for (const ColumnNeed& need : needs) {
    const float whole = width_at(setting, need.whole);
    claims.push_back({width_at(setting, need.least), whole, std::sqrt(whole)});
  }
  return claims;
}

// Of columns with shares, twelfths where not all have one; the others get what is left, by their content.
std::vector<Claim> claims_by_share(const std::vector<ColumnNeed>& needs, const TableSetting& setting, float room) {
  std::vector<Claim> claims = claims_by_content(needs, setting);
  const bool all = std::ranges::none_of(needs, [](const ColumnNeed& need) { return need.share == 0; });
  int shared = 0;
  float content = 0;  // weights of the columns without a share
  for (size_t c = 0; c < needs.size(); ++c) {
    shared += needs[c].share;
    if (needs[c].share == 0) content += claims[c].weight;
  }
  const float unit = room / static_cast<float>(all ? shared : std::max(shared, 12));
  const float by_share = unit * static_cast<float>(shared);
  const float rest = std::max(room - by_share, all ? 0.0F : room * 0.1F);
  for (size_t c = 0; c < needs.size(); ++c) {
    const int share = needs[c].share;
    claims[c].weight = share > 0 ? unit * static_cast<float>(share) : rest * claims[c].weight / content;
    claims[c].most = unbounded;
  }
  return claims;
}

}  // namespace

std::optional<TableSetting> fit_columns(const std::vector<ColumnNeed>& needs, float room) {
  const bool has_shares = std::ranges::any_of(needs, [](const ColumnNeed& need) { return need.share > 0; });
  for (const float size : sizes) {
    TableSetting setting = setting_at(size);
    const std::vector<Claim> claims =
        has_shares ? claims_by_share(needs, setting, room) : claims_by_content(needs, setting);
    const float by_words = sum_at(claims, 0);
    if (by_words > room) continue;
    float whole = 0;
    for (const ColumnNeed& need : needs) whole += width_at(setting, need.whole);
    if (size > easy_size && whole > room && by_words > room * most_by_words) continue;
    setting.widths = share_out(claims, room);
    return setting;
  }
  return std::nullopt;
}

TableSetting squeeze_columns(const std::vector<ColumnNeed>& needs, float room) {
  TableSetting setting = setting_at(sizes.back());
  const float even = room / static_cast<float>(needs.size());
  std::vector<Claim> claims;
  for (const ColumnNeed& need : needs) {
    const float least = width_at(setting, need.least);
    claims.push_back({std::min(least, even), std::max(least, even), std::sqrt(least)});
  }
  setting.widths = share_out(claims, room);
  return setting;
}

}  // namespace canvasbook
