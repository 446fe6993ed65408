"""Who is who in one article: one referent for a person, however he is called."""
