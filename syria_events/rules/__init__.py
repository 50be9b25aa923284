"""Pure functions over values that turn tagged sentences into events."""
