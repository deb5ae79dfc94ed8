/* What the scripts of the pages share. They are classic scripts, since a page from a disk may not load modules. */

const gongkai = (() => {
  "use strict";

  /* The words that a page has for its script, by key, from a template of this id. */
  function wordsOf(id) {
    const words = {};
    for (const item of document.getElementById(id).content.querySelectorAll("[data-key]")) {
      words[item.dataset.key] = item.textContent;
    }
    return words;
  }

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));

  /* Attributes without a value are left out. */
  function element(name, text, attributes = {}) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    for (const key of Object.keys(attributes)) if (attributes[key]) made.setAttribute(key, attributes[key]);
    return made;
  }

  /* As texts are compared: widths and capitals do not matter. */
  const comparable = (text) => text.normalize("NFKC").toLowerCase();
  const wordsIn = (text) => comparable(text).split(/\s+/).filter(Boolean);

  /* A page may read other files over the network only, not from a disk. */
  const readsFiles = location.protocol !== "file:";

  return { wordsOf, fill, element, comparable, wordsIn, readsFiles };
})();
