#pragma once
#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>
#endif

/// Asks for the cache line at an address, without waiting for it; any address will do.
static inline void cbuiltins_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }

/// Has the system begin to write what was written to a file to its disk, where it knows how to, without waiting.
static inline void cbuiltins_begin_writing(int descriptor) {
#if defined(__linux__) && defined(SYS_sync_file_range)
  // SYNC_FILE_RANGE_WRITE; all of the file.
  (void)syscall(SYS_sync_file_range, descriptor, 0L, 0L, 2U);
#else
  (void)descriptor;
#endif
}
