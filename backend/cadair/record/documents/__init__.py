"""What a review gives to be kept: a page as a PDF, a Word file, text or JSON; and the return."""
