#include "export/compose/placeholders.h"

#include <utility>

namespace canvasbook {

namespace {

using FillText = std::string (*)(std::string text, const Placeholders& placeholders);

// Goes through all texts of a part.
class PlaceholderFiller {
 public:
  PlaceholderFiller(const Placeholders& placeholders, FillText fill_text)
      : placeholders_(placeholders), fill_text_(fill_text) {}

  void fill(std::string& text) const {
    if (text.find('{') != std::string::npos) text = fill_text_(std::move(text), placeholders_);
  }
  void fill(Span& span) const {
    if (!span.code) fill(span.text);
  }
  template <class Value>
  void fill(std::vector<Value>& values) const {
    for (Value& value : values) fill(value);
  }

  void fill(RichBlock& block) const {
    fill(block.spans);
    fill(block.children);
    fill(block.rows);
  }
  void fill(ResponseBlock::Answer& answer) const {
    fill(answer.text);
    fill(answer.next);
  }
  void fill(ResponseBlock& block) const {
    fill(block.cue);
    fill(block.answers);
  }
  void fill(TalkBlock::Line& line) const {
    fill(line.speaker);
    fill(line.text);
  }
  void fill(TalkBlock& block) const { fill(block.lines); }
  void fill(SheetBlock::Column& column) const { fill(column.title); }
  void fill(SheetBlock::Row& row) const { fill(row.cells); }
  void fill(SheetBlock& block) const {
    fill(block.columns);
    fill(block.rows);
  }
  void fill(RecordBlock::Field& field) const {
    fill(field.title);
    fill(field.text);
  }
  void fill(RecordBlock& block) const {
    fill(block.title);
    fill(block.fields);
  }
  void fill(FormBlock::Line& line) const { fill(line.title); }
  void fill(FormBlock::Item& item) const {
    fill(item.text);
    fill(item.requirement);
  }
  void fill(FormBlock::Group& group) const {
    fill(group.title);
    fill(group.items);
  }
  void fill(FormBlock& block) const {
    fill(block.head);
    fill(block.groups);
    fill(block.signatures);
  }
  void fill(PrintChart::Row& row) const { fill(row.label); }
  void fill(PrintChart& chart) const {
    fill(chart.title);
    fill(chart.value_titles);
    fill(chart.rows);
    fill(chart.note);
  }

  void fill(FlowBlock& block) const {
    std::visit([&](auto& content) { fill(content); }, block.content);
    fill(block.captions);
    fill(block.marks);
  }
  void fill(Flow& flow) const { fill(flow.blocks); }
  void fill(SegmentMark& mark) const { fill(mark.name); }
  void fill(Card& card) const {
    fill(card.text);
    fill(card.marks);
    fill(card.captions);
    fill(card.causes);
  }
  void fill(CanvasBlock& block) const {
    fill(block.title);
    fill(block.question);
    fill(block.cards);
  }
  void fill(CanvasFrame& frame) const { fill(frame.title); }
  void fill(Canvas& canvas) const {
    fill(canvas.title);
    fill(canvas.frames);
    fill(canvas.blocks);
  }
  void fill(Cover& cover) const {
    fill(cover.title);
    fill(cover.subtitle);
    fill(cover.revision);
  }
  void fill(Contents& contents) const { fill(contents.title); }
  void fill(PocketCard& card) const {
    fill(card.section);
    std::visit([&](auto& content) { fill(content); }, card.content);
  }
  void fill(PocketCards& cards) const { fill(cards.cards); }
  void fill(WallSheet& sheet) const {
    fill(sheet.title);
    fill(sheet.sheet);
  }
  void fill(Poster::Rule& rule) const {
    fill(rule.rule);
    fill(rule.explanation);
  }
  void fill(Poster& poster) const {
    fill(poster.title);
    fill(poster.rules);
    fill(poster.foot);
  }

  void fill(Scheme::Way& way) const {
    fill(way.text);
    fill(way.words);
  }
  void fill(Scheme::Cue& cue) const {
    fill(cue.text);
    fill(cue.ways);
  }
  void fill(Scheme::Stage& stage) const {
    fill(stage.title);
    fill(stage.cues);
  }
  void fill(Scheme& scheme) const { fill(scheme.stages); }

  void fill(PrintPart& part) const {
    fill(part.title);
    std::visit([&](auto& content) { fill(content); }, part.content);
  }

 private:
  const Placeholders& placeholders_;
  FillText fill_text_;
};

}  // namespace

void fill_placeholders(PrintPart& part, const Placeholders& placeholders) {
  PlaceholderFiller(placeholders, filled).fill(part);
}

void fill_values(Spans& spans, const Placeholders& placeholders) {
  PlaceholderFiller(placeholders, with_values).fill(spans);
}

void fill_values(std::vector<RichBlock>& blocks, const Placeholders& placeholders) {
  PlaceholderFiller(placeholders, with_values).fill(blocks);
}

}  // namespace canvasbook
