"""What people want a review to hear: question sets, drafts, what was shared, and wishes."""
