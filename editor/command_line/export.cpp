// `canvasbook export`: to a file, a folder or standard output.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iterator>
#include <ostream>
#include <set>

#include "editor/command_line/commands.h"
#include "editor/command_line/sections.h"
#include "editor/session/export_task.h"
#include "model/file/markdown_workbook.h"
#include "model/placeholders.h"
#include "model/text/text.h"
#include "model/written_texts.h"

namespace canvasbook {

namespace {

ExportRequest request_of(const ExportArguments& arguments, const Date& today) {
  ExportRequest request;
  request.source = arguments.file;
  request.format = arguments.format;
  request.form = arguments.form;
  request.documents = arguments.documents;
  request.sections = arguments.sections;
  request.target = arguments.output;
  request.page = arguments.page;
  request.date = arguments.date;
  request.with_review = arguments.with_review;
  request.values = arguments.values;
  request.force = arguments.force;
  request.today = today;
  return request;
}

void report_missing(const std::vector<MissingCharacter>& characters, const CommandContext& context) {
  for (const MissingCharacter& missing : characters) {
    const char* key = missing.item.empty() ? "cli.missing_character_somewhere" : "cli.missing_character";
    context.world.err << context.catalog.text(key,
                                              {{"item", missing.item}, {"code", unicode_notation(missing.code_point)}})
                      << "\n";
  }
}

int export_to_standard_output(const Workbook& workbook, const ExportRequest& request, const CommandContext& context) {
  ExportProgress progress;
  const auto rendered = render_export(workbook, request, progress);
  if (!rendered) return report(rendered.error(), context);
  report_missing(rendered->missing, context);
  return print_content(rendered->bytes, context);
}

// The documents printed as the arguments say, where they say more than the documents themselves.
void apply_paper_style(const ExportArguments& arguments, Workbook& workbook) {
  for (Shared<Document>& shared : workbook.documents) {
    Document document = *shared;
    document.paper.cover = document.paper.cover || arguments.cover;
    document.paper.contents = document.paper.contents && !arguments.no_contents;
    document.paper.justified = document.paper.justified || arguments.justified;
    document.paper.mirrored = document.paper.mirrored || arguments.binding;
    document.paper.dense_forms = document.paper.dense_forms || arguments.dense;
    if (document.paper != shared->paper) shared = std::move(document);
  }
}

// The id of the document that has this id, or those of all that have this title.
std::vector<std::string> documents_called(const Workbook& workbook, const std::string& name) {
  if (find_document(workbook, name) != nullptr) return {name};
  std::vector<std::string> ids;
  for (const auto& document : workbook.documents) {
    if (to_search_form(trim(document->title)) == to_search_form(trim(name))) ids.push_back(document->id);
  }
  return ids;
}

std::vector<std::string> names_of_documents(const Workbook& workbook) {
  std::vector<std::string> names;
  for (const auto& document : workbook.documents) {
    names.push_back(document->id);
    names.push_back(document->title);
  }
  return names;
}

// The names that a value can be given to: those of the register, those known besides, and those that stand in texts.
std::vector<std::string> names_of_placeholders(const Workbook& workbook) {
  std::vector<std::string> names;
  const std::vector<Placeholder> defined = placeholder_register(workbook);
  for (const Language language : {Language::ru, Language::en}) {
    std::ranges::copy(placeholder_names(defined, language), std::back_inserter(names));
  }
  const auto add = [&](std::string_view text) {
    for (PlaceholderUse& use : placeholder_uses(text)) names.push_back(std::move(use.name));
  };
  for (const auto& document : workbook.documents) {
    add(document->title);
    for (const auto& section : document->sections) {
      add(section->title);
      for_each_written_text(section->content, [&](const WrittenText<const std::string>& at) { add(*at.text); });
    }
  }
  return names;
}

// The first name that a value is given to and that the workbook does not have, or nullptr.
const std::string* unknown_name(const PlaceholderValues& values, const std::vector<std::string>& names) {
  std::set<std::string, std::less<>> known;
  for (const std::string& name : names) known.insert(placeholder_key(name));
  for (const auto& value : values) {
    if (!known.contains(placeholder_key(value.first))) return &value.first;
  }
  return nullptr;
}

bool is_in_documents(const Workbook& workbook, const Section& section, const std::vector<std::string>& documents) {
  return is_chosen(document_with(workbook, section.id)->id, documents);
}

// Of a section its own id and those of the deeper ones behind it.
std::vector<std::string> ids_with_deeper(const Workbook& workbook, const Section& section) {
  for (const auto& document : workbook.documents) {
    for (size_t at = 0; at < document->sections.size(); ++at) {
      if (document->sections[at]->id == section.id) return with_deeper_sections(*document, at);
    }
  }
  return {};
}

// Puts ids in the place of the names of sections; returns an exit code where a name is not that of one section of the
// chosen documents.
std::optional<int> find_sections(ExportRequest& request, const Workbook& workbook, const CommandContext& context) {
  std::vector<std::string> ids;
  for (const std::string& name : request.sections) {
    std::vector<const Section*> found = sections_called(workbook, name);
    std::erase_if(found, [&](const Section* one) { return !is_in_documents(workbook, *one, request.documents); });
    if (found.empty()) {
      return report_unknown(Error{ErrorCode::unknown_section, request.source, 0, 0, {}, name},
                            names_of_sections(workbook), context);
    }
    if (found.size() > 1) {
      context.world.err << context.catalog.text("usage.several_sections",
                                                {{"title", name}, {"ids", list_of_sections(found)}})
                        << "\n";
      return exit_usage;
    }
    std::ranges::copy(ids_with_deeper(workbook, *found.front()), std::back_inserter(ids));
  }
  request.sections = std::move(ids);
  return std::nullopt;
}

int report_several(const std::string& title, const std::vector<std::string>& ids, const CommandContext& context) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + id;
  context.world.err << context.catalog.text("usage.several_documents", {{"title", title}, {"ids", list}}) << "\n";
  return exit_usage;
}

}  // namespace

