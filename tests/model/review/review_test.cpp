#include "model/review/review.h"
#include "model/review/groups.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "model/file/findings_file.h"
#include "model/file/workbook_file.h"
#include "model/text/text.h"
#include "templates/untouched.h"
#include "tests/edits.h"
#include "tests/samples.h"

namespace canvasbook::review_test {

namespace {

using samples::make_block;
using samples::make_cost;
using samples::make_note;
using samples::sound_board;
using samples::without_block;
using samples::workbook_of;

std::vector<Finding> findings_of(const Workbook& workbook, std::string_view rule) {
  std::vector<Finding> result = review(workbook);
  std::erase_if(result, [&](const Finding& finding) { return finding.rule != rule; });
  return result;
}

std::vector<Finding> findings_of(Board board, std::string_view rule) {
  return findings_of(workbook_of(std::move(board)), rule);
}

// A sound board in which one note has other segments or types.
Board with_links(std::string_view note, std::vector<std::string> segments, std::vector<std::string> types = {}) {
  Note changed = *find_note(sound_board(), note);
  changed.segments = std::move(segments);
  changed.types = std::move(types);
  return set_note(sound_board(), changed);
}

// A second segment that everything serves.
Board with_second_segment(const std::vector<std::string>& served_by) {
  Board board = add_note(sound_board(), "customer_segments", make_note("seg2"));
  for (const std::string& id : served_by) {
    Note note = *find_note(board, id);
    note.segments.push_back("seg2");
    board = set_note(board, note);
  }
  return board;
}

// A sound board with channels that serve nobody.
Board with_loose_channels(const std::vector<std::string>& ids) {
  Board board = sound_board();
  for (const std::string& id : ids) board = add_note(board, "channels", make_note(id));
  return board;
}

using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("the review has nothing to say about a sound model") { CHECK(review(samples::sound_workbook()).empty()); }

TEST_CASE("the review has nothing to say about an empty workbook or one of prose") {
  CHECK(review(Workbook{}).empty());
  CHECK(review(samples::make_workbook({samples::make_document_of("d", {samples::make_section("p", Prose{"text"})})}))
            .empty());
}

TEST_CASE("a segment that nothing is offered to is found") {
  const auto findings =
      findings_of(with_second_segment({"channel", "relationship", "revenue"}), "segment_without_value_proposition");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items == Items{"seg2"});
  CHECK(findings[0].document == "model");
}

TEST_CASE("a segment named in one of several value propositions is not reported") {
  Board board = with_second_segment({"channel", "relationship", "revenue"});
  board = add_note(board, "value_propositions", make_note("value2", {"seg2"}));
  CHECK(findings_of(board, "segment_without_value_proposition").empty());
  CHECK(review(workbook_of(board)).empty());
}

TEST_CASE("a segment without a channel is found") {
  const auto findings =
      findings_of(with_second_segment({"value", "relationship", "revenue"}), "segment_without_channel");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items == Items{"seg2"});
}

TEST_CASE("a segment that a shared channel reaches is not reported") {
  CHECK(findings_of(with_second_segment({"channel"}), "segment_without_channel").empty());
}

TEST_CASE("a segment without a relationship is found") {
  const auto findings =
      findings_of(with_second_segment({"value", "channel", "revenue"}), "segment_without_relationship");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items == Items{"seg2"});
}

TEST_CASE("a segment with a relationship is not reported") {
  CHECK(findings_of(with_second_segment({"relationship"}), "segment_without_relationship").empty());
}

TEST_CASE("a segment that brings no revenue is found") {
  const auto findings =
      findings_of(with_second_segment({"value", "channel", "relationship"}), "segment_without_revenue");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items == Items{"seg2"});
}

TEST_CASE("a segment that pays for something is not reported") {
  CHECK(findings_of(with_second_segment({"revenue"}), "segment_without_revenue").empty());
}

