// Templates by what they are for, as the lists and the gallery show them.
#pragma once

#include <string_view>
#include <vector>

#include "templates/library.h"

namespace canvasbook {

// What a document is mostly written in: its first part that is no running text; nullptr for none.
const Content* main_content(const Document& document);

struct TemplateGroup {
  std::string_view heading_key;  // of the catalog
  std::vector<const Template*> templates;
};

std::vector<const Template*> pointers_to(const std::vector<Template>& templates);

// A group for each purpose, in the order in which the gallery comes to it; valid as long as the templates.
std::vector<TemplateGroup> by_purpose(const std::vector<Template>& templates);

}  // namespace canvasbook
