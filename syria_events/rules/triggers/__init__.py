"""Which words tell an event: verbs, masdars, light verbs, participles, headlines, quotations, content of statements."""
