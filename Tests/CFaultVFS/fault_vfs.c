#define _GNU_SOURCE
#include "fault_vfs.h"
#include "shadows.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define SECTOR 512

typedef struct FaultFile {
  sqlite3_file file;
  Shadow *shadow;
  Content *content;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs *base;
static sqlite3_vfs vfs;
// The hook asks for images, with the mutex held.
static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int64_t counts[6];
static int64_t changeCalls, failures, failAt;
static int failKinds, failCode, failLasts;
static fault_vfs_hook hook;
static void *hookContext;

_Thread_local int fault_depth;

void fault_lock(void) { pthread_mutex_lock(&mutex); }
void fault_unlock(void) { pthread_mutex_unlock(&mutex); }

// Within a method of the VFS.
static void lock(void) {
  fault_lock();
  fault_depth++;
}

static void unlock(void) {
  fault_depth--;
  fault_unlock();
}

// --- Faults ---

static int indexOf(int kind) {
  int index = 0;
  while (kind > 1) {
    kind >>= 1;
    index++;
  }
  return index;
}

int fault_enter(int kind) {
  counts[indexOf(kind)]++;
  if (kind & FAULT_CHANGES) {
    changeCalls++;
    if (hook) hook(hookContext, changeCalls);
  }
  if (!(kind & failKinds) || failAt < 0) return SQLITE_OK;
  if (failAt > 1) {
    failAt--;
    return SQLITE_OK;
  }
  failures++;
  if (!failLasts) failAt = -1;
  return failCode;
}

// --- Methods of files ---

static FaultFile *own(sqlite3_file *file) { return (FaultFile *)file; }

static int faultClose(sqlite3_file *file) {
  int code = own(file)->real->pMethods ? own(file)->real->pMethods->xClose(own(file)->real) : SQLITE_OK;
  free(own(file)->real);
  return code;
}

static int faultRead(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset) {
  lock();
  int code = fault_enter(FAULT_READ);
  unlock();
  if (code) {
    memset(buffer, 0, (size_t)amount);
    return code;
  }
  return own(file)->real->pMethods->xRead(own(file)->real, buffer, amount, offset);
}

static int faultWrite(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset) {
  lock();
  int code = fault_enter(FAULT_WRITE);
  if (code) {
    // Half of it may have been written.
    if (code == SQLITE_IOERR_WRITE && amount > SECTOR) {
      own(file)->real->pMethods->xWrite(own(file)->real, buffer, amount / 2, offset);
      fault_note(own(file)->content, offset, buffer, amount / 2);
    }
    unlock();
    return code;
  }
  code = own(file)->real->pMethods->xWrite(own(file)->real, buffer, amount, offset);
  if (code == SQLITE_OK) fault_note(own(file)->content, offset, buffer, amount);
  unlock();
  return code;
}

static int faultTruncate(sqlite3_file *file, sqlite3_int64 size) {
  lock();
  int code = fault_enter(FAULT_TRUNCATE);
  if (!code) code = own(file)->real->pMethods->xTruncate(own(file)->real, size);
  if (!code) fault_note(own(file)->content, size, 0, 0);
  unlock();
  return code;
}

static int faultSync(sqlite3_file *file, int flags) {
  lock();
  int code = fault_enter(FAULT_SYNC);
  if (!code) code = own(file)->real->pMethods->xSync(own(file)->real, flags);
  if (!code) {
    fault_settle(own(file)->content);
    if (!own(file)->shadow->isDeleted) fault_settle_name(own(file)->shadow);
  }
  unlock();
  return code;
}

static int faultFileSize(sqlite3_file *file, sqlite3_int64 *size) {
  return own(file)->real->pMethods->xFileSize(own(file)->real, size);
}
static int faultLock(sqlite3_file *file, int level) {
  return own(file)->real->pMethods->xLock(own(file)->real, level);
}
static int faultUnlock(sqlite3_file *file, int level) {
  return own(file)->real->pMethods->xUnlock(own(file)->real, level);
}
static int faultCheckReservedLock(sqlite3_file *file, int *result) {
  return own(file)->real->pMethods->xCheckReservedLock(own(file)->real, result);
}
static int faultFileControl(sqlite3_file *file, int op, void *argument) {
  return own(file)->real->pMethods->xFileControl(own(file)->real, op, argument);
}
static int faultSectorSize(sqlite3_file *file) {
  return own(file)->real->pMethods->xSectorSize(own(file)->real);
}
static int faultDeviceCharacteristics(sqlite3_file *file) {
  return own(file)->real->pMethods->xDeviceCharacteristics(own(file)->real);
}
static int faultShmMap(sqlite3_file *file, int page, int size, int extend, void volatile **memory) {
  return own(file)->real->pMethods->xShmMap(own(file)->real, page, size, extend, memory);
}
static int faultShmLock(sqlite3_file *file, int offset, int count, int flags) {
  return own(file)->real->pMethods->xShmLock(own(file)->real, offset, count, flags);
}
static void faultShmBarrier(sqlite3_file *file) { own(file)->real->pMethods->xShmBarrier(own(file)->real); }
static int faultShmUnmap(sqlite3_file *file, int deletes) {
  return own(file)->real->pMethods->xShmUnmap(own(file)->real, deletes);
}

// Version 2: without mapping of pages, so that every read passes through here.
static const sqlite3_io_methods methods = {
    2,
    faultClose,
    faultRead,
    faultWrite,
    faultTruncate,
    faultSync,
    faultFileSize,
    faultLock,
    faultUnlock,
    faultCheckReservedLock,
    faultFileControl,
    faultSectorSize,
    faultDeviceCharacteristics,
    faultShmMap,
    faultShmLock,
    faultShmBarrier,
    faultShmUnmap,
    0,
    0,
};

// --- Methods of the VFS ---

static int faultOpen(sqlite3_vfs *self, const char *path, sqlite3_file *file, int flags, int *outFlags) {
  (void)self;
  lock();
  if (!fault_is_watched(path)) {
    unlock();
    return base->xOpen(base, path, file, flags, outFlags);
  }
  memset(file, 0, sizeof(FaultFile));
  int code = fault_enter(FAULT_OPEN);
  if (code) {
    unlock();
    return code;
  }
  Shadow *shadow = fault_shadow_of(path);
  sqlite3_file *real = calloc(1, (size_t)base->szOsFile);
  code = base->xOpen(base, path, real, flags, outFlags);
  if (code) {
    free(real);
  } else {
    if (shadow->isDeleted) fault_renew(shadow);
    own(file)->real = real;
    own(file)->shadow = shadow;
    own(file)->content = shadow->content;
    file->pMethods = &methods;
  }
  unlock();
  return code;
}

static int faultDelete(sqlite3_vfs *self, const char *path, int syncsDirectory) {
  (void)self;
  lock();
  if (!fault_is_watched(path)) {
    unlock();
    return base->xDelete(base, path, syncsDirectory);
  }
  int code = fault_enter(FAULT_DELETE);
  if (!code) code = base->xDelete(base, path, syncsDirectory);
  Shadow *shadow = code ? 0 : fault_find(path);
  if (shadow) {
    shadow->isDeleted = 1;
    if (syncsDirectory) fault_settle_name(shadow);
  }
  unlock();
  return code;
}

static void registerOnce(void) {
  base = sqlite3_vfs_find(0);
  vfs = *base;
  vfs.zName = "dateline-fault";
  vfs.szOsFile = base->szOsFile > (int)sizeof(FaultFile) ? base->szOsFile : (int)sizeof(FaultFile);
  vfs.pNext = 0;
  vfs.xOpen = faultOpen;
  vfs.xDelete = faultDelete;
  sqlite3_vfs_register(&vfs, 1);
}

int fault_vfs_register(void) {
  int code = sqlite3_initialize();
  if (code) return code;
  pthread_once(&once, registerOnce);
  return SQLITE_OK;
}

void fault_vfs_watch(const char *directory) {
  lock();
  fault_watch_directory(directory);
  fault_forget_shadows();
  memset(counts, 0, sizeof counts);
  changeCalls = failures = 0;
  failKinds = 0;
  failAt = -1;
  hook = 0;
  unlock();
}

void fault_vfs_unwatch(void) {
  lock();
  fault_watch_directory(0);
  failKinds = 0;
  failAt = -1;
  hook = 0;
  unlock();
}

void fault_vfs_fail(int kinds, int64_t nth, int code, int lasting) {
  lock();
  failKinds = kinds;
  failAt = nth;
  failCode = code;
  failLasts = lasting;
  failures = 0;
  unlock();
}

int64_t fault_vfs_count(int kinds) {
  lock();
  int64_t sum = 0;
  for (int kind = 1; kind <= FAULT_DELETE; kind <<= 1)
    if (kinds & kind) sum += counts[indexOf(kind)];
  unlock();
  return sum;
}

int64_t fault_vfs_failed(void) {
  lock();
  int64_t result = failures;
  unlock();
  return result;
}

void fault_vfs_set_hook(fault_vfs_hook function, void *context) {
  lock();
  hook = function;
  hookContext = context;
  unlock();
}
