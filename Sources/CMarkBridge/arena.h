#ifndef ARENA_H
#define ARENA_H

#include <cmark-gfm.h>

extern cmark_mem arena_memory;

void arena_reset(void);

#endif
