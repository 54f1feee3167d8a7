"""The script normalizer: conversion, detection, and repair of what machines did to a text."""

from __future__ import annotations

from policytext.script.conversion.convert import convert
from policytext.script.detect import detect_script
from policytext.script.normalize import normalize

__all__ = ["convert", "detect_script", "normalize"]
