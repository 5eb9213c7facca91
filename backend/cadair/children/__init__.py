"""The child, the circle of people around them, and who may look."""
