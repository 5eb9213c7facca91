"""Checks the trail from outside: knows nothing of the application that writes it."""
