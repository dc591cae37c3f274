#include "CSimdJSON.h"

#include <cstring>
#include <new>

#include <simdjson.h>

// The library checks the whole document and unescapes its strings; its list of token positions,
// which the first of its two passes leaves behind, gives where every value stands in the input.
// That keeps numbers and nested values exactly as they were written, without a second scan.
struct csimdjson_parser {
  simdjson::dom::parser dom;
  const uint8_t *source = nullptr;
  size_t length = 0;
  simdjson::error_code error = simdjson::SUCCESS;
};

namespace {

constexpr uint64_t payload_mask = (uint64_t(1) << 56) - 1;

bool is_space(uint8_t byte) {
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

uint64_t tape_word(const csimdjson_parser *parser, uint32_t index) {
  return parser->dom.doc.tape[index];
}

char tape_type(uint64_t word) { return char(word >> 56); }

uint32_t token_offset(const csimdjson_parser *parser, uint32_t token) {
  return parser->dom.implementation->structural_indexes[token];
}

uint32_t token_count(const csimdjson_parser *parser) {
  return parser->dom.implementation->n_structural_indexes;
}

// Where the token's text ends: before the next token, without the space between the two.
size_t token_end(const csimdjson_parser *parser, uint32_t token) {
  size_t end = token + 1 < token_count(parser) ? token_offset(parser, token + 1) : parser->length;
  const size_t start = token_offset(parser, token);
  while (end > start + 1 && is_space(parser->source[end - 1])) {
    --end;
  }
  return end;
}

// First token behind the value that starts at `token`.
uint32_t token_after(const csimdjson_parser *parser, uint32_t token) {
  const uint32_t count = token_count(parser);
  uint32_t depth = 0;
  while (token < count) {
    switch (parser->source[token_offset(parser, token)]) {
      case '{':
      case '[':
        ++depth;
        break;
      case '}':
      case ']':
        --depth;
        break;
      default:
        break;
    }
    ++token;
    if (depth == 0) {
      break;
    }
  }
  return token;
}

uint32_t tape_after(const csimdjson_parser *parser, uint32_t tape) {
  const uint64_t word = tape_word(parser, tape);
  switch (tape_type(word)) {
    case '{':
    case '[':
      return uint32_t(word & 0xFFFFFFFFu);
    case 'l':
    case 'u':
    case 'd':
      return tape + 2;
    default:
      return tape + 1;
  }
}

const char *tape_string(const csimdjson_parser *parser, uint32_t tape, size_t *length) {
  const uint8_t *start =
      parser->dom.doc.string_buf.get() + (tape_word(parser, tape) & payload_mask);
  uint32_t count = 0;
  std::memcpy(&count, start, sizeof(count));
  *length = count;
  return reinterpret_cast<const char *>(start + sizeof(count));
}

// `after` receives the token behind the value.
csimdjson_value read_value(const csimdjson_parser *parser, csimdjson_node node, uint32_t *after) {
  csimdjson_value value = {};
  value.node = node;
  value.raw_offset = token_offset(parser, node.token);
  switch (tape_type(tape_word(parser, node.tape))) {
    case '"':
      value.kind = CSIMDJSON_STRING;
      value.text = tape_string(parser, node.tape, &value.text_length);
      break;
    case '{':
      value.kind = CSIMDJSON_OBJECT;
      break;
    case '[':
      value.kind = CSIMDJSON_ARRAY;
      break;
    case 't':
    case 'f':
      value.kind = CSIMDJSON_BOOL;
      break;
    case 'n':
      value.kind = CSIMDJSON_NULL;
      break;
    default:
      value.kind = CSIMDJSON_NUMBER;
      break;
  }
  size_t end = 0;
  if (value.kind == CSIMDJSON_OBJECT || value.kind == CSIMDJSON_ARRAY) {
    *after = token_after(parser, node.token);
    end = size_t(token_offset(parser, *after - 1)) + 1;
  } else {
    *after = node.token + 1;
    end = token_end(parser, node.token);
  }
  value.raw_length = end - value.raw_offset;
  return value;
}

}  // namespace

size_t csimdjson_padding(void) { return simdjson::SIMDJSON_PADDING; }

csimdjson_parser *csimdjson_create(void) { return new (std::nothrow) csimdjson_parser(); }

void csimdjson_destroy(csimdjson_parser *parser) { delete parser; }

csimdjson_status csimdjson_parse(csimdjson_parser *parser, const uint8_t *bytes, size_t length) {
  parser->source = bytes;
  parser->length = length;
  if (parser->dom.capacity() < length || parser->dom.doc.capacity() < length) {
    // Room for the next power of two, so that slowly growing records do not allocate each time.
    size_t wanted = 1 << 16;
    while (wanted < length) {
      wanted *= 2;
    }
    if (wanted <= parser->dom.max_capacity()) {
      parser->error = parser->dom.allocate(wanted);
      if (!parser->error) {
        parser->error = parser->dom.doc.allocate(wanted);
      }
      if (parser->error) {
        return CSIMDJSON_MALFORMED;
      }
    }
  }
  parser->error = parser->dom.parse(bytes, length, false).error();
  switch (parser->error) {
    case simdjson::SUCCESS:
      return CSIMDJSON_OK;
    case simdjson::UTF8_ERROR:
      return CSIMDJSON_INVALID_UTF8;
    case simdjson::STRING_ERROR:
      return CSIMDJSON_INVALID_STRING;
    case simdjson::NUMBER_ERROR:
      return CSIMDJSON_INVALID_NUMBER;
    default:
      return CSIMDJSON_MALFORMED;
  }
}

const char *csimdjson_error_message(const csimdjson_parser *parser) {
  return simdjson::error_message(parser->error);
}

void csimdjson_set_source(csimdjson_parser *parser, const uint8_t *bytes) {
  parser->source = bytes;
}

csimdjson_value csimdjson_root(const csimdjson_parser *parser) {
  uint32_t after = 0;
  return read_value(parser, csimdjson_node{0, 1}, &after);
}

bool csimdjson_next(const csimdjson_parser *parser, csimdjson_node container,
                    csimdjson_node *cursor, csimdjson_member *member) {
  if (cursor->token == 0) {
    *cursor = csimdjson_node{container.token + 1, container.tape + 1};
  }
  const bool is_object = tape_type(tape_word(parser, container.tape)) == '{';
  const char type = tape_type(tape_word(parser, cursor->tape));
  if (type == '}' || type == ']') {
    return false;
  }
  *member = csimdjson_member{};
  if (is_object) {
    member->key = tape_string(parser, cursor->tape, &member->key_length);
    member->raw_key_offset = token_offset(parser, cursor->token);
    member->raw_key_length = token_end(parser, cursor->token) - member->raw_key_offset;
    // The key and the colon.
    cursor->token += 2;
    cursor->tape += 1;
  }
  uint32_t after = 0;
  member->value = read_value(parser, *cursor, &after);
  // The value is followed by a comma or by the container's end; behind the end nothing is read.
  cursor->token = after + 1;
  cursor->tape = tape_after(parser, cursor->tape);
  return true;
}

size_t csimdjson_minify(const uint8_t *bytes, size_t length, uint8_t *target) {
  size_t written = 0;
  const auto error = simdjson::minify(reinterpret_cast<const char *>(bytes), length,
                                      reinterpret_cast<char *>(target), written);
  return error ? 0 : written;
}

bool csimdjson_is_utf8(const uint8_t *bytes, size_t length) {
  return simdjson::validate_utf8(reinterpret_cast<const char *>(bytes), length);
}