TEST_CASE("a board without a block is not asked for what would stand in it") {
  const Board board = without_block(without_block(sound_board(), "channels"), "revenue_streams");
  CHECK(review(workbook_of(board)).empty());
}

TEST_CASE("a value proposition offered to nobody is found") {
  const auto findings = findings_of(add_note(sound_board(), "value_propositions", make_note("loose")),
                                    "value_proposition_without_segment");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items == Items{"loose"});
}

TEST_CASE("a value proposition for one segment is not reported") {
  const Board board = add_note(sound_board(), "value_propositions", make_note("second", {"seg"}));
  CHECK(findings_of(board, "value_proposition_without_segment").empty());
}

TEST_CASE("a channel that serves no segment is found") {
  const auto findings = findings_of(add_note(sound_board(), "channels", make_note("loose")), "channel_without_segment");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items == Items{"loose"});
}

TEST_CASE("a channel whose only segment was removed serves no segment") {
  const Board board = add_note(sound_board(), "channels", make_note("orphan", {"removed"}));
  REQUIRE(findings_of(board, "channel_without_segment").size() == 1);
}

TEST_CASE("a channel for one segment is not reported") {
  const Board board = add_note(sound_board(), "channels", make_note("second", {"removed", "seg"}, {"in_person"}));
  CHECK(findings_of(board, "channel_without_segment").empty());
}

TEST_CASE("a relationship that serves no segment is found") {
  const auto findings = findings_of(add_note(sound_board(), "customer_relationships", make_note("loose")),
                                    "relationship_without_segment");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items == Items{"loose"});
}

TEST_CASE("a relationship for one segment is not reported") {
  const Board board = add_note(sound_board(), "customer_relationships", make_note("second", {"seg"}));
  CHECK(findings_of(board, "relationship_without_segment").empty());
}

TEST_CASE("without a block for segments a note cannot name one and is not asked to") {
  Board board = without_block(sound_board(), "customer_segments");
  for (const char* note : {"value", "channel", "relationship", "revenue"}) {
    Note unlinked = *find_note(board, note);
    unlinked.segments.clear();
    board = set_note(board, unlinked);
  }
  CHECK(review(workbook_of(board)).empty());
}

TEST_CASE("a personal relationship for a segment that only self-service channels reach is found") {
  for (const char* type : {"personal", "dedicated"}) {
    CAPTURE(type);
    Board board = with_links("channel", {"seg"}, {"own", "self_service"});
    Note relationship = *find_note(board, "relationship");
    relationship.types = {type};
    const auto findings = findings_of(set_note(board, relationship), "relationship_mismatches_channels");
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].items == Items{"relationship", "seg"});
  }
}

TEST_CASE("a personal relationship is not reported where one channel of several has staff") {
  Board board = with_links("channel", {"seg"}, {"self_service"});
  CHECK(findings_of(add_note(board, "channels", make_note("phone", {"seg"}, {"at_a_distance"})),
                    "relationship_mismatches_channels")
            .empty());
}

TEST_CASE("a personal relationship is not reported where a channel's contact is not told or there is none") {
  CHECK(findings_of(with_links("channel", {"seg"}, {"own"}), "relationship_mismatches_channels").empty());
  CHECK(findings_of(with_links("channel", {"seg"}, {"self_service", "in_person"}), "relationship_mismatches_channels")
            .empty());
  CHECK(findings_of(with_links("channel", {}), "relationship_mismatches_channels").empty());
  CHECK(findings_of(without_block(sound_board(), "channels"), "relationship_mismatches_channels").empty());
}

TEST_CASE("a community for a segment that only self-service channels reach is in order") {
  Board board = with_links("channel", {"seg"}, {"self_service"});
  Note relationship = *find_note(board, "relationship");
  relationship.types = {"community"};
  CHECK(findings_of(set_note(board, relationship), "relationship_mismatches_channels").empty());
}

