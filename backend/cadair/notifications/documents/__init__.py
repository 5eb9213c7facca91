"""What a notice looks like on the wire."""
