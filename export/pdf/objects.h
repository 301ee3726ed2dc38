// The gate to libharu, which serves as a writer of PDF objects. Included only inside export/pdf/.
#pragma once

extern "C" {
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_info.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
}

#include <memory>
#include <string>
#include <string_view>

#if HPDF_VERSION_ID != 20300
#error "export/pdf reaches into libharu's structures as of version 2.3.0: check it against this version"
#endif

namespace canvasbook {

// A document whose first error is kept: after one, every later call of libharu fails with another number.
class PdfDocument {
 public:
  PdfDocument();
  PdfDocument(const PdfDocument&) = delete;
  PdfDocument& operator=(const PdfDocument&) = delete;

  HPDF_Doc get() const { return document_.get(); }
  HPDF_STATUS first_error() const { return first_error_; }

  HPDF_Dict dictionary();                               // a new indirect dictionary
  HPDF_Dict compressed_stream(std::string_view bytes);  // a new indirect stream

 private:
  static void on_error(HPDF_STATUS number, HPDF_STATUS detail, void* self);

  HPDF_STATUS first_error_ = HPDF_OK;
  struct Free {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
  };
  std::unique_ptr<_HPDF_Doc_Rec, Free> document_;
};

// A text string for metadata and bookmarks: UTF-16 with its byte order mark, so that no encoder is needed. Cut
// with “…” after 500 characters.
HPDF_Binary pdf_text(const PdfDocument& document, std::string_view utf8);

}  // namespace canvasbook
