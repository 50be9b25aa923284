"""Who and what is named: names of the lexicon, offices, institutions, groups, tagged entities, appositions."""
