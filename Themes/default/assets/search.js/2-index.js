/* The index of the search: static files that are loaded when a query needs them. They are classic scripts that call
   gongkaiSearch, so that they can be loaded from a disk too. */

const form = document.getElementById("search");
/* Addresses of the site and of the first page in this language, and the language of names where it is another. */
const { root, home, lang: language } = form.dataset;

const waiting = new Map();
const loaded = new Map();
/* What there is: agencies, reports, regions, and the files of the index. Empty until it is loaded. */
const portal = {};

window.gongkaiSearch = (name, data) => {
  const wait = waiting.get(name);
  if (wait) wait(data);
};

function load(name) {
  if (!loaded.has(name)) {
    const promise = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(name, resolve);
      script.src = `${root}search/data/${name}.js${portal.version ? `?v=${portal.version}` : ""}`;
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
  Object.assign(portal, data);
  openFolding(data.folding, data.simplified);
  portal.reports = [];
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
  if (portal.reports) return;
  const start = performance.now();
  open(data);
  performance.measure("gongkai-open", { start, end: performance.now() });
}
