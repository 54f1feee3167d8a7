"""Helpers the tests share: where pages are, and what is expected of them."""
