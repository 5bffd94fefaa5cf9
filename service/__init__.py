"""The chronology over HTTP, its scheduled refresh, and its widget."""
