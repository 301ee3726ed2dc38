#include "templates/library.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "export/icons.h"
#include "model/contents.h"
#include "model/file/workbook_file.h"
#include "model/review/review.h"
#include "model/text/text.h"
#include "tests/samples.h"

namespace canvasbook::library_test {

namespace {

constexpr Language languages[] = {Language::en, Language::ru};

std::vector<std::string> ids_of(const std::vector<GuideType>& types) {
  std::vector<std::string> ids;
  for (const GuideType& type : types) ids.push_back(type.id);
  return ids;
}

// What a described kind has beside its words.
class ShapeVisitor : public FieldVisitor<ShapeVisitor> {
 public:
  explicit ShapeVisitor(std::vector<std::string>& shape) : shape_(shape) {}

  void code(std::string_view key, const std::string& value) { add(key, value); }
  void local_id(std::string_view key, const std::string& value) { add(key, value); }
  void number(std::string_view key, int value, int, int, int) { add(key, std::to_string(value)); }
  void flag(std::string_view key, bool value) { add(key, value ? "yes" : "no"); }
  void texts(std::string_view key, const std::vector<std::string>& values) { add(key, std::to_string(values.size())); }
  void cells(std::string_view, const std::map<std::string, std::string>& cells) {
    for (const auto& [column, text] : cells) add("cell", column);
  }
  template <class Enum>
  void choice(std::string_view key, Enum value, std::span<const std::string_view> names) {
    add(key, std::string(names[static_cast<size_t>(value)]));
  }

 private:
  void add(std::string_view key, const std::string& value) { shape_.push_back(std::string(key) + " " + value); }