TEST_CASE("a segment that is to serve itself but is reached by staff alone is found") {
  for (const char* type : {"self_service", "automated"}) {
    for (const char* contact : {"in_person", "at_a_distance"}) {
      CAPTURE(type);
      CAPTURE(contact);
      Board board = with_links("relationship", {"seg"}, {type});
      Note channel = *find_note(board, "channel");
      channel.types = {contact, "own"};
      const auto findings = findings_of(set_note(board, channel), "channels_mismatch_relationship");
      REQUIRE(findings.size() == 1);
      CHECK(findings[0].items == Items{"seg", "relationship"});
    }
  }
}

TEST_CASE(
    "a segment that serves itself is not reported where it has a channel for that or also a personal relationship") {
  Board board = with_links("relationship", {"seg"}, {"self_service"});
  CHECK(findings_of(add_note(board, "channels", make_note("site", {"seg"}, {"self_service"})),
                    "channels_mismatch_relationship")
            .empty());
  CHECK(findings_of(add_note(board, "customer_relationships", make_note("barista", {"seg"}, {"personal"})),
                    "channels_mismatch_relationship")
            .empty());
  CHECK(findings_of(sound_board(), "channels_mismatch_relationship").empty());
}

TEST_CASE("a cost that nothing in the model causes is found") {
  const auto findings =
      findings_of(add_note(sound_board(), "cost_structure", make_cost("tax", {})), "cost_without_driver");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items == Items{"tax"});
}

TEST_CASE("a cost caused by a segment or by a note that was removed has no cause") {
  Board board = add_note(sound_board(), "cost_structure", make_cost("tax", {"seg"}));
  board = add_note(board, "cost_structure", make_cost("rent", {"removed"}));
  CHECK(findings_of(board, "cost_without_driver").size() == 2);
}

TEST_CASE("an activity, resource, partner, channel or relationship is a cause of a cost") {
  for (const char* driver : {"activity", "resource", "partner", "channel", "relationship"}) {
    CAPTURE(driver);
    CHECK(findings_of(add_note(sound_board(), "cost_structure", make_cost("more", {"seg", driver})),
                      "cost_without_driver")
              .empty());
  }
}

TEST_CASE("a board without blocks for causes, such as a lean canvas, is not asked for causes of costs") {
  Board board;
  board.blocks = {make_block("channels", 0, {make_note("channel")}),
                  make_block("cost_structure", 1, {make_cost("cost", {})})};
  CHECK(findings_of(board, "cost_without_driver").empty());
}

TEST_CASE("a cause on a board of another document counts") {
  Board costs;
  costs.blocks = {make_block("key_partners", 0, {make_note("partner2")}),
                  make_block("cost_structure", 1, {make_cost("cost2", {"activity"})})};
  const Workbook workbook =
      samples::make_workbook({samples::make_document_of("d1", {samples::make_section("c1", sound_board())}),
                              samples::make_document_of("d2", {samples::make_section("c2", costs)})});
  CHECK(findings_of(workbook, "cost_without_driver").empty());
}

TEST_CASE("an empty block is no finding, and nothing is asked of what would stand in it") {
  Board board = sound_board();
  for (const char* note : {"value", "channel", "relationship", "revenue", "cost", "activity", "resource", "partner"})
    board = remove_note(board, note);
  CHECK(review(workbook_of(board)).empty());
  Note blank = make_note("blank");
  blank.text = " \n\t";
  for (const char* block : {"value_propositions", "channels", "cost_structure"}) board = add_note(board, block, blank);
  CHECK(review(workbook_of(board)).empty());
  board = add_note(board, "channels", make_note("site", {"other"}));
  CHECK(findings_of(board, "segment_without_channel").size() == 1);
}

TEST_CASE("as long as there is no segment nobody is asked which one a note is for") {
  Board board = remove_note(sound_board(), "seg");
  for (const char* note : {"value", "channel", "relationship", "revenue"}) board = set_note(board, make_note(note));
  CHECK(review(workbook_of(board)).empty());
}

