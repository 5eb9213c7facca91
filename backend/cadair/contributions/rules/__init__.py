"""What may be asked, what an answer may be, and when it may be shared: pure, no framework."""
