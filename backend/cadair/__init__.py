"""Cadair: a child in care says what they think, and leads their own review."""
