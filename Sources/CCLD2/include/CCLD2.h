#pragma once

#ifdef __cplusplus
extern "C" {
#endif

/// Code (ISO 639-1, or CLD2's own where there is none) of the language that most of a UTF-8 text is
/// in, a static string; `reliable` tells whether CLD2 is sure, `percent` the share of the text in
/// that language. "un" when it is not known.
const char *ccld2_detect(const char *text, int length, int *reliable, int *percent);

#ifdef __cplusplus
}
#endif
