#include "model/file/table_file.h"

#include <filesystem>

#include "model/file/file.h"
#include "model/file/file_kind.h"

namespace canvasbook {

namespace {

bool can_hold_table(FileKind kind) { return kind == FileKind::table || is_running_text(kind); }

}  // namespace

Result<DecodedText> load_table_text(const std::string& path) {
  const auto bytes = read_file(path, Pipes::read);
  if (!bytes) return bytes.error();
  DecodedText decoded = decode_text(*bytes);
  if (!can_hold_table(kind_of_file(*bytes, path))) return Error{ErrorCode::not_a_table, path, 0, 0, {}, {}};
  if (decoded.text.find('\0') != std::string::npos) return Error{ErrorCode::zeros_in_table, path, 0, 0, {}, {}};
  return decoded;
}

Result<DecodedText> load_visits_text(const std::string& path) {
  auto decoded = load_table_text(path);
  if (decoded || decoded.error().code != ErrorCode::not_a_table) return decoded;
  return Error{ErrorCode::not_visits, path, 0, 0, {}, {}};
}

Result<TableFile> load_table(const std::string& path) {
  const auto decoded = load_table_text(path);
  if (!decoded) return decoded.error();
  TableFile file;
  file.table = read_table_text(decoded->text);
  file.encoding = decoded->encoding;
  file.unreadable = decoded->unreadable;
  file.name = std::filesystem::path(path).stem().string();
  if (file.table.rows.empty()) return Error{ErrorCode::not_a_table, path, 0, 0, {}, {}};
  return file;
}

}  // namespace canvasbook
