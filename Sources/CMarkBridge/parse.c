#include "CMarkBridge.h"

#include <cmark-gfm-core-extensions.h>
#include <stdio.h>
#include <stdlib.h>

#include "arena.h"

static cmark_syntax_extension *table_extension;

void cmb_register_extensions(void) {
  cmark_gfm_core_extensions_ensure_registered();
  table_extension = cmark_find_syntax_extension("table");
  if (!table_extension) {
    // A report without its tables would be published as an empty one.
    fputs("gongkai: this libcmark-gfm has no tables\n", stderr);
    abort();
  }
}

cmark_parser *cmb_begin(void) {
  cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES, &arena_memory);
  cmark_parser_attach_syntax_extension(parser, table_extension);
  return parser;
}

void cmb_reset(void) { arena_reset(); }

// The extension defines these, but its installed headers do not declare them.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL;

enum cmb_kind cmb_kind_of(cmark_node *node) {
  switch (node->type) {
  case CMARK_NODE_DOCUMENT: return CMB_DOCUMENT;
  case CMARK_NODE_BLOCK_QUOTE: return CMB_BLOCK_QUOTE;
  case CMARK_NODE_LIST: return CMB_LIST;
  case CMARK_NODE_ITEM: return CMB_ITEM;
  case CMARK_NODE_CODE_BLOCK: return CMB_CODE_BLOCK;
  case CMARK_NODE_HTML_BLOCK: return CMB_HTML_BLOCK;
  case CMARK_NODE_PARAGRAPH: return CMB_PARAGRAPH;
  case CMARK_NODE_HEADING: return CMB_HEADING;
  case CMARK_NODE_THEMATIC_BREAK: return CMB_THEMATIC_BREAK;
  case CMARK_NODE_FOOTNOTE_DEFINITION: return CMB_FOOTNOTE_DEFINITION;
  case CMARK_NODE_TEXT: return CMB_TEXT;
  case CMARK_NODE_SOFTBREAK: return CMB_SOFT_BREAK;
  case CMARK_NODE_LINEBREAK: return CMB_LINE_BREAK;
  case CMARK_NODE_CODE: return CMB_CODE;
  case CMARK_NODE_HTML_INLINE: return CMB_HTML_INLINE;
  case CMARK_NODE_EMPH: return CMB_EMPHASIS;
  case CMARK_NODE_STRONG: return CMB_STRONG;
  case CMARK_NODE_LINK: return CMB_LINK;
  case CMARK_NODE_IMAGE: return CMB_IMAGE;
  case CMARK_NODE_FOOTNOTE_REFERENCE: return CMB_FOOTNOTE_REFERENCE;
  }
  if (node->type == CMARK_NODE_TABLE) return CMB_TABLE;
  if (node->type == CMARK_NODE_TABLE_ROW) return CMB_TABLE_ROW;
  if (node->type == CMARK_NODE_TABLE_CELL) return CMB_TABLE_CELL;
  return CMB_OTHER;
}