TEST_CASE("a segment that lacks something is shown at the block in which that is mended") {
  const auto findings =
      findings_of(with_second_segment({"value", "relationship", "revenue"}), "segment_without_channel");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].mended_at == "canvas/channels");
}

TEST_CASE("a segment that is written down a second time is found, whatever its capitals and ё") {
  Board other;
  Note again = make_note("again");
  again.text = "  " + find_note(sound_board(), "seg")->text + " ";
  other.blocks = {make_block("customer_segments", 0, {again})};
  Workbook workbook =
      samples::make_workbook({samples::make_document_of("d1", {samples::make_section("c1", sound_board())}),
                              samples::make_document_of("d2", {samples::make_section("c2", other)})});
  const auto findings = findings_of(workbook, "segment_twice");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].document == "d2");
  CHECK(findings[0].items == Items{"again", "seg"});
}

TEST_CASE("a duplicated board keeps its segments without a word, until it says something else than the first") {
  IdSource fresh(1);
  Board board = with_second_segment({"value", "channel", "relationship", "revenue"});
  const Workbook twice = duplicate_document(workbook_of(board), "model", fresh);
  REQUIRE(twice.documents.size() == 2);
  CHECK(review(twice).empty());
  Workbook changed = twice;
  const Section& section = *changed.documents[1]->sections[0];
  Board other = std::get<Board>(section.content);
  for (Block& block : other.blocks) {
    for (Note& note : block.notes) {
      if (block.role != "customer_segments") note.text += ", other";
    }
  }
  changed = set_board(std::move(changed), section.id, other);
  CHECK(findings_of(changed, "segment_twice").size() == 2);
}

TEST_CASE("a segment that is written down twice on one board is found") {
  Note again = make_note("again");
  again.text = find_note(sound_board(), "seg")->text;
  CHECK(findings_of(add_note(sound_board(), "customer_segments", again), "segment_twice").size() == 1);
}

TEST_CASE("the line of a finding says what it is about, and in which section where that is told") {
  Finding finding{"left_blank_in_script", "d", "i", {"i"}, {{"blanks", "[name]"}, {"section", "“Welcome”"}}, false, {}};
  CHECK(place_line(finding) == "[name] · “Welcome”");
  CHECK(line_in_text(finding) == "[name] · “Welcome”");
  finding.arguments.emplace_back("text", "“Good morning, [name]”");
  CHECK(line_in_text(finding) == "[name] · “Good morning, [name]”");
  finding.arguments = {{"section", "“Welcome”"}};
  CHECK(place_line(finding) == "“Welcome”");
  finding.arguments = {{"note", "“one\ntwo”"}};
  CHECK(place_line(finding) == "“one two”");
}

TEST_CASE("more than six segments are too many, six are not") {
  Board board = sound_board();
  for (int i = 2; i <= 6; ++i) board = add_note(board, "customer_segments", make_note("seg" + std::to_string(i)));
  CHECK(findings_of(board, "too_many_segments").empty());
  board = add_note(board, "customer_segments", make_note("seg7"));
  const auto findings = findings_of(board, "too_many_segments");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items.front() == "canvas");
  CHECK(finding_words(findings[0], Catalog::of(Language::en)).what == "There are 7 segments.");
}

TEST_CASE("notes that stand for the same segment count once") {
  Board board = sound_board();
  for (int i = 0; i < 9; ++i)
    board = add_note(board, "customer_segments", make_note("again" + std::to_string(i), {"seg"}));
  CHECK(findings_of(board, "too_many_segments").empty());
}

TEST_CASE("links to a segment, a cause or a type that does not exist are found, each by itself") {
  Note note = make_note("note", {"seg", "no_segment"}, {"no_type"});
  note.drivers = {"no_note", "activity"};
  const auto findings = findings_of(add_note(sound_board(), "channels", note), "dangling_link");
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].subject == "note/no_segment");
  CHECK(findings[1].subject == "note/no_note");
  CHECK(findings[2].subject == "note/no_type");
}

