"""All that touches Stanza's inside: changes to the objects of our own pipeline, never to Stanza's modules."""
