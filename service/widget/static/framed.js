// In the frame: tell the page around it how high this one is, at first and whenever that changes.
"use strict";

new ResizeObserver(() => {
  const { height } = document.documentElement.getBoundingClientRect();
  // To anybody: a height is no secret, and whose page stands around us is not ours to know.
  parent.postMessage({ type: "event-timeline-height", height }, "*");
}).observe(document.documentElement);
