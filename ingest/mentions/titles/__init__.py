"""Titles, read from their head on, and the office that each names."""
