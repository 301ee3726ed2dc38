#include "export/layout/layout.h"

#include <unordered_map>

#include "export/layout/canvas/canvas.h"
#include "export/layout/context.h"
#include "export/layout/cover.h"
#include "export/layout/flow/flow.h"
#include "export/layout/flow/paginate.h"
#include "export/layout/pocket_cards.h"
#include "export/layout/poster.h"
#include "export/layout/scheme.h"
#include "export/layout/wall_sheet.h"

namespace canvasbook {

struct LayoutCache::Content {
  struct Kept {
    std::shared_ptr<const PrintPart> part;  // so that no other part gets its address
    FlowSetup setup;
    std::shared_ptr<const FlowBoxes> boxes;
  };
  struct KeptContents {
    std::string title;
    std::string document_title;
    std::vector<ContentsEntry> entries;
    FlowSetup setup;
    std::shared_ptr<const FlowBoxes> boxes;
  };
  std::unordered_map<const PrintPart*, Kept> parts;
  std::unordered_map<std::string, KeptContents> contents;  // by document
  size_t made = 0;
  size_t kept = 0;
};

LayoutCache::LayoutCache() : content_(std::make_unique<Content>()) {}
LayoutCache::~LayoutCache() = default;
LayoutCache::LayoutCache(LayoutCache&&) noexcept = default;
LayoutCache& LayoutCache::operator=(LayoutCache&&) noexcept = default;
size_t LayoutCache::made() const { return content_->made; }
size_t LayoutCache::kept() const { return content_->kept; }

namespace {

class Layout {
 public:
  Layout(const PrintDocument& document, const PageSetup& setup, Fonts& fonts, const LayoutWatch& watch,
         LayoutCache::Content* cache)
      : document_(document),
        setup_(setup),
        fonts_(fonts),
        watch_(watch),
        cache_(cache),
        context_(pages_, setup, fonts, document.mirrored),
        paginator_(context_) {
    pages_.title = document.title;
    pages_.author = document.author;
    pages_.language = document.language;
    pages_.date = document.date;
    size_t flows = 0;
    for (const auto& part : document.parts) {
      parts_of_[part->document].push_back({part.get(), flows});
      if (std::holds_alternative<Flow>(part->content)) ++flows;
    }
  }

  // First the lines of all running text, so that the contents know their headings; then the pages in their order.
  Pages run() {
    if (!make_boxes()) return {};
    if (cache_ != nullptr) {
      cache_->made = made_;
      cache_->kept = boxes_.size() - made_;
    }
    for (const auto& part : document_.parts) {
      if (!std::visit([&](const auto& content) { return add(*part, content); }, part->content)) return {};
    }
    paginator_.flush();
    if (pages_.pages.empty()) context_.add_page(page_extent(setup_.text), {});
    context_.finish();
    return std::move(pages_);
  }

 private:
  bool goes_on() { return !watch_ || watch_(done_++, document_.parts.size()); }

  bool make_boxes() {
    decltype(cache_->parts) kept;
    for (const auto& part : document_.parts) {
      const auto* flow = std::get_if<Flow>(&part->content);
      if (flow == nullptr) continue;
      if (!goes_on()) return false;
      const FlowSetup setup = flow_setup(setup_, *part, flow->justified);
      const auto known = cache_ == nullptr ? kept.end() : cache_->parts.find(part.get());
      const bool is_known = cache_ != nullptr && known != cache_->parts.end() && known->second.setup == setup;
      if (is_known) {
        kept.insert(*known);
        boxes_.push_back(known->second.boxes);
      } else {
        boxes_.push_back(std::make_shared<const FlowBoxes>(layout_flow(*flow, setup, fonts_)));
        if (cache_ != nullptr)
          kept.insert_or_assign(part.get(), LayoutCache::Content::Kept{part, setup, boxes_.back()});
        ++made_;
      }
      headings_.push_back(boxes_.back()->headings);
    }
    if (cache_ != nullptr) cache_->parts = std::move(kept);
    return true;
  }

