"""Countries, groups of countries, places."""
