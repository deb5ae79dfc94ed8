#ifndef C_FILE_SYSTEM_H
#define C_FILE_SYSTEM_H

// What Linux offers and Swift does not see there, because it needs `_GNU_SOURCE`.

/// Exchanges two paths in one step: `renameat2(…, RENAME_EXCHANGE)`.
/// Returns 0, or -1 with `errno` set.
int cfs_exchange(const char *a, const char *b);

/// Copies up to `count` bytes between two open files inside the kernel, each from and to where it stands.
/// Returns the bytes copied, 0 at the end of the file, or -1 with `errno` set.
long cfs_copy_range(int from, int to, long count);

/// Whether a path is the root of a mount, a bind mount of the same file system included.
/// Returns 1 or 0 (0 too where the kernel does not tell), or -1 with `errno` set.
int cfs_is_mount_root(const char *path);

/// Writes everything of one file system to its disk: `syncfs`.
/// Returns 0, or -1 with `errno` set.
int cfs_sync_file_system(int descriptor);

/// `O_PATH`: a folder only to open others below it, for which it need not be readable.
extern const int cfs_path_only;

/// Opens a path below an open folder, without following a symbolic link in any of its components: `openat2`, or, on a
/// kernel without it, `cfs_open_by_component`. `flags` are those of `open`, without `O_CREAT`.
/// Returns a descriptor, or -1 with `errno` set: `ELOOP` for a link, `EXDEV` for a path that is absolute or has `..`.
int cfs_open_beneath(int folder, const char *path, int flags);

/// The same, one component after the other.
int cfs_open_by_component(int folder, const char *path, int flags);

/// Opens a path below an open folder, following links that stay below it.
/// Returns a descriptor, or -1 with `errno` set: `EXDEV` for a link that leads out, `ENOSYS` before Linux 5.6.
int cfs_open_beneath_following(int folder, const char *path, int flags);

/// Opens a new file without a name, to read and write, on the file system of a folder: `O_TMPFILE`. It is gone when it
/// is closed, unless it has been given a name.
/// Returns the descriptor, or -1 with `errno` set: `EOPNOTSUPP` where the file system has none.
int cfs_open_nameless(const char *folder);

/// Gives a file without a name one that is not taken.
/// Returns 0, or -1 with `errno` set.
int cfs_give_name(int file, const char *path);

#endif
