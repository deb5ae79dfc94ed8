#ifndef C_FILE_SYSTEM_H
#define C_FILE_SYSTEM_H

/// Exchanges two paths in one step: `renameat2(…, RENAME_EXCHANGE)`, which Swift does not see on Linux.
/// Returns 0, or -1 with `errno` set.
int cfs_exchange(const char *a, const char *b);

#endif
