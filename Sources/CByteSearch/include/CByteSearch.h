#ifndef CBYTESEARCH_H
#define CBYTESEARCH_H

#include <stdint.h>

/* All look for the first of a few bytes in `bytes[from..<to]`, many bytes at a time, and return `to` when there is
   none. Swift's own vectors are not compiled to the instructions of the processor well enough for this. */

/* & < > " ' */
int64_t cbs_first_markup(const uint8_t *bytes, int64_t from, int64_t to);

/* " \ < and control characters */
int64_t cbs_first_json_special(const uint8_t *bytes, int64_t from, int64_t to);

/* control characters of ASCII, except tab, line feed and carriage return */
int64_t cbs_first_control(const uint8_t *bytes, int64_t from, int64_t to);

/* characters of UTF-8 that show nothing: U+0080 to 009F, 00AD, 061C, 180E, 200B to 200F, 2028 to 202E, 2060 to 206F,
   3164, FEFF, FFA0, FFF9 to FFFB, E0000 to E007F */
int64_t cbs_first_invisible(const uint8_t *bytes, int64_t from, int64_t to);

/* The first run of more than `least` bytes that mean nothing in Markdown, which all do but those of ASCII that are no
   letter, digit, comma or per cent sign: where it ends; it begins at `*start`. The last run ends with the text, whatever
   its length. */
int64_t cbs_plain_run(const uint8_t *bytes, int64_t from, int64_t to, int64_t least, int64_t *start);

/* How far a text, from the beginning of a character, surely is UTF-8 without NUL: to the beginning of a character that
   stands in front of `to` by less than 32 bytes, or of a fault or rare character (E0, ED, F0 and more in front) by less
   than 35. */
int64_t cbs_end_of_common_text(const uint8_t *bytes, int64_t from, int64_t to);

#endif
