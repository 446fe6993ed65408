"""What knows RDF: vocabulary, claims, graphs, validation, store, questions. Knows no language and no HTML."""

__version__ = "0.1.0"
