"""Between whom a meeting is, and whose it is."""