  std::vector<std::string>& shape_;
};

// What must be the same in both languages, one line a part.
std::vector<std::string> shape_of(const Template& source) {
  std::vector<std::string> shape{source.id};
  const auto place = [](const GridPlace& at) {
    return std::to_string(at.column) + "," + std::to_string(at.row) + " " + std::to_string(at.columns) + "x" +
           std::to_string(at.rows);
  };
  for (const auto& section : source.document.sections) {
    shape.push_back("section " + section->id + " " + section->role + " " + std::to_string(section->content.index()));
    shape.push_back("level " + std::to_string(section->level));
    for_each_item_id(section->content, [&](const std::string& id) { shape.push_back("item " + id); });
    for_each_link(section->content, [&](const std::string& id) { shape.push_back("link " + id); });
    ShapeVisitor visitor{shape};
    std::visit(
        [&](const auto& kind) {
          if constexpr (DescribedKind<std::remove_reference_t<decltype(kind)>>) describe(visitor, kind);
        },
        section->content);
    const Board* board = std::get_if<Board>(&section->content);
    if (board == nullptr) continue;
    shape.push_back("grid " + std::to_string(board->columns) + "x" + std::to_string(board->rows));
    for (const Frame& frame : board->frames) shape.push_back("frame " + place(frame.place));
    for (const Block& block : board->blocks) {
      shape.push_back("block " + block.id + " " + block.role + " " + place(block.place) + " " +
                      std::to_string(block.order) + " " + block.icon);
      for (const NoteType& type : block.types) shape.push_back("type " + type.id + " of " + type.group);
    }
  }
  for (const auto& [id, guide] : source.guides) {
    shape.push_back("guide " + id);
    for (const std::string& type : ids_of(guide.types)) shape.push_back("guide type " + type);
  }
  return shape;
}

std::vector<std::string> words_of(const Section& section) {
  std::vector<std::string> words{section.title};
  for_each_text(section.content, [&](const std::string& text) { words.push_back(text); });
  return words;
}

// Calls check(guide, where) for each guide of each language.
template <class Check>
void for_each_guide(Check check) {
  for (const Language language : languages) {
    for (const Template& source : templates_in(language)) {
      for (const auto& pair : source.guides) {
        const auto& id = pair.first;
        const auto& guide = pair.second;
        const std::string where = std::string(language_code(language)) + "/" + source.id + "/" + id;
        CAPTURE(where);
        check(guide, where);
      }
    }
  }
}

// Calls check(block, template) for each block of each language.
template <class Check>
void for_each_block(Check check) {
  for (const Language language : languages) {
    for (const Template& source : templates_in(language)) {
      for (const auto& section : source.document.sections) {
        const Board* board = std::get_if<Board>(&section->content);
        if (board == nullptr) continue;
        for (const Block& block : board->blocks) {
          const std::string where = std::string(language_code(language)) + "/" + source.id + "/" + block.id;
          CAPTURE(where);
          check(block, source);
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("the gallery begins with the business model canvas and has no template twice") {
  for (const Language language : languages) {
    const auto& all = templates_in(language);
    REQUIRE(all.size() >= 8);
    CHECK(all[0].id == "business_model_canvas");
    CHECK(all[1].id == "lean_canvas");
    CHECK(all[2].id == "value_proposition_canvas");
    CHECK(all[3].id == "sales_book");
    CHECK(all[4].id == "touchpoint_plan");
    CHECK(all[5].id == "service_standards");
    CHECK(all[6].id == "retail_checklist");
    CHECK(all[7].id == "mystery_shopper");
    std::set<std::string> ids;
    for (const Template& source : all) {
      CHECK(ids.insert(source.id).second);
      CHECK(source.language == language);
      CHECK(find_template(language, source.id) == &source);
    }
  }
  CHECK(find_template(Language::en, "no_such_template") == nullptr);
}

TEST_CASE("every template file is in the gallery under the name of the file") {
  for (const Language language : languages) {
    const auto folder = samples::source_folder() / "templates" / language_code(language);
    size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      if (entry.path().extension() != ".json") continue;
      ++files;
      CAPTURE(entry.path().string());
      CHECK(find_template(language, entry.path().stem().string()) != nullptr);
    }
    CHECK(files == templates_in(language).size());
  }
}

TEST_CASE("a template has the same shape in both languages") {
  REQUIRE(templates_in(Language::en).size() == templates_in(Language::ru).size());
  for (const Template& source : templates_in(Language::en)) {
    CAPTURE(source.id);
    const Template* russian = find_template(Language::ru, source.id);
    REQUIRE(russian != nullptr);
    CHECK(shape_of(source) == shape_of(*russian));
  }
}

TEST_CASE("every guide is whole: what it is, questions, mistakes, examples and practice") {
  for_each_guide([](const Guide& guide, const std::string&) {
    CHECK_FALSE(guide.what.empty());
    CHECK(guide.questions.size() >= 5);
    CHECK(guide.mistakes.size() >= 2);
    CHECK(guide.examples.size() >= 5);
    CHECK(guide.practice.size() >= 1);
    for (const auto* texts : {&guide.questions, &guide.mistakes, &guide.examples, &guide.practice}) {
      std::set<std::string> seen;
      for (const std::string& text : *texts) {
        CAPTURE(text);
        CHECK_FALSE(trim(text).empty());
        CHECK(seen.insert(text).second);
      }
    }
  });
}

TEST_CASE("where a guide has types, there are at least four, each explained and with an example") {
  for_each_guide([](const Guide& guide, const std::string&) {
    if (guide.types.empty()) return;
    CHECK(guide.types.size() >= 4);
    std::set<std::string> ids;
    for (const GuideType& type : guide.types) {
      CAPTURE(type.id);
      CHECK(ids.insert(type.id).second);
      CHECK_FALSE(trim(type.title).empty());
      CHECK_FALSE(trim(type.text).empty());
      CHECK_FALSE(trim(type.example).empty());
    }
  });
}

TEST_CASE("a helper question is a question") {
  for_each_guide([](const Guide& guide, const std::string&) {
    for (const std::string& question : guide.questions) {
      CAPTURE(question);
      CHECK(question.find('?') != std::string::npos);
    }
  });
}

TEST_CASE("the customer relationships of the business model canvas are explained in full") {
  for (const Language language : languages) {
    const Guide& guide = find_template(language, "business_model_canvas")->guides.at("customer_relationships");
    const auto ids = ids_of(guide.types);
    for (const char* type : {"personal", "dedicated", "self_service", "automated", "community", "co_creation",
                             "acquire", "retain", "grow"}) {
      CAPTURE(type);
      CHECK(std::ranges::find(ids, type) != ids.end());
    }
    CHECK(guide.questions.size() >= 7);
  }
}

TEST_CASE("no block and no other section is without a guide, and no guide is without its block or section") {
  for_each_block([](const Block& block, const Template& source) { CHECK(source.guides.contains(block.id)); });
  for (const Language language : languages) {
    for (const Template& source : templates_in(language)) {
      std::set<std::string> places;
      for (const auto& section : source.document.sections) {
        places.insert(section->role);
        if (const Board* board = std::get_if<Board>(&section->content)) {
          for (const Block& block : board->blocks) places.insert(block.id);
        } else {
          CAPTURE(source.id);
          CAPTURE(section->role);
          CHECK(source.guides.contains(section->role));
        }
      }
      for (const auto& guide : source.guides) {
        CAPTURE(source.id);
        CAPTURE(guide.first);
        CHECK(places.contains(guide.first));
      }
    }
  }
}

TEST_CASE("every block has a role, a title, a question and an icon that the paper can draw") {
  for_each_block([](const Block& block, const Template&) {
    CHECK_FALSE(block.role.empty());
    CHECK_FALSE(block.title.empty());
    CHECK(block.question.find('?') != std::string::npos);
    CAPTURE(block.icon);
    CHECK(icon_code_point(block.icon) != 0);
    CHECK(block.notes.empty());
  });
}

TEST_CASE("the types that a block offers are explained in its guide") {
  for_each_block([](const Block& block, const Template& source) {
    if (block.types.empty()) return;
    const auto explained = ids_of(source.guides.at(block.id).types);
    for (const NoteType& type : block.types) {
      CAPTURE(type.id);
      CHECK_FALSE(type.title.empty());
      CHECK(std::ranges::find(explained, type.id) != explained.end());
    }
  });
}

TEST_CASE("the blocks of a board are filled in an order from one on without gaps") {
  for (const Language language : languages) {
    for (const Template& source : templates_in(language)) {
      for (const auto& section : source.document.sections) {
        const Board* board = std::get_if<Board>(&section->content);
        if (board == nullptr) continue;
        CAPTURE(source.id);
        std::set<int> orders;
        for (const Block& block : board->blocks) orders.insert(block.order);
        CHECK(orders.size() == board->blocks.size());
        CHECK(*orders.begin() == 1);
        CHECK(*orders.rbegin() == static_cast<int>(board->blocks.size()));
      }
    }
  }
}

TEST_CASE("the business model canvas is filled in the order of the method") {
  for (const Language language : languages) {
    const Template& source = *find_template(language, "business_model_canvas");
    std::vector<Block> blocks = std::get<Board>(source.document.sections.front()->content).blocks;
    std::ranges::sort(blocks, {}, &Block::order);
    std::vector<std::string> roles;
    for (const Block& block : blocks) roles.push_back(block.role);
    CHECK(roles == std::vector<std::string>{"customer_segments", "value_propositions", "channels",
                                            "customer_relationships", "revenue_streams", "key_resources",
                                            "key_activities", "key_partners", "cost_structure"});
  }
}

TEST_CASE("the blocks of a board cover its grid and no two overlap") {
  for (const Language language : languages) {
    for (const Template& source : templates_in(language)) {
      for (const auto& section : source.document.sections) {
        const Board* board = std::get_if<Board>(&section->content);
        if (board == nullptr) continue;
        CAPTURE(source.id);
        std::set<std::pair<int, int>> cells;
        int area = 0;
        for (const Block& block : board->blocks) {
          area += block.place.columns * block.place.rows;
          for (int column = 0; column < block.place.columns; ++column) {
            for (int row = 0; row < block.place.rows; ++row)
              cells.emplace(block.place.column + column, block.place.row + row);
          }
        }
        CHECK(static_cast<int>(cells.size()) == area);
        CHECK(area == board->columns * board->rows);
      }
    }
  }
}

TEST_CASE("all text of the templates is in normal form C and printable") {
  for (const Language language : languages) {
    for (const auto& entry :
         std::filesystem::directory_iterator(samples::source_folder() / "templates" / language_code(language))) {
      if (entry.path().extension() != ".json") continue;
      CAPTURE(entry.path().string());
      const std::string text = samples::bytes_of(entry.path());
      CHECK((to_nfc(text) == text));
      const auto fields = nlohmann::json::parse(text).flatten();
      for (const auto& field : fields.items()) {
        if (!field.value().is_string()) continue;
        CAPTURE(field.key());
        const auto written = field.value().get<std::string>();
        CHECK(to_printable(written) == written);
      }
    }
  }
}

TEST_CASE("a document made from a template keeps its arrangement and has ids of its own") {
  for (const Language language : languages) {
    for (const Template& source : templates_in(language)) {
      CAPTURE(source.id);
      IdSource ids(1);
      const Document first = make_document(source, ids);
      const Document second = make_document(source, ids);
      CHECK(first.template_id == source.id);
      CHECK(first.language == language);
      CHECK(first.title == source.document.title);
      REQUIRE(first.sections.size() == source.document.sections.size());
      std::set<std::string> seen{first.id};
      CHECK(seen.insert(second.id).second);
      for (size_t i = 0; i < first.sections.size(); ++i) {
        CHECK(seen.insert(first.sections[i]->id).second);
        CHECK(seen.insert(second.sections[i]->id).second);
        CHECK(first.sections[i]->content.index() == source.document.sections[i]->content.index());
        CHECK(first.sections[i]->level == source.document.sections[i]->level);
        CHECK(words_of(*first.sections[i]) == words_of(*source.document.sections[i]));
        for_each_item_id(first.sections[i]->content, [&](const std::string& id) { CHECK(seen.insert(id).second); });
        for_each_item_id(second.sections[i]->content, [&](const std::string& id) { CHECK(seen.insert(id).second); });
        CHECK(first.sections[i]->role == source.document.sections[i]->role);
        CHECK(first.sections[i]->title == source.document.sections[i]->title);
      }
    }
  }
}

TEST_CASE("a workbook of all templates, each twice, can be saved, read back and reviewed") {
  for (const Language language : languages) {
    IdSource ids(5);
    Workbook workbook = samples::make_workbook({});
    for (const Template& source : templates_in(language)) {
      workbook = add_document(workbook, make_document(source, ids));
      workbook = add_document(workbook, make_document(source, ids));
    }
    const auto read = read_workbook(write_workbook(workbook));
    REQUIRE(read);
    CHECK((*read == workbook));
    for (const Finding& finding : review(*read)) {
      CAPTURE(finding.rule);
      CHECK((finding.rule == "empty_block" || finding.rule == "unused_module"));
    }
  }
}

TEST_CASE("templates as JSON tell other programs everything, one template on request") {
  for (const Language language : languages) {
    const auto all = nlohmann::json::parse(templates_as_json(language));
    REQUIRE(all.size() == templates_in(language).size());
    for (size_t i = 0; i < all.size(); ++i) {
      const Template& source = templates_in(language)[i];
      CHECK(all[i]["id"] == source.id);
      CHECK(all[i]["title"] == source.title);
      CHECK(all[i]["summary"] == source.summary);
      CHECK(all[i]["language"] == language_code(language));
      CHECK(all[i]["document"]["sections"].size() == source.document.sections.size());
      CHECK(all[i]["guides"].size() == source.guides.size());
      const auto file = nlohmann::json::parse(
          samples::bytes_of(samples::source_folder() / "templates" / language_code(language) / (source.id + ".json")));
      CHECK(all[i]["guides"] == file["guides"]);
      const auto one = nlohmann::json::parse(templates_as_json(language, source.id));
      REQUIRE(one.size() == 1);
      CHECK(one[0] == all[i]);
    }
    CHECK(templates_as_json(language, "no_such_template") == "[]\n");
  }
}

TEST_CASE("a template file that is not whole is refused with the place") {
  const auto error_in = [](const char* text) {
    const auto source = read_template(text, Language::en);
    REQUIRE_FALSE(source);
    return source.error();
  };
  CHECK(error_in("{").code == ErrorCode::not_json);
  CHECK(error_in("[]").code == ErrorCode::wrong_type);
  CHECK(error_in("{}").code == ErrorCode::missing_field);
  CHECK(error_in(R"({"id":"x","title":"X","summary":"S","guides":{}})").detail == "document");
  CHECK(error_in(R"({"id":"x","title":"X","summary":"S","document":{}})").detail == "guides");
  CHECK(error_in(R"({"id":"x","title":"X","summary":"S","document":{},"guides":{"b":{}}})").item == "guides.b");
  const Error kind = error_in(
      R"({"id":"x","title":"X","summary":"S","document":{"sections":[{"id":"s","kind":"poem"}]},"guides":{}})");
  CHECK(kind.code == ErrorCode::unknown_kind);
  CHECK(kind.item == "document.sections[0].kind");
}

}  // namespace canvasbook::library_test
