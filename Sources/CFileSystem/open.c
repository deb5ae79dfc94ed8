#define _GNU_SOURCE
#include "CFileSystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

const int cfs_path_only = O_PATH;

// A step up is refused even where it would stay inside: what lies there has a path of its own.
static int is_plain(const char *path) {
  if (path[0] == '/') return 0;
  for (const char *part = path;;) {
    size_t length = strcspn(part, "/");
    if (length == 2 && part[0] == '.' && part[1] == '.') return 0;
    if (part[length] == 0) return 1;
    part += length + 1;
  }
}

static int open_resolving(int folder, const char *path, int flags, unsigned long long resolve) {
#ifdef SYS_openat2
  struct open_how how;
  memset(&how, 0, sizeof how);
  how.flags = (unsigned long long)flags;
  how.resolve = resolve;
  return (int)syscall(SYS_openat2, folder, path, &how, sizeof how);
#else
  (void)folder, (void)path, (void)flags, (void)resolve;
  errno = ENOSYS;
  return -1;
#endif
}

int cfs_open_beneath(int folder, const char *path, int flags) {
  if (!is_plain(path)) {
    errno = EXDEV;
    return -1;
  }
  int file = open_resolving(folder, path, flags, RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS);
  // A container may forbid calls that it does not know, with EPERM.
  if (file < 0 && (errno == ENOSYS || errno == EPERM)) return cfs_open_by_component(folder, path, flags);
  return file;
}

int cfs_open_beneath_following(int folder, const char *path, int flags) {
  return open_resolving(folder, path, flags, RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS);
}

// What is not a folder is told from a link, which is one fault wherever it stands in the path.
static int open_component(int folder, const char *name, int flags) {
  int file = openat(folder, name, flags | O_NOFOLLOW);
  struct stat found;
  if (file < 0 && errno == ENOTDIR) {
    if (fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(found.st_mode)) errno = ELOOP;
    else errno = ENOTDIR;
  }
  return file;
}

int cfs_open_by_component(int folder, const char *path, int flags) {
  if (!is_plain(path)) {
    errno = EXDEV;
    return -1;
  }
  char name[256];
  int parent = folder;
  for (;;) {
    while (*path == '/') path++;
    size_t length = strcspn(path, "/");
    if (length >= sizeof name) {
      if (parent != folder) close(parent);
      errno = ENAMETOOLONG;
      return -1;
    }
    memcpy(name, path, length);
    name[length] = 0;
    path += length;
    int is_last = path[strspn(path, "/")] == 0;
    int next = open_component(parent, name, is_last ? flags : O_PATH | O_DIRECTORY | O_CLOEXEC);
    int fault = errno;
    if (parent != folder) close(parent);
    errno = fault;
    if (next < 0 || is_last) return next;
    parent = next;
  }
}
