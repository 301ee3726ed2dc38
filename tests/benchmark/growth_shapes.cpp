#include "tests/benchmark/growth_shapes.h"

namespace canvasbook::growth {

namespace {

using Text = std::string;

Text text_of(size_t number) { return std::to_string(number); }

// `count` elements of a list, made by their number.
template <class Make>
Text list(size_t count, Make make) {
  Text result = "[";
  for (size_t i = 0; i < count; ++i) result += (i == 0 ? "" : ",\n") + make(i);
  return result + "]";
}

template <class Make>
Text repeat(size_t count, Make make) {
  Text result;
  for (size_t i = 0; i < count; ++i) result += make(i);
  return result;
}

Text workbook(const Text& documents, const Text& more = {}) {
  return R"({"canvasbook":1,"company":"K","language":"en","created":"2026-01-01","modified":"2026-01-01",)" + more +
         "\"documents\":" + documents + "}";
}

Text document(const Text& id, const Text& sections) {
  return R"({"id":")" + id + R"(","language":"en","title":"Document )" + id + R"(","sections":)" + sections + "}";
}

Text section(const Text& id, const Text& kind, const Text& fields) {
  return R"({"id":")" + id + R"(","title":"Section )" + id + R"(","kind":")" + kind + "\"," + fields + "}";
}

// A workbook of one section.
Text single(const Text& kind, const Text& fields) {
  return workbook("[" + document("d", "[" + section("s", kind, fields) + "]") + "]");
}

Text prose(const Text& json_text) { return single("prose", "\"text\":\"" + json_text + "\""); }

Text block(const Text& id, const Text& role, size_t column, const Text& notes, size_t row = 0) {
  return R"({"id":")" + id + R"(","role":")" + role + R"(","title":"B","column":)" + text_of(column) +
         ",\"row\":" + text_of(row) + R"(,"notes":)" + notes + "}";
}

Text board(const Text& blocks) { return R"("columns":64,"rows":64,"blocks":)" + blocks; }

Text note(const Text& id, const Text& more = {}) {
  return R"({"id":")" + id + R"(","text":"A note )" + id + "\"" + more + "}";
}

Text segments(size_t count) {
  return single(
      "board",
      board("[" + block("cs", "customer_segments", 0, list(count, [](size_t i) { return note("g" + text_of(i)); })) +
            "]"));
}

Text served_segments(size_t count) {
  const Text defined = list(count, [](size_t i) { return note("g" + text_of(i)); });
  const Text serving =
      list(count, [](size_t i) { return note("v" + text_of(i), R"(,"segments":["g)" + text_of(i) + "\"]"); });
  return single("board", board("[" + block("cs", "customer_segments", 0, defined) + "," +
                               block("vp", "value_propositions", 1, serving) + "]"));
}

Text drivers(size_t count) {
  const Text causes = list(count, [](size_t i) { return note("a" + text_of(i)); });
  const Text costs =
      list(count, [](size_t i) { return note("c" + text_of(i), R"(,"drivers":["a)" + text_of(i) + "\"]"); });
  return single("board", board("[" + block("ka", "key_activities", 0, causes) + "," +
                               block("co", "cost_structure", 1, costs) + "]"));
}

Text notes(size_t count) {
  return single(
      "board",
      board("[" + block("b", "channels", 0, list(count, [](size_t i) { return note("n" + text_of(i)); })) + "]"));
}

Text details(size_t count) {
  return single(
      "board",
      board("[" +
            block("b", "x", 0,
                  list(count, [](size_t i) { return note("n" + text_of(i), R"(,"details":"More of it.")"); })) +
            "]"));
}

Text types(size_t count) {
  const Text listed = list(count, [](size_t i) { return R"({"id":"t)" + text_of(i) + R"(","title":"T"})"; });
  const Text typed =
      list(count, [](size_t i) { return note("n" + text_of(i), R"(,"types":["t)" + text_of(i) + "\"]"); });
  return single("board", board(R"([{"id":"b","role":"x","title":"B","column":0,"row":0,"types":)" + listed +
                               ",\"notes\":" + typed + "}]"));
}

Text blocks(size_t count) {
  return single("board", board(list(count, [](size_t i) {
                  return block("b" + text_of(i), "x", i % 64, "[" + note("n" + text_of(i)) + "]", i / 64 % 64);
                })));
}

