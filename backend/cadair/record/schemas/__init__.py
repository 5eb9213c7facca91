"""What a review's record looks like on the wire, by subject."""
