/* Searches the site in the browser: loads small files of the index as scripts, which works from a disk too. */
(() => {
  "use strict";
  const LETTERS = 3;
  const MOST = 30;
  const place = document.getElementById("found");
  const field = document.querySelector("input[name=q]");
  if (!place || !field) return;

  // The key under which texts are kept: see prongsai.ita.thai.search_key, of which this says the same.
  const INVISIBLE = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff\ufffe\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
  const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
  const weight = (mark) => (mark <= "\u0e3a" ? 0 : mark <= "\u0e4b" ? 1 : 2);
  const marks = (found) => [...found].sort((a, b) => weight(a) - weight(b)).filter((mark, n, all) => n === 0 || mark !== all[n - 1]).join("");
  const step = (text) =>
    text
      .replace(INVISIBLE, "")
      .normalize("NFC")
      .replace(/([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32|\u0e33([\u0e48-\u0e4b])/g, (_, a, b, c) => `${a || ""}${b || ""}${c || ""}\u0e33`)
      .replace(/\u0e40\u0e40/g, "\u0e41")
      .replace(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}/g, marks);
  const key = (text) => {
    let before;
    do {
      before = text;
      text = step(text);
    } while (text !== before);
    return text
      .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0xe50))
      .replace(DASHES, "-")
      .replace(/[“”„‟«»]/g, '"')
      .replace(/[‘’‚‛]/g, "'")
      .toLowerCase()
      .split(/\s+/u)
      .filter(Boolean)
      .join(" ");
  };
  window.prongsaiSearchKey = key;

  // Files of the index hand over what they hold under their name.
  const held = new Map();
  const awaited = new Map();
  window.prongsaiSearch = (name, told) => {
    held.set(name, told);
  };
  const load = (name, file) => {
    if (held.has(name)) return Promise.resolve(held.get(name));
    if (!awaited.has(name)) {
      awaited.set(
        name,
        new Promise((resolve) => {
          const script = document.createElement("script");
          script.src = `${place.dataset.index}${file}.js`;
          script.onload = () => resolve(held.get(name));
          script.onerror = () => resolve(null);
          document.head.append(script);
        }),
      );
    }
    return awaited.get(name);
  };

  const numbers = (steps) => {
    let total = 0;
    return new Set((steps || "").split(" ").filter(Boolean).map((step) => (total += parseInt(step, 36))));
  };

  const candidates = async (words) => {
    const wanted = new Set();
    for (const word of words) for (let n = 0; n + LETTERS <= word.length; n += 1) wanted.add(word.slice(n, n + LETTERS));
    if (!wanted.size) return null;
    let found = null;
    for (const sequence of wanted) {
      const first = sequence.charCodeAt(0).toString(16);
      const part = await load(`p${first}`, `part/${first}`);
      const here = numbers(part && part[sequence]);
      found = found ? new Set([...found].filter((number) => here.has(number))) : here;
      if (!found.size) break;
    }
    return [...found].sort((a, b) => a - b);
  };

  const shown = ([title, path, kind, text], words) => {
    const body = key(text);
    const whole = key(`${title} ${text}`);
    if (!words.every((word) => whole.includes(word))) return null;
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = place.dataset.top + path + (path === "" || path.endsWith("/") ? "index.html" : "");
    link.textContent = title;
    const about = document.createElement("span");
    about.className = "soft small";
    about.textContent = ` ${kind}`;
    const line = document.createElement("span");
    line.className = "small";
    const word = words.find((each) => body.includes(each));
    const at = word ? body.indexOf(word) : -1;
    if (at < 0 || body.length !== text.length) line.textContent = text.slice(0, 200);
    else {
      const mark = document.createElement("mark");
      mark.textContent = text.slice(at, at + word.length);
      line.append(text.slice(Math.max(0, at - 60), at), mark, text.slice(at + word.length, at + word.length + 140));
    }
    entry.append(link, about, document.createElement("br"), line);
    return entry;
  };

  const say = (words) => {
    const line = document.createElement("p");
    line.textContent = words;
    place.append(line);
  };

  const search = async () => {
    place.replaceChildren();
    const words = key(field.value.slice(0, 100)).split(" ").filter(Boolean).slice(0, 10);
    if (!words.length) return;
    const found = await candidates(words);
    if (found === null) return say(place.dataset.few);
    const list = document.createElement("ul");
    let more = false;
    for (const number of found) {
      const told = await load(`t${number}`, `text/${number}`);
      const entry = told && shown(told, words);
      if (!entry) continue;
      if (list.children.length >= MOST) {
        more = true;
        break;
      }
      list.append(entry);
    }
    place.append(list);
    if (!list.children.length) place.replaceChildren();
    if (!list.children.length) say(held.size ? place.dataset.none : place.dataset.broken);
    else if (more) say(place.dataset.many);
  };

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) field.value = asked;
  if (asked) search();
})();
