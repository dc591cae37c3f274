#include "fault_vfs.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECTOR 512

// A write, or a truncation where data is null, since the last sync.
typedef struct Change {
  int64_t offset;
  int64_t size;
  unsigned char *data;
} Change;

// What is known of a watched file by its path.
typedef struct Shadow {
  char *path;
  unsigned char *bytes;
  int64_t size;
  Change *changes;
  int64_t changeCount, changeRoom;
  // Whether the name is on the disk for sure, and whether the file was deleted and that not yet.
  int isNamed, isDeleted;
  struct Shadow *next;
} Shadow;

typedef struct FaultFile {
  sqlite3_file file;
  Shadow *shadow;
  sqlite3_file *real;
} FaultFile;

static sqlite3_vfs *base;
static sqlite3_vfs vfs;
static pthread_mutex_t mutex;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static char *watched;
static Shadow *shadows;
static int64_t counts[6];
static int64_t changeCalls, failures, failAt;
static int failKinds, failCode, failLasts;
static fault_vfs_hook hook;
static void *hookContext;

static void makeMutex(void) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  // The hook asks for images.
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&mutex, &attributes);
}

static void lock(void) { pthread_mutex_lock(&mutex); }
static void unlock(void) { pthread_mutex_unlock(&mutex); }

// --- Shadows ---

static void forgetChanges(Shadow *shadow) {
  for (int64_t i = 0; i < shadow->changeCount; i++) free(shadow->changes[i].data);
  shadow->changeCount = 0;
}

static void resize(unsigned char **bytes, int64_t *size, int64_t wanted) {
  if (wanted == *size) return;
  *bytes = realloc(*bytes, wanted > 0 ? (size_t)wanted : 1);
  if (wanted > *size) memset(*bytes + *size, 0, (size_t)(wanted - *size));
  *size = wanted;
}

static void applyPart(unsigned char **bytes, int64_t *size, const Change *change, int64_t start, int64_t end) {
  if (change->offset + end > *size) resize(bytes, size, change->offset + end);
  memcpy(*bytes + change->offset + start, change->data + start, (size_t)(end - start));
}

static void apply(unsigned char **bytes, int64_t *size, const Change *change) {
  if (change->data) applyPart(bytes, size, change, 0, change->size);
  else resize(bytes, size, change->offset);
}

static void settle(Shadow *shadow) {
  for (int64_t i = 0; i < shadow->changeCount; i++) apply(&shadow->bytes, &shadow->size, &shadow->changes[i]);
  forgetChanges(shadow);
}

static void note(Shadow *shadow, int64_t offset, const void *data, int64_t size) {
  if (shadow->changeCount == shadow->changeRoom) {
    shadow->changeRoom = shadow->changeRoom ? shadow->changeRoom * 2 : 64;
    shadow->changes = realloc(shadow->changes, (size_t)shadow->changeRoom * sizeof(Change));
  }
  Change *change = &shadow->changes[shadow->changeCount++];
  change->offset = offset;
  change->size = size;
  change->data = 0;
  if (data) {
    change->data = malloc(size > 0 ? (size_t)size : 1);
    memcpy(change->data, data, (size_t)size);
  }
}

static void freeShadow(Shadow *shadow) {
  forgetChanges(shadow);
  free(shadow->changes);
  free(shadow->bytes);
  free(shadow->path);
  free(shadow);
}

static Shadow *find(const char *path) {
  for (Shadow *shadow = shadows; shadow; shadow = shadow->next)
    if (strcmp(shadow->path, path) == 0) return shadow;
  return 0;
}

// The shadow of a path; what is in the file now counts as being on the disk.
static Shadow *shadowOf(const char *path) {
  Shadow *shadow = find(path);
  if (shadow) return shadow;
  shadow = calloc(1, sizeof(Shadow));
  shadow->path = strdup(path);
  FILE *file = fopen(path, "rb");
  if (file) {
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    resize(&shadow->bytes, &shadow->size, size);
    if (size > 0 && fread(shadow->bytes, 1, (size_t)size, file) != (size_t)size) shadow->size = 0;
    fclose(file);
    shadow->isNamed = 1;
  }
  shadow->next = shadows;
  shadows = shadow;
  return shadow;
}

