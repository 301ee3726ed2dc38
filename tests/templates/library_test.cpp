#include "templates/library.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "export/icons.h"
#include "model/author_notes.h"
#include "model/contents.h"
#include "model/file/workbook_file.h"
#include "model/kinds/checklist_score.h"
#include "model/kinds/sheet_formulas.h"
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
  void decimal(std::string_view key, double value, double, double, double) { add(key, std::to_string(value)); }
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

const char* const ready_lists[] = {"retail_checklist", "cafe_checklist", "reception_checklist", "phone_checklist",
                                   "chat_checklist"};

const Template& template_of(Language language, const std::string& id) {
  const Template* source = find_template(language, id);
  REQUIRE_MESSAGE(source != nullptr, "no template ", id);
  return *source;
}

// The content of the first section of a kind with a role.
template <class Kind>
const Kind& part_of(const Template& source, std::string_view role) {
  for (const auto& section : source.document.sections) {
    const Kind* kind = std::get_if<Kind>(&section->content);
    if (kind != nullptr && section->role == role) return *kind;
  }
  FAIL("no part with the role ", role, " in ", source.id);
  return std::get<Kind>(source.document.sections.front()->content);
}

bool says_in_each_row(const Sheet& sheet, std::string_view role) {
  const SheetColumn* column = find_column(sheet, role);
  return column != nullptr && !sheet.rows.empty() &&
         std::ranges::none_of(sheet.rows, [&](const SheetRow& row) { return cell_text(row, *column).empty(); });
}

}  // namespace

