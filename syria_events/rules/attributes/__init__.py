"""What else a row tells of an event: whether it took place, who reports it, when and where."""
