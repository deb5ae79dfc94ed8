#define _GNU_SOURCE
#include "CWorkbookFiles.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const size_t largest_in_memory = 256 << 10;

static _Thread_local int first_fault;
static _Thread_local long begun;

struct temporary {
  char *folder;
  // What is in memory; `bytes` is NULL once it has moved to the file.
  char *bytes;
  size_t capacity;
  size_t size;
  size_t position;
  int file;
};

FILE *lxw_tmpfile(const char *folder);

int cwf_take_fault(void) {
  int fault = first_fault;
  first_fault = 0;
  return fault;
}

int cwf_fault_of_last_call(void) {
  switch (errno) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
    case EIO:
    case EROFS: return errno;
    default: return 0;
  }
}

long cwf_files_begun(void) {
  return begun;
}

static int failed(int code) {
  if (first_fault == 0) first_fault = code;
  errno = code;
  return -1;
}

static int write_whole(int file, const char *bytes, size_t count, size_t position) {
  size_t done = 0;
  while (done < count) {
    ssize_t written = pwrite(file, bytes + done, count - done, (off_t)(position + done));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return failed(written < 0 ? errno : EIO);
    done += (size_t)written;
  }
  return 0;
}

static int open_nameless(const char *folder) {
  int file = open(folder, O_TMPFILE | O_RDWR | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) return file;
  char *name = NULL;
  if (asprintf(&name, "%s/.gongkai-workbook-XXXXXX", folder) < 0) {
    errno = ENOMEM;
    return -1;
  }
  file = mkostemp(name, O_CLOEXEC);
  if (file >= 0 && unlink(name) != 0) {
    int code = errno;
    close(file);
    errno = code;
    file = -1;
  }
  free(name);
  return file;
}

static int move_to_file(struct temporary *self) {
  int file = open_nameless(self->folder);
  if (file < 0) return failed(errno);
  if (write_whole(file, self->bytes, self->size, 0) != 0) {
    close(file);
    return -1;
  }
  free(self->bytes);
  self->bytes = NULL;
  self->file = file;
  return 0;
}

static int make_room(struct temporary *self, size_t end) {
  if (end <= self->capacity) return 0;
  size_t capacity = self->capacity * 2 > end ? self->capacity * 2 : end;
  char *bytes = realloc(self->bytes, capacity);
  if (bytes == NULL) return failed(ENOMEM);
  self->bytes = bytes;
  self->capacity = capacity;
  return 0;
}

// A stream wants 0, and nothing less, for a write that failed.
static ssize_t write_temporary(void *cookie, const char *bytes, size_t count) {
  struct temporary *self = cookie;
  size_t end = self->position + count;
  if (self->file < 0 && end > largest_in_memory && move_to_file(self) != 0) return 0;
  if (self->file >= 0) {
    if (write_whole(self->file, bytes, count, self->position) != 0) return 0;
  } else {
    if (make_room(self, end) != 0) return 0;
    if (self->position > self->size) memset(self->bytes + self->size, 0, self->position - self->size);
    memcpy(self->bytes + self->position, bytes, count);
  }
  self->position = end;
  if (end > self->size) self->size = end;
  return (ssize_t)count;
}

static ssize_t read_temporary(void *cookie, char *bytes, size_t count) {
  struct temporary *self = cookie;
  size_t rest = self->position < self->size ? self->size - self->position : 0;
  if (count > rest) count = rest;
  if (count == 0) return 0;
  if (self->file < 0) {
    memcpy(bytes, self->bytes + self->position, count);
  } else {
    ssize_t found;
    do {
      found = pread(self->file, bytes, count, (off_t)self->position);
    } while (found < 0 && errno == EINTR);
    // What has been written cannot be missing.
    if (found <= 0) return failed(found < 0 ? errno : EIO);
    count = (size_t)found;
  }
  self->position += count;
  return (ssize_t)count;
}

static int seek_temporary(void *cookie, off64_t *offset, int from) {
  struct temporary *self = cookie;
  off64_t base = from == SEEK_SET ? 0 : from == SEEK_CUR ? (off64_t)self->position : (off64_t)self->size;
  if (base + *offset < 0) {
    errno = EINVAL;
    return -1;
  }
  *offset += base;
  self->position = (size_t)*offset;
  return 0;
}

static int close_temporary(void *cookie) {
  struct temporary *self = cookie;
  if (self->file >= 0) close(self->file);
  free(self->bytes);
  free(self->folder);
  free(self);
  return 0;
}

FILE *lxw_tmpfile(const char *folder) {
  begun += 1;
  struct temporary *self = calloc(1, sizeof *self);
  char *copy = strdup(folder != NULL ? folder : P_tmpdir);
  if (self != NULL) {
    self->folder = copy;
    self->file = -1;
  }
  cookie_io_functions_t functions = {read_temporary, write_temporary, seek_temporary, close_temporary};
  FILE *stream = self != NULL && copy != NULL ? fopencookie(self, "w+", functions) : NULL;
  if (stream == NULL) {
    free(copy);
    free(self);
    failed(ENOMEM);
  }
  return stream;
}
