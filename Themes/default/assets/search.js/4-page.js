/* The page of the search: shows what a query finds, with excerpts of the texts that it was found in. */

const { wordsOf, fill, element, readsFiles } = gongkai;

const results = document.getElementById("search-results");
const list = document.getElementById("search-list");
const status = document.getElementById("search-status");
const more = document.getElementById("search-more");
const words = wordsOf("search-strings");

const perPage = 10;
/* Up to so many reports are read to tell exactly how many there are. */
const mostChecked = 20;
/* What is read for one page of results, so that a query costs little over the network. */
const mostReadAtOnce = 24;
/* The same as long as none of them has the words as they are written. */
const mostReadInVain = 36;

// Excerpts

const before = 30;
const after = 90;

/* The excerpt of a report that has the most words; `false` when its text has not all of them after all. */
async function excerpt(item, wanted) {
  const { report } = item;
  const answer = await fetch(`${root}reports/${report.year}/${report.agency.id}.json`);
  if (!answer.ok) return null;
  const data = await answer.json();
  const missing = new Set(wanted.filter((word) => !report.plainTitle.includes(word)));
  for (const word of [...missing]) if (nameScore(report.agency.names, word) > 0) missing.delete(word);
  let best = null;
  for (const section of data.sections) {
    const text = plain(section.text);
    const hits = [];
    for (const word of wanted) {
      let at = find(text.text, word, 0);
      if (at >= 0) missing.delete(word);
      for (; at >= 0; at = find(text.text, word, at + word.length)) {
        hits.push([text.places[at], text.places[at + word.length - 1] + 1, word]);
      }
    }
    if (hits.length === 0) continue;
    const score = new Set(hits.map((hit) => hit[2])).size * 10 + (sectionWeights[section.id] || 2);
    if (!best || score > best.score) best = { section, hits, score };
  }
  if (missing.size > 0) return false;
  if (!best) return null;
  const { section, hits } = best;
  hits.sort((one, other) => one[0] - other[0]);
  const start = Math.max(0, hits[0][0] - before);
  const end = Math.min(section.text.length, Math.max(hits[0][1], start + before + after));
  return { section, language: data.language, start, end, hits };
}

// Showing

function link(href, label, lang) {
  const made = element("a", "", { href, lang });
  made.append(label);
  return made;
}

const note = (text, lang) => element("p", text, { class: "note", lang });

/* A text with ranges of it marked. */
function marked(text, start, end, ranges) {
  const out = document.createDocumentFragment();
  let at = start;
  for (const [from, to] of ranges) {
    if (from < at || to > end) continue;
    out.append(text.slice(at, from), element("mark", text.slice(from, to)));
    at = to;
  }
  out.append(text.slice(at, end));
  return out;
}

/* A name or title with the words of the query marked. */
function highlighted(text, wanted) {
  const { text: own, places } = plain(text);
  const ranges = [];
  for (const word of wanted) {
    const at = own.indexOf(word);
    if (at >= 0) ranges.push([places[at], places[at + word.length - 1] + 1]);
  }
  ranges.sort((one, other) => one[0] - other[0]);
  return marked(text, 0, text.length, ranges);
}

function regionName(agency) {
  const region = portal.regions[agency.region];
  return region ? region.name : "";
}

function agencyItem({ agency, own }, wanted) {
  const item = element("li");
  const heading = element("h3");
  heading.append(link(`${home}agencies/${agency.id}/index.html`, highlighted(agency.name, wanted), language));
  item.append(heading);
  const facts = [regionName(agency), ...agency.earlier.map((past) => past.name)].filter(Boolean);
  if (facts.length > 0) item.append(note(facts.join(" · "), language));
  if (own.length > 0) {
    const years = note(words.reports);
    [...own].reverse().forEach((report, place) => {
      const label = fill(words.year, { year: report.year });
      if (place > 0) years.append(words.separator);
      years.append(link(`${home}reports/${report.year}/${agency.id}.html`, label));
    });
    item.append(years);
  }
  return item;
}