TEST_CASE("the gallery begins with the business model canvas and has no template twice") {
  for (const Language language : languages) {
    const auto& all = templates_in(language);
    const std::vector<std::string> order{"business_model_canvas",
                                         "lean_canvas",
                                         "value_proposition_canvas",
                                         "sales_book",
                                         "sales_book_incoming",
                                         "sales_book_phone",
                                         "sales_book_meetings",
                                         "sales_book_empty",
                                         "portraits",
                                         "segment_economics",
                                         "hypotheses",
                                         "touchpoint_plan",
                                         "expectation_ledger",
                                         "service_standards",
                                         "service_standards_empty",
                                         "mission_values",
                                         "service_rules",
                                         "retail_checklist",
                                         "cafe_checklist",
                                         "reception_checklist",
                                         "phone_checklist",
                                         "chat_checklist",
                                         "checklist_empty",
                                         "mystery_shopper",
                                         "satisfaction_card",
                                         "metrics_sheet",
                                         "roll_out_plan",
                                         "objection_sheet",
                                         "stop_list",
                                         "conflict_tally",
                                         "lost_sales",
                                         "competitor_visits",
                                         "case_log"};
    REQUIRE(all.size() >= order.size());
    for (size_t i = 0; i < order.size(); ++i) CHECK(all[i].id == order[i]);
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

TEST_CASE(
    "every guide has four types or more, each explained and with an example, but for pages that only lay down rules") {
  const std::set<std::string> rule_pages{"touchpoint_rules", "standards_rules", "checklist_rules",
                                         "shopper_conclusion"};
  for_each_guide([&](const Guide& guide, const std::string& where) {
    const bool only_rules = rule_pages.contains(where.substr(where.rfind('/') + 1));
    CHECK((only_rules ? guide.types.empty() : guide.types.size() >= 4));
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

TEST_CASE("each sales book has what the review asks of one, and dialogues that say modules of its own") {
  for (const Language language : languages) {
    for (const char* id : {"sales_book", "sales_book_incoming", "sales_book_phone", "sales_book_meetings"}) {
      CAPTURE(id);
      const Template* source = find_template(language, id);
      REQUIRE(source != nullptr);
      CHECK(source->document.page_budget == 12);
      std::set<std::string> roles;
      std::set<std::string> modules;
      size_t dialogues = 0;
      for (const auto& section : source->document.sections) {
        roles.insert(section->role);
        if (const Responses* responses = std::get_if<Responses>(&section->content)) {
          for (const Response& response : responses->responses) {
            CAPTURE(response.id);
            CHECK(response.answers.size() >= (section->role == "objections" ? 2U : 1U));
            for (const Answer& answer : response.answers) modules.insert(answer.id);
          }
        }
      }
      for (const auto& section : source->document.sections) {
        const Dialogue* dialogue = std::get_if<Dialogue>(&section->content);
        if (dialogue == nullptr) continue;
        ++dialogues;
        size_t said = 0;
        for (const DialogueLine& line : dialogue->lines) {
          if (line.module.empty()) continue;
          ++said;
          CAPTURE(line.id);
          CHECK(modules.contains(line.module));
          const auto speaker = std::ranges::find(dialogue->speakers, line.speaker, &Speaker::id);
          REQUIRE(speaker != dialogue->speakers.end());
          CHECK_FALSE(speaker->is_client);
        }
        CHECK(said >= 3);
      }
      CHECK(dialogues >= 3);
      for (const char* role : {"call_goal", "introduction", "needs", "advantages", "agreement", "objections",
                               "client_questions", "summing_up", "stop_list", "bridges", "conflicts", "scenario"}) {
        CAPTURE(role);
        CHECK(roles.contains(role));
      }
    }
  }
}

TEST_CASE("the tally of conflicts prints a line for each conflict before one is written") {
  for (const Language language : languages) {
    const Template* source = find_template(language, "conflict_tally");
    REQUIRE(source != nullptr);
    const auto found = std::ranges::find_if(source->document.sections, [](const Shared<Section>& section) {
      return std::holds_alternative<Sheet>(section->content);
    });
    REQUIRE(found != source->document.sections.end());
    const Sheet& sheet = std::get<Sheet>((*found)->content);
    for (const char* role : {"date", "beginning", "said_try", "channel", "outcome"}) {
      CHECK(std::ranges::find(sheet.columns, role, &SheetColumn::role) != sheet.columns.end());
    }
    CHECK(sheet.rows.size() >= 20);
    for (const SheetRow& row : sheet.rows) CHECK_FALSE(row.cells.empty());  // a table without any text is not printed
  }
}

TEST_CASE("a ready check list is short, says what good looks like, and gives each section a share that counts") {
  for (const Language language : languages) {
    for (const char* id : ready_lists) {
      CAPTURE(id);
      const auto& checklist = part_of<Checklist>(template_of(language, id), "checklist");
      const ChecklistScore score = score_checklist(checklist, Marks());
      CHECK(score.total.items >= 25);
      CHECK(score.total.items <= 60);
      CHECK(score.total.critical >= 3);
      std::set<double> weights;
      for (size_t i = 0; i < checklist.groups.size(); ++i) {
        CAPTURE(checklist.groups[i].title);
        CHECK(score.groups[i].weight * 100 >= score.total.weight * 2);
        CHECK(score.groups[i].weight * 100 <= score.total.weight * 30);
        for (const CheckItem& item : checklist.groups[i].items) {
          CAPTURE(item.id);
          CHECK_FALSE(trim(item.text).empty());
          CHECK_FALSE(trim(item.requirement).empty());
          CHECK(item.requirement.find(';') == std::string::npos);  // what stands behind it would be another question
          if (item.critical) CHECK(item.weight == 5);
          CHECK(item.weight <= 5);
          weights.insert(item.weight);
        }
      }
      CHECK(weights == std::set<double>{1, 2, 3, 4, 5});
    }
  }
}

TEST_CASE(
    "a ready check list says in words the rule that the score goes by: partly is half, and fails what is critical") {
  const auto rule_in = [](Language language) -> std::pair<std::string, std::string> {
    if (language == Language::ru) return {"это половина веса", "стоит «нет» или «не совсем», проверка не пройдена"};
    return {"half the weight", "A “no” or “partly” on any of them fails the check"};
  };
  for (const Language language : languages) {
    for (const char* id : ready_lists) {
      CAPTURE(id);
      const Template& source = template_of(language, id);
      const std::string& rules = part_of<Prose>(source, "checklist_rules").text;
      CHECK(rules.find(rule_in(language).first) != std::string::npos);
      CHECK(rules.find(rule_in(language).second) != std::string::npos);
      const auto& checklist = part_of<Checklist>(source, "checklist");
      CHECK(checklist.scale == Scale::yes_no_partly);
      Marks marks;
      for (const CheckGroup& group : checklist.groups) {
        for (const CheckItem& item : group.items) {
          CHECK(item.scale == Scale::inherited);
          marks[item.id] = mark_partly;
        }
      }
      const Score score = score_checklist(checklist, marks).total;
      CHECK(score.part() == 0.5);
      CHECK(static_cast<int>(score.failed.size()) == score.critical);
    }
  }
}

TEST_CASE("a mission stands six tests, each with a tick and room for the reason; values and principles say theirs") {
  for (const Language language : languages) {
    const Template& source = template_of(language, "mission_values");
    const auto& tests = part_of<Sheet>(source, "mission_tests");
    CHECK(tests.rows.size() == 6);
    CHECK(says_in_each_row(tests, "test"));
    REQUIRE(find_column(tests, "passed") != nullptr);
    CHECK(find_column(tests, "passed")->type == ColumnType::check);
    CHECK(find_column(tests, "reason") != nullptr);
    const auto& values = part_of<Sheet>(source, "values");
    CHECK(says_in_each_row(values, "rank"));
    CHECK(says_in_each_row(values, "reason"));
    const auto& principles = part_of<Sheet>(source, "principles");
    CHECK(principles.rows.size() >= 8);
    CHECK(says_in_each_row(principles, "check"));
    CHECK(says_in_each_row(principles, "responsible"));
  }
}

TEST_CASE("each of the ten rules of service has an action and what shows it") {
  for (const Language language : languages) {
    const Template& source = template_of(language, "service_rules");
    CHECK(part_of<Prose>(source, "service_rules").text.find("## 10. ") != std::string::npos);
    const auto& sheet = part_of<Sheet>(source, "service_rules");
    CHECK(sheet.rows.size() == 10);
    CHECK(says_in_each_row(sheet, "action"));
    CHECK(says_in_each_row(sheet, "measure"));
  }
}

TEST_CASE("what advises the author stands in guides: a mission prints as its sentence alone, without its tests") {
  for (const Language language : languages) {
    const Template& source = template_of(language, "mission_values");
    const std::string& mission = part_of<Prose>(source, "mission").text;
    CHECK(mission.find('\n') == std::string::npos);
    CHECK(mission.find('[') != std::string::npos);
    CHECK(std::ranges::any_of(source.document.sections, [](const auto& section) {
      return section->role == mission_tests_role && is_author_notes(*section);
    }));
    const std::string& chat = part_of<Prose>(template_of(language, "service_standards"), "chat_rules").text;
    CHECK(chat.starts_with("- **"));
  }
}

TEST_CASE("the card has three questions and is written once: the sheets are filled with it") {
  for (const Language language : languages) {
    const auto& cards = part_of<Sheet>(template_of(language, "satisfaction_card"), "satisfaction_card");
    CHECK(cards.layout == SheetLayout::cards);
    CHECK(std::ranges::count_if(cards.columns, [](const SheetColumn& column) { return column.role == "question"; }) ==
          3);
    CHECK(cards.rows.size() == 1);
  }
}

TEST_CASE("the metrics sheet has room for five goals at most, each with four tests to tick") {
  for (const Language language : languages) {
    const Template& source = template_of(language, "metrics_sheet");
    size_t tests = 0;
    for (const auto& section : source.document.sections) {
      const Sheet* sheet = std::get_if<Sheet>(&section->content);
      if (sheet == nullptr || (find_column(*sheet, "goal") == nullptr && find_column(*sheet, "test") == nullptr))
        continue;
      CHECK(sheet->rows.size() <= 5);
      for (const SheetColumn& column : sheet->columns) {
        if (column.role != "test") continue;
        ++tests;
        CHECK(column.type == ColumnType::check);
      }
    }
    CHECK(tests == 4);
  }
}

TEST_CASE("the staff for the chat is worked out in the table, with one example") {
  for (const Language language : languages) {
    const auto& sheet = part_of<Sheet>(template_of(language, "service_standards"), "staffing");
    REQUIRE(sheet.rows.size() == 1);
    const SheetColumn* staff = find_column(sheet, staff_needed_role);
    REQUIRE(staff != nullptr);
    CHECK(calculate(sheet, sheet.rows[0], *staff).value == 4);
  }
}

TEST_CASE("the plan of visits says who goes where, and sends nobody to a place twice in a row") {
  for (const Language language : languages) {
    const Template& source = template_of(language, "mystery_shopper");
    const auto& plan = part_of<Sheet>(source, "visit_rota");
    CHECK(says_in_each_row(plan, "place"));
    CHECK(says_in_each_row(plan, "shopper"));
    CHECK(find_column(plan, "date") != nullptr);
    IdSource ids(7);
    const Workbook workbook = add_document(samples::make_workbook({}), make_document(source, ids));
    for (const Finding& finding : review(workbook)) CHECK(finding.rule != "shopper_twice_in_a_row");
  }
}

TEST_CASE("a compensation is given by whoever hears the complaint, within a limit, and told afterwards") {
  for (const Language language : languages) {
    const auto& sheet = part_of<Sheet>(template_of(language, "service_standards"), "compensations");
    const SheetColumn* authority = find_column(sheet, "authority");
    REQUIRE(authority != nullptr);
    for (const SheetRow& row : sheet.rows) {
      CAPTURE(row.id);
      CHECK(cell_text(row, *authority) == (language == Language::ru ? "Любой сотрудник" : "Anyone"));
    }
    for (const char* role : {"problem", "compensation", "limit", "report"}) {
      CAPTURE(role);
      CHECK(says_in_each_row(sheet, role));
    }
  }
}

TEST_CASE("a log prints its lines before one is written") {
  for (const Language language : languages) {
    for (const char* id : {"lost_sales", "competitor_visits", "case_log"}) {
      CAPTURE(id);
      const auto& sheet = part_of<Sheet>(template_of(language, id), id);
      CHECK(sheet.rows.size() >= 20);
      CHECK(says_in_each_row(sheet, "number"));
    }
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

TEST_CASE("the templates of a language name sums in one currency and quote with one kind of marks") {
  for (const auto& [language, foreign] :
       {std::pair{Language::en, std::vector<std::string>{"$", "€", "₽", "‘", "«", "»"}},
        std::pair{Language::ru, std::vector<std::string>{"$", "€", "£", "‘", "’"}}}) {
    for (const auto& entry :
         std::filesystem::directory_iterator(samples::source_folder() / "templates" / language_code(language))) {
      CAPTURE(entry.path().string());
      const std::string text = samples::bytes_of(entry.path());
      for (const std::string& sign : foreign) {
        CAPTURE(sign);
        CHECK(text.find(sign) == std::string::npos);
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

TEST_CASE("a document with a period of revision counts it from the day it is made") {
  for (const Language language : languages) {
    IdSource ids(1);
    const Template* book = find_template(language, "sales_book");
    REQUIRE(book != nullptr);
    CHECK(book->document.revision.months == 6);
    CHECK(make_document(*book, ids, Date{2026, 11, 21}).revision.date == Date{2026, 11, 21});
    CHECK_FALSE(make_document(*book, ids).revision.date);
    const Template* canvas = find_template(language, "lean_canvas");
    REQUIRE(canvas != nullptr);
    CHECK(make_document(*canvas, ids, Date{2026, 11, 21}).revision == Revision{});
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
      CHECK(harm_of(finding.rule) != Harm::broken);
    }
  }
}

TEST_CASE("the standards and check lists of the library stand the rules that they teach, untouched or not") {
  const std::set<std::string> rules{"standard_not_observable",
                                    "standard_without_reason",
                                    "standard_without_responsible",
                                    "standard_with_two_demands",
                                    "standards_contradict",
                                    "item_asks_two",
                                    "too_many_items",
                                    "too_many_goals",
                                    "metric_without_tests"};
  for (const Language language : languages) {
    IdSource ids(7);
    for (const Template& source : templates_in(language)) {
      CAPTURE(source.id);
      const Workbook workbook = add_document(samples::make_workbook({}), make_document(source, ids));
      for (const Finding& finding : review(workbook)) {
        CAPTURE(finding.subject);
        CHECK_MESSAGE(!rules.contains(finding.rule), finding.rule);
      }
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
