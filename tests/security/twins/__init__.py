"""Twin worlds: two councils that differ in one party alone, and another who must not notice.

Party A is anybody in a child's circle; B is another, walled from A, with an account of their own.
Two worlds are grown from one seed and differ in A only.  B then asks for everything that can be
asked for, in each, and the answers must be the same to the byte (security bar B1).
"""
