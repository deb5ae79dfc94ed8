#include "CArchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

struct car_archive {
  struct archive *reader;
  struct archive_entry *entry;
};

car_archive *car_open(const void *bytes, size_t count) {
  car_archive *archive = calloc(1, sizeof(car_archive));
  if (archive == NULL) return NULL;
  archive->reader = archive_read_new();
  if (archive->reader == NULL || archive_read_support_format_zip_streamable(archive->reader) != ARCHIVE_OK ||
      archive_read_support_format_zip_seekable(archive->reader) != ARCHIVE_OK ||
      archive_read_open_memory(archive->reader, bytes, count) != ARCHIVE_OK) {
    car_close(archive);
    return NULL;
  }
  return archive;
}

void car_close(car_archive *archive) {
  if (archive->reader != NULL) archive_read_free(archive->reader);
  free(archive);
}

enum car_result car_next(car_archive *archive) {
  int result = archive_read_next_header(archive->reader, &archive->entry);
  if (result == ARCHIVE_EOF) return CAR_END;
  return result == ARCHIVE_OK || result == ARCHIVE_WARN ? CAR_ENTRY : CAR_DAMAGED;
}

const char *car_path(const car_archive *archive) {
  const char *path = archive_entry_pathname_utf8(archive->entry);
  return path != NULL ? path : archive_entry_pathname(archive->entry);
}

int64_t car_read(car_archive *archive, void *buffer, size_t room) {
  la_ssize_t count = archive_read_data(archive->reader, buffer, room);
  return count < 0 ? -1 : (int64_t)count;
}
