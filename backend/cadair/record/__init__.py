"""What a review heard, and what came of it: the summary and the participation code."""
