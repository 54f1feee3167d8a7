"""Simplified and Traditional."""
