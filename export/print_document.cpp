#include "export/print_document.h"

#include <set>

#include "model/kinds/checklist_score.h"

namespace canvasbook {

namespace {

// "82 % (60–95 %, n = 3)"
std::string written(const PrintChart::Value& value) {
  std::string notes;
  for (const std::string& note : value.notes) notes += (notes.empty() ? "" : ", ") + note;
  if (notes.empty()) return value.words;
  return value.words.empty() ? notes : value.words + " (" + notes + ")";
}

}  // namespace

std::vector<SegmentMark> foreign_segments(const Canvas& canvas) {
  std::set<std::string> standing;
  for (const CanvasBlock& block : canvas.blocks) {
    for (const Card& card : block.cards) {
      for (const SegmentMark& mark : card.marks) {
        if (card.text == mark.name) standing.insert(mark.mark);
      }
    }
  }
  std::vector<SegmentMark> foreign;
  for (const CanvasBlock& block : canvas.blocks) {
    for (const Card& card : block.cards) {
      for (const SegmentMark& mark : card.marks) {
        if (standing.insert(mark.mark).second) foreign.push_back(mark);
      }
    }
  }
  return foreign;
}

double weight_of(const FormBlock::Group& group) {
  double weight = 0;
  for (const FormBlock::Item& item : group.items) weight += item.weight;
  return weight;
}

double weight_of(const FormBlock& form) {
  double weight = 0;
  for (const FormBlock::Group& group : form.groups) weight += weight_of(group);
  return weight;
}

std::vector<int> shares_of_groups(const FormBlock& form) {
  std::vector<double> weights;
  for (const FormBlock::Group& group : form.groups) weights.push_back(weight_of(group));
  return shares_of_weight(weights);
}

SheetBlock table_of(const PrintChart& chart) {
  const auto plain = [](const std::string& text) { return Spans{Span{text, false, false, false, {}}}; };
  SheetBlock table;
  table.columns.push_back({chart.rows_title});
  for (const std::string& title : chart.value_titles) table.columns.push_back({title, Alignment::right});
  for (const PrintChart::Row& row : chart.rows) {
    SheetBlock::Row& made = table.rows.emplace_back(SheetBlock::Row{row.item, {plain(row.label)}});
    for (size_t i = 0; i < chart.value_titles.size(); ++i) {
      made.cells.push_back(plain(i < row.values.size() ? written(row.values[i]) : std::string()));
    }
  }
  return table;
}

Spans numbered_cue(const ResponseBlock& response) {
  Spans spans = response.cue;
  if (response.number.empty()) return spans;
  const std::string mark = response.number + (spans.empty() ? "" : " ");
  spans.insert(spans.begin(), Span{mark, false, false, false, {}});
  return spans;
}

Spans numbered_title(const RecordBlock& record) {
  Spans spans = record.title;
  if (record.number.empty()) return spans;
  spans.insert(spans.begin(), Span{record.number + (spans.empty() ? "" : ". "), false, false, false, {}});
  return spans;
}

Spans answer_with_next(const ResponseBlock::Answer& answer) {
  Spans spans = answer.text;
  if (answer.next.empty()) return spans;
  spans.push_back(Span{" ", false, false, false, {}});
  const std::string link = answer.to.empty() ? std::string() : "#" + answer.to;
  spans.push_back(Span{"→\u00A0" + answer.next, false, true, false, link});
  return spans;
}

}  // namespace canvasbook
