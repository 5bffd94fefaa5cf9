/* <event-timeline src="https://host/v1/timeline?…" limit="20" from="2021" to="2021-03" theme="light|dark" layout="compact" lang="en">
   One file, no dependency, no request but the one to src. Text goes into text nodes only, links lead to http(s) only.
   What the page puts inside the element is shown until the entries are there, and stays where they cannot be had. */
(() => {
  "use strict";
  if (customElements.get("event-timeline")) return;

  const STYLE = `
:host { --timeline-paper: #fcfbf8; --timeline-ink: #1d1c1a; --timeline-soft: #5f5b54; --timeline-line: #e2ddd3; --timeline-accent: #0b5c72; --timeline-wash: #e8f1f3;
  --timeline-serif: "Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "Liberation Serif", serif;
  --timeline-sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
  color-scheme: light; display: block; container-type: inline-size; text-align: start; }
:host([hidden]) { display: none; }
:host([theme=dark]) { color-scheme: dark; --timeline-paper: #15171a; --timeline-ink: #e9e6df; --timeline-soft: #a7a39a; --timeline-line: #2e3237; --timeline-accent: #7fcadb; --timeline-wash: #1b2b31; }
@media (prefers-color-scheme: dark) {
  :host(:not([theme=light])) { color-scheme: dark; --timeline-paper: #15171a; --timeline-ink: #e9e6df; --timeline-soft: #a7a39a; --timeline-line: #2e3237; --timeline-accent: #7fcadb; --timeline-wash: #1b2b31; }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
.box { background: var(--timeline-paper); color: var(--timeline-ink); font: 1rem/1.5 var(--timeline-sans); padding: .25rem 1.1rem .75rem; overflow-wrap: anywhere; }
ol, ul { list-style: none; }
a { color: var(--timeline-accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
:focus-visible { outline: 2px solid var(--timeline-accent); outline-offset: 2px; border-radius: 2px; }
.entry { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); column-gap: 2.25rem; }
.date { padding: .95rem 0; text-align: end; font-weight: 600; font-size: .9375rem; line-height: 1.35; font-variant-numeric: lining-nums tabular-nums; }
.inexact .date { font-weight: 400; font-style: italic; }
.again .date > * { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.body { position: relative; min-width: 0; padding: .9rem 0 1rem; }
.body::before { content: ""; position: absolute; inset-block: 0; inset-inline-start: -1.125rem; width: 1px; background: var(--timeline-line); }
.body::after { content: ""; position: absolute; top: 1.25rem; inset-inline-start: calc(-1.125rem - .28rem); width: .6rem; height: .6rem; border-radius: 50%; border: 2px solid var(--timeline-accent); background: var(--timeline-accent); outline: 3px solid var(--timeline-paper); }
.inexact .body::after { background: var(--timeline-paper); }
h3 { font: 600 1.125rem/1.3 var(--timeline-serif); text-wrap: pretty; }
.meta { font-size: .875rem; color: var(--timeline-soft); margin-top: .25rem; }
.status { font-size: .8125rem; padding: 0 .45rem; margin-inline-end: .55rem; border: 1px solid var(--timeline-soft); border-radius: 3px; }
.asserted { border: 0; padding: 0; }
.claimed, .planned { border-color: var(--timeline-accent); color: var(--timeline-accent); }
.planned { border-style: dashed; }
.disputed, .denied { background: var(--timeline-accent); border-color: var(--timeline-accent); color: var(--timeline-paper); font-weight: 600; }
.denied { text-decoration: line-through; }
.apart { margin-top: .5rem; padding: .4rem .7rem .5rem; background: var(--timeline-wash); border-radius: 4px; font-size: .875rem; }
.apart b { color: var(--timeline-accent); }
.apart ul { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; }
.folds { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; margin-top: .35rem; }
.folds [open] { flex: 1 0 100%; }
summary { cursor: pointer; color: var(--timeline-accent); font-size: .875rem; width: fit-content; padding: .2rem 0; }
summary:hover { text-decoration: underline; }
.source { border-inline-start: 2px solid var(--timeline-line); padding: .1rem 0 .1rem .9rem; margin: .5rem 0 .9rem; font-size: .875rem; color: var(--timeline-soft); }
blockquote { font: 1rem/1.55 var(--timeline-serif); color: var(--timeline-ink); white-space: pre-line; }
.source b, .why b { color: var(--timeline-ink); font-weight: 600; }
.source p { margin-top: .25rem; }
.day { white-space: nowrap; }
.why { font-size: .875rem; color: var(--timeline-soft); }
.why ol { list-style: decimal; padding-inline-start: 1.4rem; margin-bottom: .5rem; }
.note { font-size: .875rem; color: var(--timeline-soft); padding: .6rem 0; }
button { font: inherit; font-size: .9375rem; cursor: pointer; margin: .5rem 0; padding: .45rem 1rem; color: var(--timeline-accent); background: none; border: 1px solid currentcolor; border-radius: 4px; }
button[disabled] { opacity: .6; cursor: default; }
@container (max-width: 32rem) {
  .entry { display: block; }
  .date { text-align: start; padding: .6rem 0 0; }
  .again .date { padding: 0; }
  .body { margin-inline-start: 1.25rem; padding: .4rem 0 .8rem; }
  .body::after { top: .75rem; }
}
:host([layout=compact]) .body { padding: .25rem 0 .35rem; }
:host([layout=compact]) .date { padding: .3rem 0; }
:host([layout=compact]) .body::after { top: .6rem; }
:host([layout=compact]) h3 { font-size: 1rem; }
:host([layout=compact]) .meta { display: inline; }
:host([layout=compact]) .folds { margin-top: 0; }
@media (prefers-contrast: more) { :host { --timeline-soft: var(--timeline-ink); --timeline-line: var(--timeline-soft); } }
@media (forced-colors: active) {
  .body::after { forced-color-adjust: none; background: CanvasText; border-color: CanvasText; outline-color: Canvas; }
  .inexact .body::after { background: Canvas; }
  .apart { border: 1px solid; }
}
@media print { .folds { display: block; } .folds details::details-content { content-visibility: visible; height: auto; } button { display: none; } }
`;

  // Labels in the order of KEYS. A language that is not here gets English labels and dates, not a mixture.
  const KEYS = "asserted reported claimed disputed denied planned hypothetical sources why apart undated says published empty more failed";
  const WORDS = {
    en: "asserted|reported|claimed|disputed|denied|planned|possible|Sources|Why this date?|The sources give different dates|Date not known|says|published|No entries.|More entries|The timeline could not be loaded.",
    de: "als Tatsache berichtet|berichtet|behauptet|umstritten|bestritten|geplant|möglich|Quellen|Warum dieses Datum?|Die Quellen nennen verschiedene Daten|Datum unbekannt|sagt|veröffentlicht am|Keine Einträge.|Weitere Einträge|Die Chronik konnte nicht geladen werden.",
    fr: "affirmé|rapporté|allégué|contesté|démenti|prévu|possible|Sources|Pourquoi cette date ?|Les sources donnent des dates différentes|Date inconnue|selon|publié le|Aucune entrée.|Plus d’entrées|La chronologie n’a pas pu être chargée.",
    es: "afirmado|según fuentes|alegado|disputado|desmentido|previsto|posible|Fuentes|¿Por qué esta fecha?|Las fuentes dan fechas distintas|Fecha desconocida|según|publicado el|Sin entradas.|Más entradas|No se pudo cargar la cronología.",
    ru: "утверждается|сообщается|заявлено|оспаривается|опровергнуто|планируется|возможно|Источники|Почему эта дата?|Источники называют разные даты|Дата неизвестна|по словам|опубликовано|Записей нет.|Ещё записи|Не удалось загрузить хронику.",
    uk: "стверджується|повідомляється|заявлено|оскаржується|спростовано|заплановано|можливо|Джерела|Чому ця дата?|Джерела називають різні дати|Дата невідома|за словами|опубліковано|Записів немає.|Більше записів|Не вдалося завантажити хроніку.",
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);

  const words = (lang) => {
    const listed = WORDS[lang.slice(0, 2)].split("|");
    return Object.fromEntries(KEYS.split(" ").map((key, at) => [key, listed[at]]));
  };

  // An element with a class and what stands in it: elements, or strings, which become text and never markup.
  const make = (tag, name, ...inside) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside.filter(Boolean));
    return element;
  };

  const webAddress = (address) => {
    try {
      const url = new URL(address);
      return /^https?:$/.test(url.protocol) ? url.href : null;
    } catch { return null; }
  };

  const link = (address, text) => {
    const href = webAddress(address);
    if (!href) return text;
    const anchor = make("a", "", text);
    anchor.href = href;
    anchor.rel = "noopener nofollow ugc";
    return anchor;
  };

  // A day, a month or a year in the reader's language; anything less exact keeps the label it came with.
  const SHAPES = { day: { day: "numeric", month: "long", year: "numeric" }, month: { month: "long", year: "numeric" } };
  const dateText = (when, lang, say) => {
    if (!when) return say.undated;
    const shape = SHAPES[when.precision];
    const exact = shape && /^\d{4}-\d\d(-\d\d)?$/.test(when.edtf) && !lang.startsWith("en");
    return exact ? new Intl.DateTimeFormat(lang, { ...shape, timeZone: "UTC" }).format(new Date(when.edtf)) : when.label;
  };
  const dateElement = (when, lang, say) => {
    const time = make("time", "", dateText(when, lang, say));
    if (when && /^\d{4}(-\d\d){0,2}$/.test(when.edtf)) time.dateTime = when.edtf;
    return time;
  };
  const publishedText = (published, lang) => {
    const day = new Date(String(published).slice(0, 10));
    return Number.isNaN(+day) ? "" : new Intl.DateTimeFormat(lang.startsWith("en") ? "en-GB" : lang, { ...SHAPES.day, timeZone: "UTC" }).format(day);
  };

  const fold = (summary, ...inside) => make("details", "", make("summary", "", summary), ...inside);
  const list = (tag, items) => make(tag, "", ...items.map((item) => make("li", "", ...[item].flat())));

  const sourceItem = (source, lang, say) => {
    const told = source.speaker ? `${say.says} ${source.speaker.name}` : "";
    const day = publishedText(source.published, lang);
    const quote = make("blockquote", "", source.quote.text);
    quote.dir = "auto";
    return make("li", "source", quote,
      make("p", "", make("b", "", source.source ?? ""), ` ${[say[source.stance] ?? source.stance, told].filter(Boolean).join(", ")}`),
      make("p", "", link(source.url, source.title || source.url || ""), day && " ", day && make("span", "day", `${say.published} ${day}`)));
  };

  const whyPart = (event, lang, say) => {
    const own = event.why ?? [];
    const parts = own.length ? [list("ol", own)] : [];
    for (const source of event.sources) {
      const why = source.why ?? [];
      if (event.sources.length === 1 && why.join() === own.join()) continue;
      parts.push(make("p", "", make("b", "", source.source ?? ""), ` ${dateText(source.when, lang, say)}`), list("ol", why));
    }
    return fold(say.why, make("div", "why", ...parts));
  };

  // Dates that cannot all be true, side by side, each with the outlets that give it.
  const apart = (event, lang, say) => {
    const given = new Map();
    for (const source of event.sources.filter((one) => one.when)) {
      const date = dateText(source.when, lang, say);
      given.set(date, (given.get(date) ?? new Set()).add(source.source));
    }
    const items = [...given].map(([date, outlets]) => `${date}: ${[...outlets].filter(Boolean).join(", ")}`);
    return make("div", "apart", make("b", "", say.apart), list("ul", items));
  };

  const entryItem = (event, before, lang, say) => {
    const known = event.when && event.when.earliest && event.when.earliest === event.when.latest;
    const again = before && JSON.stringify(before.when) === JSON.stringify(event.when);
    const outlets = [...new Set(event.sources.map((source) => source.source).filter(Boolean))].join(", ");
    const sources = make("ul", "", ...event.sources.map((source) => sourceItem(source, lang, say)));
    const item = make("li", `entry${known ? "" : " inexact"}${again ? " again" : ""}`,
      make("div", "date", dateElement(event.when, lang, say)),
      make("div", "body",
        make("h3", "", event.title),
        make("p", "meta", make("span", `status ${event.status}`, say[event.status] ?? event.status), outlets),
        event.dates_agree === false && apart(event, lang, say),
        make("div", "folds", fold(`${say.sources} (${event.source_count})`, sources), whyPart(event, lang, say))));
    item.setAttribute("part", "entry");
    return item;
  };

  class EventTimeline extends HTMLElement {
    static observedAttributes = ["src", "limit", "from", "to", "lang"];
    #root = this.attachShadow({ mode: "open" });
    #asked = null;

    connectedCallback() {
      this.#root.adoptedStyleSheets = [sheet];
      this.#load();
    }

    disconnectedCallback() { this.#asked?.abort(); }

    attributeChangedCallback() { if (this.isConnected && this.#root.adoptedStyleSheets.length) this.#load(); }

    get #lang() {
      const lang = this.getAttribute("lang") || this.closest("[lang]")?.lang || "en";
      try {
        return WORDS[lang.slice(0, 2).toLowerCase()] ? Intl.getCanonicalLocales(lang)[0] : "en";
      } catch { return "en"; }
    }

    #address(cursor) {
      const url = new URL(this.getAttribute("src"), document.baseURI);
      if (!webAddress(url)) throw new TypeError("src must be an http or https address");
      if (Number(this.getAttribute("limit")) > 0) url.searchParams.set("limit", this.getAttribute("limit"));
      for (const name of ["from", "to"]) if (this.getAttribute(name)) url.searchParams.set(name, this.getAttribute(name));
      if (cursor) url.searchParams.set("cursor", cursor);
      return url;
    }

    async #fetch(cursor) {
      this.#asked?.abort();
      this.#asked = new AbortController();
      const answer = await fetch(this.#address(cursor), { credentials: "omit", signal: this.#asked.signal });
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      return answer.json();
    }

    async #load() {
      const say = words(this.#lang);
      this.#root.replaceChildren(make("slot", ""));
      this.setAttribute("aria-busy", "true");
      try {
        this.#show(await this.#fetch(), say);
      } catch (error) {
        if (error.name === "AbortError") return;
        const note = make("p", "note", say.failed);
        note.setAttribute("role", "status");
        this.#root.append(make("div", "box", note));
      }
      this.removeAttribute("aria-busy");
    }

    #show(page, say) {
      const entries = make("ol", "");
      entries.setAttribute("role", "list");
      const box = make("div", "box", page.events.length ? entries : make("p", "note", say.empty));
      box.lang = this.#lang;
      box.setAttribute("part", "list");
      this.#add(entries, page.events, say);
      this.#more(box, entries, page, say);
      this.#root.replaceChildren(box);
      this.dispatchEvent(new CustomEvent("timeline-shown", { bubbles: true, detail: { count: page.events.length } }));
    }

    #add(entries, events, say, before = null) {
      for (const event of events) {
        entries.append(entryItem(event, before, this.#lang, say));
        before = event;
      }
    }

    #more(box, entries, page, say) {
      if (!page.next) return;
      const button = make("button", "", say.more);
      button.type = "button";
      button.addEventListener("click", async () => {
        button.disabled = true;
        try {
          const following = await this.#fetch(page.next);
          button.remove();
          const place = entries.children.length;
          this.#add(entries, following.events, say, page.events.at(-1));
          this.#more(box, entries, following, say);
          entries.children[place]?.querySelector("summary")?.focus();
        } catch { button.disabled = false; }
      });
      box.append(button);
    }
  }

  customElements.define("event-timeline", EventTimeline);
})();
