"""Links to Wikidata: a snapshot of facts with evidence, a matcher, a ledger of judgements, and what is written from them."""
