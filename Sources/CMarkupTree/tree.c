#include "CMarkupTree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <stdlib.h>
#include <string.h>

static xmlNodePtr node_of(const cmt_node *node) { return (xmlNodePtr)node; }

cmt_tree *cmt_read_html(const char *text, int length) {
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  return (cmt_tree *)htmlReadMemory(text, length, NULL, "UTF-8", options);
}

cmt_tree *cmt_read_xml(const char *text, int length) {
  // Neither XML_PARSE_NOENT nor XML_PARSE_DTDLOAD: entities stay what they are, and nothing is loaded.
  int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
  return (cmt_tree *)xmlReadMemory(text, length, NULL, NULL, options);
}

void cmt_free(cmt_tree *tree) { xmlFreeDoc((xmlDocPtr)tree); }

const cmt_node *cmt_root(const cmt_tree *tree) { return (const cmt_node *)xmlDocGetRootElement((xmlDocPtr)tree); }

const cmt_node *cmt_first_child(const cmt_node *node) {
  // The children of a reference are those of the entity, which refer to it again.
  return node_of(node)->type == XML_ELEMENT_NODE ? (const cmt_node *)node_of(node)->children : NULL;
}

const cmt_node *cmt_next(const cmt_node *node) { return (const cmt_node *)node_of(node)->next; }

const cmt_node *cmt_parent(const cmt_node *node) {
  xmlNodePtr parent = node_of(node)->parent;
  return parent != NULL && parent->type == XML_ELEMENT_NODE ? (const cmt_node *)parent : NULL;
}

enum cmt_kind cmt_kind_of(const cmt_node *node) {
  switch (node_of(node)->type) {
    case XML_ELEMENT_NODE: return CMT_ELEMENT;
    case XML_TEXT_NODE:
    case XML_CDATA_SECTION_NODE: return CMT_TEXT;
    default: return CMT_OTHER;
  }
}

const char *cmt_name(const cmt_node *node) { return (const char *)node_of(node)->name; }

const char *cmt_text(const cmt_node *node) { return (const char *)node_of(node)->content; }

int64_t cmt_line(const cmt_node *node) { return xmlGetLineNo(node_of(node)); }

char *cmt_attribute(const cmt_node *node, const char *name) {
  for (xmlAttrPtr attribute = node_of(node)->properties; attribute != NULL; attribute = attribute->next) {
    if (strcmp((const char *)attribute->name, name) != 0) continue;
    xmlChar *value = xmlNodeListGetString(node_of(node)->doc, attribute->children, 1);
    char *copy = strdup(value != NULL ? (const char *)value : "");
    if (value != NULL) xmlFree(value);
    return copy;
  }
  return NULL;
}

const char *cmt_library_version(void) { return LIBXML_DOTTED_VERSION; }
