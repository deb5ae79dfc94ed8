#ifndef CMARK_BRIDGE_H
#define CMARK_BRIDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmark-gfm/node.h>

/// Kinds of nodes as a closed list; cmark-gfm tells those of its extensions apart only by variables.
enum cmb_kind {
  CMB_OTHER,
  CMB_DOCUMENT,
  CMB_BLOCK_QUOTE,
  CMB_LIST,
  CMB_ITEM,
  CMB_CODE_BLOCK,
  CMB_HTML_BLOCK,
  CMB_PARAGRAPH,
  CMB_HEADING,
  CMB_THEMATIC_BREAK,
  CMB_FOOTNOTE_DEFINITION,
  CMB_TABLE,
  CMB_TABLE_ROW,
  CMB_TABLE_CELL,
  CMB_TEXT,
  CMB_SOFT_BREAK,
  CMB_LINE_BREAK,
  CMB_CODE,
  CMB_HTML_INLINE,
  CMB_EMPHASIS,
  CMB_STRONG,
  CMB_LINK,
  CMB_IMAGE,
  CMB_FOOTNOTE_REFERENCE,
};

/// Starts to parse one document into the calling thread's arena, with tables and footnotes.
///
/// Strikethrough and autolinks are left to the caller: those two extensions of cmark-gfm change tables of the whole
/// process while they parse.
cmark_parser *cmb_begin(void);

static inline void cmb_feed(cmark_parser *parser, const uint8_t *text, ptrdiff_t length) {
  if (length > 0) cmark_parser_feed(parser, (const char *)text, (size_t)length);
}

/// Ends a document. Its tree is valid until the same thread calls `cmb_reset`.
static inline cmark_node *cmb_finish(cmark_parser *parser) { return cmark_parser_finish(parser); }

/// Takes back all that the calling thread has parsed.
void cmb_reset(void);

/// Registers the extensions; to be called once before the first thread parses.
void cmb_register_extensions(void);

struct cmb_text {
  const uint8_t *bytes;
  int32_t length;
};

static inline struct cmb_text cmb_chunk_text(const cmark_chunk *chunk) {
  struct cmb_text text = {chunk->data, chunk->data ? chunk->len : 0};
  return text;
}

static inline struct cmb_text cmb_literal(cmark_node *node) { return cmb_chunk_text(&node->as.literal); }
static inline struct cmb_text cmb_code_literal(cmark_node *node) { return cmb_chunk_text(&node->as.code.literal); }
static inline struct cmb_text cmb_code_info(cmark_node *node) { return cmb_chunk_text(&node->as.code.info); }
static inline struct cmb_text cmb_link_url(cmark_node *node) { return cmb_chunk_text(&node->as.link.url); }
static inline struct cmb_text cmb_link_title(cmark_node *node) { return cmb_chunk_text(&node->as.link.title); }

static inline cmark_node *cmb_next(cmark_node *node) { return node->next; }
static inline cmark_node *cmb_parent(cmark_node *node) { return node->parent; }
static inline cmark_node *cmb_first_child(cmark_node *node) { return node->first_child; }
static inline int cmb_line(cmark_node *node) { return node->start_line; }
static inline int cmb_column(cmark_node *node) { return node->start_column; }
static inline int cmb_heading_level(cmark_node *node) { return node->as.heading.level; }
static inline bool cmb_list_is_ordered(cmark_node *node) { return node->as.list.list_type == CMARK_ORDERED_LIST; }
static inline int cmb_list_start(cmark_node *node) { return node->as.list.start; }
static inline bool cmb_list_is_tight(cmark_node *node) { return node->as.list.tight; }
/// Which reference to its footnote this is, from 1.
static inline int cmb_reference_ordinal(cmark_node *node) { return node->footnote.ref_ix; }
/// How many references a footnote has.
static inline int cmb_reference_count(cmark_node *node) { return node->footnote.def_count; }

enum cmb_kind cmb_kind_of(cmark_node *node);

#endif
