"""The refresh: one leader among all workers looks at due feeds and reads the articles that wait."""
