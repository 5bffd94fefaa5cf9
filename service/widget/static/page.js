// What a script can add to a page that reads without one.
"use strict";

const folded = () => document.querySelectorAll("main .entry details");

// An address that names an entry, or a note on an article, opens it.
function openTarget() {
  const entry = document.getElementById(location.hash.slice(1));
  if (entry?.matches(".entry, .note")) entry.querySelectorAll("details").forEach((part) => { part.open = true; });
}

// One button opens all sources and reasons, and closes them again.
function addOpenAll() {
  const state = document.querySelector(".state");
  if (!state || !folded().length) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Open all";
  button.addEventListener("click", () => {
    const open = button.textContent === "Open all";
    folded().forEach((part) => { part.open = open; });
    button.textContent = open ? "Close all" : "Open all";
  });
  state.append(button);
}

// Fields left blank stay out of the address.
function keepAddressShort(form) {
  form.addEventListener("formdata", (event) => {
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}

// On paper nothing is folded.
function openForPrint() {
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...folded()].filter((part) => !part.open);
    closed.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((part) => { part.open = false; }));
}

document.querySelectorAll("form.ask").forEach(keepAddressShort);
addOpenAll();
openTarget();
openForPrint();
addEventListener("hashchange", openTarget);