function reportItem({ report }, wanted, piece) {
  const item = element("li");
  const heading = element("h3");
  const page = `${home}reports/${report.year}/${report.agency.id}.html`;
  const shownLanguage = piece ? piece.language : language;
  heading.append(link(page, highlighted(report.title(), wanted), shownLanguage));
  item.append(heading);
  const facts = note([report.agencyName, regionName(report.agency)].filter(Boolean).join(" · "), language);
  ["known", "corrected", "consolidated", "withdrawn"].forEach((key, bit) => {
    if ((report.marks & (1 << bit)) === 0) return;
    facts.prepend(element("span", words[key], { class: "tag", lang: document.documentElement.lang }), " ");
  });
  item.append(facts);
  if (piece) {
    const { section, start, end, hits } = piece;
    const text = element("p", "", { lang: piece.language });
    if (start > 0) text.append("…");
    text.append(marked(section.text, start, end, hits));
    if (end < section.text.length) text.append("…");
    item.append(text);
    if (section.title) {
      const place = note("", piece.language);
      place.append(link(`${page}#${section.id}`, section.title));
      item.append(place);
    }
  }
  return item;
}

// The page

/* Counts the queries, so that a slower answer to an earlier one is not shown. */
let current = 0;
let answer = null;

/* The next results, checked against the texts that they were found in. */
async function next(count) {
  const shown = [];
  let read = 0;
  while (shown.length < count && answer.at < answer.found.length) {
    if (read >= (shown.length > 0 ? mostReadAtOnce : mostReadInVain)) break;
    const batch = answer.found.slice(answer.at, answer.at + count - shown.length);
    answer.at += batch.length;
    read += batch.filter((item) => item.isRead).length;
    const pieces = await Promise.all(
      batch.map((item) => (item.isRead && readsFiles ? excerpt(item, answer.wanted).catch(() => null) : null)),
    );
    batch.forEach((item, place) => {
      if (pieces[place] === false) answer.dropped += 1;
      else if (item.agency) shown.push(agencyItem(item, answer.wanted));
      else shown.push(reportItem(item, answer.wanted, pieces[place]));
    });
  }
  return shown;
}

function tell() {
  const count = answer.found.length - answer.dropped;
  const isKnown = answer.at >= answer.found.length || answer.dropped === 0;
  const parts = [count === 0 ? words.nothing : fill(isKnown ? words.found : words.about, { count })];
  if (list.children.length < count) parts.push(fill(words.shown, { shown: list.children.length }));
  if (answer.isOfNames) parts.push(words.names);
  status.textContent = parts.join(" ");
  more.hidden = answer.ready.length === 0 && answer.at >= answer.found.length;
}

async function run(query) {
  current += 1;
  const own = current;
  const start = performance.now();
  list.replaceChildren();
  more.hidden = true;
  results.hidden = query.q.trim() === "";
  if (results.hidden) return;
  status.textContent = words.working;
  try {
    const { wanted, found, isOfNames } = await search(query);
    if (own !== current) return;
    performance.measure("gongkai-search", { start, end: performance.now() });
    answer = { wanted, found, isOfNames, at: 0, dropped: 0, ready: [] };
    // Few enough are all checked before they are counted.
    const items = await next(found.length <= mostChecked ? found.length : perPage);
    if (own !== current) return;
    list.append(...items.slice(0, perPage));
    answer.ready = items.slice(perPage);
    tell();
  } catch (error) {
    if (own !== current) return;
    status.textContent = words.failed;
    throw error;
  }
}

function queryOf(parameters) {
  const query = {};
  for (const key of ["q", "year", "region", "form", "findings"]) query[key] = parameters.get(key) || "";
  return query;
}

function runFromAddress() {
  const query = queryOf(new URLSearchParams(location.search));
  for (const key of Object.keys(query)) form.elements[key].value = query[key];
  return run(query);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = queryOf(new FormData(form));
  const parameters = new URLSearchParams(Object.entries(query).filter((entry) => entry[1]));
  try {
    history.pushState(null, "", `?${parameters}`);
  } catch (error) {
    // A page from a disk keeps its address.
    if (readsFiles) throw error;
  }
  run(query);
});

more.addEventListener("click", async () => {
  const own = current;
  const items = answer.ready.length > 0 ? answer.ready.splice(0, perPage) : await next(perPage);
  if (own !== current) return;
  list.append(...items);
  tell();
  const first = items.length > 0 ? items[0].querySelector("a") : null;
  if (first) first.focus();
});

window.addEventListener("popstate", runFromAddress);
form.hidden = false;
runFromAddress();
// While the words are being written; a failure is told when they are looked for.
begin().catch(() => {});
