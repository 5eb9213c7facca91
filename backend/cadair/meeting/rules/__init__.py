"""What may stand in a child's plan, what it asks for, and what a review must cover; pure."""
