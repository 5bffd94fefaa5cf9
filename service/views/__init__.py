"""What the API takes and shows, made from the library's values, a file for each kind of thing."""
