"""Who is who over all articles: profiles of referents, explained pairwise decisions, clusters, canonical entities."""
