#include "CByteSearch.h"

#include <stdbool.h>
#include <string.h>

typedef uint8_t block __attribute__((vector_size(16)));

static block load(const uint8_t *bytes) {
  block result;
  memcpy(&result, bytes, sizeof result);
  return result;
}

/* The place of the first of sixteen bytes that are not 0; 16 when all are. */
static int64_t first_of(block hits) {
  uint64_t halves[2];
  memcpy(halves, &hits, sizeof halves);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  if (halves[0] != 0) return __builtin_ctzll(halves[0]) / 8;
  if (halves[1] != 0) return 8 + __builtin_ctzll(halves[1]) / 8;
#else
  if (halves[0] != 0) return __builtin_clzll(halves[0]) / 8;
  if (halves[1] != 0) return 8 + __builtin_clzll(halves[1]) / 8;
#endif
  return 16;
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

/* Looks at sixteen bytes at a time, and at the last few one by one. */
#define FIRST(in_block, is_one)                       \
  while (from + 16 <= to) {                           \
    int64_t found = first_of(in_block(load(bytes + from))); \
    if (found < 16) return from + found;              \
    from += 16;                                       \
  }                                                   \
  while (from < to && !is_one(bytes[from])) from++;   \
  return from

int64_t cbs_first_markup(const uint8_t *bytes, int64_t from, int64_t to) { FIRST(markup_in, is_markup); }

int64_t cbs_first_json_special(const uint8_t *bytes, int64_t from, int64_t to) { FIRST(json_special_in, is_json_special); }

int64_t cbs_first_control(const uint8_t *bytes, int64_t from, int64_t to) { FIRST(control_in, is_control); }
