"""Traditional-script mirrors of mainland pages whose characters carry pinyin glosses: ``當(dāng)地``.

A filter of hacked and farm sites converts a page to Traditional and glosses a site-specific list of characters, byte by byte,
which also wounds GBK pairs. Hosts are many and short-lived; the glosses themselves are the signature (see `policytext.script`).
"""

from policytext.rules import Source

SOURCE = Source(key="pinyin_mirror")