Text parked(size_t count) {
  return single("board", board("[]") + ",\"parking\":" + list(count, [](size_t i) { return note("n" + text_of(i)); }));
}

Text documents(size_t count) {
  return workbook(list(count, [](size_t i) {
    const Text id = text_of(i);
    return document(
        "d" + id,
        "[" + section("s" + id, "board", board("[" + block("b", "x", 0, "[" + note("n" + id) + "]") + "]")) + "]");
  }));
}

Text documents_with_segments(size_t count) {
  return workbook(list(count, [](size_t i) {
    const Text id = text_of(i);
    const Text segments = block("b", "customer_segments", 0, "[" + note("n" + id) + "]");
    return document("d" + id, "[" + section("s" + id, "board", board("[" + segments + "]")) + "]");
  }));
}

Text documents_with_answers(size_t count) {
  return workbook(list(count, [](size_t i) {
    const Text id = text_of(i);
    const Text answer = R"({"id":"a)" + id + R"(","text":"Say so."})";
    const Text response = R"({"id":"q)" + id + R"(","cue":"Q","answers":[)" + answer + "]}";
    return document("d" + id, "[" + section("s" + id, "responses", "\"responses\":[" + response + "]") + "]");
  }));
}

Text documents_with_contents(size_t count) {
  return workbook(list(count, [](size_t i) {
    const Text id = text_of(i);
    const Text prose = section("s" + id, "prose", R"("text":"## Heading\n\nWords of it.")");
    return R"({"id":"d)" + id + R"(","language":"en","title":"D","paper":{"contents":true},"sections":[)" + prose +
           "]}";
  }));
}

Text sections(size_t count) {
  return workbook(
      "[" +
      document("d",
               list(count, [](size_t i) { return section("s" + text_of(i), "prose", R"("text":"Words of it.")"); })) +
      "]");
}

Text rows(size_t count) {
  return single("sheet", R"("columns":[{"id":"a","title":"A"},{"id":"b","title":"B","role":"touchpoint"}],"rows":)" +
                             list(count, [](size_t i) {
                               return R"({"id":"r)" + text_of(i) + R"(","cells":{"a":"x","b":"Point )" + text_of(i) +
                                      "\"}}";
                             }));
}

Text columns(size_t count) {
  return single(
      "sheet", "\"layout\":\"cards\",\"columns\":" +
                   list(count, [](size_t i) { return R"({"id":"c)" + text_of(i) + R"(","title":"C"})"; }) +
                   R"(,"rows":[{"id":"r","cells":{)" +
                   repeat(count, [](size_t i) { return (i == 0 ? "\"c" : ",\"c") + text_of(i) + "\":\"x\""; }) + "}}]");
}

Text table_columns(size_t count) {
  return single(
      "sheet", "\"columns\":" + list(count, [](size_t i) { return R"({"id":"c)" + text_of(i) + R"(","title":"C"})"; }) +
                   R"(,"rows":[{"id":"r","cells":{)" +
                   repeat(count, [](size_t i) { return (i == 0 ? "\"c" : ",\"c") + text_of(i) + "\":\"x\""; }) + "}}]");
}

Text links(size_t count) {
  return workbook(
      "[" +
      document(
          "d",
          "[" +
              section("p", "sheet",
                      R"("columns":[{"id":"t","role":"touchpoint"}],"rows":)" +
                          list(count,
                               [](size_t i) { return R"({"id":"t)" + text_of(i) + R"(","cells":{"t":"Point"}})"; })) +
              "," +
              section("s", "sheet",
                      R"("columns":[{"id":"l","type":"touchpoint"}],"rows":)" +
                          list(count,
                               [](size_t i) {
                                 return R"({"id":"l)" + text_of(i) + R"(","cells":{"l":"t)" + text_of(i) + "\"}}";
                               })) +
              "]") +
      "]");
}

// Standards of one touchpoint that all measure the same with other targets, in words that nobody can see.
Text standards(size_t count) {
  const Text columns =
      R"([{"id":"a","role":"action"},{"id":"m","role":"measure"},{"id":"g","role":"target"},{"id":"l","type":"touchpoint"}])";
  const Text rows = list(count, [](size_t i) {
    return R"({"id":"s)" + text_of(i) +
           R"(","cells":{"a":"Greets politely and asks","m":"Time to the greeting","g":")" + text_of(i) +
           R"(","l":"t"}})";
  });
  return workbook(
      "[" +
      document("d",
               "[" +
                   section("p", "sheet",
                           R"("columns":[{"id":"t","role":"touchpoint"}],"rows":[{"id":"t","cells":{"t":"Point"}}])") +
                   "," + section("s", "sheet", R"("role":"standards","columns":)" + columns + ",\"rows\":" + rows) +
                   "]") +
      "]");
}

