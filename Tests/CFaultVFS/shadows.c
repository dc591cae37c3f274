#include "shadows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fault_vfs.h"

#define SECTOR 512

static char *watched;
static Shadow *shadows;
static Content *contents;

static void forgetChanges(Content *content) {
  for (int64_t i = 0; i < content->changeCount; i++) free(content->changes[i].data);
  content->changeCount = 0;
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

void fault_settle(Content *content) {
  for (int64_t i = 0; i < content->changeCount; i++)
    apply(&content->bytes, &content->size, &content->changes[i]);
  forgetChanges(content);
}

void fault_note(Content *content, int64_t offset, const void *data, int64_t size) {
  if (content->changeCount == content->changeRoom) {
    content->changeRoom = content->changeRoom ? content->changeRoom * 2 : 64;
    content->changes = realloc(content->changes, (size_t)content->changeRoom * sizeof(Change));
  }
  Change *change = &content->changes[content->changeCount++];
  change->offset = offset;
  change->size = size;
  change->data = 0;
  if (data) {
    change->data = malloc(size > 0 ? (size_t)size : 1);
    memcpy(change->data, data, (size_t)size);
  }
}

static Content *newContent(void) {
  Content *content = calloc(1, sizeof(Content));
  content->next = contents;
  contents = content;
  return content;
}

Shadow *fault_find(const char *path) {
  for (Shadow *shadow = shadows; shadow; shadow = shadow->next)
    if (strcmp(shadow->path, path) == 0) return shadow;
  return 0;
}

Shadow *fault_shadow_of(const char *path) {
  Shadow *shadow = fault_find(path);
  if (shadow) return shadow;
  shadow = calloc(1, sizeof(Shadow));
  shadow->path = strdup(path);
  shadow->content = newContent();
  shadow->isDeleted = 1;
  FILE *file = fopen(path, "rb");
  if (file) {
    Content *content = shadow->content;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    resize(&content->bytes, &content->size, size);
    if (size > 0 && fread(content->bytes, 1, (size_t)size, file) != (size_t)size) content->size = 0;
    fclose(file);
    shadow->isNamed = 1;
    shadow->isDeleted = 0;
  }
  shadow->next = shadows;
  shadows = shadow;
  return shadow;
}

void fault_renew(Shadow *shadow) {
  shadow->content = newContent();
  shadow->isDeleted = 0;
}

void fault_settle_name(Shadow *shadow) {
  shadow->before = 0;
  shadow->isNamed = !shadow->isDeleted;
}

void fault_settle_names(const char *directory) {
  size_t length = strlen(directory);
  for (Shadow *shadow = shadows; shadow; shadow = shadow->next) {
    const char *end = strrchr(shadow->path, '/');
    if ((size_t)(end - shadow->path) == length && strncmp(shadow->path, directory, length) == 0)
      fault_settle_name(shadow);
  }
}

void fault_forget_shadows(void) {
  while (shadows) {
    Shadow *next = shadows->next;
    free(shadows->path);
    free(shadows);
    shadows = next;
  }
  while (contents) {
    Content *next = contents->next;
    forgetChanges(contents);
    free(contents->changes);
    free(contents->bytes);
    free(contents->imagePath);
    free(contents);
    contents = next;
  }
}

void fault_watch_directory(const char *directory) {
  free(watched);
  watched = directory ? strdup(directory) : 0;
}

int fault_is_watched(const char *path) {
  return watched && path && strncmp(path, watched, strlen(watched)) == 0 && path[strlen(watched)] == '/';
}

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

// Writes a file as it may be on the disk.
static int writeContent(const Content *content, const char *path, int mode, uint64_t *state) {
  int64_t size = 0;
  unsigned char *bytes = 0;
  resize(&bytes, &size, content->size);
  if (size > 0) memcpy(bytes, content->bytes, (size_t)size);
  int64_t all = content->changeCount;
  int64_t whole = mode == POWER_ALL ? all : 0;
  if (mode == POWER_BEGINNING && all > 0) whole = (int64_t)(next(state) % (uint64_t)(all + 1));
  for (int64_t i = 0; i < all; i++) {
    const Change *change = &content->changes[i];
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
  FILE *file = fopen(path, "wb");
  int isWritten = file && fwrite(bytes ? bytes : (unsigned char *)"", 1, (size_t)size, file) == (size_t)size;
  if (file && fclose(file) != 0) isWritten = 0;
  free(bytes);
  return isWritten;
}

// Writes what a name stands for; a file with several names keeps them.
static int writeName(const Shadow *shadow, Content *content, const char *destination, int mode, uint64_t *state) {
  char path[4096];
  snprintf(path, sizeof path, "%s%s", destination, shadow->path + strlen(watched));
  // The folder that a new file is built in.
  char *end = strrchr(path, '/');
  *end = 0;
  mkdir(path, 0777);
  *end = '/';
  if (content->imagePath) return link(content->imagePath, path) == 0;
  content->imagePath = strdup(path);
  return writeContent(content, path, mode, state);
}

int fault_vfs_write_image(const char *destination, int mode, uint64_t seed) {
  fault_lock();
  int written = 0;
  uint64_t state = seed;
  for (Content *content = contents; content; content = content->next) {
    free(content->imagePath);
    content->imagePath = 0;
  }
  for (Shadow *shadow = shadows; shadow && written >= 0; shadow = shadow->next) {
    // What the name stands for on the disk for sure, and what it is to stand for.
    Content *old = shadow->isNamed ? shadow->content : shadow->before;
    Content *new = shadow->isDeleted ? 0 : shadow->content;
    int isNew = mode == POWER_ALL || (mode != POWER_NOTHING && old != new && (next(&state) & 1));
    Content *content = isNew ? new : old;
    if (content) written = writeName(shadow, content, destination, mode, &state) ? written + 1 : -1;
  }
  fault_unlock();
  return written;
}
