"""Articles in, one dated and source-annotated chronology out."""
