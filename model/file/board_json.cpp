#include "model/file/board_json.h"

#include <string>
#include <string_view>
#include <unordered_set>

namespace canvasbook {

namespace {

constexpr int largest_grid = 64;

GridPlace read_place(JsonObject& object) {
  GridPlace place;
  place.column = object.number("column", 0, 0, largest_grid - 1);
  place.row = object.number("row", 0, 0, largest_grid - 1);
  place.columns = object.number("columns", 1, 1, largest_grid);
  place.rows = object.number("rows", 1, 1, largest_grid);
  return place;
}

void write_place(Json& object, const GridPlace& place) {
  object["column"] = place.column;
  object["row"] = place.row;
  object["columns"] = place.columns;
  object["rows"] = place.rows;
}

NoteType read_type(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  NoteType type;
  type.id = object.id("id");
  type.title = object.text("title");
  type.group = object.text("group");
  type.unknown = object.unknown();
  return type;
}

Json write_type(const NoteType& type) {
  Json object = {{"id", type.id}};
  put_text(object, "title", type.title);
  put_text(object, "group", type.group);
  put_unknown(object, type.unknown);
  return object;
}

Note read_note(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Note note;
  note.id = object.id("id");
  note.text = object.text("text");
  note.details = object.text("details");
  note.segments = object.texts("segments");
  note.types = object.texts("types");
  note.drivers = object.texts("drivers");
  const std::string colour = object.text("colour");
  if (const auto known = colour_of(colour)) {
    note.colour = *known;
  } else if (!colour.empty()) {
    object.fail(ErrorCode::bad_value, "colour", colour);
  }
  note.unknown = object.unknown();
  return note;
}

Json write_note(const Note& note) {
  Json object = {{"id", note.id}, {"text", note.text}};
  put_text(object, "details", note.details);
  put_texts(object, "segments", note.segments);
  put_texts(object, "types", note.types);
  put_texts(object, "drivers", note.drivers);
  if (note.colour != Colour::none) object["colour"] = colour_name(note.colour);
  put_unknown(object, note.unknown);
  return object;
}

// The number of a helper question. A guide may have fewer of them: it changes with the program.
int read_answered(const Json& element, const JsonPlace& place, JsonErrors& errors) {
  constexpr int largest = 999;
  const Json value = as_number(element);
  if (!value.is_number_integer()) {
    errors.add(ErrorCode::wrong_type, place, "number");
    return 0;
  }
  const bool is_allowed = value >= 0 && value <= largest;
  if (!is_allowed) errors.add(ErrorCode::bad_value, place, value.dump());
  return is_allowed ? value.get<int>() : 0;
}

Block read_block(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Block block;
  block.id = object.id("id");
  block.role = object.text("role");
  block.title = object.text("title");
  block.question = object.text("question");
  block.order = object.number("order", 0, 0, 999);
  block.place = read_place(object);
  block.icon = object.text("icon");
  object.each("types",
              [&](const Json& element, const JsonPlace& at) { block.types.push_back(read_type(element, at, errors)); });
  object.each("answered", [&](const Json& element, const JsonPlace& at) {
    block.answered.push_back(read_answered(element, at, errors));
  });
  object.each("notes",
              [&](const Json& element, const JsonPlace& at) { block.notes.push_back(read_note(element, at, errors)); });
  std::unordered_set<std::string_view> type_ids;
  for (const NoteType& type : block.types) {
    if (!type_ids.insert(type.id).second) object.fail(ErrorCode::duplicate_id, "types", type.id);
  }
  block.unknown = object.unknown();
  return block;
}

Json write_block(const Block& block) {
  Json object = {{"id", block.id}};
  put_text(object, "role", block.role);
  put_text(object, "title", block.title);
  put_text(object, "question", block.question);
  if (block.order > 0) object["order"] = block.order;
  write_place(object, block.place);
  put_text(object, "icon", block.icon);
  for (const NoteType& type : block.types) object["types"].push_back(write_type(type));
  if (!block.answered.empty()) object["answered"] = block.answered;
  object["notes"] = Json::array();
  for (const Note& note : block.notes) object["notes"].push_back(write_note(note));
  put_unknown(object, block.unknown);
  return object;
}

Frame read_frame(const Json& value, const JsonPlace& place, JsonErrors& errors) {
  JsonObject object(value, place, errors);
  Frame frame;
  frame.title = object.text("title");
  frame.place = read_place(object);
  frame.unknown = object.unknown();
  return frame;
}

Json write_frame(const Frame& frame) {
  Json object = {{"title", frame.title}};
  write_place(object, frame.place);
  put_unknown(object, frame.unknown);
  return object;
}

void check_place(const GridPlace& place, const Board& board, const JsonPlace& at, JsonErrors& errors) {
  if (place.column + place.columns > board.columns || place.row + place.rows > board.rows) {
    errors.add(ErrorCode::outside_grid, at, std::to_string(board.columns) + " × " + std::to_string(board.rows));
  }
}

}  // namespace

Content read_board(JsonObject& object, JsonErrors& errors) {
  Board board;
  board.columns = object.number("columns", 1, 1, largest_grid);
  board.rows = object.number("rows", 1, 1, largest_grid);
  object.each("frames", [&](const Json& element, const JsonPlace& at) {
    board.frames.push_back(read_frame(element, at, errors));
    check_place(board.frames.back().place, board, at, errors);
  });
  std::unordered_set<std::string> block_ids;
  object.each("blocks", [&](const Json& element, const JsonPlace& at) {
    Block block = read_block(element, at, errors);
    check_place(block.place, board, at, errors);
    if (!block_ids.insert(block.id).second) errors.add(ErrorCode::duplicate_id, at, block.id);
    board.blocks.push_back(std::move(block));
  });
  object.each("parking", [&](const Json& element, const JsonPlace& at) {
    board.parking.push_back(read_note(element, at, errors));
  });
  return board;
}

void write_board(Json& object, const Board& board) {
  object["columns"] = board.columns;
  object["rows"] = board.rows;
  for (const Frame& frame : board.frames) object["frames"].push_back(write_frame(frame));
  object["blocks"] = Json::array();
  for (const Block& block : board.blocks) object["blocks"].push_back(write_block(block));
  for (const Note& note : board.parking) object["parking"].push_back(write_note(note));
}

}  // namespace canvasbook