TEST_CASE("a dangling link is shown at the note that has it") {
  const auto findings =
      findings_of(add_note(sound_board(), "channels", make_note("note", {"seg", "gone"})), "dangling_link");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].items == Items{"note"});
}

TEST_CASE("a note that is no segment cannot be named as one") {
  CHECK(findings_of(add_note(sound_board(), "channels", make_note("note", {"activity"})), "dangling_link").size() == 1);
}

TEST_CASE("links that lead somewhere are not reported, across documents too") {
  Board other;
  other.blocks = {make_block("gains", 0, {make_note("gain", {"seg"})})};
  const Workbook workbook =
      samples::make_workbook({samples::make_document_of("d1", {samples::make_section("c1", sound_board())}),
                              samples::make_document_of("d2", {samples::make_section("c2", other)})});
  CHECK(findings_of(workbook, "dangling_link").empty());
}

TEST_CASE("dismissing one dangling link of a note leaves its other dangling links open") {
  Workbook workbook =
      workbook_of(add_note(sound_board(), "channels", make_note("note", {"seg", "gone1", "gone2"}, {"in_person"})));
  auto findings = findings_of(workbook, "dangling_link");
  REQUIRE(findings.size() == 2);
  workbook =
      dismiss_finding(workbook, {findings[0].rule, findings[0].document, findings[0].subject, "will come back", {}});
  findings = findings_of(workbook, "dangling_link");
  CHECK(std::ranges::count(findings, false, &Finding::dismissed) == 1);
}

TEST_CASE("a dismissal that names a document leaves the same finding of another document open") {
  Board costs;
  costs.blocks = {make_block("key_partners", 0, {make_note("partner2")}),
                  make_block("customer_segments", 1, {make_note("again", {"seg"})}),
                  make_block("channels", 2, {make_note("site")})};
  Board first = set_note(sound_board(), make_note("channel"));
  Workbook workbook = samples::make_workbook({samples::make_document_of("d1", {samples::make_section("c1", first)}),
                                              samples::make_document_of("d2", {samples::make_section("c2", costs)})});
  REQUIRE(findings_of(workbook, "segment_without_channel").size() == 2);
  workbook = dismiss_finding(workbook, {"segment_without_channel", "d2", "seg", "found on the other canvas", {}});
  const auto findings = findings_of(workbook, "segment_without_channel");
  CHECK(findings[0].document == "d1");
  CHECK_FALSE(findings[0].dismissed);
  CHECK(findings[1].document == "d2");
  CHECK(findings[1].dismissed);
}

TEST_CASE("no two findings of a review have the same rule, document and subject, so that each can be dismissed alone") {
  Board board = with_second_segment({});
  board = add_note(board, "channels", make_note("note", {"gone1", "gone2"}, {"gone1", "gone3"}));
  board = remove_note(remove_note(board, "partner"), "resource");
  std::set<std::string> names;
  const auto findings = review(workbook_of(board));
  CHECK(findings.size() >= 6);
  for (const Finding& finding : findings) {
    CHECK_FALSE(finding.subject.empty());
    CAPTURE(finding.subject);
    CHECK(names.insert(finding.rule + ":" + finding.document + ":" + finding.subject).second);
  }
}

TEST_CASE("findings are listed by document, the most harmful first, and then in the order of the rules") {
  Board board;
  board.blocks = {make_block("customer_segments", 0, {make_note("s")}), make_block("value_propositions", 1, {}),
                  make_block("channels", 2, {make_note("c", {"gone"})})};
  Board second;
  second.blocks = {make_block("customer_segments", 0, {}), make_block("channels", 1, {make_note("c2")})};
  const auto findings =
      review(samples::make_workbook({samples::make_document_of("d1", {samples::make_section("c1", board)}),
                                     samples::make_document_of("d2", {samples::make_section("c2", second)})}));
  const auto rank = [](const Finding& finding) {
    return std::ranges::find(rule_names(), std::string_view(finding.rule)) - rule_names().begin();
  };
  REQUIRE(findings.size() == 4);
  CHECK(findings.front().rule == "dangling_link");
  CHECK(findings.back().document == "d2");
  for (size_t i = 1; i + 1 < findings.size(); ++i) CHECK(rank(findings[i - 1]) <= rank(findings[i]));
}

