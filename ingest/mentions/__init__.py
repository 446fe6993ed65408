"""Finds what an article talks about: each mention is a span with the thing it stands for."""
