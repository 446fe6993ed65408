"""Which spots speak of the same meeting, and what meetings take over from one another."""
