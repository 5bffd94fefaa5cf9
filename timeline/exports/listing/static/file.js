// Search in a chronology that stands in one file: entries that lack one of the words are hidden.
"use strict";

const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
const told = (entry) => `${entry.closest(".day").querySelector(".date").textContent} ${entry.textContent}`;
const entries = [...document.querySelectorAll(".entry")];
const texts = entries.map((entry) => words(told(entry)).join(" "));
const summary = document.querySelector(".summary");
const whole = summary.textContent;

function show(asked) {
  entries.forEach((entry, at) => { entry.hidden = !asked.every((word) => texts[at].includes(word)); });
  for (const box of document.querySelectorAll(".day, .year")) box.hidden = !box.querySelector(".entry:not([hidden])");
  summary.textContent = asked.length ? `${entries.filter((entry) => !entry.hidden).length} of ${whole}` : whole;
}

if (entries.length) {
  const field = document.createElement("input");
  field.type = "search";
  field.className = "search";
  field.placeholder = "Search dates, titles, quotes and names";
  field.setAttribute("aria-label", field.placeholder);
  field.addEventListener("input", () => show(words(field.value)));
  document.querySelector(".state").before(field);
}
