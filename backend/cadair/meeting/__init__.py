"""A child's own meeting: how they plan it, and what their reviewing officer answers."""
