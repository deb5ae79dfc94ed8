#include "arena.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A bump allocator per thread: a document is parsed, read and forgotten, so nothing is ever freed one by one.
// Each block has its size in front of it, since realloc must know how much to copy.

enum { ALIGNMENT = 16, FIRST_CHUNK = 1 << 18 };

struct chunk {
  struct chunk *next;
  size_t capacity;
  size_t used;
};

static _Thread_local struct chunk *chunks;
static _Thread_local unsigned char *last_block;

// Has the memory of a thread freed when it ends.
static pthread_key_t ending;
static pthread_once_t ending_is_made = PTHREAD_ONCE_INIT;

static void free_chunks(void *newest) {
  struct chunk *chunk = newest;
  while (chunk) {
    struct chunk *older = chunk->next;
    free(chunk);
    chunk = older;
  }
}

static void make_ending(void) {
  if (pthread_key_create(&ending, free_chunks) != 0) abort();
}

static unsigned char *chunk_bytes(struct chunk *chunk) { return (unsigned char *)chunk + ALIGNMENT * 2; }

static size_t *block_size(void *block) { return (size_t *)((unsigned char *)block - ALIGNMENT); }

static struct chunk *add_chunk(size_t needed) {
  size_t capacity = chunks ? chunks->capacity * 2 : FIRST_CHUNK;
  while (capacity < needed) capacity *= 2;
  struct chunk *chunk = malloc(capacity + ALIGNMENT * 2);
  if (!chunk) {
    // cmark-gfm has no way to report it and would write through the null pointer.
    fputs("gongkai: out of memory\n", stderr);
    abort();
  }
  *chunk = (struct chunk){chunks, capacity, 0};
  chunks = chunk;
  pthread_once(&ending_is_made, make_ending);
  pthread_setspecific(ending, chunks);
  return chunk;
}

static size_t rounded(size_t size) { return (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1); }

static void *allocate(size_t size) {
  size_t total = rounded(size) + ALIGNMENT;
  struct chunk *chunk = chunks;
  if (!chunk || chunk->capacity - chunk->used < total) chunk = add_chunk(total);
  unsigned char *block = chunk_bytes(chunk) + chunk->used + ALIGNMENT;
  chunk->used += total;
  *block_size(block) = size;
  last_block = block;
  return block;
}

static void *arena_calloc(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) abort();
  return memset(allocate(bytes), 0, bytes);
}

static void *arena_realloc(void *block, size_t size) {
  if (!block) return allocate(size);
  size_t old = *block_size(block);
  if (size <= old) return block;
  if (block == last_block) {
    size_t grown = rounded(size) - rounded(old);
    if (chunks->capacity - chunks->used >= grown) {
      chunks->used += grown;
      *block_size(block) = size;
      return block;
    }
  }
  return memcpy(allocate(size), block, old);
}

static void arena_free(void *block) { (void)block; }

cmark_mem arena_memory = {arena_calloc, arena_realloc, arena_free};

void arena_reset(void) {
  // The newest chunk is the largest: it alone stays for the next document.
  if (chunks) {
    free_chunks(chunks->next);
    chunks->next = NULL;
    chunks->used = 0;
  }
  last_block = NULL;
}
