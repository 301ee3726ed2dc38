#include "export/pdf/writer.h"

#include <algorithm>
#include <cstdio>

#include "export/pdf/content.h"
#include "export/pdf/font.h"
#include "export/pdf/objects.h"

namespace canvasbook {

namespace {

// An address with every byte that a URI does not allow written as %XX (RFC 3986).
std::string uri_of(const std::string& address) {
  std::string uri;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte > 0x20 && byte < 0x7F && std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
    if (plain) {
      uri += c;
    } else {
      char text[4];
      std::snprintf(text, sizeof text, "%%%02X", byte);
      uri += text;
    }
  }
  return uri;
}

class PdfWriter {
 public:
  PdfWriter(const Pages& pages, Fonts& fonts) : pages_(pages), fonts_(fonts), characters_(used_characters(pages)) {}

  Result<std::string> write() {
    if (document_.get() == nullptr) return failure();
    add_properties();
    add_pages();
    add_links();
    add_bookmarks();
    HPDF_SaveToStream(document_.get());
    if (document_.first_error() != HPDF_OK) return failure();
    HPDF_UINT32 size = HPDF_GetStreamSize(document_.get());
    std::string bytes(size, '\0');
    HPDF_ReadFromStream(document_.get(), reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
    if (size != bytes.size()) return failure();
    return bytes;
  }

 private:
  Error failure() const {
    char number[32];
    std::snprintf(number, sizeof number, "0x%lX", static_cast<unsigned long>(document_.first_error()));
    return Error{ErrorCode::pdf_failed, {}, 0, 0, {}, number};
  }

  void add_properties() {
    HPDF_Doc pdf = document_.get();
    const HPDF_Date date{pages_.date.year, pages_.date.month, pages_.date.day, 0, 0, 0, 'Z', 0, 0};
    HPDF_SetInfoDateAttr(pdf, HPDF_INFO_CREATION_DATE, date);
    HPDF_SetInfoDateAttr(pdf, HPDF_INFO_MOD_DATE, date);
    HPDF_Dict_Add(pdf->info, "Title", pdf_text(document_, pages_.title));
    if (!pages_.author.empty()) HPDF_Dict_Add(pdf->info, "Author", pdf_text(document_, pages_.author));
    HPDF_Dict_Add(pdf->info, "Creator", pdf_text(document_, "Canvasbook"));
    HPDF_Dict_Add(pdf->catalog, "Lang",
                  HPDF_String_New(pdf->mmgr, pages_.language == Language::ru ? "ru-RU" : "en-GB", nullptr));
    HPDF_Dict preferences = HPDF_Dict_New(pdf->mmgr);
    HPDF_Dict_Add(pdf->catalog, "ViewerPreferences", preferences);
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    if (pages_.pages.size() > 1) HPDF_SetPageMode(pdf, HPDF_PAGE_MODE_USE_OUTLINE);
  }

  void add_pages() {
    // The library's lists end at 32,767 entries, so a very long document gets a tree of pages.
    constexpr size_t most_in_a_list = 8000;
    if (pages_.pages.size() > most_in_a_list) HPDF_SetPagesConfiguration(document_.get(), most_in_a_list);
    HPDF_Dict fonts = document_.dictionary();
    for (int i = 0; i < face_count; ++i) {
      const FaceCharacters& characters = characters_[static_cast<size_t>(i)];
      if (characters.empty()) continue;
      const std::string name = "F" + std::to_string(i);
      HPDF_Dict_Add(fonts, name.c_str(), embed_face(document_, fonts_, static_cast<Face>(i), characters));
    }
    for (const Page& page : pages_.pages) {
      HPDF_Page added = HPDF_AddPage(document_.get());
      if (added == nullptr) return;
      HPDF_Page_SetWidth(added, page.width);
      HPDF_Page_SetHeight(added, page.height);
      auto* resources = static_cast<HPDF_Dict>(HPDF_Dict_GetItem(added, "Resources", HPDF_OCLASS_DICT));
      if (resources != nullptr) HPDF_Dict_Add(resources, "Font", fonts);
      const std::string content = page_content(page, characters_);
      HPDF_Stream_Write(static_cast<HPDF_PageAttr>(added->attr)->stream,
                        reinterpret_cast<const HPDF_BYTE*>(content.data()), static_cast<HPDF_UINT>(content.size()));
      added_.push_back(added);
    }
  }

  HPDF_Destination destination(int page, float y) {
    const auto index = static_cast<size_t>(page);
    HPDF_Destination result = HPDF_Page_CreateDestination(added_[index]);
    if (y <= 0) {
      HPDF_Destination_SetFit(result);
    } else {
      HPDF_Destination_SetFitH(result, std::min(pages_.pages[index].height - y + 12, pages_.pages[index].height));
    }
    return result;
  }

  void add_links() {
    for (size_t i = 0; i < added_.size(); ++i) {
      for (const PageLink& link : pages_.pages[i].links) {
        const float height = pages_.pages[i].height;
        const HPDF_Rect rectangle{link.x, height - link.y - link.height, link.x + link.width, height - link.y};
        HPDF_Annotation annotation =
            link.address.empty()
                ? HPDF_Page_CreateLinkAnnot(added_[i], rectangle, destination(link.page, link.target_y))
                : HPDF_Page_CreateURILinkAnnot(added_[i], rectangle, uri_of(link.address).c_str());
        if (annotation == nullptr) return;
        HPDF_LinkAnnot_SetBorderStyle(annotation, 0, 0, 0);
        HPDF_Dict_AddNumber(annotation, "F", 4);  // printed with the page, as PDF/A asks
      }
    }
  }

  void add_bookmarks() {
    std::vector<HPDF_Outline> open;
    for (const Bookmark& bookmark : pages_.bookmarks) {
      const auto level = std::min(static_cast<size_t>(std::max(bookmark.level, 0)), open.size());
      open.resize(level);
      HPDF_Outline parent = open.empty() ? nullptr : open.back();
      HPDF_Outline outline = HPDF_CreateOutline(document_.get(), parent, "-", nullptr);
      if (outline == nullptr) return;
      HPDF_Dict_Add(outline, "Title", pdf_text(document_, bookmark.title));
      HPDF_Outline_SetOpened(outline, level == 0 ? HPDF_TRUE : HPDF_FALSE);
      HPDF_Outline_SetDestination(outline, destination(bookmark.page, bookmark.y));
      open.push_back(outline);
    }
  }

  const Pages& pages_;
  Fonts& fonts_;
  PdfDocument document_;
  std::array<FaceCharacters, face_count> characters_;
  std::vector<HPDF_Page> added_;
};

}  // namespace

Result<std::string> write_pdf(const Pages& pages, Fonts& fonts) { return PdfWriter(pages, fonts).write(); }

}  // namespace canvasbook
