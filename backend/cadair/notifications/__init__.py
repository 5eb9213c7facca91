"""Who is told that something waits for them, and when; what they are told says nothing else."""
