"""Persons: titles and names bound to each other, names told by their place, and who is who."""
