# Puts the triples waiting in the staging graph in the place of a named graph, in one transaction.
# The staging graph itself says which graph that is.
DELETE { GRAPH ?target { ?s ?p ?o } }
WHERE {
  GRAPH <urn:mahdar:staging> { <urn:mahdar:staging> <urn:mahdar:replaces> ?target }
  GRAPH ?target { ?s ?p ?o }
} ;
INSERT { GRAPH ?target { ?s ?p ?o } }
WHERE {
  GRAPH <urn:mahdar:staging> { <urn:mahdar:staging> <urn:mahdar:replaces> ?target . ?s ?p ?o FILTER (?s != <urn:mahdar:staging>) }
} ;
DROP SILENT GRAPH <urn:mahdar:staging>
