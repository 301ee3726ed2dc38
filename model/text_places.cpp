#include "model/text_places.h"

namespace canvasbook {

namespace {

// Notes the texts of a described kind on the way through it; cells are left to cells_in_order.
class TextCollector : public FieldVisitor<TextCollector> {
 public:
  explicit TextCollector(std::vector<PlacedText>& texts) : texts_(texts) {}

  void id(std::string_view, const std::string& value) { item_ = value; }
  void local_id(std::string_view, const std::string& value) { item_ = value; }
  void text(std::string_view key, const std::string& value) { texts_.push_back({{item_, std::string(key)}, &value}); }
  void markdown(std::string_view key, const std::string& value) { text(key, value); }

  template <class List>
  void list(std::string_view, const List& values) {
    const std::string outer = item_;
    for (const auto& value : values) {
      item_.clear();
      describe(*this, value);
    }
    item_ = outer;
  }

 private:
  std::vector<PlacedText>& texts_;
  std::string item_;
};

void collect(const Prose& prose, std::vector<PlacedText>& texts) { texts.push_back({{{}, "text"}, &prose.text}); }

void collect(const Board& board, std::vector<PlacedText>& texts) {
  const auto add = [&](const Note& note) {
    texts.push_back({{note.id, "text"}, &note.text});
    if (!note.details.empty()) texts.push_back({{note.id, "details"}, &note.details});
  };
  for (const Block& block : board.blocks) {
    for (const Note& note : block.notes) add(note);
  }
  for (const Note& note : board.parking) add(note);
}

template <DescribedKind Kind>
void collect(const Kind& kind, std::vector<PlacedText>& texts) {
  TextCollector collector(texts);
  describe(collector, kind);
}

void collect_cells(const Sheet& sheet, std::vector<PlacedText>& texts) {
  for (const SheetRow& row : sheet.rows) {
    for (const SheetColumn& column : sheet.columns) {
      const auto cell = row.cells.find(column.id);
      if (cell != row.cells.end()) texts.push_back({{row.id, column.id}, &cell->second});
    }
  }
}

}  // namespace

std::vector<PlacedText> texts_in_order(const Content& content) {
  std::vector<PlacedText> texts;
  std::visit([&](const auto& kind) { collect(kind, texts); }, content);
  if (const Sheet* sheet = std::get_if<Sheet>(&content)) collect_cells(*sheet, texts);
  return texts;
}

}  // namespace canvasbook
