"""One datum one file: dates, credits, origin, breadcrumb, title, keywords, site, metadata; `read` weighs them all."""
