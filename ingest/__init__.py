"""What reads articles: text, mentions, claims. Imports `kg`; `kg` never imports it."""
