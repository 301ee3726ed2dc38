#include "model/review/mend.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "model/segments.h"
#include "model/standard_checks.h"
#include "tests/book.h"
#include "tests/findings.h"
#include "tests/samples.h"

namespace canvasbook::mend_test {

using samples::make_block;
using samples::make_note;
using samples::subjects_of;

namespace {

// After all mends of a rule.
Workbook after_mending(const Workbook& workbook, std::string_view rule) {
  std::vector<Finding> findings = review(workbook);
  std::erase_if(findings, [&](const Finding& finding) { return finding.rule != rule; });
  REQUIRE_FALSE(findings.empty());
  for (const Language language : {Language::en, Language::ru}) {
    CHECK(Catalog::of(language).has(mend_names(rule).verb));
    CHECK(Catalog::of(language).has(mend_names(rule).step));
  }
  return mended(workbook, findings);
}

const Note& note_of(const Workbook& workbook, std::string_view id) {
  const Note* found = nullptr;
  for_each_note(workbook, [&](const Document&, const Section&, const Block&, const Note& note) {
    if (note.id == id) found = &note;
  });
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("a reference to nothing is removed, and no other") {
  Board board = add_note(samples::sound_board(), "channels", make_note("site", {"seg", "gone"}));
  const Workbook workbook = after_mending(samples::workbook_of(board), "dangling_link");
  CHECK(note_of(workbook, "site").segments == std::vector<std::string>{"seg"});
  CHECK(subjects_of(workbook, "dangling_link").empty());
}

TEST_CASE("notes without a segment are given the only one there is; with two there is no mend") {
  Board board = add_note(samples::sound_board(), "channels", make_note("site"));
  const Workbook workbook = after_mending(samples::workbook_of(board), "channel_without_segment");
  CHECK(note_of(workbook, "site").segments == std::vector<std::string>{"seg"});
  board = add_note(board, "customer_segments", make_note("seg2"));
  const Workbook two = samples::workbook_of(board);
  CHECK(after_mending(two, "channel_without_segment") == two);
}

TEST_CASE("of several segments, and of several notes without one, the mend ties the one that is chosen") {
  Board board = add_note(samples::sound_board(), "channels", make_note("site"));
  board = add_note(board, "customer_segments", make_note("seg2"));
  const Workbook workbook = samples::workbook_of(board);
  const auto found = [&](std::string_view rule) {
    const std::vector<Finding> findings = review(workbook);
    const auto at = std::ranges::find(findings, rule, &Finding::rule);
    REQUIRE(at != findings.end());
    return *at;
  };
  const Finding nobody = found("channel_without_segment");
  CHECK_FALSE(nobody.has_mend);
  REQUIRE(nobody.choices.size() == 2);
  CHECK(nobody.choices[1].item == "seg2");
  const Finding to_second = with_choice(nobody, "seg2");
  CHECK(note_of(mended(workbook, {&to_second, 1}), "site").segments == std::vector<std::string>{"seg2"});
  const Finding unserved = found("segment_without_channel");
  REQUIRE(unserved.choices.size() == 1);
  CHECK(unserved.choices[0].item == "site");
  const Finding by_site = with_choice(unserved, "site");
  CHECK(note_of(mended(workbook, {&by_site, 1}), "site").segments == std::vector<std::string>{"seg2"});
  for (const char* gone : {"seg", "seg2"}) {
    const Workbook without = remove_notes(workbook, workbook.documents[0]->sections[0]->id, {gone});
    const Finding to_gone = with_choice(nobody, gone);
    CHECK(mended(without, {&to_gone, 1}) == without);
  }
}

TEST_CASE("a segment written down twice becomes the first, and what named it names that once") {
  Note again = make_note("again");
  again.text = find_note(samples::sound_board(), "seg")->text;
  Board other;
  other.blocks = {make_block("customer_segments", 0, {again}),
                  make_block("channels", 1, {make_note("shop", {"again"}), make_note("site", {"seg", "again"})})};
  other.parking = {make_note("parked", {"again"})};
  const Workbook workbook = after_mending(
      samples::make_workbook({samples::make_document_of("d1", {samples::make_section("c1", samples::sound_board())}),
                              samples::make_document_of("d2", {samples::make_section("c2", other)})}),
      "segment_twice");
  CHECK(segment_register(workbook).size() == 1);
  CHECK(segment_of(note_of(workbook, "again")) == "seg");
  CHECK(note_of(workbook, "shop").segments == std::vector<std::string>{"seg"});
  CHECK(note_of(workbook, "site").segments == std::vector<std::string>{"seg"});
  const Board& after = std::get<Board>(find_section(workbook, "c2")->content);
  CHECK(after.parking.front().segments == std::vector<std::string>{"seg"});
  CHECK(subjects_of(workbook, "segment_twice").empty());
}

TEST_CASE("a line keeps its words when its reference to nothing is removed") {
  const Workbook workbook = samples::with_changed<Responses>(
      samples::make_workbook({samples::sound_book()}), "objections",
      [](Responses& responses) { responses.responses[0].answers.erase(responses.responses[0].answers.begin()); });
  const Workbook after = after_mending(workbook, "missing_module");
  CHECK(subjects_of(after, "missing_module").empty());
  CHECK(count_words(after) == count_words(workbook));
}

TEST_CASE("an item stays when its reference to a standard that does not exist is removed") {
  const Workbook before = samples::make_workbook({samples::sound_standards()});
  const Workbook workbook = samples::with_changed<Checklist>(
      before, "hall", [](Checklist& list) { list.groups[1].items[0].standard = "gone"; });
  CHECK(after_mending(workbook, "missing_standard") == before);
}

TEST_CASE("an item takes over what its standard asks now, or stays as it is until that changes again") {
  IdSource fresh(1);
  const Workbook made = add_checks_of_standards(samples::make_workbook({samples::sound_standards()}), "greeting",
                                                {"greet"}, "hall", fresh)
                            .workbook;
  const auto with_target = [](const Workbook& workbook, const char* target) {
    return samples::with_changed<Sheet>(workbook, "greeting",
                                        [&](Sheet& sheet) { sheet.rows[0].cells["target"] = target; });
  };
  const auto requirement = [](const Workbook& workbook) {
    return std::get<Checklist>(find_section(workbook, "hall")->content).groups.back().items.back().requirement;
  };
  const Workbook changed = with_target(made, "20");
  const Workbook taken = after_mending(changed, "item_behind_standard");
  CHECK(requirement(taken) == "Greets first. Time to the greeting: 20 s");
  CHECK(review(taken).empty());
  const std::vector<Finding> findings = review(changed);
  REQUIRE(findings.size() == 1);
  REQUIRE(findings[0].choices.size() == 1);
  const Finding chosen = with_choice(findings[0], findings[0].choices[0].item);
  const Workbook left = mended(changed, {&chosen, 1});
  CHECK(requirement(left) == requirement(made));
  CHECK(review(left).empty());
  CHECK(subjects_of(with_target(left, "25"), "item_behind_standard") != "");
}

TEST_CASE("a mend of what is mended already changes nothing") {
  const Workbook workbook =
      samples::workbook_of(add_note(samples::sound_board(), "channels", make_note("site", {"gone"})));
  const std::vector<Finding> findings = review(workbook);
  const Workbook once = mended(workbook, findings);
  CHECK(mended(once, findings) == once);
}

TEST_CASE("a link that leads nowhere is removed there alone: as a cause it may be right") {
  Note cost = make_note("rent", {"activity"});
  cost.drivers = {"activity"};
  const Workbook workbook =
      after_mending(samples::workbook_of(add_note(samples::sound_board(), "cost_structure", cost)), "dangling_link");
  CHECK(note_of(workbook, "rent").segments.empty());
  CHECK(note_of(workbook, "rent").drivers == std::vector<std::string>{"activity"});
}

}  // namespace canvasbook::mend_test
