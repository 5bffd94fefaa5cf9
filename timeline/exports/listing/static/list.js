// What a script can add to a list that reads without one.
"use strict";

const folded = () => document.querySelectorAll("main .entry details, main .notes details");

// An address that names an entry opens it, and one that names what is folded away unfolds it.
function openTarget() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (target.matches(".entry")) target.querySelectorAll("details").forEach((part) => { part.open = true; });
  const closed = target.closest("details:not([open])");
  for (let part = closed; part; part = part.parentElement.closest("details")) part.open = true;
  if (closed) target.scrollIntoView();
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

// On paper nothing is folded.
function openForPrint() {
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...folded()].filter((part) => !part.open);
    closed.forEach((part) => { part.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((part) => { part.open = false; }));
}

addOpenAll();
openTarget();
openForPrint();
addEventListener("hashchange", openTarget);
