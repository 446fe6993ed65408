"""What single words say beside a name: words of names, courtesies, verbs of saying, heads of titles."""
