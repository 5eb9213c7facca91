"""What leaves the reviews room as a file."""
