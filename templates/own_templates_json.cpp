#include <algorithm>
#include <filesystem>
#include <unordered_set>

#include "model/base/checksum.h"
#include "model/contents.h"
#include "model/file/file.h"
#include "model/text/text.h"
#include "templates/own_templates.h"

namespace canvasbook {

namespace {

Error folder_error(ErrorCode code, const std::string& folder, const std::error_code& error) {
  return Error{code, folder, 0, 0, {}, std::to_string(error.value())};
}

// A name that every file system takes.
std::string file_name_of(std::string_view title) {
  constexpr size_t longest = 50;
  std::string name = shortened(title, longest);
  for (char& character : name) {
    if (std::string_view("/\\:*?\"<>|").find(character) != std::string_view::npos) character = '_';
  }
  if (name.starts_with('.')) name.front() = '_';
  return name;
}

// The same name has the same id on every computer, in letters that ids are made of.
std::string id_of(std::string_view name) { return "own." + checksum_text(name); }

// A template stands alone: links that lead out of it would dangle in every other workbook, and nobody visited it yet.
Document without_outer_links(Document document) {
  std::unordered_set<std::string> own;
  for (const auto& section : document.sections) {
    own.insert(section->id);
    for_each_item_id(section->content, [&](const std::string& id) { own.insert(id); });
  }
  const auto outer = [&](const std::string& id) { return !own.contains(id); };
  for (auto& section : document.sections) {
    Section changed = *section;
    remove_links(changed.content, outer);
    if (auto* visits = std::get_if<Visits>(&changed.content)) {
      Visits none;
      none.checklist = visits->checklist;
      *visits = std::move(none);
    }
    section = std::move(changed);
  }
  return document;
}

// The guides whose block or section the document still has.
void keep_guides_of(const Document& document, std::map<std::string, Guide, std::less<>>& guides) {
  std::unordered_set<std::string_view> places;
  for (const auto& section : document.sections) {
    places.insert(section->role);
    if (const Board* board = std::get_if<Board>(&section->content)) {
      for (const Block& block : board->blocks) places.insert(block.id);
    }
  }
  std::erase_if(guides, [&](const auto& entry) { return !places.contains(entry.first); });
}

}  // namespace

OwnTemplates load_own_templates(const std::string& folder) {
  OwnTemplates result;
  std::vector<std::filesystem::path> files;
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    const std::filesystem::path& file = entry->path();
    std::error_code ignored;
    if (entry->is_other(ignored)) continue;  // reading a pipe would wait for ever
    if (file.extension() == ".json" && !file.filename().string().starts_with('.')) files.push_back(file);
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    result.errors.push_back(folder_error(ErrorCode::cannot_open, folder, error));
  }
  std::ranges::sort(files);
  for (const std::filesystem::path& file : files) {
    const auto fail = [&](Error failure) {
      failure.file = file.string();
      result.errors.push_back(std::move(failure));
    };
    const auto content = read_file(file.string());
    if (!content) {
      fail(content.error());
      continue;
    }
    auto read = read_own_template(*content);
    if (!read) {
      fail(read.error());
    } else if (std::ranges::find(result.templates, read->id, &Template::id) != result.templates.end()) {
      fail(Error{ErrorCode::duplicate_id, {}, 0, 0, "id", read->id});
    } else {
      result.templates.push_back(std::move(*read));
    }
  }
  return result;
}

Result<std::string> save_own_template(const std::string& folder, const Document& document, std::string_view title,
                                      std::string_view summary) {
  Template own;
  own.title = to_one_line(title);
  if (own.title.empty()) return Error{ErrorCode::missing_field, {}, 0, 0, {}, "title"};
  own.summary = to_one_line(summary);
  own.language = document.language;
  own.document = without_outer_links(document);
  own.document.id.clear();
  own.document.template_id.clear();

  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return folder_error(ErrorCode::cannot_write, folder, error);
  const OwnTemplates others = load_own_templates(folder);
  const auto made_from = std::ranges::find(others.templates, document.template_id, &Template::id);
  if (made_from != others.templates.end()) {
    own.guides = made_from->guides;
  } else if (const Template* source = find_template(document.language, document.template_id)) {
    own.guides = source->guides;
  }
  keep_guides_of(own.document, own.guides);

  const std::string name = file_name_of(own.title);
  for (int number = 1;; ++number) {
    const std::string numbered = number == 1 ? name : name + " " + std::to_string(number);
    own.id = id_of(numbered);
    if (std::ranges::find(others.templates, own.id, &Template::id) != others.templates.end()) continue;
    const std::string path = (std::filesystem::path(folder) / (numbered + ".json")).string();
    const auto written = write_file(path, write_own_template(own), {.existing = Existing::refuse});
    if (written) return path;
    if (written.error().code != ErrorCode::target_exists) return written.error();
  }
}

}  // namespace canvasbook
