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

/// Opens a new file without a name, to read and write, on the file system of a folder: `O_TMPFILE`. It is gone when it
/// is closed, unless it has been given a name.
/// Returns the descriptor, or -1 with `errno` set: `EOPNOTSUPP` where the file system has none.
int cfs_open_nameless(const char *folder);

/// Gives a file without a name one that is not taken.
/// Returns 0, or -1 with `errno` set.
int cfs_give_name(int file, const char *path);

#endif
