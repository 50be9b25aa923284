"""Who is meant by what names nobody: the discourse state, and what pronouns, offices and null subjects refer to."""
