"""`make soak`: what takes longer than the suite may; each part proves one promise of docs/refresh.md."""
