"""What the store takes and gives, beside the library's own values, a file for each kind of thing."""
