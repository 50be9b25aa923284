"""Triggers: verbs, masdars, light verbs, participles, headlines, quotations, content of statements."""
