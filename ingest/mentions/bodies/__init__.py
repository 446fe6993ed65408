"""Organizations and coalitions: listed names, names of known shape, and what points back to them."""
