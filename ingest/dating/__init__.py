"""Finds and resolves dates over tokens; needs no document, so that the reference date of a document can be found with it."""
