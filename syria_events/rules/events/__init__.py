"""From triggers to rows: what may be an event, frames, and merging of the mentions of one event."""
