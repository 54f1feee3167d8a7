"""TRS WCM (拓尔思): the editor wraps what an author wrote in a block of its own. Common on government and press sites."""

from policytext.rules import Source

SOURCE = Source(
    key="trs",
    markup=(".trs_editor", ".trs_ueditor", ".trs_preappend"),
    body=(".trs_editor", ".trs_ueditor", ".trs_preappend", ".trs_paper_default"),
)
