#include "CByteSearch.h"

#include <string.h>

/* As many bytes as AVX2 looks at in one step; other processors take two. */
enum { WIDTH = 32, EIGHT = 8 };
typedef uint8_t block __attribute__((vector_size(WIDTH)));
typedef uint64_t words __attribute__((vector_size(WIDTH)));
/* The least that processors have registers for: compilers make much of blocks of eight bytes. */
typedef uint8_t half_block __attribute__((vector_size(2 * EIGHT)));
typedef uint64_t pair __attribute__((vector_size(2 * EIGHT)));

/* Which version is called is decided while the program is loaded. The thread sanitizer instruments the code that decides,
   which then runs before the sanitizer does and crashes: under it there is one version. */
#if defined(__x86_64__) && !__has_feature(thread_sanitizer)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

/* The place of the first byte that is not 0; the word without it, where each byte has one bit at most. */
#define ONE_IN_EACH_BYTE 0x0101010101010101u
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define FIRST_BYTE(word) (__builtin_ctzll(word) / 8)
#define WITHOUT_FIRST(word) ((word) & ((word)-1))
#else
#define FIRST_BYTE(word) (__builtin_clzll(word) / 8)
#define WITHOUT_FIRST(word) ((word) & ~(UINT64_C(1) << (63 - __builtin_clzll(word))))
#endif

/* Macros, since they are asked of one byte and of a block: a block must not be an argument of a function that may be
   compiled for a processor without registers of its size. */

/* & and ' differ in one bit, and so do < and >. */
#define IS_MARKUP(bytes) ((((bytes) | 1) == '\'') | (((bytes) | 2) == '>') | ((bytes) == '"'))

#define IS_JSON_SPECIAL(bytes) (((bytes) < 0x20) | ((bytes) == '"') | ((bytes) == '\\') | ((bytes) == '<'))

#define IS_LETTER(bytes) ((((bytes) | 0x20) >= 'a') & (((bytes) | 0x20) <= 'z'))
#define IS_DIGIT(bytes) (((bytes) >= '0') & ((bytes) <= '9'))
#define IS_MARKDOWN(bytes) \
  (((bytes) < 0x80) & ((IS_LETTER(bytes) | IS_DIGIT(bytes) | ((bytes) == ',') | ((bytes) == '%')) == 0))

#define IS_CONTROL(bytes) \
  ((((bytes) < 0x20) & ((bytes) != '\t') & ((bytes) != '\n') & ((bytes) != '\r')) | ((bytes) == 0x7F))

/* Looks at a block at a time; in a text that fills none at eight bytes, in a shorter one at each. The last block ends
   with the text: what it shares with the one before is looked at twice. */
#define FIRST(is_hit)                                              \
  if (to - from < EIGHT) {                                         \
    while (from < to && !is_hit(bytes[from])) from++;              \
    return from;                                                   \
  }                                                                \
  if (to - from < WIDTH) {                                         \
    while (from < to) {                                            \
      if (from > to - EIGHT) from = to - EIGHT;                    \
      pair read = {0, 0};                                          \
      memcpy(&read, bytes + from, EIGHT);                          \
      uint64_t hits = ((pair)is_hit((half_block)read))[0];         \
      if (hits != 0) return from + FIRST_BYTE(hits);               \
      from += EIGHT;                                               \
    }                                                              \
    return to;                                                     \
  }                                                                \
  while (from < to) {                                              \
    if (from > to - WIDTH) from = to - WIDTH;                      \
    block read;                                                    \
    memcpy(&read, bytes + from, WIDTH);                            \
    words hits = (words)is_hit(read);                              \
    if (__builtin_reduce_or(hits) != 0) {                          \
      for (int word = 0;; word++) {                                \
        if (hits[word] != 0) return from + word * 8 + FIRST_BYTE(hits[word]); \
      }                                                            \
    }                                                              \
    from += WIDTH;                                                 \
  }                                                                \
  return to

FOR_EACH_PROCESSOR
int64_t cbs_first_markup(const uint8_t *bytes, int64_t from, int64_t to) { FIRST(IS_MARKUP); }

FOR_EACH_PROCESSOR
int64_t cbs_first_json_special(const uint8_t *bytes, int64_t from, int64_t to) { FIRST(IS_JSON_SPECIAL); }

FOR_EACH_PROCESSOR
int64_t cbs_first_control(const uint8_t *bytes, int64_t from, int64_t to) { FIRST(IS_CONTROL); }