Text speakers(size_t count) {
  return single(
      "dialogue",
      "\"speakers\":" +
          list(count,
               [](size_t i) { return R"({"id":"p)" + text_of(i) + R"(","title":"Person )" + text_of(i) + "\"}"; }) +
          ",\"lines\":" + list(count, [](size_t i) {
            return R"({"id":"l)" + text_of(i) + R"(","speaker":"p)" + text_of(i) + R"(","text":"Well."})";
          }));
}

Text lines(size_t count) {
  return single("dialogue", R"("speakers":[{"id":"p","title":"P"}],"lines":)" + list(count, [](size_t i) {
                              return R"({"id":"l)" + text_of(i) + R"(","speaker":"p","text":"Well."})";
                            }));
}

Text modules(size_t count) {
  return workbook(
      "[" +
      document(
          "d",
          "[" +
              section("r", "responses",
                      R"("responses":[{"id":"q","cue":"Q","answers":)" +
                          list(count, [](size_t i) { return R"({"id":"m)" + text_of(i) + R"(","text":"Say so."})"; }) +
                          "}]") +
              "," +
              section("s", "dialogue",
                      R"("speakers":[],"lines":)" + list(count,
                                                         [](size_t i) {
                                                           return R"({"id":"l)" + text_of(i) +
                                                                  R"(","text":"So.","module":"m)" + text_of(i) + "\"}";
                                                         })) +
              "]") +
      "]");
}

Text answers(size_t count) {
  return single("responses", R"("responses":[{"id":"q","cue":"Q","answers":)" + list(count, [](size_t i) {
                               return R"({"id":"m)" + text_of(i) + R"(","text":"Say so."})";
                             }) + "}]");
}

Text cues(size_t count) {
  return single("responses", "\"responses\":" + list(count, [](size_t i) {
                               return R"({"id":"q)" + text_of(i) + R"(","cue":"Cue )" + text_of(i) +
                                      R"(","answers":[]})";
                             }));
}

Text replacements(size_t count) {
  return single("replacements", "\"replacements\":" + list(count, [](size_t i) {
                                  return R"({"id":"r)" + text_of(i) + R"(","phrase":"phrase )" + text_of(i) +
                                         R"(","replacement":"word"})";
                                }));
}

// Phrases that begin with the word which the answer says again and again.
Text stop_phrases(size_t count) {
  const Text phrases = list(count, [](size_t i) {
    return R"({"id":"p)" + text_of(i) + R"(","phrase":"no word)" + text_of(i) + R"(","replacement":"word"})";
  });
  const Text said = repeat(count, [](size_t) { return Text("no no. "); });
  const Text answers = R"([{"id":"q","cue":"Q","answers":[{"id":"m","text":")" + said + "\"}]}]";
  const Text stop_list = section("r", "replacements", R"("role":"stop_list","replacements":)" + phrases);
  return workbook(
      "[" + document("d", "[" + stop_list + "," + section("s", "responses", "\"responses\":" + answers) + "]") + "]");
}

Text check_items(size_t count) {
  return single("checklist", R"("groups":[{"id":"g","title":"G","items":)" + list(count, [](size_t i) {
                               return R"({"id":"i)" + text_of(i) + R"(","text":"Look"})";
                             }) + "}]");
}

Text groups(size_t count) {
  return single("checklist", "\"groups\":" + list(count, [](size_t i) {
                               return R"({"id":"g)" + text_of(i) + R"(","title":"G","items":[{"id":"i)" + text_of(i) +
                                      R"(","text":"Look"}]})";
                             }));
}

Text lines_to_fill(size_t count) {
  return single("checklist", "\"head\":" + list(count, [](size_t i) {
                               return R"({"id":"h)" + text_of(i) + R"(","title":"Name"})";
                             }));
}

Text items_with_opener(size_t count) {
  return single("checklist", R"("groups":[{"id":"g","title":"G","items":)" + list(count, [](size_t i) {
                               return R"({"id":"i)" + text_of(i) + R"(","text":"Look")" +
                                      (i == 0 ? "}" : R"(,"opens_on":"i0"})");
                             }) + "}]");
}

