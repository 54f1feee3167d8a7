"""Founder (方正翔宇) publishing of newspapers: comments named ``enp...`` mark the text."""

from policytext.rules import Source

SOURCE = Source(
    key="founder",
    markup=("comment:enpcontent",),
    body=("comment:enpcontent|/enpcontent",),
)
