"""Who is meant by what names nobody: one discourse state, and what resolves pronouns, offices and null subjects by it."""