static int isWatched(const char *path) {
  return watched && path && strncmp(path, watched, strlen(watched)) == 0 && path[strlen(watched)] == '/';
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

// Counts a call and gives the code with which it is to fail, or SQLITE_OK. The mutex is held.
static int enter(int kind) {
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
  int code = enter(FAULT_READ);
  unlock();
  if (code) {
    memset(buffer, 0, (size_t)amount);
    return code;
  }
  return own(file)->real->pMethods->xRead(own(file)->real, buffer, amount, offset);
}

static int faultWrite(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset) {
  lock();
  int code = enter(FAULT_WRITE);
  if (code) {
    // Half of it may have been written.
    if (code == SQLITE_IOERR_WRITE && amount > SECTOR) {
      own(file)->real->pMethods->xWrite(own(file)->real, buffer, amount / 2, offset);
      note(own(file)->shadow, offset, buffer, amount / 2);
    }
    unlock();
    return code;
  }
  code = own(file)->real->pMethods->xWrite(own(file)->real, buffer, amount, offset);
  if (code == SQLITE_OK) note(own(file)->shadow, offset, buffer, amount);
  unlock();
  return code;
}

static int faultTruncate(sqlite3_file *file, sqlite3_int64 size) {
  lock();
  int code = enter(FAULT_TRUNCATE);
  if (!code) code = own(file)->real->pMethods->xTruncate(own(file)->real, size);
  if (!code) note(own(file)->shadow, size, 0, 0);
  unlock();
  return code;
}

static int faultSync(sqlite3_file *file, int flags) {
  lock();
  int code = enter(FAULT_SYNC);
  if (!code) code = own(file)->real->pMethods->xSync(own(file)->real, flags);
  if (!code) {
    settle(own(file)->shadow);
    own(file)->shadow->isNamed = 1;
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
  if (!isWatched(path)) {
    unlock();
    return base->xOpen(base, path, file, flags, outFlags);
  }
  memset(file, 0, sizeof(FaultFile));
  int code = enter(FAULT_OPEN);
  if (code) {
    unlock();
    return code;
  }
  Shadow *shadow = shadowOf(path);
  sqlite3_file *real = calloc(1, (size_t)base->szOsFile);
  code = base->xOpen(base, path, real, flags, outFlags);
  if (code) {
    free(real);
  } else {
    if (shadow->isDeleted) {
      // A new file of that name.
      forgetChanges(shadow);
      resize(&shadow->bytes, &shadow->size, 0);
      shadow->isDeleted = 0;
    }
    own(file)->real = real;
    own(file)->shadow = shadow;
    file->pMethods = &methods;
  }
  unlock();
  return code;
}

static int faultDelete(sqlite3_vfs *self, const char *path, int syncsDirectory) {
  (void)self;
  lock();
  if (!isWatched(path)) {
    unlock();
    return base->xDelete(base, path, syncsDirectory);
  }
  int code = enter(FAULT_DELETE);
  if (!code) code = base->xDelete(base, path, syncsDirectory);
  Shadow *shadow = code ? 0 : find(path);
  if (shadow) {
    shadow->isDeleted = 1;
    if (syncsDirectory) {
      forgetChanges(shadow);
      resize(&shadow->bytes, &shadow->size, 0);
      shadow->isNamed = 0;
    }
  }
  unlock();
  return code;
}

static void registerOnce(void) {
  makeMutex();
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
  free(watched);
  watched = strdup(directory);
  while (shadows) {
    Shadow *next = shadows->next;
    freeShadow(shadows);
    shadows = next;
  }
  memset(counts, 0, sizeof counts);
  changeCalls = failures = 0;
  failKinds = 0;
  failAt = -1;
  hook = 0;
  unlock();
}

void fault_vfs_unwatch(void) {
  lock();
  free(watched);
  watched = 0;
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

// --- Images ---

// splitmix64.
static uint64_t next(uint64_t *state) {
  uint64_t z = (*state += 0x9E3779B97F4A7C15ull);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
  return z ^ (z >> 31);
}

// Writes some sectors of a change.
static void tear(unsigned char **bytes, int64_t *size, const Change *change, uint64_t *state) {
  if (!change->data) return;
  for (int64_t start = 0; start < change->size;) {
    // Up to the next border of a sector on the disk.
    int64_t end = start + SECTOR - (change->offset + start) % SECTOR;
    if (end > change->size) end = change->size;
    if (next(state) & 1) applyPart(bytes, size, change, start, end);
    start = end;
  }
}

static int writeShadow(const Shadow *shadow, const char *destination, int mode, uint64_t *state) {
  int64_t size = 0;
  unsigned char *bytes = 0;
  resize(&bytes, &size, shadow->size);
  if (size > 0) memcpy(bytes, shadow->bytes, (size_t)size);
  int64_t all = shadow->changeCount;
  int64_t whole = mode == POWER_ALL ? all : 0;
  if (mode == POWER_BEGINNING && all > 0) whole = (int64_t)(next(state) % (uint64_t)(all + 1));
  for (int64_t i = 0; i < all; i++) {
    const Change *change = &shadow->changes[i];
    if (i < whole) {
      apply(&bytes, &size, change);
    } else if (mode == POWER_BEGINNING) {
      tear(&bytes, &size, change, state);
      break;
    } else if (mode == POWER_ANY) {
      switch (next(state) % 3) {
        case 0: apply(&bytes, &size, change); break;
        case 1: tear(&bytes, &size, change, state); break;
        default: break;
      }
    }
  }
  const char *name = strrchr(shadow->path, '/') + 1;
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", destination, name);
  FILE *file = fopen(path, "wb");
  int isWritten = file && fwrite(bytes ? bytes : (unsigned char *)"", 1, (size_t)size, file) == (size_t)size;
  if (file && fclose(file) != 0) isWritten = 0;
  free(bytes);
  return isWritten;
}

int fault_vfs_write_image(const char *destination, int mode, uint64_t seed) {
  lock();
  int written = 0;
  uint64_t state = seed;
  for (Shadow *shadow = shadows; shadow && written >= 0; shadow = shadow->next) {
    // Whether a name that is not on the disk for sure, or no longer, is there.
    int isThere = shadow->isNamed;
    if (shadow->isDeleted || !shadow->isNamed) {
      if (shadow->isDeleted && !shadow->isNamed) isThere = 0;
      else isThere = mode == POWER_ALL ? !shadow->isDeleted : mode == POWER_NOTHING ? shadow->isNamed : (int)(next(&state) & 1);
    }
    if (!isThere) continue;
    written = writeShadow(shadow, destination, mode, &state) ? written + 1 : -1;
  }
  unlock();
  return written;
}
