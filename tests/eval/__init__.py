"""Quality of extraction against read articles, when those are at hand."""
