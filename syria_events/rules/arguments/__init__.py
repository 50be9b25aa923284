"""Actors and targets: named rules propose them, guards refuse candidates, the first proposal that decides is taken."""
