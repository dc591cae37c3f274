// A SQLite VFS for tests that fails calls and remembers what a disk would hold after a loss of power.
//
// It stands in front of the default VFS and becomes the default; files outside the watched directory go
// straight through. Of each watched file it keeps the bytes as of its last sync and the writes since, and of each
// name what it stands for on the disk: fsync, link, rename and unlink pass through here too, whoever calls them.
#ifndef FAULT_VFS_H
#define FAULT_VFS_H

#include <stdint.h>

// Kinds of calls, or-ed into masks.
enum {
  FAULT_READ = 1,
  FAULT_WRITE = 2,
  FAULT_SYNC = 4,
  FAULT_TRUNCATE = 8,
  FAULT_OPEN = 16,
  FAULT_DELETE = 32,
  // Calls that change what is on the disk.
  FAULT_CHANGES = FAULT_WRITE | FAULT_SYNC | FAULT_TRUNCATE | FAULT_DELETE,
};

// How much of what was written since the last sync reached the disk.
enum {
  POWER_NOTHING = 0,   // nothing
  POWER_ALL = 1,       // everything, so that only order between files and renames matter
  POWER_BEGINNING = 2, // the first writes, the last of them torn
  POWER_ANY = 3,       // any of them, whole or torn at sectors, in any file
};

// Called before a call that changes a watched file; `count` numbers these calls from 1.
typedef void (*fault_vfs_hook)(void *context, int64_t count);

// Registers the VFS; safe to call again. Returns a SQLite result code.
int fault_vfs_register(void);

// Watches files below `directory` from now on, forgets all that was known, and counts from 0.
void fault_vfs_watch(const char *directory);

// Stops watching; open files go on without faults.
void fault_vfs_unwatch(void);

// Lets the `nth` call of these kinds from now on fail with `code`, and all later ones too if `lasting`.
void fault_vfs_fail(int kinds, int64_t nth, int code, int lasting);

// Calls of these kinds since the watch began.
int64_t fault_vfs_count(int kinds);

// Calls that failed because they were told to.
int64_t fault_vfs_failed(void);

// Sets what is called before each change; null for nothing.
void fault_vfs_set_hook(fault_vfs_hook hook, void *context);

// Writes the watched files to `destination` as a disk might hold them if power failed now. Returns the number
// of files, or -1 when one cannot be written. To be called from the hook or while nothing is written.
int fault_vfs_write_image(const char *destination, int mode, uint64_t seed);

#endif
