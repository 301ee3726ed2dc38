#include "editor/parts/template_groups.h"

#include <algorithm>
#include <iterator>

namespace canvasbook {

namespace {

// What a template is for, which shows in what it is written in.
std::string_view purpose_key(const Document& document) {
  constexpr std::string_view key_by_kind[] = {"add_document.texts",     "add_document.models", "add_document.talks",
                                              "add_document.talks",     "add_document.talks",  "add_document.checks",
                                              "add_document.standards", "add_document.checks"};
  static_assert(std::size(key_by_kind) == std::variant_size_v<Content>);
  const Content* content = main_content(document);
  return key_by_kind[content == nullptr ? 0 : content->index()];
}

}  // namespace

const Content* main_content(const Document& document) {
  for (const auto& section : document.sections) {
    if (!std::holds_alternative<Prose>(section->content)) return &section->content;
  }
  return nullptr;
}

std::vector<const Template*> pointers_to(const std::vector<Template>& templates) {
  std::vector<const Template*> all;
  for (const Template& source : templates) all.push_back(&source);
  return all;
}

std::vector<TemplateGroup> by_purpose(const std::vector<Template>& templates) {
  std::vector<TemplateGroup> groups;
  for (const Template& source : templates) {
    const std::string_view purpose = purpose_key(source.document);
    auto group = std::ranges::find(groups, purpose, &TemplateGroup::heading_key);
    if (group == groups.end()) group = groups.insert(groups.end(), {purpose, {}});
    group->templates.push_back(&source);
  }
  return groups;
}

}  // namespace canvasbook
