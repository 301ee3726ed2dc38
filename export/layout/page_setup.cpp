#include "export/layout/page_setup.h"

namespace canvasbook {

PageSetup page_setup(PageSize canvas) { return {canvas, canvas == PageSize::Letter ? PageSize::Letter : PageSize::A4}; }

Extent page_extent(PageSize size) {
  switch (size) {
    case PageSize::A3:
      return {841.89F, 1190.55F};
    case PageSize::Letter:
      return {612, 792};
    case PageSize::A4:
      break;
  }
  return {595.28F, 841.89F};
}

}  // namespace canvasbook
