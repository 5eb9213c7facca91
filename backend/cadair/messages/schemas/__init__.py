"""What passes between reviews, on the wire."""
