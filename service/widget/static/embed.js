// <event-timeline src="https://host/v1/timeline">; docs/widget.md says the rest. One file, no request but to src (and, where `live`, to the
// stream beside it). Text goes into text nodes only. In order: style, words, dates, entry, spread in time, list, element.
// Lines that are comments, and indentation, are left out of what is served.
(() => {
  "use strict";
  if (customElements.get("event-timeline")) return;

  const STYLE = `
:host { --timeline-paper: light-dark(#fcfbf8, #15171a); --timeline-ink: light-dark(#1d1c1a, #e9e6df); --timeline-soft: light-dark(#5f5b54, #a7a39a);
  --timeline-line: light-dark(#e2ddd3, #2e3237); --timeline-accent: light-dark(#0b5c72, #7fcadb); --timeline-wash: light-dark(#e8f1f3, #1b2b31);
  --timeline-serif: "Iowan Old Style", Palatino, Charter, Georgia, serif;
  --timeline-sans: -apple-system, "Segoe UI", Roboto, Arial, sans-serif;
  color-scheme: light dark; display: flex; flex-direction: column; container-type: inline-size; text-align: start; }
:host([hidden]) { display: none; }
:host([theme=light]) { color-scheme: light; }
:host([theme=dark]) { color-scheme: dark; }
* { box-sizing: border-box; margin: 0; padding: 0; }
.box { display: flex; flex-direction: column; min-block-size: 0; background: var(--timeline-paper); color: var(--timeline-ink); font: 1rem/1.5 var(--timeline-sans); padding: .25rem 1.1rem .75rem; overflow-wrap: anywhere; }
.feed { min-block-size: 0; overflow: auto; position: relative; }
ol, ul { list-style: none; }
a { color: var(--timeline-accent); }
:focus-visible { outline: 2px solid var(--timeline-accent); outline-offset: 2px; border-radius: 2px; }
.entry:focus-visible { outline-offset: -2px; }
input { font: inherit; inline-size: 100%; padding: .4rem .7rem; margin: .5rem 0; color: inherit; background: none; border: 1px solid var(--timeline-soft); border-radius: 4px; }
.strip { display: flex; block-size: 2.75rem; margin-block-start: .5rem; border-block-end: 1px solid var(--timeline-line); }
.strip input { appearance: none; flex: 1; min-inline-size: 0; margin: 0; padding: 0; border: 0; border-radius: 0; cursor: pointer; border-inline: 1px solid var(--timeline-paper); background: linear-gradient(to top, var(--timeline-soft) var(--bar), #0000 0); }
.strip :checked, .strip input:hover { background: linear-gradient(to top, var(--timeline-accent) var(--bar), var(--timeline-wash) 0); }
.spread:empty:not(.told) { block-size: 4.75rem; }
.ends { font-size: .8125rem; color: var(--timeline-soft); }
.ends input { inline-size: auto; margin: 0; margin-inline-end: .4rem; accent-color: var(--timeline-accent); }
.entry { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); column-gap: 2.25rem; }
.group { grid-column: 1 / -1; font: 600 1.25rem/1.3 var(--timeline-serif); padding: 1.1rem 0 .4rem; border-block-end: 1px solid var(--timeline-line); }
.date { padding: .95rem 0; text-align: end; font-weight: 600; font-size: .9375rem; line-height: 1.35; font-variant-numeric: lining-nums tabular-nums; }
.inexact .date { font-weight: 400; font-style: italic; }
.again .date > * { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.body { position: relative; min-inline-size: 0; padding: .9rem 0 1rem; }
.body::before { content: ""; position: absolute; inset-block: 0; inset-inline-start: -1.125rem; inline-size: 1px; background: var(--timeline-line); }
.body::after { content: ""; position: absolute; inset-block-start: 1.25rem; inset-inline-start: calc(-1.125rem - .28rem); inline-size: .6rem; block-size: .6rem; border-radius: 50%; border: 2px solid var(--timeline-accent); background: var(--timeline-accent); outline: 3px solid var(--timeline-paper); }
.inexact .body::after { background: var(--timeline-paper); }
.new .body { background: var(--timeline-wash); }
.title { font: 600 1.125rem/1.3 var(--timeline-serif); text-wrap: pretty; }
.meta { font-size: .875rem; color: var(--timeline-soft); margin-block-start: .25rem; }
.status { font-size: .8125rem; padding: 0 .45rem; margin-inline-end: .55rem; border: 1px solid var(--timeline-soft); border-radius: 3px; }
.asserted { border: 0; padding: 0; }
.claimed, .planned { border-color: var(--timeline-accent); color: var(--timeline-accent); }
.planned { border-style: dashed; }
.disputed, .denied { background: var(--timeline-accent); border-color: var(--timeline-accent); color: var(--timeline-paper); font-weight: 600; }
.denied { text-decoration: line-through; }
.apart { margin-block-start: .5rem; padding: .4rem .7rem .5rem; background: var(--timeline-wash); border-radius: 4px; font-size: .875rem; }
.apart b { color: var(--timeline-accent); }
.apart ul, .folds { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; }
.folds { margin-block-start: .35rem; }
.folds [open] { flex: 1 0 100%; }
summary { cursor: pointer; color: var(--timeline-accent); font-size: .875rem; inline-size: fit-content; padding: .2rem 0; }
.source { border-inline-start: 2px solid var(--timeline-line); padding: .1rem 0; padding-inline-start: .9rem; margin: .5rem 0 .9rem; font-size: .875rem; color: var(--timeline-soft); }
blockquote { font: 1rem/1.55 var(--timeline-serif); color: var(--timeline-ink); white-space: pre-line; }
.source b, .why b { color: var(--timeline-ink); font-weight: 600; }
.source p { margin-block-start: .25rem; }
.why { font-size: .875rem; color: var(--timeline-soft); }
.why ol { list-style: decimal; padding-inline-start: 1.4rem; margin-block-end: .5rem; }
.note { font-size: .875rem; color: var(--timeline-soft); }
button { font: inherit; font-size: .9375rem; align-self: start; cursor: pointer; margin: .5rem 0; padding: .45rem 1rem; color: var(--timeline-accent); background: none; border: 1px solid currentcolor; border-radius: 4px; }
button[disabled] { opacity: .6; cursor: default; }
@container (max-width: 32rem) {
  .entry { display: block; }
  .date { text-align: start; padding: .6rem 0 0; }
  .again .date { padding: 0; }
  .body { margin-inline-start: 1.45rem; padding: .4rem 0 .8rem; }
  .body::after { inset-block-start: .75rem; }
}
:host([layout=compact]) .body { padding: .25rem 0 .35rem; }
:host([layout=compact]) .date { padding: .3rem 0; }
:host([layout=compact]) .body::after { inset-block-start: .6rem; }
:host([layout=compact]) .title { font-size: 1rem; }
:host([layout=compact]) .meta { display: inline; }
:host([layout=compact]) .folds { margin-block-start: 0; }
@media (prefers-contrast: more) { :host { --timeline-soft: var(--timeline-ink); --timeline-line: var(--timeline-ink); } }
@media (forced-colors: active) {
  :host { --timeline-soft: CanvasText; --timeline-accent: Highlight; --timeline-paper: Canvas; }
  .body::after, .strip input { forced-color-adjust: none; }
  .apart, .disputed, .denied { border: 1px solid; }
}
@media print {
  :host { block-size: auto !important; max-block-size: none !important; color-scheme: light; }
  .feed { overflow: visible; }
  .folds { display: block; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .tools, button { display: none; }
}
`;

  // A language that is not here gets English labels and dates, not a mixture.
  const KEYS = "asserted reported claimed disputed denied planned hypothetical sources why apart undated says published more failed search entries".split(" ");
  const WORDS = {
    en: "asserted|reported|claimed|disputed|denied|planned|possible|Sources|Why this date?|The sources give different dates|Date not known|says|published|More entries|The timeline could not be loaded.|Search|Entries",
    de: "als Tatsache berichtet|berichtet|behauptet|umstritten|bestritten|geplant|möglich|Quellen|Warum dieses Datum?|Die Quellen nennen verschiedene Daten|Datum unbekannt|sagt|veröffentlicht am|Weitere Einträge|Die Chronik konnte nicht geladen werden.|Suchen|Einträge",
    fr: "affirmé|rapporté|allégué|contesté|démenti|prévu|possible|Sources|Pourquoi cette date ?|Les sources donnent des dates différentes|Date inconnue|selon|publié le|Plus d’entrées|La chronologie n’a pas pu être chargée.|Rechercher|Entrées",
    es: "afirmado|según fuentes|alegado|disputado|desmentido|previsto|posible|Fuentes|¿Por qué esta fecha?|Las fuentes dan fechas distintas|Fecha desconocida|según|publicado el|Más entradas|No se pudo cargar la cronología.|Buscar|Entradas",
    ru: "утверждается|сообщается|заявлено|оспаривается|опровергнуто|планируется|возможно|Источники|Почему эта дата?|Источники называют разные даты|Дата неизвестна|по словам|опубликовано|Ещё записи|Не удалось загрузить хронику.|Поиск|Записи",
    uk: "стверджується|повідомляється|заявлено|оскаржується|спростовано|заплановано|можливо|Джерела|Чому ця дата?|Джерела називають різні дати|Дата невідома|за словами|опубліковано|Більше записів|Не вдалося завантажити хроніку.|Пошук|Записи",
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);

  // The labels of a language, and under which name Intl writes its dates.
  const wordsOf = (lang) => {
    const listed = WORDS[lang.slice(0, 2)].split("|");
    return { lang: lang.startsWith("en") ? "en-GB" : lang, ...Object.fromEntries(KEYS.map((key, at) => [key, listed[at]])) };
  };

  // An element with a class and what stands in it: elements, or strings, which become text and never markup.
  const make = (tag, name, ...inside) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    element.append(...inside.filter(Boolean));
    return element;
  };
  const named = (element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    return element;
  };
  // Somebody else's words: they may run from right to left, and must not turn what stands beside them.
  const theirs = (tag, name, text) => named(make(tag, name, text), { dir: "auto" });

  const webAddress = (address) => URL.canParse(address) && /^https?:/.test(new URL(address).protocol) && new URL(address).href;

  const link = (address, text) => {
    const href = webAddress(address);
    return href ? named(theirs("a", "", text), { href, rel: "noopener nofollow ugc" }) : theirs("bdi", "", text);
  };

  // English keeps the label a date came with; the others write its bounds: days, whole months or whole years.
  const DAY = { day: "numeric", month: "long", year: "numeric" };
  const { day, ...MONTH } = DAY;
  const YEAR = { year: "numeric" };
  const ISO = /^\d{4}-\d\d-\d\d$/;
  const utc = (text) => new Date(text);
  const lastOfMonth = (iso) => new Date(+utc(iso) + 864e5).getUTCDate() === 1;
  const format = ({ lang }, shape, first, last = first) => new Intl.DateTimeFormat(lang, { ...shape, timeZone: "UTC" }).formatRange(utc(first), utc(last));
  const shapeOf = ({ earliest, latest }) => {
    if (!earliest.endsWith("-01") || !lastOfMonth(latest)) return DAY;
    return earliest.endsWith("-01-01") && latest.endsWith("-12-31") ? YEAR : MONTH;
  };
  const dateText = (when, say) => {
    if (!when) return say.undated;
    const written = say.lang !== "en-GB" && ISO.test(when.earliest) && ISO.test(when.latest) && !/[[{]/.test(when.edtf);
    return written ? format(say, shapeOf(when), when.earliest, when.latest) : when.label;
  };
  const dateElement = (when, say) => {
    const text = dateText(when, say);
    // A line never ends between a day and its month.
    const time = make("time", "", text.replace(/(\d) (?=\p{L}+ \d{4})/gu, "$1\u00a0"));
    if (text === when?.label) time.lang = "en";
    if (/^\d{4}(-\d\d){0,2}$/.test(when?.edtf)) time.dateTime = when.edtf;
    return time;
  };
  const publishedText = (published, say) => {
    const iso = String(published).slice(0, 10);
    return ISO.test(iso) && +utc(iso) ? `${say.published} ${format(say, DAY, iso)}` : "";
  };

  // What is not known so exactly stands under the coarser time that is.
  const LENGTHS = { __proto__: null, day: 10, month: 7, year: 4, source: 0, name: 0 };
  const SHAPES = { 10: DAY, 7: MONTH, 4: YEAR };
  const groupOf = (by, event, say) => {
    if (event.group) return event.group;
    const { earliest, latest } = event.when ?? {};
    const known = [10, 7, 4].find((length) => length <= LENGTHS[by] && ISO.test(earliest) && earliest.slice(0, length) === latest?.slice(0, length));
    return known ? format(say, SHAPES[known], earliest) : dateText(event.when, say);
  };

  // By outlet or by name, an entry stands under each that it has; all entries are needed for it.
  const GROUPED = {
    __proto__: null,
    source: (event) => event.sources.map((one) => one.source),
    name: (event) => (event.participants ?? []).map((one) => one.name),
  };
  const NOBODY = "–";
  const grouped = (rows, by, { lang }) => {
    const groups = new Map();
    for (const event of rows) {
      const names = new Set(GROUPED[by](event).filter(Boolean));
      for (const group of names.size ? names : [NOBODY]) groups.set(group, [...groups.get(group) ?? [], { ...event, group }]);
    }
    const place = (name) => name === NOBODY;
    return [...groups].sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b, lang)).flatMap(([, events]) => events);
  };

  // What is folded is made when it is unfolded, or printed.
  const list = (tag, items) => make(tag, "", ...items.map((item) => make("li", "", item)));
  const fold = (summary, build) => {
    const details = make("details", "", make("summary", "", summary));
    details.fill = () => { if (details.children.length === 1) details.append(build()); };
    details.addEventListener("toggle", details.fill);
    return details;
  };

  const sourceItem = (source, say) => make("li", "source", theirs("blockquote", "", source.quote.text),
    make("p", "", theirs("b", "", source.source ?? ""), ` ${say[source.stance] ?? source.stance}`, source.speaker && `, ${say.says} `, source.speaker && theirs("bdi", "", source.speaker.name)),
    make("p", "", link(source.url, source.title || source.url || ""), " ", publishedText(source.published, say)));

  const reasons = (why) => named(list("ol", why.map((one) => theirs("span", "", one))), { lang: "en" });
  const whyPart = (event, say) => {
    const own = event.why ?? [];
    const parts = own.length ? [reasons(own)] : [];
    for (const source of event.sources) {
      const why = source.why ?? [];
      if (event.sources.length === 1 && why.join() === own.join()) continue;
      parts.push(make("p", "", theirs("b", "", source.source ?? ""), " ", dateElement(source.when, say)), reasons(why));
    }
    return make("div", "why", ...parts);
  };

  // Dates that cannot all be true, side by side, each with the outlets that give it.
  const apart = (event, say) => {
    const given = new Map();
    for (const source of event.sources.filter((one) => one.when)) {
      const date = dateText(source.when, say);
      given.set(date, (given.get(date) ?? new Set()).add(source.source));
    }
    const items = [...given].map(([date, outlets]) => theirs("span", "", `${date}: ${[...outlets].filter(Boolean).join(", ")}`));
    return make("div", "apart", make("b", "", say.apart), list("ul", items));
  };

  const entryArticle = (event, before, { say, by, at, total }) => {
    const known = event.when && event.when.earliest && event.when.earliest === event.when.latest;
    const group = by && groupOf(by, event, say);
    const opens = by && !(before && groupOf(by, before, say) === group);
    const again = known && by === "day" || before && !opens && JSON.stringify(before.when) === JSON.stringify(event.when);
    const outlets = [...new Set(event.sources.map((source) => source.source).filter(Boolean))].join(", ");
    const date = named(make("div", "date", dateElement(event.when, say)), { id: `date-${at}`, part: "date" });
    const title = named(theirs(by ? "h4" : "h3", "title", event.title), { id: `title-${at}`, part: "title" });
    const article = make("article", `entry${known ? "" : " inexact"}${again ? " again" : ""}`,
      opens && named(theirs("h3", "group", group), { part: "group" }), date,
      make("div", "body", title,
        make("p", "meta", make("span", `status ${say[event.status] ? event.status : ""}`, say[event.status] ?? event.status), " ", theirs("bdi", "", outlets)),
        event.dates_agree === false && apart(event, say),
        make("div", "folds",
          fold(`${say.sources} (${event.source_count})`, () => named(make("ul", "", ...event.sources.map((source) => sourceItem(source, say))), { part: "sources" })),
          fold(say.why, () => whyPart(event, say)))));
    article.event = event;
    return named(article, { part: "entry", tabindex: 0, "aria-labelledby": `date-${at} title-${at}`, "aria-posinset": at + 1, "aria-setsize": total });
  };

  // Units from fine to coarse, each with a number for a date and the date for a number.
  const digits = (number, length) => String(number).padStart(length, 0);
  const UNITS = [
    [DAY, (iso) => utc(iso) / 864e5, (at) => new Date(at * 864e5).toISOString().slice(0, 10)],
    [MONTH, (iso) => iso.slice(0, 4) * 12 + +iso.slice(5, 7) - 1, (at) => `${digits(Math.floor(at / 12), 4)}-${digits(at % 12 + 1, 2)}`],
    [YEAR, (iso) => +iso.slice(0, 4), (at) => digits(at, 4)],
    [YEAR, (iso) => Math.floor(iso.slice(0, 4) / 10), (at) => `${digits(at, 3)}0`, (at) => `${digits(at, 3)}9`],
  ];
  const MOST_BARS = 60;
  const spread = (dates, units = UNITS) => {
    const found = units.find(([, number]) => {
      const numbers = dates.map(([iso]) => number(iso));
      return Math.max(...numbers) - Math.min(...numbers) < MOST_BARS;
    });
    if (!found) return [];
    const [shape, number, from, to = from] = found;
    const counts = new Map();
    for (const [iso, count] of dates) counts.set(number(iso), (counts.get(number(iso)) ?? 0) + count);
    const first = Math.min(...counts.keys());
    return Array.from({ length: Math.max(...counts.keys()) - first + 1 }, (_, at) => ({
      from: from(first + at), to: to(first + at), shape, count: counts.get(first + at) ?? 0,
    }));
  };
  const placed = (events) => events.map(({ when }) => when?.best ?? when?.earliest ?? when?.latest).filter((iso) => ISO.test(iso)).map((iso) => [iso, 1]);

  const bare = (text) => (/[^\0-\x7f]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text).toLowerCase();
  // All the words of an event that are searched in, put together when it is first searched.
  const TOLD = new WeakMap();
  const toldOf = (event) => TOLD.get(event) ?? TOLD.set(event, bare([event.title, event.when?.label, ...(event.places ?? []), ...(event.participants ?? []).map((one) => one.name),
    ...event.sources.flatMap((source) => [source.source, source.quote.text])].filter(Boolean).join("\n"))).get(event);
  const matches = (event, { q, from, to }) => {
    if (from && !(event.when && (event.when.earliest ?? "0") <= `${to}~` && (event.when.latest ?? "9999") >= from)) return false;
    return !q || bare(q).split(/\s+/).every((word) => toldOf(event).includes(word));
  };

  // What one question is answered with, by place. Pages come from the start (up to `end`, on with `next`) and, turned, from the end (`start`, `before`).
  const LARGEST_PAGE = 500;
  const KEPT = 2000;
  const TURNED = { date: "-date", "-date": "date" };
  class List {
    rows = []; pages = []; end = 0; next = null; total = 0; exact = false; start = null; before = null;
    constructor(asked = {}) { this.asked = asked; }
    static of(rows) { return Object.assign(new List(), { rows, end: rows.length, total: rows.length }); }
    get held() { return this.rows.reduce((count) => count + 1, 0); }
    get complete() { return (this.exact || this.next === null) && this.held === this.total; }

    add(page, { events, next = null, total_hint: total, total_exact: exact }) {
      page.count = events.length;
      if (page.turned) {
        page.at = this.start = (this.start ?? this.total) - events.length;
        this.before = next;
      } else {
        page.at = this.end;
        this.end += events.length;
        this.next = next;
        this.total = next === null ? this.end : Math.max(this.end + 1, this.exact ? this.total : total ?? 0);
        this.exact ||= exact;
      }
      this.pages.push(page);
      this.put(page, events);
    }
    put(page, events) {
      if (page.turned) events.reverse();
      events.forEach((event, at) => { this.rows[page.at + at] = event; });
      page.last = events.at(-1);
    }
    over(at) { return this.rows[at - 1] ?? this.pages.find((page) => page.at + page.count === at)?.last; }
    // So that a long list takes no more memory than a short one; what is looked at again is asked for again.
    forget(isSeen) {
      if (this.pages.length < 2 || this.held <= KEPT) return;
      for (const { at, count } of this.pages) if (!isSeen(at, at + count)) for (let place = at; place < at + count; place++) delete this.rows[place];
    }
  }

  const CHUNK = 25;
  const ALL_AT_ONCE = 200;
  const POLL = 60_000;
  const PAPER = matchMedia("print");
  const FOCUSABLE = "a[href], button:not([disabled]), input, select, textarea, summary, iframe, [tabindex]:not([tabindex^='-'])";

  class EventTimeline extends HTMLElement {
    static observedAttributes = ["src", "limit", "sort", "from", "to", "group-by", "lang", "live"];
    #root = this.attachShadow({ mode: "open" });
    #asked = null;
    #all = null; // everything
    #base = null; // or the answer to a search
    #list = null; // of that what is shown
    #narrowed = {};
    #chunks = [];
    #seen = new Set();
    #open = new Set();
    #observer = null;
    #bounded = false;
    #reading = false;
    #known = null;
    #stream = null;
    #timer = 0;
    #tag = "";
    #printing = () => this.#print();

    connectedCallback() {
      this.#root.adoptedStyleSheets = [sheet];
      PAPER.addEventListener("change", this.#printing);
      this.#load();
    }

    disconnectedCallback() {
      PAPER.removeEventListener("change", this.#printing);
      this.#asked?.abort();
      this.#hush();
    }

    attributeChangedCallback(_, before, now) { if (before !== now && this.isConnected && this.#root.adoptedStyleSheets.length) this.#load(); }

    get events() { return (this.#list?.rows ?? []).filter(Boolean); }
    get total() { return this.#list?.total ?? 0; }
    refresh() { return this.#load(true); }
    search(q) { return this.#narrow({ ...this.#narrowed, q: q.trim() || undefined }); }

    get #lang() {
      const lang = this.getAttribute("lang") || this.closest("[lang]")?.lang || "en";
      try {
        return WORDS[lang.slice(0, 2).toLowerCase()] ? Intl.getCanonicalLocales(lang)[0] : "en";
      } catch { return "en"; }
    }
    get #by() { return this.getAttribute("group-by"); }
    get #say() { return wordsOf(this.#lang); }
    get #limit() { return Math.min(LARGEST_PAGE, Math.max(0, Math.floor(Number(this.getAttribute("limit"))) || 0)); }

    #address(parameters) {
      const url = new URL(this.getAttribute("src"), document.baseURI);
      if (!webAddress(url)) throw new TypeError("src must be an http or https address");
      for (const name of ["limit", "sort", "from", "to"]) parameters[name] ||= this.getAttribute(name);
      if (!parameters.cursor) parameters.include = "total";
      for (const name in parameters) if (parameters[name]) url.searchParams.set(name, parameters[name]);
      return url;
    }

    async #ask(parameters, cache) {
      const answer = await fetch(this.#address(parameters), { credentials: "omit", cache, signal: this.#asked.signal });
      if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
      return [await answer.json(), answer.headers.get("ETag") ?? ""];
    }

    async #read(list, limit, turned = false, cache = "default") {
      const page = { cursor: turned ? list.before : list.next, limit, turned };
      const [answer, tag] = await this.#ask(this.#of(list, page), cache);
      if (!list.pages.length) this.#tag = tag;
      list.add(page, answer);
    }

    get #sort() { return this.#address({}).searchParams.get("sort") ?? "date"; }
    #of(list, { cursor, limit, turned }) { return { ...list.asked, cursor, limit, sort: turned && TURNED[this.#sort] }; }

    async #load(again = false) {
      if (!this.getAttribute("src")) return this.#root.replaceChildren(make("slot"));
      const kept = again && this.#list ? this.#keep() : null;
      this.#asked?.abort();
      this.#asked = new AbortController();
      if (!kept) {
        this.#hush();
        this.#root.replaceChildren(make("slot"));
        this.#narrowed = {};
        this.#open.clear();
      }
      this.setAttribute("aria-busy", "true");
      try {
        const list = new List();
        await this.#read(list, kept?.limit, false, again ? "no-cache" : "default");
        while (this.#by in GROUPED && list.next !== null) await this.#read(list, LARGEST_PAGE);
        this.#all = this.#base = list;
        if (!kept) this.#frame();
        this.#known = kept?.ids;
        await this.#narrow(this.#narrowed);
        if (kept) this.#restore(kept);
        else this.#listen();
        this.dispatchEvent(new CustomEvent(kept ? "timeline-updated" : "timeline-shown", { bubbles: true, detail: { count: this.events.length, total: this.total } }));
      } catch (error) { this.#failed(error); }
      this.removeAttribute("aria-busy");
    }

    #failed(error) {
      if (error.name === "AbortError") return;
      if (!this.#part("note")) this.#root.append(make("div", "box", named(make("p", "note"), { role: "status" })));
      this.#part("note").textContent = this.#say.failed;
    }

    #part(name) { return this.#root.querySelector(`.${name}`); }
    #count() { this.#part("note").textContent = `${this.#say.entries}: ${this.total.toLocaleString(this.#lang)}`; }

    #frame() {
      const say = this.#say;
      const feed = named(make("div", "feed"), { role: "feed", part: "feed", "aria-label": this.getAttribute("aria-label") || say.entries });
      const more = named(make("button", "more", say.more), { type: "button", part: "more", hidden: "" });
      const box = named(make("div", "box", ...this.#tools(say), named(make("p", "note"), { role: "status", part: "note" }), feed, more), { part: "list", lang: this.#lang });
      feed.addEventListener("keydown", (event) => this.#key(event));
      more.addEventListener("click", () => this.#more());
      this.#root.replaceChildren(box);
      this.#bounded = false;
    }

    #tools(say) {
      if (this.#all.total <= 10) return [];
      const field = named(make("input"), { type: "search", part: "search", placeholder: say.search, "aria-label": say.search });
      let timer;
      field.addEventListener("input", ({ inputType }) => {
        // What is typed waits for a pause, what is pasted or cleared does not.
        clearTimeout(timer);
        timer = setTimeout(() => this.search(field.value), /Text|del/.test(inputType) ? 100 : 0);
      });
      const strip = make("div", "spread");
      if (this.#all.complete) strip.append(...this.#strip(say, spread(placed(this.#all.rows))));
      else this.#months(say, strip);
      return [make("div", "tools", field, strip)];
    }

    // Of a longer list the service tells the months; one that cannot has no strip.
    async #months(say, strip) {
      try {
        const [{ facets }] = await this.#ask({ limit: 1, facets: "month" });
        strip.append(...this.#strip(say, spread(facets.month.map(({ value, count }) => [`${value}-01`, count]), UNITS.slice(1))));
      } catch { /* nothing is said of it */ }
      strip.classList.add("told");
    }

    #strip(say, bars) {
      if (bars.length < 2) return [];
      const most = Math.max(...bars.map((bar) => bar.count));
      const choice = ({ shape, from, to, count }, at) => {
        const text = format(say, shape, from, to);
        const label = count ? `${text}: ${count}` : text;
        const radio = named(make("input"), { type: "radio", name: "time", "aria-label": label, title: label });
        radio.addEventListener("change", () => this.#narrow({ ...this.#narrowed, from: at >= 0 && from, to: at >= 0 && to }));
        radio.style.setProperty("--bar", `${100 * count / most}%`);
        return radio;
      };
      const whole = choice({ ...bars[0], to: bars.at(-1).to, count: 0 });
      whole.checked = true;
      const strip = named(make("div", "strip", ...bars.map(choice)), { part: "strip" });
      return [named(make("div", "", strip, make("label", "ends", whole, whole.title)), { role: "radiogroup", "aria-label": say.entries })];
    }

    // What is all here is searched here; of a longer list the server knows the rest.
    async #narrow(narrowed) {
      const changed = JSON.stringify(narrowed) !== JSON.stringify(this.#narrowed);
      this.#narrowed = narrowed;
      try {
        const list = this.#asks && !this.#all.complete ? new List(narrowed) : this.#all;
        if (list !== this.#all) await this.#read(list, this.#limit);
        if (narrowed !== this.#narrowed) return;
        this.#base = list;
        this.#render();
        if (changed || !this.total) this.#count();
      } catch (error) { this.#failed(error); }
    }

    #pick() {
      if (this.#base !== this.#all || !this.#all.complete || !(this.#asks || this.#by in GROUPED)) return this.#base;
      const rows = this.#base.rows.filter((event) => matches(event, this.#narrowed));
      return List.of(this.#by in GROUPED ? grouped(rows, this.#by, this.#say) : rows);
    }
    get #asks() { return Object.values(this.#narrowed).some(Boolean); }

    #render() {
      this.#list = this.#pick();
      this.#chunks = [];
      this.#seen.clear();
      this.#watch();
      const feed = this.#part("feed");
      feed.replaceChildren();
      if (this.#bounded) feed.scrollTop = 0;
      this.#extend();
    }

    #watch() {
      this.#observer?.disconnect();
      const root = this.#bounded ? this.#part("feed") : null;
      this.#observer = new IntersectionObserver((changes) => this.#looked(changes), { root, rootMargin: "100% 0px" });
      for (const chunk of this.#chunks) this.#observer.observe(chunk.element);
    }

    // Where the page gives the element a height, it scrolls within itself over all there is.
    get #extent() { return this.#bounded ? this.#list.total : this.#list.end; }

    #extend() {
      const feed = this.#part("feed");
      this.#chunks = this.#chunks.filter((chunk) => chunk.at < this.#extent || chunk.element.remove());
      // Asked once: each time would lay all of it out.
      let height;
      for (let at = this.#chunks.length * CHUNK; at < this.#extent; at += CHUNK) {
        const chunk = { at, filled: 0, element: make("div", "chunk") };
        chunk.element.chunk = chunk;
        this.#chunks.push(chunk);
        feed.append(chunk.element);
        if (at) chunk.element.style.blockSize = `${this.#size(chunk) * (height ??= this.#height)}px`;
        else this.#fill(chunk);
        this.#observer.observe(chunk.element);
      }
      if (this.#extent <= ALL_AT_ONCE) this.#chunks.forEach((chunk) => this.#fill(chunk));
      this.#part("more").hidden = this.#bounded || this.#list.next === null;
      if (!this.#bounded && this.#base.total > this.#chunks[0]?.filled && feed.scrollHeight > feed.clientHeight + 1) {
        this.#bounded = true;
        this.#watch();
        this.#extend();
      }
    }

    #size(chunk) { return Math.min(CHUNK, this.#extent - chunk.at); }
    get #height() {
      const { element, filled } = this.#chunks[0];
      return filled && element.offsetHeight ? element.offsetHeight / filled : 110;
    }

    #fill(chunk) {
      const { rows, total } = this.#list;
      const [say, by] = [this.#say, this.#by in LENGTHS && this.#by];
      for (let at = chunk.at + chunk.filled; at < chunk.at + this.#size(chunk) && rows[at]; at++) {
        const article = entryArticle(rows[at], this.#list.over(at), { say, by, at, total });
        if (this.#known && !this.#known.has(rows[at].id)) named(article, { part: "entry new" }).classList.add("new");
        [...article.querySelectorAll("details")].forEach((details, which) => this.#remember(details, `${which} ${rows[at].id}`));
        chunk.element.append(article);
        chunk.filled++;
      }
      if (chunk.filled) chunk.element.style.blockSize = "";
    }

    #remember(details, key) {
      if (this.#open.has(key)) [details.open] = [true, details.fill()];
      details.addEventListener("toggle", () => this.#open[details.open ? "add" : "delete"](key));
    }

    #empty(chunk) {
      if (!chunk.filled || this.#extent <= ALL_AT_ONCE || chunk.element.contains(this.#root.activeElement)) return;
      chunk.element.style.blockSize = `${chunk.element.offsetHeight}px`;
      chunk.element.replaceChildren();
      chunk.filled = 0;
    }

    #looked(changes) {
      for (const { target, isIntersecting } of changes) {
        if (!this.#chunks.includes(target.chunk)) continue;
        this.#seen[isIntersecting ? "add" : "delete"](target.chunk);
        if (isIntersecting) this.#fill(target.chunk);
        else this.#empty(target.chunk);
      }
      this.#supply();
    }

    async #supply() {
      if (this.#reading || !this.#bounded) return;
      this.#reading = true;
      const feed = this.#part("feed");
      try {
        for (let chunk; (chunk = [...this.#seen].find((one) => one.filled < this.#size(one)));) {
          feed.setAttribute("aria-busy", "true");
          const list = this.#list;
          await this.#have(list, chunk.at + chunk.filled);
          if (list !== this.#list) break;
          this.#extend();
          this.#seen.forEach((one) => this.#fill(one));
          list.forget((from, to) => [...this.#seen].some((one) => one.at < to + CHUNK && from < one.at + 2 * CHUNK));
        }
      } catch (error) { this.#failed(error); }
      feed.removeAttribute("aria-busy");
      this.#reading = false;
    }

    async #have(list, at) {
      const page = list.pages.find((one) => one.at <= at && at < one.at + one.count);
      if (page) return list.put(page, (await this.#ask(this.#of(list, page)))[0].events);
      const above = at - list.end;
      const below = (list.start ?? list.total) - at;
      const turned = list.exact && below < above && Boolean(TURNED[this.#sort]);
      return this.#read(list, (turned ? below : above) > CHUNK ? LARGEST_PAGE : Math.max(this.#limit, 100), turned);
    }

    async #more() {
      const more = this.#part("more");
      const place = this.#list.end;
      more.disabled = true;
      try {
        await this.#read(this.#base, this.#limit);
        this.#extend();
        await this.#go(place);
      } catch (error) { this.#failed(error); }
      more.disabled = false;
    }

    // Keys as the ARIA Authoring Practices have them for a feed.
    #key(event) {
      const article = event.target.closest("article");
      const step = { PageDown: 1, PageUp: -1 }[event.key];
      if (step && article) this.#go(article.ariaPosInSet - 1 + step);
      else if (event.ctrlKey && (event.key === "Home" || event.key === "End")) this.#leave(event.key === "End");
      else return;
      event.preventDefault();
    }

    async #go(at) {
      if (at < 0) return;
      if (at >= this.#extent) return !this.#part("more").hidden ? this.#more() : undefined;
      const chunk = this.#chunks[Math.floor(at / CHUNK)];
      const article = () => chunk.element.children[at - chunk.at];
      this.#fill(chunk);
      if (!article()) {
        this.#seen.add(chunk);
        chunk.element.scrollIntoView({ block: "nearest" });
        await this.#supply();
      }
      article()?.focus();
    }

    // To what can be focused next after the feed, or before it.
    #leave(after) {
      const beyond = (root, place) => [...root.querySelectorAll(FOCUSABLE)].filter((one) => !place.contains(one) && one.checkVisibility() && place.compareDocumentPosition(one) & (after ? 4 : 2));
      (beyond(this.#root, this.#part("feed"))[0] ?? beyond(this.getRootNode(), this).at(after ? 0 : -1))?.focus();
    }

    // The server says that something has changed; where it has no stream, the address is asked again now and then.

    #listen() {
      if (!this.hasAttribute("live")) return;
      const stream = this.#address({}).href.replace(/\/(timelines?)([/?#].*)?$/, "/stream");
      this.#stream = new EventSource(stream);
      this.#stream.addEventListener("open", () => this.#check());
      this.#stream.addEventListener("change", () => this.#soon(400));
      this.#stream.addEventListener("error", () => { if (this.#stream?.readyState === EventSource.CLOSED) this.#soon(POLL, true); });
    }

    #hush() {
      this.#stream?.close();
      this.#stream = null;
      clearTimeout(this.#timer);
    }

    #soon(delay, repeated = false) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(async () => {
        if (!document.hidden || !repeated) await this.#check();
        if (repeated) this.#soon(delay, repeated);
      }, delay);
    }

    async #check() {
      try {
        const [, tag] = await this.#ask({ limit: this.#limit }, "no-cache");
        if (!tag || tag !== this.#tag) await this.refresh();
      } catch { /* the next word of the server, or the next look, makes it good */ }
    }

    // What the reader has before them, so that an update leaves it where it is.
    #keep() {
      const at = this.#root.activeElement?.closest("article");
      const article = at ?? [...this.#root.querySelectorAll("article")].find((one) => one.getBoundingClientRect().bottom > 0);
      return { at, id: article?.event.id, top: article?.getBoundingClientRect().top, limit: Math.min(LARGEST_PAGE, this.#all.end + (this.#all.next ? 0 : CHUNK)), scrolled: this.#part("feed").scrollTop, ids: new Set(this.events.map((event) => event.id)) };
    }

    #restore({ at, id, top, scrolled }) {
      const feed = this.#part("feed");
      feed.scrollTop = scrolled;
      const article = [...feed.querySelectorAll("article")].find((one) => one.event.id === id);
      if (article) (this.#bounded ? feed : window).scrollBy({ top: article.getBoundingClientRect().top - top, behavior: "instant" });
      if (at) article?.focus({ preventScroll: true });
      this.#count();
    }

    // On paper the style shows what stands in a fold, if only it is there.
    #print() {
      for (const chunk of this.#chunks) this.#fill(chunk);
      for (const details of this.#root.querySelectorAll("article details")) details.fill();
    }
  }

  customElements.define("event-timeline", EventTimeline);
})();
