"""A sentence as rules ask about it: one index of its words, its mentions, agreement and coordination."""
