#include "CByteSearch.h"

#include <stdbool.h>
#include <string.h>

typedef uint8_t block __attribute__((vector_size(16)));

static block load(const uint8_t *bytes) {
  block result;
  memcpy(&result, bytes, sizeof result);
  return result;
}

static bool has_any(block hits) {
  uint64_t halves[2];
  memcpy(halves, &hits, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/* & and ' differ in one bit, and so do < and >. */
static block markup_in(block bytes) {
  return (block)((bytes | 1) == '\'') | (block)((bytes | 2) == '>') | (block)(bytes == '"');
}

static bool is_markup(uint8_t byte) { return (byte | 1) == '\'' || (byte | 2) == '>' || byte == '"'; }

static block json_special_in(block bytes) {
  return (block)(bytes < 0x20) | (block)(bytes == '"') | (block)(bytes == '\\') | (block)(bytes == '<');
}

static bool is_json_special(uint8_t byte) { return byte < 0x20 || byte == '"' || byte == '\\' || byte == '<'; }

static block control_in(block bytes) {
  return ((block)(bytes < 0x20) & (block)(bytes != '\t') & (block)(bytes != '\n') & (block)(bytes != '\r')) |
         (block)(bytes == 0x7F);
}

static bool is_control(uint8_t byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
}

int64_t cbs_first_markup(const uint8_t *bytes, int64_t from, int64_t to) {
  while (from + 32 <= to && !has_any(markup_in(load(bytes + from)) | markup_in(load(bytes + from + 16)))) from += 32;
  while (from < to && !is_markup(bytes[from])) from++;
  return from;
}

int64_t cbs_first_json_special(const uint8_t *bytes, int64_t from, int64_t to) {
  while (from + 32 <= to && !has_any(json_special_in(load(bytes + from)) | json_special_in(load(bytes + from + 16))))
    from += 32;
  while (from < to && !is_json_special(bytes[from])) from++;
  return from;
}

int64_t cbs_first_control(const uint8_t *bytes, int64_t from, int64_t to) {
  while (from + 32 <= to && !has_any(control_in(load(bytes + from)) | control_in(load(bytes + from + 16)))) from += 32;
  while (from < to && !is_control(bytes[from])) from++;
  return from;
}
