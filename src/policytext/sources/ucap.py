"""UCAP (开普云) portals of ministries, provinces and cities: the text stands in an element or block named after the system."""

from policytext.rules import Source

SOURCE = Source(
    key="ucap",
    markup=("#ucap-content", "#ucapcontent", "meta:others=页面生成时间"),
    body=("#ucap-content", "#ucapcontent", "ucapcontent"),
)
