#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

int cfs_exchange(const char *a, const char *b) {
  return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
}

long cfs_copy_range(int from, int to, long count) {
  return copy_file_range(from, NULL, to, NULL, (size_t)count, 0);
}

int cfs_is_mount_root(const char *path) {
#ifdef STATX_ATTR_MOUNT_ROOT
  struct statx found;
  if (statx(AT_FDCWD, path, AT_NO_AUTOMOUNT, STATX_TYPE, &found) != 0) return -1;
  return (found.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
#else
  (void)path;
  return 0;
#endif
}

int cfs_open_nameless(const char *folder) {
  int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
  // What old kernels say to a flag that they do not know.
  if (file < 0 && (errno == EISDIR || errno == EINVAL)) errno = EOPNOTSUPP;
  return file;
}

int cfs_give_name(int file, const char *path) {
  char name[32];
  snprintf(name, sizeof name, "/proc/self/fd/%d", file);
  if (linkat(AT_FDCWD, name, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0) return 0;
  // Without /proc, this may be for some users only.
  return errno == ENOENT ? linkat(file, "", AT_FDCWD, path, AT_EMPTY_PATH) : -1;
}

int cfs_sync_file_system(int descriptor) {
  return syncfs(descriptor);
}
