#include "export/compose/placeholders.h"

#include <functional>
#include <utility>

namespace canvasbook {

namespace {

using VisitText = std::function<void(std::string&)>;

// Goes through all texts of a part but code.
class TextsOfPart {
 public:
  explicit TextsOfPart(VisitText visit) : visit_(std::move(visit)) {}

  void visit(std::string& text) const { visit_(text); }
  void visit(Span& span) const {
    if (!span.code) visit(span.text);
  }
  template <class Value>
  void visit(std::vector<Value>& values) const {
    for (Value& value : values) visit(value);
  }

  void visit(RichBlock& block) const {
    visit(block.spans);
    visit(block.children);
    visit(block.rows);
  }
  void visit(ResponseBlock::Answer& answer) const {
    visit(answer.text);
    visit(answer.next);
  }
  void visit(ResponseBlock& block) const {
    visit(block.cue);
    visit(block.answers);
  }
  void visit(TalkBlock::Line& line) const {
    visit(line.speaker);
    visit(line.text);
  }
  void visit(TalkBlock& block) const { visit(block.lines); }
  void visit(SheetBlock::Column& column) const { visit(column.title); }
  void visit(SheetBlock::Row& row) const { visit(row.cells); }
  void visit(SheetBlock& block) const {
    visit(block.columns);
    visit(block.rows);
  }
  void visit(RecordBlock::Field& field) const {
    visit(field.title);
    visit(field.text);
  }
  void visit(RecordBlock& block) const {
    visit(block.title);
    visit(block.fields);
  }
  void visit(FormBlock::Line& line) const { visit(line.title); }
  void visit(FormBlock::Item& item) const {
    visit(item.text);
    visit(item.requirement);
    visit(item.evidence);
  }
  void visit(FormBlock::Group& group) const {
    visit(group.title);
    visit(group.items);
  }
  void visit(FormBlock& block) const {
    visit(block.head);
    visit(block.groups);
    visit(block.signatures);
  }
  void visit(PrintChart::Row& row) const { visit(row.label); }
  void visit(PrintChart& chart) const {
    visit(chart.title);
    visit(chart.value_titles);
    visit(chart.rows);
    visit(chart.note);
  }

  void visit(FlowBlock& block) const {
    std::visit([&](auto& content) { visit(content); }, block.content);
    visit(block.captions);
    visit(block.marks);
  }
  void visit(Flow& flow) const { visit(flow.blocks); }
  void visit(SegmentMark& mark) const { visit(mark.name); }
  void visit(Card& card) const {
    visit(card.text);
    visit(card.marks);
    visit(card.captions);
    visit(card.causes);
  }
  void visit(CanvasBlock& block) const {
    visit(block.title);
    visit(block.question);
    visit(block.cards);
  }
  void visit(CanvasFrame& frame) const { visit(frame.title); }
  void visit(Canvas& canvas) const {
    visit(canvas.title);
    visit(canvas.frames);
    visit(canvas.blocks);
  }
  void visit(Cover& cover) const {
    visit(cover.title);
    visit(cover.subtitle);
    visit(cover.revision);
  }
  void visit(Contents& contents) const { visit(contents.title); }
  void visit(PocketCard& card) const {
    visit(card.section);
    visit(card.company);
    std::visit([&](auto& content) { visit(content); }, card.content);
  }
  void visit(PocketCards& cards) const { visit(cards.cards); }
  void visit(WallSheet& sheet) const {
    visit(sheet.title);
    visit(sheet.sheet);
  }
  void visit(Poster::Rule& rule) const {
    visit(rule.rule);
    visit(rule.explanation);
  }
  void visit(Poster& poster) const {
    visit(poster.title);
    visit(poster.rules);
    visit(poster.foot);
  }

  void visit(Scheme::Way& way) const {
    visit(way.text);
    visit(way.words);
  }
  void visit(Scheme::Cue& cue) const {
    visit(cue.text);
    visit(cue.ways);
  }
  void visit(Scheme::Stage& stage) const {
    visit(stage.title);
    visit(stage.cues);
  }
  void visit(Scheme& scheme) const { visit(scheme.stages); }

  void visit(PrintPart& part) const {
    visit(part.title);
    std::visit([&](auto& content) { visit(content); }, part.content);
  }

 private:
  VisitText visit_;
};

using FillText = std::string (*)(std::string text, const Placeholders& placeholders);

TextsOfPart filler(const Placeholders& placeholders, FillText fill_text) {
  return TextsOfPart([&placeholders, fill_text](std::string& text) {
    if (text.find('{') != std::string::npos) text = fill_text(std::move(text), placeholders);
  });
}

}  // namespace

void fill_placeholders(PrintPart& part, const Placeholders& placeholders) { filler(placeholders, filled).visit(part); }

void fill_values(Spans& spans, const Placeholders& placeholders) { filler(placeholders, with_values).visit(spans); }

void fill_values(std::vector<RichBlock>& blocks, const Placeholders& placeholders) {
  filler(placeholders, with_values).visit(blocks);
}

std::vector<std::string> printed_texts(const PrintDocument& print) {
  std::vector<std::string> texts;
  const TextsOfPart all([&](std::string& text) { texts.push_back(text); });
  for (const auto& part : print.parts) {
    PrintPart copy = *part;
    std::visit([&](auto& content) { all.visit(content); }, copy.content);
  }
  return texts;
}

}  // namespace canvasbook
