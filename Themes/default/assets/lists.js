/* Lists that readers may sort and filter. Without this script a list is complete, in its own order.
   A list that is cut into pages is sorted and filtered as far as its rows are on this page; they can all be fetched. */

(() => {
  "use strict";

  if (!document.getElementById("list-strings")) return;
  const { fill, element, comparable, wordsIn, readsFiles } = gongkai;
  const words = gongkai.wordsOf("list-strings");

  /* A shorter list is seen at a glance. */
  const fewestFiltered = 8;
  const pagesAtOnce = 6;
  const inOrder = new Intl.Collator("zh-Hans-u-co-pinyin-kn-true").compare;

  /* The number of a cell; `null` where none is stated. */
  function numberOf(cell) {
    const text = cell.textContent.replace(/[,\s]/g, "").replace("−", "-");
    return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
  }

  class List {
    constructor(table, number) {
      this.table = table;
      this.body = table.tBodies[0];
      this.headers = [...table.tHead.rows[0].cells];
      this.box = table.closest(".table");
      this.pages = this.box.nextElementSibling;
      if (!this.pages || !this.pages.matches("nav.pages[data-rows]")) this.pages = null;
      this.take([...this.body.rows]);
      this.sorted = null;
      this.headers.forEach((header, column) => this.addButton(header, column));
      if (this.rows.length >= fewestFiltered || this.pages) this.addTools(number);
    }

    /* Rows in their own order. */
    take(rows) {
      this.rows = rows;
      this.texts = rows.map((row) => comparable([...row.cells].map((cell) => cell.textContent).join("\n")));
    }

    // Sorting

    addButton(header, column) {
      const own = [...header.childNodes];
      const link = header.querySelector("a");
      const button = element("button", link ? "" : header.textContent, { type: "button", class: "sort" });
      if (link) {
        button.setAttribute("aria-label", fill(words.sort, { column: header.textContent }));
        header.append(" ", button);
      } else {
        header.replaceChildren(button);
      }
      header.setAttribute("aria-sort", "none");
      button.addEventListener("click", () => this.sort(column));
      // Chromium repeats the header of a table on each printed page, but not one that holds a button.
      const dressed = [...header.childNodes];
      window.addEventListener("beforeprint", () => header.replaceChildren(...own));
      window.addEventListener("afterprint", () => header.replaceChildren(...dressed));
    }

    /* Numbers from the highest and texts from the first, then the other way round, then in the list's own order. */
    sort(column) {
      const first = this.headers[column].classList.contains("n") ? "descending" : "ascending";
      const second = first === "ascending" ? "descending" : "ascending";
      const now = this.headers[column].getAttribute("aria-sort");
      const next = now === "none" ? first : now === first ? second : "none";
      for (const header of this.headers) header.setAttribute("aria-sort", "none");
      this.headers[column].setAttribute("aria-sort", next);
      this.sorted = next === "none" ? null : { column, direction: next };
      this.arrange();
      const name = this.headers[column].textContent.trim();
      this.tell(next === "none" ? words.unsorted : fill(words[next], { column: name }));
    }

    arrange() {
      const rows = [...this.rows];
      if (this.sorted) {
        const { column, direction } = this.sorted;
        const sign = direction === "ascending" ? 1 : -1;
        const isNumeric = this.headers[column].classList.contains("n");
        const keys = new Map(
          rows.map((row) => {
            const cell = row.cells[column];
            return [row, isNumeric ? numberOf(cell) : cell.textContent.trim()];
          }),
        );
        const isBlank = (key) => key === null || key === "—" || key === "";
        rows.sort((one, other) => {
          const [a, b] = [keys.get(one), keys.get(other)];
          // What is not stated comes last, whichever way.
          if (isBlank(a) || isBlank(b)) return isBlank(a) - isBlank(b);
          return sign * (isNumeric ? a - b : inOrder(a, b));
        });
      }
      this.body.append(...rows);
    }

    // Filtering

    addTools(number) {
      const id = `list-filter-${number}`;
      const tools = element("div", "", { class: "list-tools" });
      this.filter = element("input", "", { id, type: "search", autocomplete: "off" });
      const caption = this.table.caption;
      if (caption && caption.id) this.filter.setAttribute("aria-describedby", caption.id);
      this.status = element("p", "", { role: "status" });
      tools.append(element("label", words.filter, { for: id }), this.filter);
      if (this.pages) this.addWhole(tools);
      tools.append(this.status);
      this.box.before(tools);
      this.filter.addEventListener("input", () => this.show());
      this.tell();
    }

    show() {
      const wanted = wordsIn(this.filter.value);
      this.rows.forEach((row, place) => {
        row.hidden = !wanted.every((word) => this.texts[place].includes(word));
      });
      this.tell();
    }

    /* How many rows match, and what else there is to say. */
    tell(more) {
      if (!this.status) this.status = this.addStatus();
      const shown = this.rows.filter((row) => !row.hidden).length;
      const isFiltered = this.filter && this.filter.value.trim() !== "";
      const count = this.rows.length;
      const parts = [isFiltered ? fill(words.matching, { shown, count }) : fill(words.all, { count })];
      if (this.pages) parts.push(fill(words.part, { count: this.pages.dataset.rows }));
      if (more) parts.push(more);
      this.status.textContent = parts.join(" ");
    }

    addStatus() {
      const status = element("p", "", { role: "status", class: "list-status" });
      this.box.before(status);
      return status;
    }

    // All pages

    addWhole(tools) {
      if (!readsFiles) return;
      this.whole = element("button", fill(words.fetch, { count: this.pages.dataset.rows }), { type: "button" });
      this.whole.addEventListener("click", () => this.fetchAll());
      tools.append(this.whole);
    }

    async fetchAll() {
      this.whole.disabled = true;
      this.status.textContent = words.fetching;
      try {
        const last = [...this.pages.querySelectorAll("a[href]")]
          .map((link) => /page-(\d+)\.html$/.exec(link.getAttribute("href")))
          .reduce((most, found) => (found ? Math.max(most, Number(found[1])) : most), 1);
        const own = /page-(\d+)\.html$/.exec(location.pathname);
        const pages = [];
        for (let page = 1; page <= last; page += 1) pages.push(page === (own ? Number(own[1]) : 1) ? null : page);
        const rows = [];
        for (let start = 0; start < pages.length; start += pagesAtOnce) {
          const some = pages.slice(start, start + pagesAtOnce);
          for (const part of await Promise.all(some.map((page) => (page ? this.rowsOf(page) : this.rows)))) {
            rows.push(...part);
          }
        }
        this.pages.hidden = true;
        this.pages = null;
        this.take(rows);
        this.arrange();
        this.show();
        this.filter.focus();
        this.whole.remove();
      } catch (error) {
        this.whole.disabled = false;
        this.status.textContent = words.failed;
        throw error;
      }
    }

    async rowsOf(page) {
      const answer = await fetch(page === 1 ? "index.html" : `page-${page}.html`);
      if (!answer.ok) throw new Error(`page ${page}: ${answer.status}`);
      const text = new DOMParser().parseFromString(await answer.text(), "text/html");
      const table = text.getElementById(this.table.caption.id).closest("table");
      return [...table.tBodies[0].rows].map((row) => document.importNode(row, true));
    }
  }

  document.querySelectorAll("table[data-sortable]").forEach((table, number) => {
    if (table.tBodies[0] && table.tBodies[0].rows.length > 1) new List(table, number);
  });
})();