TEST_CASE("each rule has a name of its own, and the three of the printed page are named last") {
  const std::set<std::string_view> names(rule_names().begin(), rule_names().end());
  CHECK(names.size() == rule_names().size());
  REQUIRE(rule_names().size() > 3);
  const auto last = rule_names().last(3);
  CHECK(std::ranges::equal(last, std::array{overfull_rule, page_budget_rule, section_budget_rule}));
}

TEST_CASE("every rule says in both languages what it is called, what is the case, why it matters and the way out") {
  for (const Language language : {Language::en, Language::ru}) {
    for (const std::string_view rule : rule_names()) {
      for (const char* part : {".title", ".what", ".why", ".way_out"}) {
        const std::string key = "finding." + std::string(rule) + part;
        CAPTURE(key);
        CHECK(Catalog::of(language).has(key));
      }
    }
  }
}

TEST_CASE("the words of every finding are complete: no {place} is left open in either language") {
  Board board = with_second_segment({});
  for (const char* block : {"value_propositions", "channels", "customer_relationships", "cost_structure"}) {
    board = add_note(board, block, make_note(std::string("loose_") + block, {}, {"gone"}));
  }
  for (int i = 3; i < 9; ++i) board = add_note(board, "customer_segments", make_note("seg" + std::to_string(i)));
  board = add_note(board, "channels", make_note("site", {"seg2"}, {"self_service"}));
  board = add_note(board, "customer_relationships", make_note("host", {"seg2"}, {"dedicated"}));
  board = add_note(board, "channels", make_note("counter", {"seg3"}, {"in_person"}));
  board = add_note(board, "customer_relationships", make_note("robot", {"seg3"}, {"automated"}));
  Note twin = make_note("twin");
  twin.text = find_note(board, "seg")->text;
  board = add_note(board, "customer_segments", twin);
  std::set<std::string> fired;
  for (const Finding& finding : review(workbook_of(board))) {
    fired.insert(finding.rule);
    for (const Language language : {Language::en, Language::ru}) {
      const FindingWords words = finding_words(finding, Catalog::of(language));
      for (const std::string& text : {words.what, words.why, words.way_out}) {
        CAPTURE(text);
        CHECK(text.find('{') == std::string::npos);
        CHECK(text.find("finding.") == std::string::npos);
      }
    }
  }
  CHECK(fired.size() == 13);
}

TEST_CASE("a dismissed finding stays in the list, marked and with its reason") {
  Workbook workbook = workbook_of(with_loose_channels({"site"}));
  workbook = dismiss_finding(workbook, {"channel_without_segment", "", "site", "We work alone", {}});
  const auto findings = findings_of(workbook, "channel_without_segment");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].dismissed);
  CHECK(findings[0].reason == "We work alone");
}

TEST_CASE("a dismissal of another rule or another item dismisses nothing") {
  Workbook workbook = workbook_of(with_loose_channels({"site"}));
  workbook = dismiss_finding(workbook, {"channel_without_segment", "", "channel", "no", {}});
  workbook = dismiss_finding(workbook, {"dangling_link", "", "site", "no", {}});
  workbook = dismiss_finding(workbook, {"channel_without_segment", "", "", "no", {}});
  const auto findings = findings_of(workbook, "channel_without_segment");
  REQUIRE(findings.size() == 1);
  CHECK_FALSE(findings[0].dismissed);
  CHECK(findings[0].reason.empty());
}

