"""Offices that are told away from the name of their holder."""