  bool add(const PrintPart& part, const Canvas& canvas) {
    return add_listed(part, [&] { layout_canvas(part, canvas, context_); });
  }
  bool add(const PrintPart& part, const Scheme& scheme) {
    return add_listed(part, [&] { layout_scheme(part, scheme, context_); });
  }
  bool add(const PrintPart& part, const Cover& cover) {
    return add_pages([&] { layout_cover(part, cover, context_); });
  }
  bool add(const PrintPart& part, const PocketCards& cards) {
    return add_pages([&] { layout_pocket_cards(part, cards, context_); });
  }
  bool add(const PrintPart& part, const WallSheet& sheet) {
    return add_pages([&] { layout_wall_sheet(part, sheet, context_); });
  }
  bool add(const PrintPart& part, const Poster& poster) {
    return add_pages([&] { layout_poster(part, poster, context_); });
  }

  // What has pages of its own.
  template <class LayOut>
  bool add_pages(LayOut lay_out) {
    if (!goes_on()) return false;
    paginator_.flush();
    lay_out();
    return true;
  }

  // The same of a part that the contents list.
  template <class LayOut>
  bool add_listed(const PrintPart& part, LayOut lay_out) {
    return add_pages([&] {
      const size_t first = pages_.pages.size();
      lay_out();
      paginator_.count_heading(part.document, static_cast<int>(first));
    });
  }

  bool add(const PrintPart& part, const Contents& contents) {
    if (!goes_on()) return false;
    const bool is_first = &part == parts_of_.at(part.document).front().part;
    LayoutCache::Content::KeptContents now{
        contents.title, is_first ? part.running_title : std::string(), {}, flow_setup(setup_, part, false), nullptr};
    now.entries = entries_of(part.document, contents.levels);
    // The third level is told where that takes no further page.
    if (contents_height(now.entries, !now.document_title.empty()) > now.setup.height) {
      std::erase_if(now.entries, [](const ContentsEntry& entry) { return entry.level > 2; });
    }
    const auto* known = cache_ == nullptr ? nullptr : &cache_->contents[part.document];
    const bool is_same = known != nullptr && known->boxes != nullptr && known->title == now.title &&
                         known->document_title == now.document_title && known->entries == now.entries &&
                         known->setup == now.setup;
    now.boxes = is_same ? known->boxes
                        : std::make_shared<const FlowBoxes>(
                              layout_contents(contents, now.document_title, now.entries, now.setup, fonts_));
    paginator_.add(part, now.boxes, is_first);
    if (cache_ != nullptr) cache_->contents[part.document] = std::move(now);
    paginator_.flush();
    return true;
  }

  bool add(const PrintPart& part, const Flow& flow) {
    paginator_.add(part, std::move(boxes_[next_flow_++]), flow.starts_page);
    return true;
  }

  std::vector<ContentsEntry> entries_of(const std::string& document, int levels) const {
    std::vector<ContentsEntry> entries;
    size_t headings = 0;
    for (const DocumentPart& at : parts_of_.at(document)) {
      if (std::holds_alternative<Flow>(at.part->content)) {
        for (const FlowHeading& heading : headings_[at.flow]) {
          if (!heading.is_listed) continue;
          const std::string target = heading_target(document, headings++);
          if (heading.level <= levels) entries.push_back({heading.level, heading.title, target});
        }
      } else if (std::holds_alternative<Canvas>(at.part->content) || std::holds_alternative<Scheme>(at.part->content)) {
        entries.push_back({1, at.part->title, heading_target(document, headings++)});
      }
    }
    return entries;
  }

  struct DocumentPart {
    const PrintPart* part;
    size_t flow;  // its number among the flows, where it is one
  };

  const PrintDocument& document_;
  std::unordered_map<std::string_view, std::vector<DocumentPart>> parts_of_;  // by document, in their order
  const PageSetup& setup_;
  Fonts& fonts_;
  const LayoutWatch& watch_;
  LayoutCache::Content* cache_;
  Pages pages_;
  LayoutContext context_;
  Paginator paginator_;
  std::vector<std::shared_ptr<const FlowBoxes>>
      boxes_;                                       // of the flows, in the order of the parts; let go of once added
  std::vector<std::vector<FlowHeading>> headings_;  // of the flows
  size_t next_flow_ = 0;
  size_t made_ = 0;
  size_t done_ = 0;
};

}  // namespace

Pages layout(const PrintDocument& document, const PageSetup& setup, Fonts& fonts, const LayoutWatch& watch,
             LayoutCache& cache) {
  return Layout(document, setup, fonts, watch, &cache.content()).run();
}

Pages layout(const PrintDocument& document, const PageSetup& setup, Fonts& fonts, const LayoutWatch& watch) {
  return Layout(document, setup, fonts, watch, nullptr).run();
}

}  // namespace canvasbook
