// What a disk is known to hold of the watched files, and what was written since.
#ifndef SHADOWS_H
#define SHADOWS_H

#include <stdint.h>

// A write, or a truncation where data is null, since the last sync.
typedef struct Change {
  int64_t offset;
  int64_t size;
  unsigned char *data;
} Change;

// A file whatever its names: its bytes on the disk, and what was written since its last sync.
typedef struct Content {
  unsigned char *bytes;
  int64_t size;
  Change *changes;
  int64_t changeCount, changeRoom;
  // The path it has in the image that is being written; null before.
  char *imagePath;
  struct Content *next;
} Content;

// A name of a watched file.
typedef struct Shadow {
  char *path;
  Content *content;
  // What the name stands for on the disk where that is something else than `content`; null for nothing.
  Content *before;
  // Whether the name is on the disk for sure, and whether it was deleted and that not yet.
  int isNamed, isDeleted;
  struct Shadow *next;
} Shadow;

// The mutex of this library, which is recursive.
void fault_lock(void);
void fault_unlock(void);

// All that follow want the mutex.
int fault_is_watched(const char *path);
void fault_note(Content *content, int64_t offset, const void *data, int64_t size);
// What was written is on the disk.
void fault_settle(Content *content);
// The name of a path, or null.
Shadow *fault_find(const char *path);
// The name of a path; what is in a file there now counts as being on the disk.
Shadow *fault_shadow_of(const char *path);
// A new file takes the place of what a name stood for.
void fault_renew(Shadow *shadow);
// The name is on the disk, or its end.
void fault_settle_name(Shadow *shadow);
// All names in a directory are.
void fault_settle_names(const char *directory);
void fault_forget_shadows(void);
void fault_watch_directory(const char *directory);

// Counts a call of a kind and gives the code with which it is to fail, or SQLITE_OK.
int fault_enter(int kind);
// Above zero within a method of the VFS: calls of the system are part of it then. One for each thread.
extern _Thread_local int fault_depth;

#endif