TEST_CASE("findings of the printed page are dismissed in the same way, and one without items never is") {
  Workbook workbook =
      dismiss_finding(samples::sound_workbook(), {"overfull_block", "", "canvas/channels", "printed on A3", {}});
  std::vector<Finding> findings{{"overfull_block", "model", "canvas/channels", {"canvas/channels"}, {}, false, {}},
                                {"overfull_block", "model", "", {}, {}, false, {}}};
  mark_dismissed(workbook, findings);
  CHECK(findings[0].dismissed);
  CHECK(findings[0].reason == "printed on A3");
  CHECK_FALSE(findings[1].dismissed);
}

TEST_CASE("a note is quoted in the quotation marks of the language") {
  Note note = make_note("n");
  note.text = "Coffee";
  CHECK(quoted_text(note, Catalog::of(Language::en)) == "“Coffee”");
  CHECK(quoted_text(note, Catalog::of(Language::ru)) == "«Coffee»");
  CHECK(quoted_text("«Кофе остыл» — и «стыдно»", Catalog::of(Language::ru)) == "«„Кофе остыл“ — и „стыдно“»");
  CHECK(quoted_text("“It’s cold”, they say", Catalog::of(Language::en)) == "“‘It’s cold’, they say”");
}

TEST_CASE("a long note is quoted with its beginning, cut between characters") {
  Note note = make_note("n");
  note.text.clear();
  for (int i = 0; i < 200; ++i) note.text += "ы";
  const std::string quoted = quoted_text(note, Catalog::of(Language::ru));
  CHECK_FALSE(find_invalid_utf8(quoted));
  CHECK(count_code_points(quoted) <= 64);
  CHECK(quoted.ends_with("ы…»"));
}

TEST_CASE("a note of several lines is quoted on one line, one without text is said to have none") {
  Note note = make_note("n");
  note.text = " two\r\nlines\t";
  CHECK(quoted_text(note, Catalog::of(Language::en)) == "“two lines”");
  note.text = " \n";
  CHECK(quoted_text(note, Catalog::of(Language::en)) == "a note without text");
}

TEST_CASE("findings as JSON hold rule, document, items, words and the reason of a dismissal") {
  Workbook workbook = workbook_of(with_loose_channels({"site", "shop"}));
  workbook = dismiss_finding(workbook, {"channel_without_segment", "", "shop", "We work alone", {}});
  const auto list = nlohmann::json::parse(findings_as_json(review(workbook), Catalog::of(Language::en)));
  REQUIRE(list.size() == 2);
  for (const auto& finding : list) {
    for (const char* key : {"rule", "document", "items", "what", "why", "way_out", "dismissed", "hint"})
      CHECK(finding.contains(key));
    CHECK(finding["rule"] == "channel_without_segment");
    CHECK(finding["hint"] == false);
    CHECK(finding["document"] == "model");
    CHECK(finding["dismissed"] == finding.contains("reason"));
  }
  CHECK(list[0]["items"][0] == "site");
  CHECK(list[1]["reason"] == "We work alone");
  CHECK(findings_as_json({}, Catalog::of(Language::ru)) == "[]\n");
}

TEST_CASE("the review of the examples finds something to learn from and no dangling link") {
  for (const Language language : {Language::en, Language::ru}) {
    const auto workbook = load_workbook(samples::example_path(language).string());
    REQUIRE(workbook);
    std::set<std::string> rules;
    for (const Finding& finding : review(*workbook, is_untouched)) {
      if (harm_of(finding.rule) != Harm::hint) rules.insert(finding.rule);
    }
    std::string names;
    for (const std::string& rule : rules) names += rule + " ";
    CHECK(names ==
          "channel_without_segment channels_mismatch_relationship cost_without_driver item_asks_two "
          "segment_without_relationship ");
    CHECK(findings_of(*workbook, "dangling_link").empty());
  }
}

}  // namespace canvasbook::review_test
