// What every page is measured by: moments since the navigation began, in milliseconds.
globalThis.meter = {
  result: null,

  // The moment from which on this holds, looked at once a frame.
  async until(holds) {
    while (!holds()) await new Promise(requestAnimationFrame);
    return performance.now();
  },

  // Whether an element stands within the window and can be seen.
  visible(element) {
    if (!element?.isConnected || !element.checkVisibility({ visibilityProperty: true })) return false;
    const { top, bottom, left, right, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  },

  done(moments) {
    meter.result = { ...moments, nodes: document.querySelectorAll("*").length };
  },
};
