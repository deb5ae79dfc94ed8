#ifndef C_MARKUP_TREE_H
#define C_MARKUP_TREE_H

#include <stddef.h>
#include <stdint.h>

/// Trees that libxml2 reads: without the network, without external entities or DTDs, and of a bounded depth. Its own
/// headers stay out of Swift, since they bring along those of ICU, which Foundation has a module of.

typedef struct cmt_tree cmt_tree;
typedef struct cmt_node cmt_node;

enum cmt_kind { CMT_OTHER, CMT_ELEMENT, CMT_TEXT };

/// The text is UTF-8. NULL when it cannot be read at all.
cmt_tree *_Nullable cmt_read_html(const char *_Nonnull text, int length);
cmt_tree *_Nullable cmt_read_xml(const char *_Nonnull text, int length);
void cmt_free(cmt_tree *_Nonnull tree);

const cmt_node *_Nullable cmt_root(const cmt_tree *_Nonnull tree);
const cmt_node *_Nullable cmt_first_child(const cmt_node *_Nonnull node);
const cmt_node *_Nullable cmt_next(const cmt_node *_Nonnull node);
const cmt_node *_Nullable cmt_parent(const cmt_node *_Nonnull node);

enum cmt_kind cmt_kind_of(const cmt_node *_Nonnull node);
/// The name of an element without its prefix.
const char *_Nullable cmt_name(const cmt_node *_Nonnull node);
/// The characters of a text.
const char *_Nullable cmt_text(const cmt_node *_Nonnull node);
int64_t cmt_line(const cmt_node *_Nonnull node);
/// To be given to `free`; NULL when there is no such attribute. In XML its prefix does not matter.
char *_Nullable cmt_attribute(const cmt_node *_Nonnull node, const char *_Nonnull name);

const char *_Nonnull cmt_library_version(void);

#endif
