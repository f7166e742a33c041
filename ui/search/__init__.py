"""Parts of the search panel."""
