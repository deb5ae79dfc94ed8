/* Any agencies and years side by side, from the JSON of their reports. The address of the page names what was chosen.
   The rows and columns with their names are in the page; without this script it leads to pages that compare already. */

(() => {
  "use strict";

  const form = document.getElementById("compare");
  const filter = document.getElementById("compare-filter");
  const list = document.getElementById("compare-list");
  const found = document.getElementById("compare-found");
  const results = document.getElementById("compare-results");
  const status = document.getElementById("compare-status");
  const box = document.getElementById("compare-box");
  const table = document.getElementById("compare-table");
  const rows = document.getElementById("compare-rows").content.querySelectorAll("tbody");
  const { root, home, lang } = form.dataset;
  const { fill, element, comparable, wordsIn, readsFiles } = gongkai;
  const words = gongkai.wordsOf("compare-strings");

  /* Agencies that are offered at once; whoever wants another one writes a part of its name. */
  const mostOffered = 24;
  /* Columns of the table: more cannot be read. */
  const mostColumns = 24;

  // What was published

  /* Numbers stay as they are written, as far as the browser tells how. */
  function exact(key, value, context) {
    return typeof value === "number" && context && context.source !== undefined ? context.source : value;
  }

  const loaded = new Map();

  function load(path) {
    if (!loaded.has(path)) {
      const answer = fetch(`${root}${path}`).then(async (file) => {
        if (!file.ok) throw new Error(`${path}: ${file.status}`);
        return JSON.parse(await file.text(), exact);
      });
      answer.catch(() => loaded.delete(path));
      loaded.set(path, answer);
    }
    return loaded.get(path);
  }

  /* The report of an agency for a year: its own rather than one that it made with others. */
  async function reportOf(agency, year) {
    const page = await load(`agencies/${agency}/index.json`);
    const ofYear = page.reports.filter((report) => String(report.year) === year);
    const isPublished = (report) => report.status === "published";
    const isOwn = (report) => report.agency === agency;
    const entry =
      ofYear.find((report) => isPublished(report) && isOwn(report)) || ofYear.find(isPublished) || ofYear[0];
    const column = { agency, year, name: page.agency.name, href: "", entry, tables: {} };
    if (!entry) return column;
    column.href = `${home}reports/${entry.year}/${entry.agency}.html`;
    const report = await load(`reports/${entry.year}/${entry.agency}.json`);
    if (isOwn(entry)) column.name = report.agency.name;
    column.tables = report.tables;
    return column;
  }

  // Cells

  /* What a report states: `null` when it left the cell blank, `undefined` when its form does not ask for it.
     A group is the sum of its parts, and blank when one of them is. */
  function valueOf(tables, id, parts, column) {
    const dot = id.indexOf(".");
    const cells = tables[id.slice(0, dot)] || {};
    const own = cells[id.slice(dot + 1)];
    if (own) return own[column];
    const values = parts.filter((part) => cells[part] && column in cells[part]).map((part) => cells[part][column]);
    if (values.length === 0) return undefined;
    if (values.includes(null)) return null;
    /* As exact as they are written: 0.10 and 0.20 are 0.30. */
    const places = Math.max(...values.map((value) => (String(value).split(".")[1] || "").length));
    return values.reduce((sum, value) => sum + Number(value), 0).toFixed(places);
  }

  function show(cell, value) {
    if (value === undefined) cell.textContent = "—";
    else if (value === null) cell.textContent = words.blank;
    else cell.textContent = String(value);
    if (value === null || value === undefined) cell.className = "n blank";
  }

  /* A part of a whole, with both; not where one is blank or the whole is small. */
  function showShare(cell, row, tables, partsOf, column) {
    const value = (id) => valueOf(tables, id, partsOf(id), column);
    const stated = (number) => number !== null && number !== undefined;
    const parts = row.dataset.share.split(" ").map(value);
    const whole = value(row.dataset.of);
    if (!parts.every(stated) || !stated(whole) || Number(whole) < Number(row.dataset.base)) {
      cell.textContent = "—";
      cell.className = "n blank";
      return;
    }
    const sum = parts.reduce((total, part) => total + Number(part), 0);
    cell.textContent = `${(Math.round((sum * 1000) / Number(whole)) / 10).toFixed(1)}%`;
    cell.append(element("span", fill(words.share, { part: parts.join("+"), whole }), { class: "base" }));
  }

  // The table

  function headerOf(column) {
    const header = element("th", "", { scope: "col", class: "n" });
    const name = element("span", column.name, { lang });
    const year = element("span", fill(words.year, { year: column.year }), { class: "year" });
    if (column.href) {
      const link = element("a", "", { href: column.href });
      link.append(name, " ", year);
      header.append(link);
    } else {
      header.append(name, " ", year);
    }
    const { entry } = column;
    const mark = !entry ? "none" : entry.status === "withdrawn" ? "withdrawn" : entry.scope === "consolidated" ? "consolidated" : "";
    if (mark) header.append(" ", element("span", words[mark], { class: "tag" }));
    return header;
  }

  function draw(columns) {
    const head = table.tHead.rows[0];
    head.replaceChildren(head.cells[0], ...columns.map(headerOf));
    for (const body of [...table.tBodies]) body.remove();
    for (const source of rows) {
      const body = document.importNode(source, true);
      const choice = form.elements[body.dataset.table];
      const partsOf = (id) => {
        const row = body.querySelector(`[data-row="${id}"]`);
        return row && row.dataset.parts ? row.dataset.parts.split(" ") : [];
      };
      for (const row of [...body.rows]) {
        if (!row.dataset.row && !row.dataset.share) {
          row.cells[0].colSpan = columns.length + 1;
          continue;
        }
        const column = row.dataset.column || (choice ? choice.value : "");
        let isAsked = false;
        for (const { tables } of columns) {
          const cell = row.insertCell();
          cell.className = "n";
          if (row.dataset.share) {
            showShare(cell, row, tables, partsOf, column);
            if (valueOf(tables, row.dataset.of, partsOf(row.dataset.of), column) !== undefined) isAsked = true;
          } else {
            const value = valueOf(tables, row.dataset.row, partsOf(row.dataset.row), column);
            if (value !== undefined) isAsked = true;
            show(cell, value);
          }
        }
        // A row of forms that none of these reports is in.
        if (!isAsked) row.remove();
      }
      if (body.rows.length > 1) table.append(body);
    }
  }

  // Choosing

  let agencies = [];
  const chosen = new Set();

  /* Those that are chosen first, then those with the words, as many as can be looked through. */
  function offer() {
    const wanted = wordsIn(filter.value);
    const matches = agencies.filter((agency) => wanted.every((word) => agency.comparable.includes(word)));
    const rest = matches.filter((agency) => !chosen.has(agency.id)).slice(0, mostOffered);
    const shown = [...agencies.filter((agency) => chosen.has(agency.id)), ...rest];
    list.replaceChildren(
      ...shown.map((agency) => {
        const item = element("li");
        const label = element("label");
        const input = element("input", "", { type: "checkbox", name: "agencies", value: agency.id });
        input.checked = chosen.has(agency.id);
        label.append(input, element("span", agency.name, { lang }));
        item.append(label);
        return item;
      }),
    );
    const open = matches.filter((agency) => !chosen.has(agency.id)).length;
    found.textContent = fill(open > rest.length ? words.first : words.found, { count: matches.length, shown: rest.length });
  }

  function years() {
    return [...form.querySelectorAll("[name=years]:checked")].map((input) => input.value);
  }

  /* Counts what was chosen, so that a slower answer to an earlier choice is not shown. */
  let current = 0;

  async function compare() {
    current += 1;
    const own = current;
    const pairs = years().flatMap((year) => [...chosen].map((agency) => [agency, year]));
    remember();
    results.hidden = false;
    if (pairs.length === 0) {
      box.hidden = true;
      status.textContent = words.choose;
      return;
    }
    status.textContent = words.working;
    try {
      const columns = await Promise.all(pairs.slice(0, mostColumns).map(([agency, year]) => reportOf(agency, year)));
      if (own !== current) return;
      draw(columns);
      box.hidden = false;
      const count = columns.filter(({ entry }) => entry && entry.status === "published").length;
      const parts = [fill(words.shown, { count })];
      if (pairs.length > mostColumns) parts.push(fill(words.most, { most: mostColumns }));
      status.textContent = parts.join(" ");
    } catch (error) {
      if (own !== current) return;
      box.hidden = true;
      status.textContent = words.failed;
      throw error;
    }
  }

  // The address

  function remember() {
    const query = new URLSearchParams();
    if (chosen.size > 0) query.set("agencies", [...chosen].join(","));
    if (years().length > 0) query.set("years", years().join(","));
    for (const select of form.querySelectorAll("select")) {
      if (!select.selectedOptions[0].defaultSelected) query.set(select.name, select.value);
    }
    history.replaceState(null, "", `${location.pathname}${[...query].length > 0 ? `?${query}` : ""}`);
  }

  function recall() {
    const query = new URLSearchParams(location.search);
    const known = new Set(agencies.map((agency) => agency.id));
    for (const id of (query.get("agencies") || "").split(",")) if (known.has(id)) chosen.add(id);
    const wanted = (query.get("years") || "").split(",");
    const inputs = [...form.querySelectorAll("[name=years]")];
    for (const input of inputs) input.checked = wanted.includes(input.value);
    // An agency without a year: its newest.
    if (chosen.size > 0 && years().length === 0 && inputs.length > 0) inputs[0].checked = true;
    for (const select of form.querySelectorAll("select")) {
      const value = query.get(select.name);
      if (value && [...select.options].some((option) => option.value === value)) select.value = value;
    }
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  filter.addEventListener("input", offer);
  form.addEventListener("change", (event) => {
    const { name, value, checked } = event.target;
    if (event.target === filter) return;
    if (name === "agencies") {
      if (checked) chosen.add(value);
      else chosen.delete(value);
    }
    compare();
  });

  async function begin() {
    try {
      const page = await load("agencies/index.json");
      agencies = page.agencies.map((agency) => ({ ...agency, comparable: comparable(agency.name) }));
    } catch (error) {
      results.hidden = false;
      status.textContent = words.failed;
      throw error;
    }
    recall();
    form.hidden = false;
    offer();
    compare();
  }

  if (readsFiles) begin();
  else document.getElementById("compare-disk").hidden = false;
})();
