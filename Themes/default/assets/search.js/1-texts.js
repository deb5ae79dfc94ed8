/* How the search splits texts, the same way as the generator does (SearchTerms.swift); the index tells which characters
   are the same. */

/* By UTF-16 code unit, the character as it is compared; 0 for what only separates words. */
const folding = new Uint16Array(0x10000);

/* The second text has characters and their simplified forms, one after the other. */
function openFolding(ranges, simplified) {
  for (let unit = 0; unit < folding.length; unit += 1) folding[unit] = unit;
  for (let index = 0; index < simplified.length; index += 2) {
    folding[simplified.charCodeAt(index)] = simplified.charCodeAt(index + 1);
  }
  for (const [first, last, target] of ranges) {
    for (let unit = first; unit <= last; unit += 1) folding[unit] = target && target + unit - first;
  }
}

/* The numbers of the pairs and words of a text, each once. */
function termsOf(text) {
  const terms = new Set();
  let previous = 0;
  let hash = 2166136261;
  let length = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const unit = index < text.length ? folding[text.charCodeAt(index)] : 0;
    if (length > 0 && (unit === 0 || unit >= 0x80)) {
      terms.add((0xe0000000 | (hash & 0x0fffffff)) >>> 0);
      hash = 2166136261;
      length = 0;
    }
    if (unit >= 0x80) {
      if (previous) terms.add(((previous << 16) | unit) >>> 0);
      previous = unit;
    } else {
      previous = 0;
      if (unit) {
        hash = Math.imul(hash ^ unit, 16777619);
        length += 1;
      }
    }
  }
  return [...terms];
}

/* A text as it is compared, and where each of its characters stands in the text. Marks are left out; between two
   words of Latin letters a blank remains. */
function plain(text) {
  let out = "";
  const places = [];
  let wasLatin = false;
  let isApart = false;
  for (let index = 0; index < text.length; index += 1) {
    const unit = folding[text.charCodeAt(index)];
    if (!unit) {
      isApart = true;
      continue;
    }
    const isLatin = unit < 0x80;
    if (isApart && wasLatin && isLatin) {
      out += " ";
      places.push(index);
    }
    out += String.fromCharCode(unit);
    places.push(index);
    wasLatin = isLatin;
    isApart = false;
  }
  return { text: out, places };
}

const isWord = (unit) => (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);

/* Where a word stands in a text, or -1. Words of Latin letters and digits are found whole. */
function find(text, word, from) {
  for (let at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isCut =
      (isWord(word.charCodeAt(0)) && at > 0 && isWord(text.charCodeAt(at - 1))) ||
      (isWord(word.charCodeAt(word.length - 1)) && end < text.length && isWord(text.charCodeAt(end)));
    if (!isCut) return at;
  }
  return -1;
}
