"""Which words tell an event: verbs, masdars, light verbs, participles, headlines, quotations, and what statements say."""
