#include "CArchive.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

struct car_writer {
  struct archive *archive;
  char *bytes;
  size_t count;
  size_t room;
};

static la_ssize_t append(struct archive *archive, void *context, const void *bytes, size_t count) {
  car_writer *writer = context;
  (void)archive;
  if (writer->room - writer->count < count) {
    size_t room = (writer->count + count) * 2;
    char *grown = realloc(writer->bytes, room);
    if (grown == NULL) return -1;
    writer->bytes = grown;
    writer->room = room;
  }
  memcpy(writer->bytes + writer->count, bytes, count);
  writer->count += count;
  return (la_ssize_t)count;
}

car_writer *car_create(void) {
  car_writer *writer = calloc(1, sizeof(car_writer));
  if (writer == NULL) return NULL;
  writer->archive = archive_write_new();
  if (writer->archive == NULL || archive_write_set_format_zip(writer->archive) != ARCHIVE_OK ||
      archive_write_zip_set_compression_deflate(writer->archive) != ARCHIVE_OK ||
      archive_write_set_bytes_in_last_block(writer->archive, 1) != ARCHIVE_OK ||
      archive_write_open(writer->archive, writer, NULL, append, NULL) != ARCHIVE_OK) {
    if (writer->archive != NULL) archive_write_free(writer->archive);
    free(writer->bytes);
    free(writer);
    return NULL;
  }
  return writer;
}

int car_add(car_writer *writer, const char *path, const void *bytes, size_t count) {
  struct archive_entry *entry = archive_entry_new();
  if (entry == NULL) return -1;
  archive_entry_set_pathname(entry, path);
  archive_entry_set_size(entry, (la_int64_t)count);
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_perm(entry, 0644);
  // The same report gives the same bytes: the first day that the format knows.
  archive_entry_set_mtime(entry, 315532800, 0);
  int result = archive_write_header(writer->archive, entry);
  archive_entry_free(entry);
  if (result != ARCHIVE_OK) return -1;
  return archive_write_data(writer->archive, bytes, count) == (la_ssize_t)count ? 0 : -1;
}

void *car_finish(car_writer *writer, size_t *count) {
  int result = archive_write_close(writer->archive);
  archive_write_free(writer->archive);
  char *bytes = writer->bytes;
  *count = writer->count;
  free(writer);
  if (result == ARCHIVE_OK) return bytes;
  free(bytes);
  return NULL;
}

void car_free(void *bytes) { free(bytes); }
