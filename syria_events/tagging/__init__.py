"""Articles to tagged documents. The only package, with `training`, that imports Stanza and torch."""
