/* What a query finds, best first: agencies by their names, and reports by their titles and texts. */

/* Only the rarest pairs of a word are looked up; the excerpts show whether the report has all of it. */
const mostPairs = 6;
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