/* By the bytes of a character of two or three, or the first three of one of four. */
#define IS_BETWEEN(byte, first, last) (((byte) >= (first)) & ((byte) <= (last)))
#define IS_INVISIBLE(a, b, c)                                                                                    \
  ((((a) == 0xC2) & (((b) < 0xA0) | ((b) == 0xAD))) | (((a) == 0xD8) & ((b) == 0x9C)) |                          \
   (((a) == 0xE1) & ((b) == 0xA0) & ((c) == 0x8E)) |                                                             \
   (((a) == 0xE2) & ((((b) == 0x80) & (IS_BETWEEN(c, 0x8B, 0x8F) | IS_BETWEEN(c, 0xA8, 0xAE))) |                 \
                     (((b) == 0x81) & IS_BETWEEN(c, 0xA0, 0xAF)))) |                                             \
   (((a) == 0xE3) & ((b) == 0x85) & ((c) == 0xA4)) |                                                             \
   (((a) == 0xEF) & ((((b) == 0xBB) & ((c) == 0xBF)) | (((b) == 0xBE) & ((c) == 0xA0)) |                         \
                     (((b) == 0xBF) & IS_BETWEEN(c, 0xB9, 0xBB)))) |                                             \
   (((a) == 0xF3) & ((b) == 0xA0) & ((c) <= 0x81)))

FOR_EACH_PROCESSOR
int64_t cbs_first_invisible(const uint8_t *bytes, int64_t from, int64_t to) {
  int64_t at = from;
  for (; at <= to - WIDTH - 2; at += WIDTH) {
    block first, second, third;
    memcpy(&first, bytes + at, WIDTH);
    memcpy(&second, bytes + at + 1, WIDTH);
    memcpy(&third, bytes + at + 2, WIDTH);
    words hits = (words)IS_INVISIBLE(first, second, third);
    if (__builtin_reduce_or(hits) == 0) continue;
    for (int word = 0;; word++) {
      if (hits[word] != 0) return at + word * 8 + FIRST_BYTE(hits[word]);
    }
  }
  for (; at < to - 1; at++) {
    uint8_t third = at < to - 2 ? bytes[at + 2] : 0;
    if (IS_INVISIBLE(bytes[at], bytes[at + 1], third)) return at;
  }
  return to;
}

FOR_EACH_PROCESSOR
int64_t cbs_plain_run(const uint8_t *bytes, int64_t from, int64_t to, int64_t least, int64_t *start) {
  int64_t at = from;
  *start = from;
  for (; at <= to - WIDTH; at += WIDTH) {
    block read;
    memcpy(&read, bytes + at, WIDTH);
    words hits = (words)IS_MARKDOWN(read) & ONE_IN_EACH_BYTE;
    if (__builtin_reduce_or(hits) == 0) continue;
    for (int word = 0; word < WIDTH / 8; word++) {
      for (uint64_t rest = hits[word]; rest != 0; rest = WITHOUT_FIRST(rest)) {
        int64_t place = at + word * 8 + FIRST_BYTE(rest);
        if (place - *start > least) return place;
        *start = place + 1;
      }
    }
  }
  for (; at < to; at++) {
    if (!IS_MARKDOWN(bytes[at])) continue;
    if (at - *start > least) return at;
    *start = at + 1;
  }
  return to;
}

/* Of the first bytes of characters of two and three bytes, those that any 80 to BF may follow. */
#define LEADS_TWO(bytes) (((bytes) >= 0xC2) & ((bytes) < 0xE0))
#define LEADS_THREE(bytes) (((bytes) > 0xE0) & ((bytes) < 0xF0) & ((bytes) != 0xED))

FOR_EACH_PROCESSOR
int64_t cbs_end_of_common_text(const uint8_t *bytes, int64_t from, int64_t to) {
  int64_t at = from;
  uint8_t first[WIDTH + 2] = {0};
  while (at <= to - WIDTH) {
    /* What stands before the first byte, where a character begins, leads to nothing. */
    const uint8_t *here = bytes + at;
    if (at == from) here = memcpy(first + 2, here, WIDTH);
    block read, before, second_before;
    memcpy(&read, here, WIDTH);
    memcpy(&before, here - 1, WIDTH);
    memcpy(&second_before, here - 2, WIDTH);
    block follows = (block)((read & 0xC0) == 0x80);
    block must_follow = (block)(LEADS_TWO(before) | LEADS_THREE(before) | LEADS_THREE(second_before));
    block is_known = (block)((read - 1 < 0x7F) | LEADS_TWO(read) | LEADS_THREE(read)) | follows;
    if (__builtin_reduce_or((words)((follows ^ must_follow) | ~is_known)) != 0) break;
    at += WIDTH;
  }
  if (at == from) return from;
  if (bytes[at - 1] >= 0xC0) return at - 1;
  return bytes[at - 2] >= 0xE0 ? at - 2 : at;
}
