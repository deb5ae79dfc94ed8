/* The search: names, titles and the full text of a portal, from static files that are loaded when a query needs them.
   They are classic scripts that call gongkaiSearch, so that all but the excerpts works from a disk too.
   How texts are taken apart here and in the generator (SearchTerms.swift) must be the same. */

(() => {
  "use strict";

  const form = document.getElementById("search");
  const results = document.getElementById("search-results");
  const list = document.getElementById("search-list");
  const status = document.getElementById("search-status");
  const more = document.getElementById("search-more");
  const root = form.dataset.root;
  const home = form.dataset.home;
  const words = {};
  for (const item of document.getElementById("search-strings").content.querySelectorAll("[data-key]")) {
    words[item.dataset.key] = item.textContent;
  }

  const perPage = 10;
  /* Only the rarest pairs of a word are looked up; the excerpts show whether all of it stands there. */
  const mostPairs = 6;
  /* Up to so many reports are read to tell exactly how many there are. */
  const mostChecked = 20;
  /* What is read for one page of results, so that a query costs little over the network. */
  const mostReadAtOnce = 24;
  /* The same as long as none of them has the words as they are written. */
  const mostReadInVain = 36;

  // Texts

  /* The simplified forms of traditional characters, once the portal is read. */
  const simplified = new Map();

  /* A character as it is compared; 0 for what only separates words. */
  function folded(unit) {
    if (unit >= 0x2e80 && unit < 0xa000) {
      const form = simplified.get(unit);
      if (form) return form;
      if (unit >= 0x3400) return unit;
    }
    if (unit >= 0xff01 && unit <= 0xff5e) unit -= 0xfee0;
    if (unit < 0x80) {
      if (unit >= 0x41 && unit <= 0x5a) return unit | 0x20;
      return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) ? unit : 0;
    }
    if (unit < 0xc0 || unit === 0xd7 || unit === 0xf7) return 0;
    if (unit >= 0x2000 && unit < 0x2c00) return 0;
    if ((unit >= 0x3000 && unit < 0x3005) || (unit >= 0x3008 && unit < 0x3021)) return 0;
    if (unit === 0x3030 || unit === 0x303d) return 0;
    if ((unit >= 0xe000 && unit < 0xf900) || (unit >= 0xfe10 && unit < 0xfe70) || unit >= 0xff00) return 0;
    return unit;
  }

  /* The numbers of the pairs and words of a text, each once. */
  function termsOf(text) {
    const terms = new Set();
    let previous = 0;
    let hash = 2166136261;
    let length = 0;
    for (let index = 0; index <= text.length; index += 1) {
      const unit = index < text.length ? folded(text.charCodeAt(index)) : 0;
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
      const unit = folded(text.charCodeAt(index));
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

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));

  // Files of the index

  const waiting = new Map();
  const loaded = new Map();
  let portal = null;

  window.gongkaiSearch = (name, data) => {
    const wait = waiting.get(name);
    if (wait) wait(data);
  };

  function load(name) {
    if (!loaded.has(name)) {
      const promise = new Promise((resolve, reject) => {
        const script = document.createElement("script");
        waiting.set(name, resolve);
        script.src = `${root}search/data/${name}.js${portal ? `?v=${portal.version}` : ""}`;
        script.onerror = () => reject(new Error(name));
        script.onload = () => script.remove();
        document.head.append(script);
      });
      promise.catch(() => loaded.delete(name));
      loaded.set(name, promise);
    }
    return loaded.get(name);
  }

  function bytesOf(base64) {
    const text = atob(base64);
    const bytes = new Uint8Array(text.length);
    for (let index = 0; index < text.length; index += 1) bytes[index] = text.charCodeAt(index);
    return bytes;
  }

  class Reader {
    constructor(bytes, at = 0) {
      this.bytes = bytes;
      this.at = at;
    }

    number() {
      let value = 0;
      let scale = 1;
      for (;;) {
        const byte = this.bytes[this.at];
        this.at += 1;
        value += (byte & 0x7f) * scale;
        if (byte < 0x80) return value;
        scale *= 128;
      }
    }

    /* A list of documents, as one bit for each that there is. */
    documents(count) {
      const bits = new Uint8Array(Math.ceil(count / 8));
      const head = this.number();
      const end = this.at + Math.floor(head / 2);
      if (head % 2) {
        bits.set(this.bytes.subarray(this.at, end));
        this.at = end;
      } else {
        for (let document = -1; this.at < end; ) {
          document += this.number() + 1;
          bits[document >> 3] |= 1 << (document & 7);
        }
      }
      return bits;
    }

    skip() {
      const head = this.number();
      this.at += Math.floor(head / 2);
    }
  }

  const shards = new Map();

  function shard(name) {
    if (!shards.has(name)) {
      const bytes = load(name).then(bytesOf);
      bytes.catch(() => shards.delete(name));
      shards.set(name, bytes);
    }
    return shards.get(name);
  }

  const shardOf = (term) => (term >= 0xe0000000 && term < 0xf0000000 ? term : term >>> 16) % portal.terms;

  /* Where a term stands: how many documents, and the list, for each kind of section. */
  async function entriesOf(term) {
    const bytes = await shard(`terms-${shardOf(term)}`);
    const reader = new Reader(bytes);
    const entries = [];
    let current = 0;
    while (reader.at < bytes.length) {
      current += reader.number();
      if (current > term) break;
      const head = reader.number();
      const section = Math.floor(head / 2);
      if (head % 2) {
        // Short enough to stand here; the longer ones say how long they are.
        if (current === term) entries.push({ section, count: 1, bytes, at: reader.at });
        reader.skip();
      } else {
        const count = reader.number();
        const number = reader.number();
        if (current === term) entries.push({ section, count, number });
      }
    }
    return entries;
  }

  /* A reader that stands at the list of an entry. */
  async function listOf(entry) {
    if (entry.bytes) return new Reader(entry.bytes, entry.at);
    let place = portal.lists.length - 1;
    while (portal.lists[place] > entry.number) place -= 1;
    const reader = new Reader(await shard(`lists-${place}`));
    for (let skipped = portal.lists[place]; skipped < entry.number; skipped += 1) reader.skip();
    return reader;
  }

  /* Agencies and reports as objects, once. */
  function open(data) {
    portal = data;
    portal.reports = [];
    for (let index = 0; index < data.simplified.length; index += 2) {
      simplified.set(data.simplified.charCodeAt(index), data.simplified.charCodeAt(index + 1));
    }
    const initials = new Map();
    for (const [letter, ...characters] of data.initials) {
      for (const own of characters) initials.set(own, (initials.get(own) || "") + letter);
    }
    portal.initials = initials;
    portal.regions = data.regions.map(([code, name, parent]) => ({ code, name, parent }));
    portal.agencies = data.agencies.map(([id, name, region, others, earlier, numbers]) => {
      const agency = { id, name, region, others, earlier: [], reports: [] };
      for (let index = 0; index < earlier.length; index += 2) {
        agency.earlier.push({ name: earlier[index], last: earlier[index + 1] });
      }
      agency.names = [name, ...others, ...agency.earlier.map((past) => past.name)].map((own) => plain(own).text);
      const titles = new Map();
      for (let index = 0; index < numbers.length; index += 4) {
        const year = numbers[index];
        const past = agency.earlier.find((own) => year <= own.last);
        const agencyName = past ? past.name : name;
        const pattern = data.titles[numbers[index + 2]];
        const key = `${numbers[index + 2]} ${agencyName}`;
        if (!titles.has(key)) titles.set(key, plainTitles(pattern, agencyName));
        const report = {
          agency,
          agencyName,
          year,
          form: data.forms[numbers[index + 1]],
          marks: numbers[index + 3],
          number: portal.reports.length,
          title: () => titleOf(pattern, agencyName, year),
          plainTitle: titles.get(key)(year),
        };
        agency.reports.push(report);
        portal.reports.push(report);
      }
      return agency;
    });
    portal.latestFirst = latestFirst(portal.reports);
  }

  /* The latest year first, and within a year in the order of the agencies. */
  function latestFirst(reports) {
    const byYear = new Map();
    for (const report of reports) {
      if (!byYear.has(report.year)) byYear.set(report.year, []);
      byYear.get(report.year).push(report);
    }
    return [...byYear.keys()].sort((one, other) => other - one).flatMap((year) => byYear.get(year));
  }

  function titleOf(pattern, name, year) {
    return pattern[0] === "=" ? pattern.slice(1) : pattern.replace("#", year).replace("@", () => name);
  }

  /* The titles of a pattern as they are compared, by their year: taken apart once for all years of an agency. */
  function plainTitles(pattern, name) {
    const mark = "90817263";
    const parts = pattern.includes("#") ? plain(titleOf(pattern, name, mark)).text.split(mark) : [];
    return parts.length === 2 ? (year) => parts[0] + year + parts[1] : (year) => plain(titleOf(pattern, name, year)).text;
  }

  async function begin() {
    const data = await load("portal");
    if (portal) return;
    const start = performance.now();
    open(data);
    performance.measure("gongkai-open", { start, end: performance.now() });
  }

  // Queries

  const sectionWeights = { overview: 3, problems: 3, introduction: 1, closing: 1 };

  /* By document, how well its text has a word: 0 where it does not. */
  async function textScores(word) {
    const scores = new Uint8Array(portal.documents);
    const terms = termsOf(word);
    if (terms.length === 0) return scores;
    const found = (await Promise.all(terms.map(entriesOf))).map((entries) => ({
      entries,
      count: entries.reduce((sum, entry) => sum + entry.count, 0),
    }));
    if (found.some((term) => term.entries.length === 0)) return scores;
    const rarest = found.sort((one, other) => one.count - other.count).slice(0, mostPairs);
    const sections = [...new Set(rarest[0].entries.map((entry) => entry.section))]
      .map((section) => ({ section, entries: rarest.map((term) => term.entries.find((own) => own.section === section)) }))
      .filter(({ entries }) => entries.every(Boolean));
    // All at once: one after the other, each file would wait for the one before it.
    const lists = await Promise.all(sections.map(({ entries }) => Promise.all(entries.map(listOf))));
    sections.forEach(({ section }, place) => {
      const [all, ...others] = lists[place].map((list) => list.documents(portal.documents));
      for (const bits of others) for (let at = 0; at < all.length; at += 1) all[at] &= bits[at];
      const weight = sectionWeights[portal.sections[section]] || 2;
      for (let at = 0; at < all.length; at += 1) {
        for (let bits = all[at], document = at * 8; bits; bits >>= 1, document += 1) {
          if (bits & 1 && scores[document] < weight) scores[document] = weight;
        }
      }
    });
    return scores;
  }

  /* Whether the pinyin initials of a name have a word from a place on. A character may have several readings; letters
     and digits of the name stand for themselves. */
  function hasInitials(name, word, from) {
    for (let at = 0; at < word.length; at += 1) {
      const own = name[from + at] || "";
      if (!(portal.initials.get(own) || own).includes(word[at])) return false;
    }
    return true;
  }

  function initialsScore(name, word) {
    if (name.length < word.length) return 0;
    if (hasInitials(name, word, 0)) return name.length === word.length ? 290 : 280;
    // Two letters somewhere in a name are too many names.
    for (let from = 1; word.length > 2 && from + word.length <= name.length; from += 1) {
      if (hasInitials(name, word, from)) return 270;
    }
    return 0;
  }

  /* How well the names of an agency have a word: the whole name before its beginning, a part, letters in order, and
     pinyin initials. */
  function nameScore(names, word) {
    let best = 0;
    const mayBeInitials = /^[a-z]{2,}$/.test(word);
    for (const name of names) {
      let score = 0;
      if (name === word) score = 1000;
      else if (name.startsWith(word)) score = 500;
      else if (name.includes(word)) score = 400;
      else if (word.length >= 4 && name.length <= word.length * 2) {
        let at = -1;
        for (const letter of word) {
          at = name.indexOf(letter, at + 1);
          if (at < 0) break;
        }
        if (at >= 0) score = 300;
      }
      if (score === 0 && mayBeInitials) score = initialsScore(name, word);
      if (score > best) best = score;
    }
    return best;
  }

  function filterOf(query) {
    const within = new Set();
    portal.regions.forEach((region, place) => {
      for (let up = place, steps = 0; up >= 0 && steps < 16; up = portal.regions[up].parent, steps += 1) {
        if (portal.regions[up].code === query.region) within.add(place);
      }
    });
    return {
      agency: (agency) => !query.region || within.has(agency.region),
      isOfReports: Boolean(query.year || query.form || query.findings),
      report: (report) =>
        (!query.year || String(report.year) === query.year) &&
        (!query.form || report.form === query.form) &&
        (query.findings !== "known" || (report.marks & 1) !== 0) &&
        (query.findings !== "none" || (report.marks & 9) === 0) &&
        (query.findings !== "corrected" || (report.marks & 2) !== 0),
    };
  }

  /* All that a query finds, best first. */
  async function search(query) {
    await begin();
    const written = query.q.split(/\s+/).filter((word) => plain(word).text);
    const wanted = written.map((word) => plain(word).text);
    if (wanted.length === 0) return { wanted, found: [], isOfNames: false };
    const filter = filterOf(query);
    const texts = await Promise.all(written.map(textScores));
    const agencies = [];
    const scoresOf = new Map();
    for (const agency of portal.agencies) {
      if (!filter.agency(agency)) continue;
      const scores = wanted.map((word) => nameScore(agency.names, word));
      scoresOf.set(agency, scores);
      if (scores.includes(0)) continue;
      const own = agency.reports.filter(filter.report);
      if (own.length > 0 || !filter.isOfReports) agencies.push({ agency, own, score: Math.min(...scores) });
    }
    // There are few scores and many reports, which are in order already.
    const byScore = new Map();
    for (const report of portal.latestFirst) {
      const scores = scoresOf.get(report.agency);
      if (!scores || !filter.report(report)) continue;
      let score = 0;
      let isRead = false;
      for (let place = 0; place < wanted.length; place += 1) {
        const inTitle = report.plainTitle.includes(wanted[place]) ? 200 : 0;
        const inText = texts[place][report.number];
        const best = Math.max(scores[place], inTitle, inText);
        if (best === 0) {
          score = 0;
          break;
        }
        if (best === inText) isRead = true;
        score += best;
      }
      if (score === 0) continue;
      if (!byScore.has(score)) byScore.set(score, []);
      byScore.get(score).push({ report, score, isRead });
    }
    agencies.sort((one, other) => other.score - one.score || one.agency.name.length - other.agency.name.length);
    const reports = [...byScore.keys()].sort((one, other) => other - one).flatMap((score) => byScore.get(score));
    const isOfNames = written.some((word) => termsOf(word).length === 0);
    return { wanted, found: [...agencies, ...reports], isOfNames };
  }

  // Excerpts

  /* A page may read other files over the network only, not from a disk. */
  const readsFiles = location.protocol !== "file:";
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

  function element(name, text, language) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (language) made.lang = language;
    return made;
  }

  function link(href, label, language) {
    const made = element("a", "", language);
    made.href = href;
    made.append(label);
    return made;
  }

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

  const language = form.dataset.lang;

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
      const years = element("p", words.reports);
      years.className = "note";
      [...own].reverse().forEach((report, place) => {
        const label = fill(words.year, { year: report.year });
        if (place > 0) years.append(words.separator);
        years.append(link(`${home}reports/${report.year}/${agency.id}.html`, label));
      });
      item.append(years);
    }
    return item;
  }

  function note(text, textLanguage) {
    const made = element("p", text, textLanguage);
    made.className = "note";
    return made;
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
      const tag = element("span", words[key], document.documentElement.lang);
      tag.className = "tag";
      facts.prepend(tag, " ");
    });
    item.append(facts);
    if (piece) {
      const { section, start, end, hits } = piece;
      const text = element("p", "", piece.language);
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
})();
