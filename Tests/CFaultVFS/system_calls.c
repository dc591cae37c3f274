// What a program does to files beside SQLite: these calls stand in front of the C library's, for all of the
// program that this is linked into, and pass through where nothing is watched.
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "fault_vfs.h"
#include "shadows.h"

// Whether a call goes on; else `errno` says why not. Within a method of the VFS that one has been counted.
static int goesOn(int kind) {
  int code = fault_depth > 0 ? SQLITE_OK : fault_enter(kind);
  if (code) errno = (code & 0xFF) == SQLITE_FULL ? ENOSPC : EIO;
  return code == SQLITE_OK;
}

int fsync(int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  path[length > 0 ? length : 0] = 0;
  fault_lock();
  // The watched directory too: it is the only one of that name with an end behind it.
  char inside[PATH_MAX + 2];
  snprintf(inside, sizeof inside, "%s/", path);
  if (length <= 0 || !fault_is_watched(inside)) {
    fault_unlock();
    return (int)syscall(SYS_fsync, descriptor);
  }
  int result = goesOn(FAULT_SYNC) ? (int)syscall(SYS_fsync, descriptor) : -1;
  if (result == 0) {
    Shadow *shadow = fault_find(path);
    if (shadow) {
      fault_settle(shadow->content);
      if (!shadow->isDeleted) fault_settle_name(shadow);
    } else {
      fault_settle_names(path);
    }
  }
  fault_unlock();
  return result;
}

int link(const char *from, const char *to) {
  fault_lock();
  if (!fault_is_watched(to)) {
    fault_unlock();
    return (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
  }
  Shadow *old = fault_shadow_of(from), *new = fault_shadow_of(to);
  int result = goesOn(FAULT_WRITE) ? (int)syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0) : -1;
  if (result == 0) {
    if (new->isNamed) new->before = new->content;
    new->content = old->content;
    new->isNamed = new->isDeleted = 0;
  }
  fault_unlock();
  return result;
}

int rename(const char *from, const char *to) {
  fault_lock();
  if (!fault_is_watched(to) || !fault_is_watched(from) || access(from, F_OK) != 0) {
    fault_unlock();
    return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0);
  }
  Shadow *old = fault_shadow_of(from), *new = fault_shadow_of(to);
  int result = goesOn(FAULT_WRITE) ? (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0) : -1;
  if (result == 0) {
    if (new->isNamed) new->before = new->content;
    new->content = old->content;
    new->isNamed = new->isDeleted = 0;
    old->isDeleted = 1;
  }
  fault_unlock();
  return result;
}

int unlink(const char *path) {
  fault_lock();
  if (!fault_is_watched(path) || access(path, F_OK) != 0) {
    fault_unlock();
    return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  }
  Shadow *shadow = fault_shadow_of(path);
  // Counted, and never refused: what is left on a disk that takes no changes says nothing of who left it.
  (void)goesOn(FAULT_DELETE);
  int result = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
  if (result == 0) shadow->isDeleted = 1;
  fault_unlock();
  return result;
}
