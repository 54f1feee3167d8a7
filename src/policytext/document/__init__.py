"""From the ledger to the typed document: blocks, outline, script."""
