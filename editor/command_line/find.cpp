// `canvasbook find`: the places of a word, one a line.
#include <ostream>

#include "editor/command_line/commands.h"
#include "editor/session/hit_words.h"
#include "model/file/workbook_file.h"
#include "model/text/spelling.h"
#include "model/text/text.h"

namespace canvasbook {

int run_find(const FindArguments& arguments, const CommandContext& context) {
  const auto loaded = load_workbook(arguments.file, Pipes::read);
  if (!loaded) return report(loaded.error(), context);
  FindQuery query;
  query.text = arguments.text;
  query.match_case = arguments.match_case;
  query.whole_words = arguments.whole_words;
  query.word_forms = arguments.word_forms;
  WordForms forms;
  if (query.word_forms) forms.use(std::make_shared<const Spelling>(context.world.dictionary_folders));
  const Found found = find_in(*loaded, query, forms);
  for (const Hit& hit : found.hits) {
    const FoundText& text = found.text_of(hit);
    const std::string item = item_words(text, context.catalog);
    context.world.out << section_words(text, context.catalog) << (item.empty() ? "" : " › ") << item << ": "
                      << trim(to_printable(line_of(*text.text, hit.range).line)) << "\n";
  }
  if (!found.hits.empty()) return exit_done;
  context.world.err << context.catalog.text("find.nothing") << "\n";
  return exit_failed;
}

}  // namespace canvasbook
