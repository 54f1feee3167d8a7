"""Government portals that state the page tags of 国办发〔2017〕47号 (政府网站发展指引, annex 2), on whatever system.

The tags are fields (see `policytext.fields`); the blocks are those that such portals most often put the text in.
"""

from policytext.rules import Source

SOURCE = Source(
    key="gov_portal",
    markup=("meta:siteidcode", "meta:columntype"),
    body=("ucapcontent", ".trs_editor", "#zoom", "#ucap-content", ".v_news_content", ".pages_content"),
)
