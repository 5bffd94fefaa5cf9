"""The element against TimelineJS and vis-timeline: one run, one browser, the same events."""
