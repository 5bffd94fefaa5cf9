"""Speed as ratios, taken in one run on one core: `make bench`."""
