#pragma once

/// Asks for the cache line at an address, without waiting for it; any address will do.
static inline void cbuiltins_prefetch(const void *address) { __builtin_prefetch(address, 1, 3); }
