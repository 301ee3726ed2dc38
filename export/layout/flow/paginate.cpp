#include "export/layout/flow/paginate.h"

#include <algorithm>
#include <utility>

#include "export/colours.h"
#include "export/layout/flow/style.h"
#include "model/text/text.h"

namespace canvasbook {

using namespace flow_style;

FlowSetup flow_setup(const PageSetup& setup, const PrintPart& part, bool justified) {
  const Extent extent = page_extent(setup.text);
  return {extent.width - 2 * margin_side, extent.height - margin_top - margin_bottom, justified, part.language,
          part.document};
}

namespace {

// Pages are broken while boxes still come, so that not all of a long book has to wait; more boxes than a page holds
// must be known ahead of what is broken.
constexpr size_t look_ahead = 1000;
constexpr size_t most_waiting = 4000;

constexpr float much_of_page = 0.25F;  // that is not left empty if that can be helped

}  // namespace

std::string heading_target(const std::string& document, size_t number) {
  return document + "/heading/" + std::to_string(number);
}

void Paginator::add(const PrintPart& part, std::shared_ptr<const FlowBoxes> boxes, bool starts_page) {
  if (starts_page) flush();
  for (const MissingCharacter& missing : boxes->missing) context_.report(missing);
  Entry entry{&part, std::move(boxes), {}};
  for (const std::string& item : entry.boxes->items) entry.items.push_back(context_.item(item));
  for (size_t i = 0; i < entry.boxes->boxes.size(); ++i) {
    if (entry.boxes->boxes[i].only_repeated) continue;
    sequence_.push_back({first_entry_ + static_cast<std::uint32_t>(entries_.size()), static_cast<std::uint32_t>(i)});
  }
  entries_.push_back(std::move(entry));
  if (sequence_.size() > most_waiting + look_ahead) break_pages(sequence_.size() - look_ahead);
}

void Paginator::flush() {
  break_pages(sequence_.size());
  chapter_.clear();
  section_.clear();
  has_page_ = false;
}

void Paginator::count_heading(const std::string& document, int page) {
  context_.set_target(heading_target(document, documents_[document].headings++), 0, page);
}

// The end of the boxes that stay with the first one; stops where they are higher than `most`.
size_t Paginator::end_of_group(size_t first, Keep least, float most, float& height) const {
  height = box(sequence_[first]).height;
  size_t end = first + 1;
  while (end < sequence_.size() && box(sequence_[end - 1]).keep >= least && height <= most) {
    const FlowBox& next = box(sequence_[end++]);
    height += next.before + next.height;
  }
  return end;
}

// Breaks the boxes before `stop` into pages, with what stays together with them, and lets go of them.
void Paginator::break_pages(size_t stop) {
  const float page_height = page_extent(context_.setup.text).height;
  const float bottom = page_height - margin_bottom;
  const float room = bottom - margin_top;
  size_t i = 0;
  while (i < stop) {
    const float left = has_page_ && !is_fresh_ ? bottom - y_ - box(sequence_[i]).before : 0;
    float height = 0;
    size_t end = end_of_group(i, Keep::preferred, room, height);
    if (height > room || (height > left && (left > room * much_of_page || is_split_))) {
      end = end_of_group(i, Keep::together, room, height);
    }
    if (height > room) end = end_of_group(i, Keep::always, room, height);
    const bool fits = has_page_ && (is_fresh_ || y_ + box(sequence_[i]).before + height <= bottom);
    if (!fits) start_page(sequence_[i]);
    for (; i < end; ++i) {
      const FlowBox& next = box(sequence_[i]);
      if (!is_fresh_ && y_ + next.before + next.height > bottom) start_page(sequence_[i]);
      if (!is_fresh_) y_ += next.before;
      put(sequence_[i], y_, is_fresh_);
      y_ += next.height;
      is_fresh_ = false;
    }
    is_split_ = box(sequence_[end - 1]).keep >= Keep::preferred;
  }
  sequence_.erase(sequence_.begin(), sequence_.begin() + static_cast<std::ptrdiff_t>(i));
  const size_t used = sequence_.empty() ? entries_.size() : sequence_.front().entry - first_entry_;
  entries_.erase(entries_.begin(), entries_.begin() + static_cast<std::ptrdiff_t>(used));
  first_entry_ += static_cast<std::uint32_t>(used);
}

void Paginator::start_page(const Place& next) {
  const Entry& entry = entry_of(next);
  const FlowBoxes& boxes = *entry.boxes;
  const FlowBox& first = boxes.boxes[next.box];
  const bool is_left_hand = context_.mirrored && context_.pages.pages.size() % 2 == 1;
  const float shift = context_.mirrored ? (is_left_hand ? -binding : binding) : 0;
  PageFurniture furniture;
  furniture.catalog = &Catalog::of(entry.part->language);
  furniture.left = margin_side + shift;
  furniture.right = margin_side - shift;
  furniture.is_left_hand = is_left_hand;
  // A page that opens the text or a chapter has its title already.
  const bool opens =
      !has_page_ || (first.heading >= 0 && boxes.headings[static_cast<size_t>(first.heading)].level == 1);
  if (!opens) {
    furniture.head = shortened(entry.part->running_title, longest_furniture);
    furniture.chapter = chapter_;
    furniture.section = section_;
    if (first.heading >= 0) {  // the page begins with it
      const FlowHeading& heading = boxes.headings[static_cast<size_t>(first.heading)];
      if (heading.is_listed && heading.level == 2) furniture.section = shortened(heading.title, longest_furniture);
    }
  }
  furniture.company = shortened(trim(to_printable(context_.pages.author)), longest_furniture);
  left_ = furniture.left;
  context_.add_page(page_extent(context_.setup.text), std::move(furniture));
  y_ = margin_top;
  is_fresh_ = true;
  says_foot_ = false;
  has_page_ = true;
  if (first.head < 0) return;
  const RepeatedHead& head = boxes.heads[static_cast<size_t>(first.head)];
  if (head.height > (page_extent(context_.setup.text).height - margin_top - margin_bottom) / 3) return;
  for (std::uint32_t i = head.first; i < head.first + head.count; ++i) {
    if (i > head.first) y_ += boxes.boxes[i].before;
    put({next.entry, i}, y_, i == head.first, true);
    y_ += boxes.boxes[i].height;
  }
}

void Paginator::put_heading(const Entry& entry, const FlowHeading& heading, float y, bool is_fresh) {
  const PrintPart& part = *entry.part;
  context_.bookmark(part.bookmark_level + heading.level - 1, heading.title, y, entry.boxes->items[heading.item]);
  if (!heading.is_listed) return;
  if (heading.level == 1) {
    chapter_ = shortened(heading.title, longest_furniture);
    section_.clear();
  }
  if (heading.level == 2) section_ = shortened(heading.title, longest_furniture);
  if (is_fresh && heading.level == 1) context_.clear_head();
  Document& document = documents_[part.document];
  context_.set_target(heading_target(part.document, document.headings++), y);
  std::string anchor = heading_slug(heading.title);
  const int same = document.anchors[anchor]++;
  if (same > 0) anchor += "-" + std::to_string(same);
  context_.set_target(part.document + "#" + anchor, y);
}

// Paints a box with its top at `y`. On a fresh page nothing reaches above it.
void Paginator::put(const Place& place, float y, bool is_fresh, bool is_repeated) {
  const Entry& entry = entry_of(place);
  const FlowBoxes& boxes = *entry.boxes;
  const FlowBox& box = boxes.boxes[place.box];
  const ContentStart end = boxes.end_of(place.box);
  Page& page = context_.page();
  for (std::uint32_t i = box.start.boxes; i < end.boxes; ++i) {
    Box shape = boxes.content.boxes[i];
    if (is_fresh && shape.y < 0) {
      shape.height += shape.y;
      shape.y = 0;
    }
    shape.x += left_;
    shape.y += y;
    page.boxes.push_back(shape);
  }
  for (std::uint32_t i = box.start.outlines; i < end.outlines; ++i) {
    Outline outline = boxes.content.outlines[i];
    for (PathStep& step : outline.steps) {
      for (float& step_x : step.x) step_x += left_;
      for (float& step_y : step.y) step_y += y;
    }
    page.outlines.push_back(std::move(outline));
  }
  for (std::uint32_t i = box.start.runs; i < end.runs; ++i) {
    TextRun& run = page.runs.emplace_back(boxes.content.runs[i]);
    run.x += left_;
    run.baseline += y;
    run.item = entry.items[run.item];
  }
  for (std::uint32_t i = box.start.links; i < end.links; ++i) {
    PageLink link = boxes.content.links[i];
    link.x += left_;
    link.y += y;
    context_.add_link(std::move(link), entry.part->document);
  }
  for (std::uint32_t i = box.start.areas; i < end.areas; ++i) {
    PageArea& area = page.areas.emplace_back(boxes.content.areas[i]);
    area.x += left_;
    area.y += y;
  }
  for (std::uint32_t i = box.start.references; i < end.references; ++i) {
    PageReference reference = boxes.references[i];
    reference.left += left_;
    reference.right += left_;
    if (reference.leader > 0) reference.leader += left_;
    reference.baseline += y;
    reference.item = entry.items[reference.item];
    context_.add_reference(std::move(reference));
  }
  if (is_repeated) return;
  if (box.heading >= 0) put_heading(entry, boxes.headings[static_cast<size_t>(box.heading)], y, is_fresh);
  for (int i = box.target; i < box.target + box.targets; ++i) {
    context_.set_target(boxes.targets[static_cast<size_t>(i)], y);
  }
  if (box.is_foot) says_foot_ = true;
  if (box.foot < 0 || says_foot_) return;
  says_foot_ = true;
  std::vector<FootLine> lines = boxes.feet[static_cast<size_t>(box.foot)];
  for (FootLine& line : lines) line.item = entry.items[line.item];
  context_.set_foot_lines(std::move(lines));
}

}  // namespace canvasbook
