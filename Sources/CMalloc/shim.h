#pragma once
#include <stdlib.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Has pieces of `threshold` bytes and more mapped on their own, so that they go back when they are
/// freed. Set by hand, the threshold no longer rises to the largest piece seen (mallopt(3)).
static inline void cmalloc_map_from(int threshold) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, threshold);
  mallopt(M_TRIM_THRESHOLD, 4 * threshold);
#endif
}

/// Keeps pieces of less than `threshold` bytes when they are freed, and gets memory in large steps
/// (mallopt(3)).
static inline void cmalloc_keep(int threshold) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, threshold);
  mallopt(M_TRIM_THRESHOLD, 16 * threshold);
  mallopt(M_TOP_PAD, threshold / 4);
#endif
}

/// Gives back what is free in all arenas (malloc_trim(3)).
static inline void cmalloc_trim(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}
