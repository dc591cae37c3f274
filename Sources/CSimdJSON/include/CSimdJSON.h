#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A reusable JSON parser that keeps the last document it parsed.
typedef struct csimdjson_parser csimdjson_parser;

/// Why a document was refused. The order groups the causes that a caller can repair.
typedef enum csimdjson_status {
  CSIMDJSON_OK = 0,
  /// The bytes are not valid UTF-8.
  CSIMDJSON_INVALID_UTF8 = 1,
  /// A string has a wrong escape (among them a surrogate without its partner).
  CSIMDJSON_INVALID_STRING = 2,
  /// A number is not well formed, or has no 64-bit representation.
  CSIMDJSON_INVALID_NUMBER = 3,
  /// Any other fault; see csimdjson_error_message.
  CSIMDJSON_MALFORMED = 4
} csimdjson_status;

/// The kind of a JSON value.
typedef enum csimdjson_kind {
  CSIMDJSON_NULL = 0,
  CSIMDJSON_BOOL = 1,
  CSIMDJSON_NUMBER = 2,
  CSIMDJSON_STRING = 3,
  CSIMDJSON_ARRAY = 4,
  CSIMDJSON_OBJECT = 5
} csimdjson_kind;

/// A value of the parsed document: its first token and its place in the parser's own form.
typedef struct csimdjson_node {
  uint32_t token;
  uint32_t tape;
} csimdjson_node;

/// A value with its text.
typedef struct csimdjson_value {
  csimdjson_kind kind;
  csimdjson_node node;
  /// Unescaped text of a string, in the parser's memory; NULL for every other kind.
  const char *text;
  size_t text_length;
  /// Where the value stands in the parsed bytes, without surrounding space.
  size_t raw_offset;
  size_t raw_length;
} csimdjson_value;

/// A member of an object, or an element of an array (then without key).
typedef struct csimdjson_member {
  /// Unescaped key; NULL in an array.
  const char *key;
  size_t key_length;
  /// The key with its quotation marks, as it stands in the parsed bytes.
  size_t raw_key_offset;
  size_t raw_key_length;
  csimdjson_value value;
} csimdjson_member;

/// Bytes that must be readable behind every document.
size_t csimdjson_padding(void);

/// Creates a parser; NULL when memory is short.
csimdjson_parser *csimdjson_create(void);

/// Frees a parser.
void csimdjson_destroy(csimdjson_parser *parser);

/// Parses one JSON document of `length` bytes behind which csimdjson_padding() bytes are readable.
/// The bytes must stay where they are as long as the document is used.
csimdjson_status csimdjson_parse(csimdjson_parser *parser, const uint8_t *bytes, size_t length);

/// What was wrong with the last document, in the words of the library.
const char *csimdjson_error_message(const csimdjson_parser *parser);

/// Takes raw offsets and lengths from `bytes`, which must be the parsed document but for number
/// literals that had been replaced by shorter ones padded with spaces.
void csimdjson_set_source(csimdjson_parser *parser, const uint8_t *bytes);

/// The root of the last document.
csimdjson_value csimdjson_root(const csimdjson_parser *parser);

/// Moves to the next member of the object or array `container`. `cursor` is all zero before the
/// first call. False when there is none.
bool csimdjson_next(const csimdjson_parser *parser, csimdjson_node container,
                    csimdjson_node *cursor, csimdjson_member *member);

/// Copies JSON without the space between its tokens to `target`, which must hold `length` bytes.
/// Returns the length written, or 0 when the bytes are not JSON.
size_t csimdjson_minify(const uint8_t *bytes, size_t length, uint8_t *target);

/// True when the bytes are valid UTF-8.
bool csimdjson_is_utf8(const uint8_t *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
