#include "model/workbook_changes.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>

#include "model/contents.h"
#include "tests/book.h"
#include "tests/edits.h"
#include "tests/paper.h"
#include "tests/samples.h"

namespace canvasbook::workbook_changes_test {

namespace {

// Every item that is told, by its id, with its kind; an id that is told twice fails.
std::map<std::string, ChangeKind> told_in(const WorkbookChanges& changes) {
  std::map<std::string, ChangeKind> told;
  const auto tell = [&](const std::string& id, const Change& change) {
    if (!change.is_none()) REQUIRE_MESSAGE(told.emplace(id, change.kind).second, "told twice: ", id);
  };
  for (const DocumentChanges& document : changes.documents) {
    tell(document.id, document.change);
    for (const SectionChanges& section : document.sections) {
      tell(section.id, section.change);
      for (const ItemChange& item : section.items) tell(item.id, item.change);
    }
  }
  return told;
}

// The ids of documents, sections and items.
std::set<std::string> ids_in(const Workbook& workbook) {
  std::set<std::string> ids;
  for (const auto& document : workbook.documents) {
    ids.insert(document->id);
    for (const auto& section : document->sections) {
      ids.insert(section->id);
      for_each_item_id(section->content, [&](const std::string& id) { ids.insert(id); });
    }
  }
  return ids;
}

const ItemChange& item_in(const WorkbookChanges& changes, std::string_view id) {
  for (const DocumentChanges& document : changes.documents) {
    for (const SectionChanges& section : document.sections) {
      for (const ItemChange& item : section.items) {
        if (item.id == id) return item;
      }
    }
  }
  FAIL("nothing is told of ", std::string(id));
  static const ItemChange none;
  return none;
}

Workbook small_book() { return samples::make_workbook({samples::sound_book(), samples::sound_standards()}); }

FieldChange text_change(const char* field, const char* before, const char* after) {
  return {field, {}, FieldSort::text, before, after};
}

// Takes away, turns round or writes on what it comes across, as `dice` says.
Workbook changed_at_random(Workbook workbook, std::uint64_t seed) {
  std::mt19937_64 dice(seed);
  const auto happens = [&](unsigned of) { return dice() % of == 0; };
  std::vector<Section> sections;
  for (const auto& document : workbook.documents) {
    for (const auto& section : document->sections) sections.push_back(*section);
  }
  for (Section& section : sections) {
    if (happens(8)) {
      workbook = remove_section(std::move(workbook), section.id);
      continue;
    }
    if (happens(8)) workbook = move_section(std::move(workbook), section.id, dice() % 4);
    std::visit(
        [&](auto& kind) {
          if constexpr (is_list_of_items<std::remove_reference_t<decltype(kind)>>) {
            auto& items = main_list(kind);
            std::erase_if(items, [&](const auto&) { return happens(4); });
            std::ranges::shuffle(items, dice);
          }
        },
        section.content);
    for_each_text(section.content, [&](std::string& text) {
      if (happens(3)) text += " and more";
    });
    workbook = set_section(std::move(workbook), section);
  }
  return workbook;
}

}  // namespace

TEST_CASE("a workbook has not changed since itself, nor by being saved on another day") {
  for (const char* language : {"ru", "en"}) {
    const Workbook example = paper::example(language);
    Workbook later = example;
    later.modified = {2027, 1, 2};
    CHECK(changes_between(example, later).is_none());
  }
}

TEST_CASE("an answer that says something else is told with both texts, below its cue") {
  const Workbook before = small_book();
  const Workbook after = samples::with_changed<Responses>(before, "objections", [](Responses& content) {
    content.responses.front().answers.front().text = "Compared with whom?";
  });
  const WorkbookChanges changes = changes_between(before, after);
  CHECK(told_in(changes).size() == 1);
  const ItemChange& answer = item_in(changes, "price_1");
  CHECK(answer.change.kind == ChangeKind::changed);
  CHECK(answer.list == "answers");
  CHECK(answer.owner == "Expensive.");
  CHECK(answer.change.fields ==
        std::vector<FieldChange>{text_change("text", "Compared to what?", "Compared with whom?")});
  CHECK((counts_of(changes.documents.front()) == ChangeCounts{0, 1, 0, 0}));
}

TEST_CASE("what is gone is told with its whole text, where it stood") {
  const Workbook before = small_book();
  Workbook after = remove_section(before, "stop");
  after = samples::with_changed<Responses>(after, "objections",
                                           [](Responses& content) { content.responses.front().answers.pop_back(); });
  const WorkbookChanges changes = changes_between(before, after);
  REQUIRE(changes.documents.size() == 1);
  const std::vector<SectionChanges>& sections = changes.documents.front().sections;
  REQUIRE(sections.size() == 2);
  CHECK(sections[0].id == "objections");
  CHECK(sections[1].id == "stop");
  CHECK(sections[1].change.kind == ChangeKind::removed);
  CHECK(item_in(changes, "price_2").change.fields ==
        std::vector<FieldChange>{text_change("text", "It includes delivery.", "")});
  CHECK(item_in(changes, "try").change.fields ==
        std::vector<FieldChange>{text_change("phrase", "I will try", ""),
                                 text_change("replacement", "I will do it by 15:00", ""),
                                 text_change("reason", "It sounds like a doubt", "")});
}

TEST_CASE("what is new is told with all that it says, a new document with each of its items") {
  const Workbook before = samples::make_workbook({samples::sound_book()});
  const WorkbookChanges changes = changes_between(before, small_book());
  REQUIRE(changes.documents.size() == 1);
  CHECK(changes.documents.front().change.kind == ChangeKind::added);
  const ItemChange& sign = item_in(changes, "hall_sign");
  CHECK(sign.owner == "Door");
  CHECK(sign.change.fields == std::vector<FieldChange>{text_change("text", "", "Sign"),
                                                       text_change("requirement", "", "Lit at night"),
                                                       {"weight", {}, FieldSort::number, "", "3"},
                                                       {"critical", {}, FieldSort::mark, "", "yes"}});
  const ItemChange& row = item_in(changes, "greet");
  CHECK(row.name == "A guest comes in");
  REQUIRE(row.change.fields.size() == 6);
  CHECK(row.change.fields.front().title == "Title of situation");
  const WorkbookChanges gone = changes_between(small_book(), before);
  CHECK(told_in(gone).size() == told_in(changes).size());
  CHECK(gone.documents.front().change.kind == ChangeKind::removed);
}

TEST_CASE("what came with its owner is a part of it, and counts with it") {
  const Workbook before = small_book();
  const Workbook after = samples::with_changed<Responses>(before, "objections", [](Responses& content) {
    content.responses.push_back(samples::make_response("late", "Late.", {"When?", "Where?"}));
    content.responses.front().answers.push_back({"more", "And more", {}});
  });
  const WorkbookChanges changes = changes_between(before, after);
  CHECK_FALSE(item_in(changes, "late").with_owner);
  CHECK(item_in(changes, "late_1").with_owner);
  CHECK_FALSE(item_in(changes, "more").with_owner);
  CHECK((counts_of(changes.documents.front()) == ChangeCounts{2, 0, 0, 0}));
  const WorkbookChanges gone = changes_between(before, remove_section(before, "objections"));
  CHECK(item_in(gone, "price").with_owner);
  CHECK(item_in(gone, "price_1").with_owner);
}

TEST_CASE("one answer that changes its place is one that moved, and its neighbours are not") {
  Responses responses;
  responses.responses = {samples::make_response("a", "A", {"1", "2", "3", "4"}),
                         samples::make_response("b", "B", {"5"})};
  const Workbook before =
      samples::make_workbook({samples::make_document_of("book", {samples::make_section("cues", responses)})});
  const Workbook after = samples::with_changed<Responses>(before, "cues", [](Responses& content) {
    std::vector<Answer>& answers = content.responses.front().answers;
    std::rotate(answers.begin(), answers.begin() + 1, answers.end());
  });
  const WorkbookChanges turned = changes_between(before, after);
  CHECK(told_in(turned).size() == 1);
  CHECK(item_in(turned, "a_1").change.is_moved);
  CHECK(item_in(turned, "a_1").change.from.empty());
  const WorkbookChanges given =
      changes_between(before, samples::with_changed<Responses>(before, "cues", [](Responses& content) {
                        std::vector<Answer>& from = content.responses.front().answers;
                        content.responses.back().answers.push_back(from.front());
                        from.erase(from.begin());
                      }));
  CHECK(told_in(given).size() == 1);
  CHECK(item_in(given, "a_1").change.is_moved);
  CHECK(item_in(given, "a_1").change.from == "A");
  CHECK(item_in(given, "a_1").owner == "B");
}

TEST_CASE("a section in another document is one that moved, with all that it holds") {
  const Workbook before = small_book();
  const WorkbookChanges changes = changes_between(before, move_section_to(before, "stop", "rules", 0));
  CHECK(told_in(changes) == std::map<std::string, ChangeKind>{{"stop", ChangeKind::kept}});
  REQUIRE(changes.documents.size() == 1);
  CHECK(changes.documents.front().id == "rules");
  CHECK(changes.documents.front().sections.front().change.from == "A document");
}

TEST_CASE("a note that is parked has moved, its links are told by their names, its colour is not told") {
  const Workbook before = samples::sound_workbook();
  Board board = board_in(before, "canvas");
  board = set_colour(move_notes(std::move(board), {"channel"}, parking_lot, 0), {"value"}, Colour::red);
  board.blocks[1].notes.front().segments.clear();
  const WorkbookChanges changes = changes_between(before, set_board(before, "canvas", board));
  CHECK(told_in(changes).size() == 2);
  CHECK(item_in(changes, "channel").change.is_moved);
  CHECK(item_in(changes, "channel").list == "parking");
  CHECK(item_in(changes, "channel").change.from == "Title of channels");
  CHECK(item_in(changes, "value").change.fields ==
        std::vector<FieldChange>{{"segments", {}, FieldSort::words, "Text of seg", ""}});
}

TEST_CASE("the speaker of a line, a column that is gone and the text of prose are told") {
  const Workbook before = small_book();
  Workbook after =
      samples::with_changed<Dialogue>(before, "talk1", [](Dialogue& talk) { talk.lines.front().speaker = "staff"; });
  after = samples::with_changed<Sheet>(after, "greeting",
                                       [](Sheet& sheet) { sheet = remove_column(std::move(sheet), "reason"); });
  after = set_prose(after, "call", "**Goal:** an order.");
  const WorkbookChanges changes = changes_between(before, after);
  CHECK(item_in(changes, "t1_1").change.fields ==
        std::vector<FieldChange>{{"speaker", {}, FieldSort::words, "Client", "Manager"}});
  CHECK(item_in(changes, "greeting/reason").change.kind == ChangeKind::removed);
  CHECK(item_in(changes, "greet").change.fields ==
        std::vector<FieldChange>{
            {"reason", "Title of reason", FieldSort::text, "Who was seen waits in peace", "", true}});
  CHECK(changes.documents.front().sections.front().change.fields ==
        std::vector<FieldChange>{text_change("text", "**Goal:** a meeting.", "**Goal:** an order.")});
}

TEST_CASE("the marks of a trial run and the widths of columns are no changes, the company is") {
  const Workbook before = small_book();
  Workbook after = samples::with_changed<Checklist>(
      before, "hall", [](Checklist& checklist) { checklist.groups.front().items.front().trial_mark = 1; });
  after = samples::with_changed<Sheet>(after, "greeting", [](Sheet& sheet) { sheet.columns.front().width = 300; });
  CHECK(changes_between(before, after).is_none());
  after.company = "Evening";
  CHECK(changes_between(before, after).fields ==
        std::vector<FieldChange>{text_change("company", "Morning", "Evening")});
}

TEST_CASE("copies of one workbook have sections in common, two of the same template have none") {
  const Workbook example = paper::example("en");
  CHECK(have_common_sections(example, example));
  IdSource ids(5);
  Workbook other = example;
  for (auto& document : other.documents) document = with_fresh_ids(*document, ids);
  CHECK_FALSE(have_common_sections(example, other));
  CHECK_FALSE(have_common_sections(example, Workbook{}));
}

TEST_CASE("whatever changes, each item that came or went is told once, and what stayed is neither") {
  const Workbook book = small_book();
  CHECK(rc::check([&] {
    const Workbook before = changed_at_random(book, *rc::gen::arbitrary<std::uint64_t>());
    const Workbook after = changed_at_random(book, *rc::gen::arbitrary<std::uint64_t>());
    RC_ASSERT(changes_between(before, before).is_none());
    const std::set<std::string> old_ids = ids_in(before);
    const std::set<std::string> new_ids = ids_in(after);
    const std::map<std::string, ChangeKind> told = told_in(changes_between(before, after));
    for (const std::string& id : new_ids) {
      const auto found = told.find(id);
      const bool is_added = found != told.end() && found->second == ChangeKind::added;
      RC_ASSERT(is_added == !old_ids.contains(id));
    }
    for (const std::string& id : old_ids) {
      const auto found = told.find(id);
      const bool is_removed = found != told.end() && found->second == ChangeKind::removed;
      RC_ASSERT(is_removed == !new_ids.contains(id));
    }
  }));
}

}  // namespace canvasbook::workbook_changes_test
