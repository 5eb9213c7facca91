"""Cadair: a child in care says what they think, leads their own review and talks to their reviewing officer."""
