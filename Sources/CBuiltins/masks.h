#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

// Clang's vector types compile to whatever the processor has, also without a flag for it; Swift's own
// take a step for each byte when bits are gathered from a comparison.
typedef uint8_t cbuiltins_bytes __attribute__((ext_vector_type(64)));
typedef _Bool cbuiltins_bits __attribute__((ext_vector_type(64)));

/// What 64 bytes of UTF-8 are, one bit for each, the first byte's the lowest.
typedef struct cbuiltins_text_mask {
  /// Spaces.
  uint64_t spaces;
  /// Control characters and parts of characters outside ASCII.
  uint64_t odd;
  /// The same, and `&` and `<`.
  uint64_t marks;
} cbuiltins_text_mask;

/// What words are made of in 64 bytes of UTF-8, one bit for each, the first byte's the lowest.
typedef struct cbuiltins_word_mask {
  /// Letters of ASCII and parts of characters outside it.
  uint64_t letters;
  /// Parts of characters outside ASCII.
  uint64_t wide;
} cbuiltins_word_mask;

/// What tokens are made of in 64 bytes of UTF-8, one bit for each, the first byte's the lowest.
typedef struct cbuiltins_token_mask {
  /// Letters and digits of ASCII and parts of characters outside it.
  uint64_t tokens;
  /// Parts of characters outside ASCII.
  uint64_t wide;
} cbuiltins_token_mask;

static inline __attribute__((always_inline)) cbuiltins_bytes cbuiltins_load(const uint8_t *bytes) {
  cbuiltins_bytes block;
  memcpy(&block, bytes, sizeof block);
  return block;
}

/// The first `count` bytes, less than 64, with letters behind them.
static inline __attribute__((always_inline)) cbuiltins_bytes cbuiltins_load_tail(
    const uint8_t *bytes, size_t count, uint8_t filler) {
  uint8_t copy[64];
  memset(copy, filler, sizeof copy);
  memcpy(copy, bytes, count);
  return cbuiltins_load(copy);
}

#define CBUILTINS_MASK(target, comparison)                              \
  do {                                                                  \
    cbuiltins_bits bits_ = __builtin_convertvector((comparison), cbuiltins_bits); \
    memcpy(&(target), &bits_, sizeof bits_);                            \
  } while (0)

static inline __attribute__((always_inline)) cbuiltins_text_mask cbuiltins_text_mask_of(
    cbuiltins_bytes block) {
  cbuiltins_text_mask mask;
  CBUILTINS_MASK(mask.spaces, block == 0x20);
  CBUILTINS_MASK(mask.odd, (block - 0x20) >= 0x5F);
  // One comparison of the highest bit of each byte, since bits of several comparisons would be gathered one by one:
  // with 0x7F added it is 0 for a byte 0 alone, and sums of seven bits do not carry.
  cbuiltins_bytes plain = (block + 0x60) & ((block ^ '&') + 0x7F) & ((block ^ '<') + 0x7F);
  CBUILTINS_MASK(mask.marks, (block | (block + 1) | ~plain) >= 0x80);
  return mask;
}

static inline __attribute__((always_inline)) cbuiltins_word_mask cbuiltins_word_mask_of(
    cbuiltins_bytes block) {
  cbuiltins_word_mask mask;
  CBUILTINS_MASK(mask.wide, block >= 0x80);
  CBUILTINS_MASK(mask.letters, ((block | 0x20) - 'a') < 26);
  mask.letters |= mask.wide;
  return mask;
}

/// The masks of `count` bytes, of 64 if there are more; the bits behind them are 0.
static inline cbuiltins_text_mask cbuiltins_text(const uint8_t *bytes, size_t count) {
  return cbuiltins_text_mask_of(
      count >= 64 ? cbuiltins_load(bytes) : cbuiltins_load_tail(bytes, count, 'a'));
}

/// The masks of `count` bytes, of 64 if there are more; the bits behind them are 0.
static inline cbuiltins_word_mask cbuiltins_words(const uint8_t *bytes, size_t count) {
  return cbuiltins_word_mask_of(
      count >= 64 ? cbuiltins_load(bytes) : cbuiltins_load_tail(bytes, count, ' '));
}

/// The masks of `count` bytes, of 64 if there are more; the bits behind them are 0.
static inline cbuiltins_token_mask cbuiltins_tokens(const uint8_t *bytes, size_t count) {
  cbuiltins_bytes block =
      count >= 64 ? cbuiltins_load(bytes) : cbuiltins_load_tail(bytes, count, ' ');
  // One comparison, as above.
  cbuiltins_bytes small = block | 0x20;
  cbuiltins_bytes letters = (small + (0x80 - 'a')) & ~(small + (0x7F - 'z'));
  cbuiltins_bytes digits = (block + (0x80 - '0')) & ~(block + (0x7F - '9'));
  cbuiltins_token_mask mask;
  CBUILTINS_MASK(mask.wide, block >= 0x80);
  CBUILTINS_MASK(mask.tokens, (letters | digits | block) >= 0x80);
  return mask;
}

/// Whether the word may begin at a place, see ``cbuiltins_may_have``.
static inline bool cbuiltins_may_begin(
    const uint8_t *bytes, size_t count, size_t place, const uint8_t *beginning, size_t length) {
  if (bytes[place] >= 0xC0) {
    // No letters: U+2000 to U+203F, the quotes and dashes of newspapers.
    return !(bytes[place] == 0xE2 && place + 1 < count && bytes[place + 1] == 0x80);
  }
  if (place + length > count) return false;
  for (size_t index = 0; index < length; index++) {
    if ((bytes[place + index] | 0x20) != beginning[index]) return false;
  }
  return true;
}

/// Whether `count` bytes may hold a word that begins with `length` bytes, small letters and digits of ASCII,
/// once both are folded: these bytes are there in either case, or a letter outside ASCII is, which may stand
/// for one of them.
static inline bool cbuiltins_may_have(
    const uint8_t *bytes, size_t count, const uint8_t *beginning, size_t length) {
  if (length == 0) return true;
  size_t start = 0;
  // Digits have the bit that makes letters small.
  while (start + length - 1 + 64 <= count) {
    cbuiltins_bytes first = cbuiltins_load(bytes + start) | 0x20;
    cbuiltins_bytes last = cbuiltins_load(bytes + start + length - 1) | 0x20;
    // Both are equal where nothing differs.
    cbuiltins_bytes different = (first ^ beginning[0]) | (last ^ beginning[length - 1]);
    uint64_t wide, both;
    CBUILTINS_MASK(wide, first >= 0x80);
    CBUILTINS_MASK(both, different == 0);
    if (wide | both) {
      for (size_t place = start; place < start + 64; place++) {
        if (cbuiltins_may_begin(bytes, count, place, beginning, length)) return true;
      }
    }
    start += 64;
  }
  for (; start < count; start++) {
    if (cbuiltins_may_begin(bytes, count, start, beginning, length)) return true;
  }
  return false;
}
