"""What `make check-security` measures: one line for each id of the security bar."""
