"""What a review gives to be kept: one page as a PDF, a Word file, plain text or JSON."""
