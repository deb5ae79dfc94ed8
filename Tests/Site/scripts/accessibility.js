/* What a page is looked at for besides the rules of axe, and the answer of axe: runs in the page, after axe itself. */

const nameOf = (element) => {
  const own = element.tagName.toLowerCase() + (element.id ? `#${element.id}` : "");
  return element.getAttribute("class") ? `${own}.${element.getAttribute("class").trim().replace(/\s+/g, ".")}` : own;
};

/* Red, green, blue and opacity of a colour of whatever notation. */
const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const colourOf = (text) => {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = text;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return { channels: [red, green, blue], alpha: alpha / 255 };
};
const laidOver = (upper, lower) =>
  upper.channels.map((value, index) => value * upper.alpha + lower[index] * (1 - upper.alpha));
const luminance = (channels) => {
  const [red, green, blue] = channels.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/* The contrast of a text with what is behind it; `null` where that is no plain colour. */
const contrastOf = (element) => {
  const layers = [];
  for (let box = element; box; box = box.parentElement) {
    const style = getComputedStyle(box);
    if (style.backgroundImage !== "none" || Number(style.opacity) < 1) return null;
    layers.push(colourOf(style.backgroundColor));
  }
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const canvasColour = isDark ? [18, 18, 18] : [255, 255, 255];
  const ground = layers.reverse().reduce((below, layer) => laidOver(layer, below), canvasColour);
  const ink = laidOver(colourOf(getComputedStyle(element).color), ground);
  const [light, dark] = [luminance(ink), luminance(ground)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
};

const contrastFaults = (results) =>
  results
    .filter((result) => result.id.startsWith("color-contrast"))
    .flatMap((result) => result.nodes)
    .flatMap((node) => {
      const element = document.querySelector(node.target[0]);
      const contrast = contrastOf(element);
      const { fontSize, fontWeight } = getComputedStyle(element);
      const isLarge = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);
      const wanted = isLarge ? 4.5 : 7;
      if (contrast !== null && contrast < wanted) return [`contrast of ${node.target[0]}: ${contrast.toFixed(2)}, not ${wanted}`];
      return [];
    });

const isWiderThanWindow = () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;

const narrowFaults = () => {
  if (isWiderThanWindow()) return [`the page is ${document.documentElement.scrollWidth} px wide`];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
      "p { margin-bottom: 2em !important }",
  );
  document.adoptedStyleSheets.push(sheet);
  const faults = isWiderThanWindow() ? ["the page scrolls sideways when its text is spaced"] : [];
  document.adoptedStyleSheets.pop();
  return faults;
};

const scrollFaults = () =>
  [...document.querySelectorAll("body *")]
    .filter((element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX))
    .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1)
    .flatMap((element) => {
      const isNamed = element.getAttribute("aria-label") || element.getAttribute("aria-labelledby");
      const isFine = element.tabIndex >= 0 && element.getAttribute("role") && isNamed;
      return isFine ? [] : [`${nameOf(element)} scrolls, and has no tabindex, role or name`];
    });

/* Only within a text: parts of a cell in other sizes have tops of their own. */
const numberFaults = () => {
  const faults = [];
  const range = document.createRange();
  for (const cell of document.querySelectorAll("td, th")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const number = texts.currentNode.data.trim();
      if (!/^[-+−]?[\d,.]*\d%?$/.test(number)) continue;
      range.selectNodeContents(texts.currentNode);
      const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
      if (lines.size > 1) faults.push(`the number ${number} is broken over lines`);
    }
  }
  return faults;
};

/* Rows of a list are all alike, and axe takes a minute for a thousand of them. */
const mostRows = 60;
const shortenLists = () => {
  const surplus = `:nth-child(n + ${mostRows + 1})`;
  for (const element of document.querySelectorAll(`tbody > tr${surplus}, ul > li${surplus}`)) element.remove();
};

globalThis.look = async ({ runOnly, rules, isNarrow }) => {
  const own = [...scrollFaults(), ...numberFaults(), ...(isNarrow ? narrowFaults() : [])];
  shortenLists();
  const answer = await axe.run(document, { runOnly, rules, resultTypes: ["violations", "incomplete"] });
  const violations = answer.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} – ${(node.failureSummary || "").replace(/\s+/g, " ")}`),
  );
  const kinds = ["violations", "passes", "incomplete", "inapplicable"];
  return {
    rules: kinds.reduce((sum, kind) => sum + answer[kind].length, 0),
    faults: [...violations, ...contrastFaults(answer.incomplete), ...own],
  };
};
