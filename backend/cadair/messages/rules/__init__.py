"""What a message may be, by when it is answered, and which of its words ask for a look."""
