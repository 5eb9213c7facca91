"""People and councils: who they are to Cadair, how they sign in, and from which devices."""
