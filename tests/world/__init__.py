"""Builders of true situations."""
