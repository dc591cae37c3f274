#include "CCLD2.h"

// Before the library's header, which needs FILE.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>

extern "C" const char *ccld2_detect(const char *text, int length, int *reliable, int *percent) {
  CLD2::Language languages[3];
  int percents[3];
  int text_bytes = 0;
  bool is_reliable = false;
  const CLD2::Language best = CLD2::DetectLanguageSummary(
      text, length, /*is_plain_text=*/true, languages, percents, &text_bytes, &is_reliable);
  *reliable = is_reliable ? 1 : 0;
  *percent = percents[0];
  return CLD2::LanguageCode(best);
}
