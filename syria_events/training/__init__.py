"""How the embedded Arabic models are made from the corpora: prepare, train, measure, pack."""
