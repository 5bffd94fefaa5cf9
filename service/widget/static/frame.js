// For a page with our frame in it: the frame is given the height of what it shows.
"use strict";

addEventListener("message", ({ source, origin, data }) => {
  const height = data && data.type === "event-timeline-height" ? Number(data.height) : NaN;
  if (!(height > 0)) return;
  for (const frame of document.querySelectorAll("iframe")) {
    // Only the frame that says so, and only while it shows the page that it was given.
    if (frame.contentWindow === source && new URL(frame.src, location).origin === origin) frame.height = Math.ceil(height);
  }
});
