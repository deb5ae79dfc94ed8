#ifndef C_ARCHIVE_H
#define C_ARCHIVE_H

#include <stddef.h>
#include <stdint.h>

/// Reads a zip container in memory with libarchive, entry by entry, within limits.

typedef struct car_archive car_archive;

enum car_result { CAR_ENTRY, CAR_END, CAR_DAMAGED };

/// The bytes have to live as long as the archive. NULL when it is not a zip container.
car_archive *_Nullable car_open(const void *_Nonnull bytes, size_t count);
void car_close(car_archive *_Nonnull archive);

/// Goes to the next entry.
enum car_result car_next(car_archive *_Nonnull archive);
/// The path of the current entry; NULL when it has none.
const char *_Nullable car_path(const car_archive *_Nonnull archive);
/// Reads up to `room` bytes of the current entry. The result is how many, 0 at its end, or -1 when it is damaged.
int64_t car_read(car_archive *_Nonnull archive, void *_Nonnull buffer, size_t room);

/// Writes a zip container in memory. NULL when there is no memory.
typedef struct car_writer car_writer;
car_writer *_Nullable car_create(void);
/// Adds an entry. The result is 0, or -1 when it failed.
int car_add(car_writer *_Nonnull writer, const char *_Nonnull path, const void *_Nonnull bytes, size_t count);
/// Completes the container and frees the writer. The bytes are to be given to `car_free`; NULL when it failed.
void *_Nullable car_finish(car_writer *_Nonnull writer, size_t *_Nonnull count);
void car_free(void *_Nonnull bytes);

#endif