int write_export(const Workbook& workbook, const ExportRequest& request, const CommandContext& context) {
  std::error_code ignored;
  if (request.target.empty() && !std::filesystem::is_regular_file(request.source, ignored)) {
    context.world.err << context.catalog.text("usage.output_missing") << "\n";
    return exit_usage;
  }
  if (means_standard_output(request.target)) return export_to_standard_output(workbook, request, context);
  ExportProgress progress;
  const auto exported = run_export_task(workbook, request, progress);
  if (!exported) return report(exported.error(), context);
  report_missing(exported->missing, context);
  for (const Written& file : exported->files) {
    context.world.err << (file.pages > 0
                              ? context.catalog.count("cli.written_pages", file.pages, {{"file", file.target}})
                              : context.catalog.text("cli.written", {{"file", file.target}}))
                      << "\n";
    if (file.lost) context.world.err << context.catalog.error(*file.lost) << "\n";
  }
  return exported->failure ? report(*exported->failure, context) : exit_done;
}

int run_export(const ExportArguments& arguments, const CommandContext& context) {
  auto loaded = load_any_workbook(arguments.file, context.world.today);
  if (!loaded) return report_unread(arguments.file, loaded.error(), context);
  Workbook* workbook = &loaded->workbook;
  apply_paper_style(arguments, *workbook);
  ExportRequest request = request_of(arguments, context.world.today);
  if (!arguments.since.empty()) {
    auto older = load_older_copy(arguments.since, arguments.file, *workbook);
    if (!older) return report(older.error(), context);
    request.older_file = arguments.since;
    request.older = std::move(*older);
  }
  for (std::string& document : request.documents) {
    const std::vector<std::string> found = documents_called(*workbook, document);
    if (found.empty()) {
      return report_unknown(Error{ErrorCode::unknown_document, arguments.file, 0, 0, {}, document},
                            names_of_documents(*workbook), context);
    }
    if (found.size() > 1) return report_several(document, found, context);
    document = found.front();
  }
  if (const auto code = find_sections(request, *workbook, context)) return *code;
  if (!request.values.empty()) {
    const std::vector<std::string> names = names_of_placeholders(*workbook);
    if (const std::string* name = unknown_name(request.values, names)) {
      context.world.err << context.catalog.text("usage.unknown_placeholder", {{"name", "{" + *name + "}"}})
                        << did_you_mean(*name, names, context.catalog) << "\n";
      return exit_usage;
    }
  }
  return write_export(*workbook, request, context);
}

}  // namespace canvasbook
