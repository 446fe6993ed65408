"""Entity reconciliation over HTTP (W3C Entity Reconciliation, for OpenRefine and other clients)."""