Text revision(const Text& id) {
  return R"({"id":")" + id +
         R"(","date":"2026-01-01","groups":[{"id":"g","title":"G","items":[{"id":"i","text":"Look )" + id + "\"}]}]}";
}

Text visit(const Text& id, const Text& revision) {
  return R"({"id":")" + id + R"(","date":"2026-01-01","place":"Place )" + id + R"(","revision":")" + revision +
         R"(","marks":"2","comments":{"i":"Seen"},"finished":true})";
}

Text visits(size_t count) {
  return single("visits", "\"revisions\":[" + revision("r") +
                              "],\"visits\":" + list(count, [](size_t i) { return visit("v" + text_of(i), "r"); }));
}

Text revisions(size_t count) {
  return single("visits",
                "\"revisions\":" + list(count, [](size_t i) { return revision("r" + text_of(i)); }) +
                    ",\"visits\":" + list(count, [](size_t i) { return visit("v" + text_of(i), "r" + text_of(i)); }));
}

Text answers_that_lead_on(size_t count) {
  return single("responses", "\"responses\":" + list(count, [count](size_t i) {
                               return R"({"id":"q)" + text_of(i) + R"(","cue":"Cue )" + text_of(i) +
                                      R"(","answers":[{"id":"m)" + text_of(i) + R"(","text":"Say","leads_to":"q)" +
                                      text_of((i + 1) % count) + "\"}]}";
                             }));
}

Text unknown_names(size_t count) {
  return prose(repeat(count, [](size_t i) { return "{name " + text_of(i) + "} "; }));
}

Text unknown_fields(size_t count) {
  return workbook("[" + document("d", "[]") + "]",
                  repeat(count, [](size_t i) { return "\"later_" + text_of(i) + "\":[1],"; }));
}

Text dismissals(size_t count) {
  return workbook(
      "[" +
          document("d", "[" +
                            section("s", "board",
                                    board("[" +
                                          block("b", "channels", 0,
                                                list(count, [](size_t i) { return note("n" + text_of(i)); })) +
                                          "]")) +
                            "]") +
          "]",
      "\"dismissed\":" + list(count, [](size_t i) {
        return R"({"rule":"channel_without_segment","document":"d","item":"n)" + text_of(i) + R"(","reason":"so"})";
      }) + ",");
}

Text own_words(size_t count) {
  return workbook("[" + document("d", "[" + section("s", "prose", R"("text":"Words.")") + "]") + "]",
                  "\"words\":" + list(count, [](size_t i) { return "\"word" + text_of(i) + "\""; }) + ",");
}

Text prose_headings(size_t count) {
  return prose(repeat(count, [](size_t i) { return "## Heading " + text_of(i) + R"(\n\nText.\n\n)"; }));
}
Text prose_hits(size_t count) {
  return prose(repeat(count, [](size_t) { return Text(R"(A word and a word.\n)"); }));
}
Text prose_line(size_t count) {
  return prose(repeat(count, [](size_t) { return Text("word "); }));
}
Text prose_definitions(size_t count) {
  return prose(repeat(count, [](size_t i) {
    return "[r" + text_of(i) + "]: http://e.com/" + text_of(i) + R"(\n[r)" + text_of(i) + R"(]\n)";
  }));
}

Text headings(size_t count) {
  return repeat(count, [](size_t i) { return "# Heading " + text_of(i) + "\n\n"; });
}
Text same_headings(size_t count) {
  return repeat(count, [](size_t) { return Text("# Heading\n\n"); });
}
Text heading_word(size_t count) { return "# " + Text(count, 'x') + "\n"; }
Text long_word(size_t count) { return Text(count, 'x') + "\n"; }
Text long_line(size_t count) {
  return repeat(count, [](size_t i) { return "word" + text_of(i % 97) + " "; }) + "\n";
}
Text nested_lists(size_t count) {
  return repeat(count, [](size_t i) { return Text(i % 30 * 2, ' ') + "- item\n"; });
}
Text list_items(size_t count) {
  return repeat(count, [](size_t) { return Text("- an item\n"); });
}
Text table_rows(size_t count) {
  return "| A | B |\n| --- | --- |\n" + repeat(count, [](size_t) { return Text("| a | *b* |\n"); });
}
Text table_cell(size_t count) {
  return "| A | B |\n| --- | --- |\n| " + repeat(count, [](size_t) { return Text("many words "); }) + " | b |\n";
}
Text paragraphs(size_t count) {
  return repeat(count, [](size_t) { return Text("A paragraph of some words.\n\n"); });
}
Text emphasis(size_t count) {
  return repeat(count, [](size_t) { return Text("*a* **b** `c` "); }) + "\n";
}
Text web_links(size_t count) {
  return repeat(count, [](size_t i) { return "[a](https://e.com/" + text_of(i) + ") "; }) + "\n";
}
Text bare_links(size_t count) {
  return repeat(count, [](size_t i) { return "https://e.com/a_" + text_of(i) + "* "; }) + "\n";
}
Text inner_links(size_t count) {
  return repeat(count, [](size_t i) { return "# H" + text_of(i) + "\n\n[a](#h" + text_of(i) + ")\n\n"; });
}
Text definitions(size_t count) {
  return repeat(count, [](size_t i) { return "[a" + text_of(i) + "]: https://e.com\n\n[a" + text_of(i) + "]\n\n"; });
}
Text code_lines(size_t count) {
  return "```\n" + repeat(count, [](size_t) { return Text("code();\n"); }) + "```\n";
}
Text openers(size_t count) {
  return repeat(count, [](size_t) { return Text("[*_<`"); }) + "\n";
}
Text hard_breaks(size_t count) {
  return repeat(count, [](size_t) { return Text("line\\\n"); }) + "end\n";
}

}  // namespace

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all{
      {"segments", 6000, false, segments},
      {"segments that are served", 3000, false, served_segments},
      {"causes of costs", 4000, false, drivers},
      {"notes in a block", 10000, false, notes},
      {"notes with details", 3000, false, details},
      {"types of notes", 4000, false, types},
      {"blocks", 2000, false, blocks},
      {"parked notes", 20000, false, parked},
      {"documents", 1000, false, documents},
      {"documents with segments", 1000, false, documents_with_segments},
      {"documents with answers", 1000, false, documents_with_answers},
      {"documents with contents", 1000, false, documents_with_contents},
      {"sections", 5000, false, sections},
      {"rows", 10000, false, rows},
      {"columns of cards", 10000, false, columns},
      {"columns of a table", 10000, false, table_columns},
      {"links to touchpoints", 5000, false, links},
      {"standards of a touchpoint", 3000, false, standards},
      {"speakers", 5000, false, speakers},
      {"lines", 10000, false, lines},
      {"lines that say modules", 5000, false, modules},
      {"answers", 10000, false, answers},
      {"cues", 10000, false, cues},
      {"replacements", 10000, false, replacements},
      {"STOP phrases that begin alike", 6000, false, stop_phrases},
      {"check items", 5000, false, check_items},
      {"groups", 3000, false, groups},
      {"lines to fill in", 30000, false, lines_to_fill},
      {"items that another one opens", 6000, false, items_with_opener},
      {"visits", 8000, false, visits},
      {"revisions", 5000, false, revisions},
      {"answers that lead on", 4000, false, answers_that_lead_on},
      {"names that nobody knows", 5000, false, unknown_names},
      {"unknown fields", 40000, false, unknown_fields},
      {"dismissed findings", 5000, false, dismissals},
      {"own words", 100000, false, own_words},
      {"headings of a section", 5000, false, prose_headings},
      {"places that are found", 30000, false, prose_hits},
      {"places in one line", 30000, false, prose_line},
      {"definitions in running text", 20000, false, prose_definitions},
      {"headings", 5000, true, headings},
      {"headings that are the same", 5000, true, same_headings},
      {"a heading of one word", 500000, true, heading_word},
      {"a long word", 1000000, true, long_word},
      {"a long line", 200000, true, long_line},
      {"nested lists", 10000, true, nested_lists},
      {"items of a list", 20000, true, list_items},
      {"rows of a Markdown table", 7000, true, table_rows},
      {"a long cell", 100000, true, table_cell},
      {"paragraphs", 10000, true, paragraphs},
      {"emphasis", 10000, true, emphasis},
      {"web links", 10000, true, web_links},
      {"bare addresses", 12000, true, bare_links},
      {"links inside", 5000, true, inner_links},
      {"link definitions", 6000, true, definitions},
      {"lines of code", 100000, true, code_lines},
      {"marks that open nothing", 30000, true, openers},
      {"line breaks", 40000, true, hard_breaks},
  };
  return all;
}

}  // namespace canvasbook::growth
