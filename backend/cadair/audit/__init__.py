"""The trail: who read and wrote what of a child, in the same transaction, never changed after."""
