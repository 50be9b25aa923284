"""The attributes of an event: factuality, source, time and place."""
