"""Canaries (B2): a word that stands nowhere else in every secret field, and who may have which."""
