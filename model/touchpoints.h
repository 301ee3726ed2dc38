// The touchpoint register: the places where a client meets the company, which all documents of a workbook share.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/workbook.h"

namespace canvasbook {

// The role of the column whose cells name touchpoints: each row of its sheet is one.
inline constexpr std::string_view touchpoint_role = "touchpoint";

struct Touchpoint {
  std::string id;        // of the row that defines it
  std::string name;      // its cell in that column
  std::string document;  // ids of where it is defined
  std::string section;

  bool operator==(const Touchpoint&) const = default;
};

// The column of a sheet that names touchpoints, or nullptr. One that holds links to touchpoints names none.
const SheetColumn* touchpoint_column(const Sheet& sheet);

// All touchpoints in the order of documents, sections and rows.
std::vector<Touchpoint> touchpoint_register(const Workbook& workbook);

// Names by id, for showing links.
using TouchpointNames = std::map<std::string, std::string, std::less<>>;
TouchpointNames names_of(const std::vector<Touchpoint>& touchpoints);
TouchpointNames touchpoint_names(const Workbook& workbook);
TouchpointNames named_touchpoints(const Document& document, const TouchpointNames& names);  // those that it links to

// What a cell that links says: the touchpoint's name; the text of the cell where there is no such touchpoint.
const std::string& touchpoint_name(const TouchpointNames& names, const std::string& link);

// The sheet with names in place of the links, for a spreadsheet; with an id only in that column.
Sheet with_touchpoint_names(Sheet sheet, const TouchpointNames& names, std::string_view column = {});

// The sheet with links in place of texts that are the name of a touchpoint: the first one of that name. Other texts
// stay. With an id only in that column.
Sheet with_touchpoint_links(Sheet sheet, const std::vector<Touchpoint>& touchpoints, std::string_view column = {});

}  // namespace canvasbook
