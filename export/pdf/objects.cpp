#include "export/pdf/objects.h"

#include "model/text/text.h"

namespace canvasbook {

PdfDocument::PdfDocument() : document_(HPDF_New(&PdfDocument::on_error, this)) {
  if (!document_) return;
  HPDF_SetCompressionMode(get(), HPDF_COMP_ALL);
  get()->pdf_version = HPDF_VER_17;
}

void PdfDocument::on_error(HPDF_STATUS number, HPDF_STATUS, void* self) {
  auto& document = *static_cast<PdfDocument*>(self);
  if (document.first_error_ == HPDF_OK) document.first_error_ = number;
}

HPDF_Dict PdfDocument::dictionary() {
  HPDF_Dict result = HPDF_Dict_New(get()->mmgr);
  HPDF_Xref_Add(get()->xref, result);
  return result;
}

HPDF_Dict PdfDocument::compressed_stream(std::string_view bytes) {
  HPDF_Dict result = HPDF_DictStream_New(get()->mmgr, get()->xref);
  result->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
  HPDF_Stream_Write(result->stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                    static_cast<HPDF_UINT>(bytes.size()));
  return result;
}

HPDF_Binary pdf_text(const PdfDocument& document, std::string_view utf8) {
  constexpr size_t longest = 500;  // code points; no reader shows more, and the library takes at most 65,535 bytes
  std::string bytes = "\xFE\xFF";
  const auto put = [&](char32_t unit) {
    bytes += static_cast<char>(unit >> 8);
    bytes += static_cast<char>(unit & 0xFF);
  };
  size_t count = 0;
  for (size_t at = 0; at < utf8.size() && count <= longest; ++count) {
    char32_t c = next_code_point(utf8, at);
    if (count == longest) c = U'…';
    if (c < 0x10000) {
      put(c);
    } else {
      put(0xD800 + ((c - 0x10000) >> 10));
      put(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return HPDF_Binary_New(document.get()->mmgr, reinterpret_cast<HPDF_BYTE*>(bytes.data()),
                         static_cast<HPDF_UINT>(bytes.size()));
}

}  // namespace canvasbook
