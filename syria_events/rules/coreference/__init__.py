"""Who is meant by what names nobody: one discourse state, and the rules that resolve offices and pronouns by it."""
