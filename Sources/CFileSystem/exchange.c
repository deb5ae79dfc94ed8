#define _GNU_SOURCE
#include "CFileSystem.h"

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

int cfs_sync_file_system(int descriptor) {
  return syncfs(descriptor);
}
